-- No document says the same thing twice at the same place: two rules of the reader would then count one sentence twice.
select
    document_id,
    quote_start,
    quote_end,
    list(statement_id order by statement_id) as statement_ids
from statement
group by
    document_id,
    quote_start,
    quote_end,
    issuer,
    speaker,
    product,
    technology,
    segment,
    attribute,
    measure,
    market,
    region,
    period,
    basis,
    direction,
    low_pct,
    high_pct,
    stance,
    certainty
having count(*) > 1;
