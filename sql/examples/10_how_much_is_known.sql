-- How much is known about each product and quarter, and where is the record thin?
select
    product,
    quarter,
    statements,
    numeric_statements,
    guidance_statements,
    actual_statements,
    issuers,
    segments,
    newest_known_on
from coverage_by_quarter
order by product, quarter desc;
