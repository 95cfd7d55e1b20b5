-- What has Beijing Junzheng said about prices and supply?
select
    known_on,
    product,
    coalesce(period, 'now') as period,
    attribute,
    direction,
    region,
    stance,
    certainty,
    quote,
    provenance
from statements_as_of(current_date)
where issuer = 'beijing_junzheng'
order by known_on desc, product, period, attribute;
