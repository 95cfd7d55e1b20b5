-- Issued flags with the statements that contradict the equity move, as this build holds them.
create view flag_statement as
select
    f.kind,
    f.event_start,
    f.event_end,
    f.tightness,
    f.as_of,
    f.issued_at,
    f.issued_at::date as known_on,
    s.issuer,
    s.product,
    s.attribute,
    s.direction,
    s.period,
    d.known_on as statement_known_on,
    s.quote,
    coalesce(d.url, d.source_note) as provenance,
    e.statement_id,
    f.flag_id
from flag as f
left join flag_evidence as e using (flag_id)
left join statement as s using (statement_id)
left join document as d using (document_id)
order by f.event_start, f.flag_id, d.known_on;
comment on view flag_statement is 'Issued flags, one row for each statement that contradicts the move; moves are in flag_move.';
comment on column flag_statement.kind is 'tight_vs_bearish or loose_vs_bullish.';
comment on column flag_statement.event_start is 'First session of the equity event.';
comment on column flag_statement.event_end is 'Last session of the equity event known when it was written.';
comment on column flag_statement.tightness is 'Supply-tightness score, -1 loose to +1 tight, known before the event.';
comment on column flag_statement.as_of is 'Last date whose knowledge went in.';
comment on column flag_statement.issued_at is 'When it was written, UTC.';
comment on column flag_statement.known_on is 'Date on which it was issued: nobody could use it before.';
comment on column flag_statement.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column flag_statement.product is 'Product of the product_segment table.';
comment on column flag_statement.attribute is 'price, supply, demand or inventory.';
comment on column flag_statement.direction is 'Direction as stated.';
comment on column flag_statement.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column flag_statement.statement_known_on is 'When the statement became known.';
comment on column flag_statement.quote is 'Words that the claim rests on.';
comment on column flag_statement.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column flag_statement.statement_id is 'Statement; null where the flag has none. See lost_evidence for those a better reading replaced.';
comment on column flag_statement.flag_id is 'Identifier: digest of kind, first session and rule version.';
