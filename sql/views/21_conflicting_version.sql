-- Versions of one statement that contradict each other, in order of publication.
create view conflicting_version as
with worded as (
    select
        *,
        concat_ws(' ', direction, certainty = 'negated', coalesce(low_pct::varchar, '-'), coalesce(high_pct::varchar, '-')) as wording
    from statement_version
    where versions > 1
)

select * exclude (wording)
from worded
qualify min(wording) over (partition by subject) <> max(wording) over (partition by subject)
order by subject, version;
comment on view conflicting_version is 'Versions of one statement that differ in direction or figure, oldest first, with the one that counts and why.';
comment on column conflicting_version.subject is 'What the versions have in common: issuer, product, segment, technology, market, region, period, quarter, attribute, measure, basis, stance.';
comment on column conflicting_version.version is 'Place of the statement among the versions of its subject, 1 is the oldest.';
comment on column conflicting_version.versions is 'How many versions the subject has by now.';
comment on column conflicting_version.is_counting is 'Whether it is the version that counts now.';
comment on column conflicting_version.counts_from is 'Date from which it counts; null where it never did.';
comment on column conflicting_version.counts_until is 'Date from which another version counts in its place; null where it still counts or never did.';
comment on column conflicting_version.replaced_by is 'Statement that counts in its place first; null where none.';
comment on column conflicting_version.reason is 'Why it counts or does not.';
comment on column conflicting_version.product is 'Product of the product_segment table.';
comment on column conflicting_version.segment is 'Segment of the product_segment table; total where none was named.';
comment on column conflicting_version.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column conflicting_version.period_kind is 'What the statement named: quarter, month, half, year, or none (then the quarter of publication).';
comment on column conflicting_version.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column conflicting_version.attribute is 'price, supply, demand or inventory.';
comment on column conflicting_version.direction is 'Direction as stated.';
comment on column conflicting_version.sign is 'Pressure on prices to come: +1 up (short supply, falling stocks), -1 down, 0 neither; null where the claim is negated.';
comment on column conflicting_version.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column conflicting_version.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column conflicting_version.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column conflicting_version.bound is 'range, point, at_least, at_most (of the magnitude) or words (no figure).';
comment on column conflicting_version.basis is 'QoQ, MoM, YoY or null.';
comment on column conflicting_version.stance is 'actual or guidance.';
comment on column conflicting_version.measure is 'contract or asp.';
comment on column conflicting_version.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column conflicting_version.issuer_role is 'Role of the issuer; unlisted where no issuer file names it.';
comment on column conflicting_version.speaker is 'company (a maker speaking or quoted) or third_party (agency, press, analyst).';
comment on column conflicting_version.certainty is 'asserted, hedged, or negated (then direction is the denied one).';
comment on column conflicting_version.confidence is 'Probability that the claim was read rightly, 0 to 1.';
comment on column conflicting_version.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column conflicting_version.market is 'contract or spot, only where stated.';
comment on column conflicting_version.region is 'CN or overseas: where the customers are, only where stated.';
comment on column conflicting_version.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column conflicting_version.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column conflicting_version.relay_count is 'How many further documents repeat the statement.';
comment on column conflicting_version.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column conflicting_version.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column conflicting_version.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column conflicting_version.captured_at is 'When memtrack got the bytes, UTC.';
comment on column conflicting_version.publisher is 'Who published the page.';
comment on column conflicting_version.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column conflicting_version.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column conflicting_version.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column conflicting_version.source is 'Source that brought it.';
comment on column conflicting_version.quote is 'Words that the claim rests on.';
comment on column conflicting_version.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column conflicting_version.statement_id is 'Statement that it normalizes.';
comment on column conflicting_version.document_id is 'Document that it was first seen in; repeats elsewhere are in relay.';
