-- What memtrack itself has issued. Variable: ledger_files. A ledger line is an object of table names and lists of rows.
insert into staged
with lines as (
    select json as line
    from read_json_objects(getvariable('ledger_files'), format = 'newline_delimited', maximum_object_size = 67108864)
),

tables as (
    select
        line,
        unnest(json_keys(line)) as table_name
    from lines
)

select
    '' as capture_id,
    table_name,
    unnest(from_json(json_extract(line, '$."' || table_name || '"'), '["json"]')) as fields
from tables
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
