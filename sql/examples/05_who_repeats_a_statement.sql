-- Which pages repeat the statements that were repeated most?
-- The first page known counts; the others are its relays and are never counted again.
with repeated as (
    select
        statement_id,
        count(distinct document_id) as pages
    from statement_page
    group by statement_id
    having count(distinct document_id) > 1
    order by pages desc, statement_id
    limit 5
)

select
    r.pages,
    r.statement_id,
    s.quote,
    p.is_first,
    p.known_on,
    p.publisher,
    p.provenance
from repeated as r
inner join statement as s using (statement_id)
inner join statement_page as p using (statement_id)
order by r.pages desc, r.statement_id, p.is_first desc, p.known_on;
