-- Several statements of one issuer about the same thing are versions: which of them counts, from when until when, and why.
--
-- Versions share a subject: issuer, product, segment, technology, market, region, period, quarter, attribute, measure, basis
-- and stance. Guidance and actual are different subjects: a forecast is not replaced by its outcome, it is judged by it.
-- The version known last counts; of two that became known on one day, the later published, then the one with a figure. A
-- version under doubt counts only where there is none without.
create view statement_version as
with told as (
    select
        concat_ws(
            ' ',
            issuer,
            product,
            segment,
            coalesce(technology, '-'),
            coalesce(market, '-'),
            coalesce(region, '-'),
            coalesce(period, 'now'),
            quarter,
            attribute,
            measure,
            coalesce(basis, '-'),
            stance
        ) as subject,
        doubt is not null as is_doubted,
        *
    from evidence
),

placed as (
    select
        *,
        row_number() over (
            partition by subject
            order by known_on, published_on, mid_pct is not null, statement_id
        ) as version,
        count(*) over (partition by subject) as versions
    from told
),

followed as (
    select
        *,
        lead(known_on) over follower as next_known_on,
        lead(statement_id) over follower as next_id,
        min(known_on) filter (where not is_doubted) over (partition by subject) as sound_known_on,
        arg_min(statement_id, version) filter (where not is_doubted) over (partition by subject) as sound_id
    from placed
    window follower as (partition by subject, is_doubted order by version)
),

beaten as (
    select
        *,
        is_doubted and sound_known_on is not null and sound_known_on <= coalesce(next_known_on, sound_known_on) as is_beaten_by_sound,
        case when is_doubted then least(next_known_on, sound_known_on) else next_known_on end as beaten_on
    from followed
)

select
    subject,
    version,
    versions,
    beaten_on is null as is_counting,
    case when beaten_on is null or beaten_on > known_on then known_on end as counts_from,
    case when beaten_on > known_on then beaten_on end as counts_until,
    case when is_beaten_by_sound then sound_id else next_id end as replaced_by,
    case
        when versions = 1 then 'the only version'
        when is_beaten_by_sound then 'under doubt, and a version of ' || sound_known_on || ' is not'
        when beaten_on is null and version < versions then 'newest of ' || versions || ' versions that is not under doubt'
        when beaten_on is null then 'newest of ' || versions || ' versions'
        when beaten_on = known_on then 'another version of the same day counts'
        else 'replaced by the version of ' || beaten_on
    end as reason,
    product,
    segment,
    quarter,
    period_kind,
    period,
    attribute,
    direction,
    sign,
    low_pct,
    mid_pct,
    high_pct,
    bound,
    basis,
    stance,
    measure,
    issuer,
    issuer_role,
    speaker,
    certainty,
    confidence,
    technology,
    market,
    region,
    qualifier,
    doubt,
    relay_count,
    published_on,
    published_precision,
    known_on,
    captured_at,
    publisher,
    url,
    provenance,
    doc_type,
    source,
    quote,
    is_verbatim,
    statement_id,
    document_id
from beaten;
comment on view statement_version is 'Every statement with the other versions of it by the same issuer: which one counts, from when until when, and why. One row per statement and quarter.';
comment on column statement_version.subject is 'What the versions have in common: issuer, product, segment, technology, market, region, period, quarter, attribute, measure, basis, stance.';
comment on column statement_version.version is 'Place of the statement among the versions of its subject, 1 is the oldest.';
comment on column statement_version.versions is 'How many versions the subject has by now.';
comment on column statement_version.is_counting is 'Whether it is the version that counts now.';
comment on column statement_version.counts_from is 'Date from which it counts; null where it never did.';
comment on column statement_version.counts_until is 'Date from which another version counts in its place; null where it still counts or never did.';
comment on column statement_version.replaced_by is 'Statement that counts in its place first; null where none.';
comment on column statement_version.reason is 'Why it counts or does not.';
comment on column statement_version.product is 'Product of the product_segment table.';
comment on column statement_version.segment is 'Segment of the product_segment table; total where none was named.';
comment on column statement_version.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column statement_version.period_kind is 'What the statement named: quarter, month, half, year, or none (then the quarter of publication).';
comment on column statement_version.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column statement_version.attribute is 'price, supply, demand or inventory.';
comment on column statement_version.direction is 'Direction as stated.';
comment on column statement_version.sign is 'Pressure on prices to come: +1 up (short supply, falling stocks), -1 down, 0 neither; null where the claim is negated.';
comment on column statement_version.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column statement_version.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column statement_version.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column statement_version.bound is 'range, point, at_least, at_most (of the magnitude) or words (no figure).';
comment on column statement_version.basis is 'QoQ, MoM, YoY or null.';
comment on column statement_version.stance is 'actual or guidance.';
comment on column statement_version.measure is 'contract or asp.';
comment on column statement_version.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column statement_version.issuer_role is 'Role of the issuer; unlisted where no issuer file names it.';
comment on column statement_version.speaker is 'company (a maker speaking or quoted) or third_party (agency, press, analyst).';
comment on column statement_version.certainty is 'asserted, hedged, or negated (then direction is the denied one).';
comment on column statement_version.confidence is 'Probability that the claim was read rightly, 0 to 1.';
comment on column statement_version.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column statement_version.market is 'contract or spot, only where stated.';
comment on column statement_version.region is 'CN or overseas: where the customers are, only where stated.';
comment on column statement_version.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column statement_version.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column statement_version.relay_count is 'How many further documents repeat the statement.';
comment on column statement_version.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column statement_version.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column statement_version.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column statement_version.captured_at is 'When memtrack got the bytes, UTC.';
comment on column statement_version.publisher is 'Who published the page.';
comment on column statement_version.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column statement_version.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column statement_version.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column statement_version.source is 'Source that brought it.';
comment on column statement_version.quote is 'Words that the claim rests on.';
comment on column statement_version.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column statement_version.statement_id is 'Statement that it normalizes.';
comment on column statement_version.document_id is 'Document that it was first seen in; repeats elsewhere are in relay.';
