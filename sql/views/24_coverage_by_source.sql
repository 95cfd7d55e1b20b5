-- What each source yields, and how much of what it says about prices stays unread.
create view coverage_by_source as
select
    s.source,
    s.is_enabled,
    s.documents,
    s.statements,
    s.relays,
    s.prices,
    s.indicators,
    s.equity_facts,
    s.unread,
    s.unread / nullif(s.statements + s.relays + s.unread, 0) as unread_share,
    s.rejected,
    (select count(*) from undated_fact as u where u.source = s.source) as undated,
    (select count(*) from dropped_fact as f where f.source = s.source) as dropped,
    (select min(d.known_on) from document as d where d.source = s.source) as first_known_on,
    s.newest_fact_on
from source_summary as s
order by s.source;
comment on view coverage_by_source is 'Yield of each source: documents, facts, unread share, refused, undated and dropped rows, first and newest fact.';
comment on column coverage_by_source.source is 'Source.';
comment on column coverage_by_source.is_enabled is 'Whether configs/memtrack.toml runs it.';
comment on column coverage_by_source.documents is 'Documents read.';
comment on column coverage_by_source.statements is 'Distinct statements first seen in its documents.';
comment on column coverage_by_source.relays is 'Repeats of statements in its documents.';
comment on column coverage_by_source.prices is 'Price facts.';
comment on column coverage_by_source.indicators is 'Indicator facts.';
comment on column coverage_by_source.equity_facts is 'Equity moves and closes.';
comment on column coverage_by_source.unread is 'Sentences that no rule understood.';
comment on column coverage_by_source.unread_share is 'Unread sentences per statement, repeat or unread sentence, 0 to 1; null where the source has none of them.';
comment on column coverage_by_source.rejected is 'Refused rows.';
comment on column coverage_by_source.undated is 'Facts without a date of publication.';
comment on column coverage_by_source.dropped is 'Recorded facts found to be slips.';
comment on column coverage_by_source.first_known_on is 'Date on which the oldest of its documents became known.';
comment on column coverage_by_source.newest_fact_on is 'Date on which the newest became known.';
