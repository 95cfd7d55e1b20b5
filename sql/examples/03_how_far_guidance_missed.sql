-- How far did an agency's guidance miss what it later called the actual change?
-- The last guidance before each actual counts once; the published range is no interval: see inside_share.
with last_guidance as (
    select *
    from guidance_miss
    where basis = 'QoQ'
    qualify row_number() over (
        partition by issuer, product, segment, technology, quarter
        order by guided_on desc, revision desc
    ) = 1
)

select
    issuer,
    product,
    segment,
    count(*) as quarters,
    round(avg(miss_pp), 1) as mean_miss_pp,
    round(avg(abs(miss_pp)), 1) as mean_absolute_miss_pp,
    arg_max(quarter, abs(miss_pp)) as worst_quarter,
    round(arg_max(miss_pp, abs(miss_pp)), 1) as worst_miss_pp,
    round(avg(is_inside::integer), 2) as inside_share
from last_guidance
group by issuer, product, segment
order by quarters desc, issuer, product, segment;
