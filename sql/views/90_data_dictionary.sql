-- Every table, view, macro and column with its comment; sql/README.md is written from this.
create view data_dictionary as
with object as (
    select
        database_name,
        'table' as object_kind,
        table_name as object_name,
        comment
    from duckdb_tables()
    where not internal and not temporary
    union all
    select
        database_name,
        'view' as object_kind,
        view_name as object_name,
        comment
    from duckdb_views()
    where not internal and not temporary
)

select
    o.database_name,
    o.object_kind,
    o.object_name,
    0 as position,
    null as column_name,
    null as data_type,
    null as parameters,
    o.comment
from object as o
union all
select
    o.database_name,
    o.object_kind,
    o.object_name,
    c.column_index as position,
    c.column_name,
    c.data_type,
    null as parameters,
    c.comment
from duckdb_columns() as c
inner join object as o
    on c.database_name = o.database_name and c.table_name = o.object_name
union all
select
    f.database_name,
    'macro' as object_kind,
    f.function_name as object_name,
    0 as position,
    null as column_name,
    null as data_type,
    f.parameters,
    f.comment
from duckdb_functions() as f
where f.function_type in ('macro', 'table_macro') and not f.internal and f.database_name <> 'temp'
order by 1, 2, 3, 4;
comment on view data_dictionary is 'Every table, view, macro and column of the open databases with its comment.';
comment on column data_dictionary.database_name is 'Database that holds it: the open file, or the alias of an attached one.';
comment on column data_dictionary.object_kind is 'table, view or macro.';
comment on column data_dictionary.object_name is 'Table, view or macro.';
comment on column data_dictionary.position is '0 for the object itself, else the place of the column.';
comment on column data_dictionary.column_name is 'Column; null for the object itself.';
comment on column data_dictionary.data_type is 'Type of the column.';
comment on column data_dictionary.parameters is 'Parameters of a macro.';
comment on column data_dictionary.comment is 'What it is.';
