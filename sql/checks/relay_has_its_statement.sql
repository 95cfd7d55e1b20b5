-- A repeat points at a statement and a document that are there, is no statement itself, and is not known before the first.
select
    r.statement_id,
    r.document_id,
    r.relayed_as
from relay as r
left join statement as s on r.statement_id = s.statement_id
left join document as d on r.document_id = d.document_id
left join document as f on s.document_id = f.document_id
where s.statement_id is null
    or d.document_id is null
    or d.known_on < f.known_on
    or r.relayed_as in (select t.statement_id from statement as t);
