-- Bring the journals of rows in. Variable: row_files, paths of row journals, the first of which holds rows about this build itself.
-- A reading that was killed and repeated left a part twice; both copies are the same, one is kept.
create temp table staged as
with lines as (
    select
        capture_id,
        part,
        any_value(rows) as rows
    from read_json(
        getvariable('row_files'),
        format = 'newline_delimited',
        maximum_object_size = 67108864,
        columns = {
            'capture_id': 'varchar',
            'part': 'uinteger',
            'rows': 'struct(table_name varchar, "row" json)[]'
        }
    )
    group by capture_id, part
),

opened as (
    select
        capture_id,
        unnest(rows) as entry
    from lines
)

select
    capture_id,
    entry.table_name as table_name,
    entry.row as fields
from opened;

-- Rows of captures that a later version replaced, or that another reader version left, stay out.
delete from staged
where capture_id <> ''
    and capture_id not in (
        select fields ->> 'capture_id'
        from staged
        where table_name = 'capture' and (fields ->> 'is_current')::boolean
    );

create temp macro table_shape(wanted) as (
    select json_group_object(column_name, data_type)
    from duckdb_columns()
    where table_name = wanted and not internal
);
