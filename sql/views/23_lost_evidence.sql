-- Evidence of issued forecasts and flags whose statement this build no longer has under that name.
create view lost_evidence as
with cited as (
    select
        'forecast' as issued_kind,
        e.forecast_id as issued_id,
        e.statement_id
    from forecast_evidence as e
    union all
    select
        'flag' as issued_kind,
        e.flag_id as issued_id,
        e.statement_id
    from flag_evidence as e
)

select
    c.issued_kind,
    c.issued_id,
    c.statement_id,
    r.statement_id as now_told_by
from cited as c
left join relay as r on c.statement_id = r.relayed_as
where c.statement_id not in (select s.statement_id from statement as s);
comment on view lost_evidence is 'Statements that an issued forecast or flag cites and that a better reading has since replaced. What was issued is never rewritten.';
comment on column lost_evidence.issued_kind is 'forecast or flag.';
comment on column lost_evidence.issued_id is 'Identifier of the forecast or flag.';
comment on column lost_evidence.statement_id is 'Statement that it cites.';
comment on column lost_evidence.now_told_by is 'Statement that the cited one is a repeat of by now; null where it is gone.';
