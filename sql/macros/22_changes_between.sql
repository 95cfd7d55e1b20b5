-- Statements that became known after one day and until another, with the place of each among its versions.
create macro changes_between(after_day, until_day) as table
select *
from statement_version
where known_on > after_day::date
    and known_on <= until_day::date
order by known_on, subject, version;
comment on macro table changes_between is 'Statements that became known after after_day, until and including until_day; version 1 is news, a higher one revises.';
