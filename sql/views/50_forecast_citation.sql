-- The statements behind each issued forecast, in the words of their source and with their effect on the target.
create view forecast_citation as
select
    e.forecast_id,
    f.as_of,
    f.product,
    f.segment,
    f.target,
    e.effect_pp,
    e.statement_id,
    s.issuer,
    coalesce(i.name, s.issuer) as issuer_name,
    s.speaker,
    s.product as said_of_product,
    coalesce(s.segment, 'total') as said_of_segment,
    s.attribute,
    s.period,
    s.direction,
    s.stance,
    s.certainty,
    s.doubt,
    s.quote,
    s.is_verbatim,
    d.lang,
    d.publisher,
    d.published_on,
    d.published_precision,
    d.url,
    coalesce(d.url, d.source_note) as provenance,
    (select count(*) from relay as r where r.statement_id = e.statement_id) as relay_count
from forecast_evidence as e
inner join forecast_issue as f using (forecast_id)
-- A forecast outlives the reading that it was made from: what it cited stays listed even where its words are gone.
left join statement as s using (statement_id)
left join document as d using (document_id)
left join issuer as i on s.issuer = i.issuer;
comment on view forecast_citation is 'Statements that moved each issued forecast most, with who said them, when, where, the quote and the effect.';
comment on column forecast_citation.forecast_id is 'Issued forecast.';
comment on column forecast_citation.as_of is 'As-of date of the forecast.';
comment on column forecast_citation.product is 'Product of the forecast.';
comment on column forecast_citation.segment is 'Segment of the forecast.';
comment on column forecast_citation.target is 'Last quarter of the forecast.';
comment on column forecast_citation.effect_pp is 'Percentage points by which the target''s median would differ without the statement.';
comment on column forecast_citation.statement_id is 'Statement; its other columns are null where the present reading no longer has it.';
comment on column forecast_citation.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column forecast_citation.issuer_name is 'Usual English name of the issuer, or the name as printed.';
comment on column forecast_citation.speaker is 'company or third_party.';
comment on column forecast_citation.said_of_product is 'Product that the statement is about.';
comment on column forecast_citation.said_of_segment is 'Segment that the statement is about; total where none was named.';
comment on column forecast_citation.attribute is 'price, supply, demand or inventory.';
comment on column forecast_citation.period is 'Calendar period meant; null for a present state.';
comment on column forecast_citation.direction is 'Direction as stated.';
comment on column forecast_citation.stance is 'actual or guidance.';
comment on column forecast_citation.certainty is 'asserted, hedged or negated.';
comment on column forecast_citation.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column forecast_citation.quote is 'Words that the claim rests on.';
comment on column forecast_citation.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column forecast_citation.lang is 'Language of the document; null where unknown or mixed.';
comment on column forecast_citation.publisher is 'Who published the page.';
comment on column forecast_citation.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column forecast_citation.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column forecast_citation.url is 'Address of the page; null where none is known.';
comment on column forecast_citation.provenance is 'Address of the page or a note on where the fact is from.';
comment on column forecast_citation.relay_count is 'How many further documents repeat the statement.';
