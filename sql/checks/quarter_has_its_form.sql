-- Quarters are written 2026Q3, and periods 2026Q3, 2026H2, 2026-10 or 2026, with the kind that their form says.
with written as (
    select
        'observation' as fact,
        statement_id as fact_id,
        quarter
    from observation
    union all
    select
        'price' as fact,
        price_id as fact_id,
        quarter
    from price
    union all
    select
        'forecast_issue' as fact,
        forecast_id as fact_id,
        target as quarter
    from forecast_issue
    union all
    select
        'forecast_path' as fact,
        forecast_id as fact_id,
        quarter
    from forecast_path
),

period as (
    select
        'statement' as fact,
        s.statement_id as fact_id,
        s.period,
        o.period_kind
    from statement as s
    left join observation as o using (statement_id)
    union all
    select
        'price' as fact,
        price_id as fact_id,
        period,
        period_kind
    from price
),

formed as (
    select
        *,
        case
            when period is null then 'none'
            when regexp_full_match(period, '[0-9]{4}Q[1-4]') then 'quarter'
            when regexp_full_match(period, '[0-9]{4}H[12]') then 'half'
            when regexp_full_match(period, '[0-9]{4}-(0[1-9]|1[0-2])') then 'month'
            when regexp_full_match(period, '[0-9]{4}') then 'year'
        end as form
    from period
)

select
    fact,
    fact_id,
    quarter as found,
    'a quarter like 2026Q3' as expected
from written
where not regexp_full_match(quarter, '[0-9]{4}Q[1-4]')
union all
select
    fact,
    fact_id,
    concat_ws(' ', period_kind, period) as found,
    'a period like 2026Q3, 2026H2, 2026-10 or 2026, of the kind that its form says' as expected
from formed
where form is null
    or period_kind <> form;
