-- A price of a segment that no product lists.
insert into price by name
select * replace ('made' as price_id, 'toasters' as segment)
from price
order by all
limit 1;
