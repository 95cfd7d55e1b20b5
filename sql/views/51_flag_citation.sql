-- The statements that each flag cites on either side, in the words of their source.
create view flag_citation as
select
    e.flag_id,
    e.side,
    e.statement_id,
    e.known_on,
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
from flag_evidence as e
-- A flag outlives the reading that it was made from: what it cited stays listed even where its words are gone.
left join statement as s using (statement_id)
left join document as d using (document_id)
left join issuer as i on s.issuer = i.issuer;
comment on view flag_citation is 'Statements that each flag cites on either side, with who said them, when, where and the quote.';
comment on column flag_citation.flag_id is 'Flag.';
comment on column flag_citation.side is 'contradicts (the equity move) or agrees (with it).';
comment on column flag_citation.statement_id is 'Statement; its other columns are null where the present reading no longer has it.';
comment on column flag_citation.known_on is 'Date on which the statement was known.';
comment on column flag_citation.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column flag_citation.issuer_name is 'Usual English name of the issuer, or the name as printed.';
comment on column flag_citation.speaker is 'company or third_party.';
comment on column flag_citation.said_of_product is 'Product that the statement is about.';
comment on column flag_citation.said_of_segment is 'Segment that the statement is about; total where none was named.';
comment on column flag_citation.attribute is 'price, supply, demand or inventory.';
comment on column flag_citation.period is 'Calendar period meant; null for a present state.';
comment on column flag_citation.direction is 'Direction as stated.';
comment on column flag_citation.stance is 'actual or guidance.';
comment on column flag_citation.certainty is 'asserted, hedged or negated.';
comment on column flag_citation.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column flag_citation.quote is 'Words that the claim rests on.';
comment on column flag_citation.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column flag_citation.lang is 'Language of the document; null where unknown or mixed.';
comment on column flag_citation.publisher is 'Who published the page.';
comment on column flag_citation.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column flag_citation.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column flag_citation.url is 'Address of the page; null where none is known.';
comment on column flag_citation.provenance is 'Address of the page or a note on where the fact is from.';
comment on column flag_citation.relay_count is 'How many further documents repeat the statement.';
