-- Supply tightness over time as issued, with each leg's value beside the score; null where a leg had no evidence.
create view tightness as
with legs as (
    pivot (select day, product, rule_version, leg, leg_value from tightness_leg)
    on leg in ('guidance', 'revision', 'supply', 'momentum', 'spot', 'inventory', 'forecast')
    using any_value(leg_value)
)

select
    r.day,
    r.product,
    r.score,
    r.state,
    r.evidence_share,
    l.guidance,
    l.revision,
    l.supply,
    l.momentum,
    l.spot,
    l.inventory,
    l.forecast,
    r.rule_version,
    r.issued_at
from tightness_reading as r
left join legs as l using (day, product, rule_version)
order by r.product, r.day;
comment on view tightness is 'Supply-tightness score and its legs over time, as issued: what was known strictly before each day.';
comment on column tightness.day is 'Day before which everything was known.';
comment on column tightness.product is 'Product, or total.';
comment on column tightness.score is 'Score, -1 loose to +1 tight; null where there is no evidence.';
comment on column tightness.state is 'tight, loose, neutral or unknown.';
comment on column tightness.evidence_share is 'Share of the score''s weight that had evidence behind it.';
comment on column tightness.guidance is 'What is guided for the running and next quarter, -1 to +1.';
comment on column tightness.revision is 'How issuers moved their own figures, -1 to +1.';
comment on column tightness.supply is 'Balance of supply statements, -1 to +1.';
comment on column tightness.momentum is 'Three-month change of contract prices, -1 to +1.';
comment on column tightness.spot is 'Spot over contract, -1 to +1.';
comment on column tightness.inventory is 'Shortness of inventories, -1 to +1.';
comment on column tightness.forecast is 'The forecaster''s probability of a rise, as 2p - 1.';
comment on column tightness.rule_version is 'Version of the rule.';
comment on column tightness.issued_at is 'When it was written, UTC.';
