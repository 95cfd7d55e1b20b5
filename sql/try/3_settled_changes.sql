-- How has the contract price of NOR changed in each quarter that is settled, and on whose word?
select *
from settled_as_of(current_date)
where product = 'NOR'
