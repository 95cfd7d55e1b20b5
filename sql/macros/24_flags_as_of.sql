-- Flags that had been issued by a date t, with their statements.
create macro flags_as_of(t) as table
select *
from flag_statement
where known_on <= t::date;
comment on macro table flags_as_of is 'Flags issued on or before a date t, with the statements behind them.';
