-- An observation of a statement that is gone.
insert into observation by name
select * replace ('gone' as statement_id)
from observation
order by all
limit 1;
