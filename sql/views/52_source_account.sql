-- What each source brought, and beside it everything of it that did not become a fact.
create view source_account as
select
    c.source,
    s.title,
    s.publisher,
    s.licence,
    c.is_enabled,
    c.documents,
    c.statements,
    c.relays,
    c.prices,
    c.equity_facts,
    c.indicators,
    c.unread,
    c.rejected,
    (select count(*) from undated_fact as u where u.source = c.source) as undated,
    (select count(*) from dropped_fact as x where x.source = c.source) as dropped,
    c.newest_fact_on
from source_summary as c
inner join source as s using (source);
comment on view source_account is 'Facts of each source and what was left out: unread, refused, undated and dropped, as built.';
comment on column source_account.source is 'Source.';
comment on column source_account.title is 'What the source is, in words.';
comment on column source_account.publisher is 'Who publishes it.';
comment on column source_account.licence is 'Under what terms its material may be used.';
comment on column source_account.is_enabled is 'Whether configs/memtrack.toml runs it.';
comment on column source_account.documents is 'Documents read.';
comment on column source_account.statements is 'Distinct statements first seen in its documents.';
comment on column source_account.relays is 'Repeats of statements in its documents.';
comment on column source_account.prices is 'Price facts.';
comment on column source_account.equity_facts is 'Equity moves and closes.';
comment on column source_account.indicators is 'Indicator facts.';
comment on column source_account.unread is 'Sentences that no rule understood.';
comment on column source_account.rejected is 'Refused rows.';
comment on column source_account.undated is 'Facts without a publication date: context only.';
comment on column source_account.dropped is 'Recorded facts found to be slips, left out with a reason.';
comment on column source_account.newest_fact_on is 'Date on which the newest of its documents became known.';
