-- Statements use the words of the vocabulary and no others; a new word is added to the vocabulary first, then here.
select
    statement_id,
    product,
    attribute,
    direction,
    stance,
    speaker,
    certainty,
    basis,
    market,
    region,
    measure
from statement
where attribute not in ('price', 'supply', 'demand', 'inventory')
    or direction not in ('up', 'down', 'flat', 'tight', 'loose', 'balanced')
    or attribute in ('price', 'demand') and direction in ('tight', 'loose', 'balanced')
    or attribute = 'supply' and direction = 'flat'
    or stance not in ('actual', 'guidance')
    or speaker not in ('company', 'third_party')
    or certainty not in ('asserted', 'hedged', 'negated')
    or basis not in ('QoQ', 'MoM', 'YoY')
    or market not in ('contract', 'spot')
    or region not in ('CN', 'overseas')
    or measure not in ('contract', 'asp');
