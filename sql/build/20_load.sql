-- Staged rows into their tables. The shape of each row is the table's own, so a field is declared in one place.

set variable shape = table_shape('source');
insert into source by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'source';

set variable shape = table_shape('issuer');
insert into issuer by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'issuer';

set variable shape = table_shape('product_segment');
insert into product_segment by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'product_segment';

set variable shape = table_shape('capture');
insert into capture by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'capture';

set variable shape = table_shape('run');
insert into run by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'run';

set variable shape = table_shape('build');
insert into build by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'build';

set variable shape = table_shape('document');
insert into document by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'document';

set variable shape = table_shape('observation');
insert into observation by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'observation';

set variable shape = table_shape('price');
insert into price by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'price';

set variable shape = table_shape('indicator');
insert into indicator by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'indicator';

set variable shape = table_shape('equity_move');
insert into equity_move by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'equity_move';

set variable shape = table_shape('equity_close');
insert into equity_close by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'equity_close';

set variable shape = table_shape('rejected');
insert into rejected by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'rejected';

set variable shape = table_shape('unread');
insert into unread by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'unread';

set variable shape = table_shape('undated_fact');
insert into undated_fact by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'undated_fact';

set variable shape = table_shape('dropped_fact');
insert into dropped_fact by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'dropped_fact';

set variable shape = table_shape('forecast_issue');
insert into forecast_issue by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'forecast_issue';

set variable shape = table_shape('forecast_path');
insert into forecast_path by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'forecast_path' and json_exists(fields, '$.prob_turn');

-- Ledger lines are never rewritten: those of before the probability of a turn lack its field.
set variable shape = json_merge_patch(table_shape('forecast_path'), '{"prob_turn": null}');
insert into forecast_path by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'forecast_path' and not json_exists(fields, '$.prob_turn');

set variable shape = table_shape('forecast_evidence');
insert into forecast_evidence by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'forecast_evidence';

set variable shape = table_shape('flag');
insert into flag by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'flag';

set variable shape = table_shape('flag_move');
insert into flag_move by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'flag_move';

set variable shape = table_shape('flag_evidence');
insert into flag_evidence by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'flag_evidence';

set variable shape = table_shape('flag_state');
insert into flag_state by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'flag_state';

set variable shape = table_shape('flag_leg');
insert into flag_leg by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'flag_leg';

set variable shape = table_shape('tightness_reading');
insert into tightness_reading by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'tightness_reading';

set variable shape = table_shape('tightness_leg');
insert into tightness_leg by name
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'tightness_leg';
