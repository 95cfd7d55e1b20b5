-- The price statements among the evidence.
create view guidance as
select *
from evidence
where attribute = 'price';
comment on view guidance is 'Price statements, guidance and actual, with who said them, when, where, and the quote: one row per statement and quarter.';
comment on column guidance.product is 'Product of the product_segment table.';
comment on column guidance.segment is 'Segment of the product_segment table; total where none was named.';
comment on column guidance.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column guidance.period_kind is 'What the statement named: quarter, month, half, year, or none (then the quarter of publication).';
comment on column guidance.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column guidance.attribute is 'price, supply, demand or inventory.';
comment on column guidance.direction is 'Direction as stated.';
comment on column guidance.sign is 'Pressure on prices to come: +1 up (short supply, falling stocks), -1 down, 0 neither; null where the claim is negated.';
comment on column guidance.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column guidance.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column guidance.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column guidance.bound is 'range, point, at_least, at_most (of the magnitude) or words (no figure).';
comment on column guidance.basis is 'QoQ, MoM, YoY or null.';
comment on column guidance.stance is 'actual or guidance.';
comment on column guidance.measure is 'contract or asp.';
comment on column guidance.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column guidance.issuer_role is 'Role of the issuer; unlisted where no issuer file names it.';
comment on column guidance.speaker is 'company (a maker speaking or quoted) or third_party (agency, press, analyst).';
comment on column guidance.certainty is 'asserted, hedged, or negated (then direction is the denied one).';
comment on column guidance.confidence is 'Probability that the claim was read rightly, 0 to 1.';
comment on column guidance.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column guidance.market is 'contract or spot, only where stated.';
comment on column guidance.region is 'CN or overseas: where the customers are, only where stated.';
comment on column guidance.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column guidance.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column guidance.relay_count is 'How many further documents repeat the statement.';
comment on column guidance.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column guidance.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column guidance.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column guidance.captured_at is 'When memtrack got the bytes, UTC.';
comment on column guidance.publisher is 'Who published the page.';
comment on column guidance.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column guidance.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column guidance.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column guidance.source is 'Source that brought it.';
comment on column guidance.quote is 'Words that the claim rests on.';
comment on column guidance.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column guidance.statement_id is 'Statement that it normalizes.';
comment on column guidance.document_id is 'Document that it was first seen in; repeats elsewhere are in relay.';
