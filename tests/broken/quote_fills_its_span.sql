-- A quote one code point shorter than its span.
insert into price by name
select * replace ('made' as price_id, quote_end + 1 as quote_end)
from price
order by all
limit 1;
