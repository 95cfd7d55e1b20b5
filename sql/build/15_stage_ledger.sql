-- What memtrack itself has issued. Variable: ledger_files. A ledger line is an object of table names and lists of rows.
-- A ledger is never rewritten: lines of before a column existed get what could be said of it then.
insert into staged
with lines as (
    select
        json as line,
        json ->> '$.flag[0].as_of' as flag_as_of
    from read_json_objects(getvariable('ledger_files'), format = 'newline_delimited', maximum_object_size = 67108864)
),

tables as (
    select
        line,
        flag_as_of,
        unnest(json_keys(line)) as table_name
    from lines
),

parts as (
    select
        table_name,
        flag_as_of,
        unnest(from_json(json_extract(line, '$."' || table_name || '"'), '["json"]')) as fields
    from tables
)

select
    '' as capture_id,
    table_name,
    -- A patch would drop the nulls, which a row must have.
    case
        when table_name = 'forecast_path' and not json_exists(fields, '$.prob_turn')
            then ('{"prob_turn":null,' || substr(fields::varchar, 2))::json
        when table_name = 'flag' and not json_exists(fields, '$.known_from')
            then ('{"known_from":"' || flag_as_of || '",' || substr(fields::varchar, 2))::json
        when table_name = 'flag_move' and not json_exists(fields, '$.known_on')
            then ('{"is_trigger":true,"known_on":"' || (fields ->> 'move_date') || '",' || substr(fields::varchar, 2))::json
        when table_name = 'flag_evidence' and not json_exists(fields, '$.known_on')
            then ('{"known_on":"' || flag_as_of || '",' || substr(fields::varchar, 2))::json
        else fields
    end as fields
from parts
where table_name in (
    'forecast_issue',
    'forecast_path',
    'forecast_evidence',
    'flag',
    'flag_state',
    'flag_move',
    'flag_evidence',
    'flag_leg',
    'tightness_reading',
    'tightness_leg'
);
