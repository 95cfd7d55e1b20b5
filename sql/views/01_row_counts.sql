-- How many rows each table holds, so that a run can say what it added.
create view row_counts as
select
    'document' as table_name,
    count(*)::bigint as row_count
from document
union all
select 'statement', count(*) from statement
union all
select 'relay', count(*) from relay
union all
select 'observation', count(*) from observation
union all
select 'price', count(*) from price
union all
select 'indicator', count(*) from indicator
union all
select 'equity_move', count(*) from equity_move
union all
select 'equity_close', count(*) from equity_close
union all
select 'unread', count(*) from unread
union all
select 'rejected', count(*) from rejected
union all
select 'undated_fact', count(*) from undated_fact
union all
select 'dropped_fact', count(*) from dropped_fact
union all
select 'forecast_issue', count(*) from forecast_issue
union all
select 'flag', count(*) from flag;
comment on view row_counts is 'Number of rows of each table of facts.';
comment on column row_counts.table_name is 'Table.';
comment on column row_counts.row_count is 'Rows in it.';
