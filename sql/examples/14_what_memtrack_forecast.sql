-- What has memtrack forecast, when, and what did the statements behind it say?
-- A forecast computed later about the past (is_live is false) is no track record.
select
    f.as_of,
    f.issued_at,
    f.is_live,
    f.product,
    f.segment,
    f.quarter,
    round(f.change_p50_pct, 1) as change_p50_pct,
    round(f.change_p10_pct, 1) as change_p10_pct,
    round(f.change_p90_pct, 1) as change_p90_pct,
    round(f.prob_up, 2) as prob_up,
    list(s.quote order by abs(e.effect_pp) desc) filter (where s.quote is not null) as evidence
from issued_forecast as f
left join forecast_evidence as e using (forecast_id)
left join statement as s using (statement_id)
where f.status = 'forecast'
group by all
order by f.issued_at desc, f.product, f.segment, f.quarter;
