-- What memtrack itself has said: issued forecasts and flags, from the append-only ledgers. They are never rewritten.

create table forecast_issue (
    forecast_id varchar primary key,
    issued_at timestamp not null,
    as_of date not null,
    product varchar not null,
    segment varchar not null,
    target varchar not null,
    inputs_sha256 varchar not null,
    model_version varchar not null,
    weights map(varchar, double) not null,
    notes varchar[] not null
);
comment on table forecast_issue is 'Every issued forecast of one product and segment.';
comment on column forecast_issue.forecast_id is 'Identifier: digest of as-of date, product, segment, target and inputs.';
comment on column forecast_issue.issued_at is 'When it was computed, UTC; a track record counts only those issued on their as-of date.';
comment on column forecast_issue.as_of is 'Last date whose knowledge went in.';
comment on column forecast_issue.product is 'Product.';
comment on column forecast_issue.segment is 'Segment; total comes first.';
comment on column forecast_issue.target is 'Last quarter of the path.';
comment on column forecast_issue.inputs_sha256 is 'Digest of the rows that went in.';
comment on column forecast_issue.model_version is 'Version of the forecaster.';
comment on column forecast_issue.weights is 'Weight of each model in the combination.';
comment on column forecast_issue.notes is 'Fallbacks and warnings.';

create table forecast_path (
    forecast_id varchar not null,
    quarter varchar not null,
    status varchar not null,
    quantile double not null,
    change_pct double not null,
    index_level double not null,
    prob_up double,
    prob_turn double default null,
    primary key (forecast_id, quarter, quantile)
);
comment on table forecast_path is 'Quantiles of issued paths, a row for each quarter and quantile.';
comment on column forecast_path.forecast_id is 'Issued forecast.';
comment on column forecast_path.quarter is 'Calendar quarter.';
comment on column forecast_path.status is 'settled (only the median is given) or forecast.';
comment on column forecast_path.quantile is 'Quantile level, 0.025 to 0.975.';
comment on column forecast_path.change_pct is 'Change on the quarter before, percent, at the quantile.';
comment on column forecast_path.index_level is 'Derived: chained index, first settled quarter of the path = 100, at the quantile.';
comment on column forecast_path.prob_up is 'Probability that the quarter''s change is above zero.';
comment on column forecast_path.prob_turn is 'Probability that the quarter moves against the settled quarter before the path; null without one, and in forecasts issued before it was given.';

create table forecast_evidence (
    forecast_id varchar not null,
    statement_id varchar not null,
    effect_pp double not null,
    primary key (forecast_id, statement_id)
);
comment on table forecast_evidence is 'Statements that moved an issued forecast most.';
comment on column forecast_evidence.forecast_id is 'Issued forecast.';
comment on column forecast_evidence.statement_id is 'Statement.';
comment on column forecast_evidence.effect_pp is 'Percentage points by which the target''s median would differ without it.';

create table flag (
    flag_id varchar primary key,
    issued_at timestamp not null,
    as_of date not null,
    known_from date not null,
    kind varchar not null,
    event_start date not null,
    event_end date not null,
    triggered_at timestamp not null,
    tightness double,
    evidence_share double not null,
    label varchar not null,
    label_reason varchar not null,
    severity varchar not null,
    rule_version varchar not null,
    rule_sha256 varchar not null,
    inputs_sha256 varchar not null
);
comment on table flag is 'Contradictions between published supply evidence and equity moves, as issued; each is written once.';
comment on column flag.flag_id is 'Identifier: kind, first session and rule version.';
comment on column flag.issued_at is 'When it was written, UTC; a track record counts only those that are live in view contradictions.';
comment on column flag.as_of is 'First date on which all of it was known: nothing that became known later went in.';
comment on column flag.known_from is 'First date on which a run would have raised it: its first trigger was known, the rest of its event may have followed.';
comment on column flag.kind is 'tight_vs_bearish or loose_vs_bullish.';
comment on column flag.event_start is 'First session of the equity event.';
comment on column flag.event_end is 'Last session of the equity event known when it was written.';
comment on column flag.triggered_at is 'Close of the session of the first trigger, UTC: the clock of the event.';
comment on column flag.tightness is 'Supply-tightness score, -1 loose to +1 tight, known before the event.';
comment on column flag.evidence_share is 'Share of the score''s weight that had evidence behind it, 0 to 1.';
comment on column flag.label is 'supported, in_conflict or not_assessable; what each means is in docs/flags.md.';
comment on column flag.label_reason is 'Why it has that label.';
comment on column flag.severity is 'notable, strong or extreme.';
comment on column flag.rule_version is 'Version of the rule in configs/flags.toml.';
comment on column flag.rule_sha256 is 'Digest of that rule.';
comment on column flag.inputs_sha256 is 'Digest of the rows that decided it.';

