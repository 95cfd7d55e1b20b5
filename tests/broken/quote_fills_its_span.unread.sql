-- An unread sentence longer than its span.
insert into unread by name
select * replace (0 as sentence_start, 1 as sentence_end)
from unread
order by all
limit 1;
