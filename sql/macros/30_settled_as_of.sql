-- The settled change of every product, segment and quarter, as known on a date.
create macro settled_as_of(t) as table
select *
from settlement
where known_on <= t
qualify row_number() over (partition by product, segment, quarter order by known_on desc) = 1
order by product, segment, quarter;
comment on macro table settled_as_of is 'Settled change of each product, segment and quarter as known on date t, with the rule that settled it.';