create table flag_state (
    flag_id varchar not null,
    state varchar not null,
    state_on date not null,
    reason varchar not null,
    issued_at timestamp not null,
    primary key (flag_id, state)
);
comment on table flag_state is 'States that issued flags went through, each written once when it was first seen.';
comment on column flag_state.flag_id is 'Flag.';
comment on column flag_state.state is 'open, confirmed or expired.';
comment on column flag_state.state_on is 'Day on which the flag reached the state.';
comment on column flag_state.reason is 'Why it did.';
comment on column flag_state.issued_at is 'When the row was written, UTC.';

create table flag_move (
    flag_id varchar not null,
    instrument varchar not null,
    ticker varchar not null,
    exchange_country varchar not null,
    move_date date not null,
    horizon_sessions usmallint not null,
    change_pct double not null,
    abnormal_pct double,
    z_score double,
    url varchar,
    is_trigger boolean not null,
    known_on date not null
);
comment on table flag_move is 'Equity moves of a flag, as known when it was issued.';
comment on column flag_move.flag_id is 'Flag.';
comment on column flag_move.instrument is 'Share or index in words.';
comment on column flag_move.ticker is 'Ticker in Yahoo notation.';
comment on column flag_move.exchange_country is 'Country of the exchange.';
comment on column flag_move.move_date is 'Session, or last session.';
comment on column flag_move.horizon_sessions is 'Number of sessions that the move spans.';
comment on column flag_move.change_pct is 'Signed change in percent.';
comment on column flag_move.abnormal_pct is 'Change less what the market model expects, percentage points; null where it can''t be computed.';
comment on column flag_move.z_score is 'Move in standard deviations of the sessions before; null where it can''t be computed.';
comment on column flag_move.url is 'Where it was read; null where it was computed from closes.';
comment on column flag_move.is_trigger is 'Whether it was hard enough to belong to the event by itself; the others are shown beside it.';
comment on column flag_move.known_on is 'Date on which it was known: its session, or that of its document where later.';

create table flag_evidence (
    flag_id varchar not null,
    statement_id varchar not null,
    side varchar not null,
    known_on date not null,
    primary key (flag_id, statement_id)
);
comment on table flag_evidence is 'Statements known at the event that a flag cites, on both sides.';
comment on column flag_evidence.flag_id is 'Flag.';
comment on column flag_evidence.statement_id is 'Statement.';
comment on column flag_evidence.side is 'contradicts (the equity move) or agrees (with it).';
comment on column flag_evidence.known_on is 'Date on which the statement was known.';

create table flag_leg (
    flag_id varchar not null,
    leg varchar not null,
    leg_value double not null,
    figure double not null,
    unit varchar not null,
    age_days integer not null,
    weight double not null,
    primary key (flag_id, leg)
);
comment on table flag_leg is 'Legs of the tightness score behind a flag.';
comment on column flag_leg.flag_id is 'Flag.';
comment on column flag_leg.leg is 'guidance, revision, supply, momentum, spot, inventory or forecast.';
comment on column flag_leg.leg_value is 'Value of the leg, -1 loose to +1 tight.';
comment on column flag_leg.figure is 'The leg in its own unit.';
comment on column flag_leg.unit is 'Unit of the figure.';
comment on column flag_leg.age_days is 'Age of its newest evidence on the day.';
comment on column flag_leg.weight is 'Weight in the score after fading.';

create table tightness_reading (
    day date not null,
    product varchar not null,
    score double,
    evidence_share double not null,
    state varchar not null,
    rule_version varchar not null,
    issued_at timestamp not null,
    primary key (day, product, rule_version)
);
comment on table tightness_reading is 'Supply tightness before a day, as issued: month by month for the past, daily since memtrack runs.';
comment on column tightness_reading.day is 'Day before which everything was known.';
comment on column tightness_reading.product is 'Product, or total.';
comment on column tightness_reading.score is 'Score, -1 loose to +1 tight; null where there is no evidence.';
comment on column tightness_reading.evidence_share is 'Share of the score''s weight that had evidence behind it, 0 to 1.';
comment on column tightness_reading.state is 'tight, loose, neutral or unknown.';
comment on column tightness_reading.rule_version is 'Version of the rule in configs/flags.toml.';
comment on column tightness_reading.issued_at is 'When it was written, UTC.';

create table tightness_leg (
    day date not null,
    product varchar not null,
    rule_version varchar not null,
    leg varchar not null,
    leg_value double not null,
    figure double not null,
    unit varchar not null,
    age_days integer not null,
    weight double not null,
    primary key (day, product, rule_version, leg)
);
comment on table tightness_leg is 'Legs of issued tightness readings.';
comment on column tightness_leg.day is 'Day before which everything was known.';
comment on column tightness_leg.product is 'Product.';
comment on column tightness_leg.rule_version is 'Version of the rule in configs/flags.toml.';
comment on column tightness_leg.leg is 'guidance, revision, supply, momentum, spot, inventory or forecast.';
comment on column tightness_leg.leg_value is 'Value of the leg, -1 loose to +1 tight.';
comment on column tightness_leg.figure is 'The leg in its own unit.';
comment on column tightness_leg.unit is 'Unit of the figure.';
comment on column tightness_leg.age_days is 'Age of its newest evidence on the day.';
comment on column tightness_leg.weight is 'Weight in the score after fading.';
