-- A row of an unknown table, or a field that its table lacks, stops the build: json_transform_strict would pass over both.
create temp table stray as
with field as (
    select distinct
        table_name,
        unnest(json_keys(fields)) as field
    from staged
)

select
    f.table_name,
    f.field
from field as f
anti join duckdb_columns() as c
    on f.table_name = c.table_name and f.field = c.column_name and not c.internal;

select error('rows of ' || table_name || ' hold a field that the schema lacks: ' || field)
from stray
order by all
limit 1;
