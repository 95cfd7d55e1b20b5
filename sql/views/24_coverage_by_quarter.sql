-- How much is known about each product and quarter.
create view coverage_by_quarter as
select
    product,
    quarter,
    count(distinct statement_id) as statements,
    count(distinct statement_id) filter (where attribute = 'price') as price_statements,
    count(distinct statement_id) filter (where mid_pct is not null) as numeric_statements,
    count(distinct statement_id) filter (where stance = 'guidance') as guidance_statements,
    count(distinct statement_id) filter (where stance = 'actual') as actual_statements,
    count(distinct issuer) as issuers,
    count(distinct segment) as segments,
    count(distinct statement_id) filter (where doubt is not null) as doubted_statements,
    min(known_on) as first_known_on,
    max(known_on) as newest_known_on
from evidence
group by product, quarter
order by product, quarter;
comment on view coverage_by_quarter is 'Statements, figures and issuers for each product and quarter that anything is known about.';
comment on column coverage_by_quarter.product is 'Product of the product_segment table.';
comment on column coverage_by_quarter.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column coverage_by_quarter.statements is 'Statements about the quarter; one about a half or a year counts in each of its quarters.';
comment on column coverage_by_quarter.price_statements is 'Those about prices.';
comment on column coverage_by_quarter.numeric_statements is 'Those with a figure.';
comment on column coverage_by_quarter.guidance_statements is 'Those that look ahead.';
comment on column coverage_by_quarter.actual_statements is 'Those that tell what happened or happens.';
comment on column coverage_by_quarter.issuers is 'Distinct issuers.';
comment on column coverage_by_quarter.segments is 'Distinct segments.';
comment on column coverage_by_quarter.doubted_statements is 'Those under doubt.';
comment on column coverage_by_quarter.first_known_on is 'When the first of them became known.';
comment on column coverage_by_quarter.newest_known_on is 'When the newest became known.';
