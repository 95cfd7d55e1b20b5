-- What each source has brought, and the newest fact it knows of.
create view source_summary as
with fact as (
    select
        d.source,
        d.document_id,
        d.known_on
    from document as d
)

select
    s.source,
    s.is_enabled,
    (select count(*) from fact as f where f.source = s.source) as documents,
    (
        select count(*)
        from statement as t
        inner join document as d using (document_id)
        where d.source = s.source
    ) as statements,
    (
        select count(*)
        from relay as r
        inner join document as d using (document_id)
        where d.source = s.source
    ) as relays,
    (
        select count(*)
        from price as p
        inner join document as d using (document_id)
        where d.source = s.source
    ) as prices,
    (
        select count(*)
        from equity_move as m
        inner join document as d using (document_id)
        where d.source = s.source
    ) + (
        select count(*)
        from equity_close as c
        inner join document as d using (document_id)
        where d.source = s.source
    ) as equity_facts,
    (
        select count(*)
        from indicator as i
        inner join document as d using (document_id)
        where d.source = s.source
    ) as indicators,
    (
        select count(*)
        from unread as u
        inner join document as d using (document_id)
        where d.source = s.source
    ) as unread,
    (select count(*) from rejected as r where r.source = s.source) as rejected,
    (select max(f.known_on) from fact as f where f.source = s.source) as newest_fact_on
from source as s;
comment on view source_summary is 'Counts of each source: documents, facts, unread sentences, refused rows, newest fact.';
comment on column source_summary.source is 'Source.';
comment on column source_summary.is_enabled is 'Whether configs/memtrack.toml runs it.';
comment on column source_summary.documents is 'Documents read.';
comment on column source_summary.statements is 'Distinct statements first seen in its documents.';
comment on column source_summary.relays is 'Repeats of statements in its documents.';
comment on column source_summary.prices is 'Price facts.';
comment on column source_summary.equity_facts is 'Equity moves and closes.';
comment on column source_summary.indicators is 'Indicator facts.';
comment on column source_summary.unread is 'Sentences that no rule understood.';
comment on column source_summary.rejected is 'Refused rows.';
comment on column source_summary.newest_fact_on is 'Date on which the newest of its documents became known.';
