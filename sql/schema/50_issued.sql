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
    kind varchar not null,
    event_start date not null,
    event_end date not null,
    tightness double not null,
    rule_version varchar not null,
    inputs_sha256 varchar not null
);
comment on table flag is 'Contradictions between published supply evidence and equity moves, as issued.';
comment on column flag.flag_id is 'Identifier: digest of kind, first session and rule version.';
comment on column flag.issued_at is 'When it was written, UTC.';
comment on column flag.as_of is 'Last date whose knowledge went in.';
comment on column flag.kind is 'tight_vs_bearish or loose_vs_bullish.';
comment on column flag.event_start is 'First session of the equity event.';
comment on column flag.event_end is 'Last session of the equity event known when it was written.';
comment on column flag.tightness is 'Supply-tightness score, -1 loose to +1 tight, known before the event.';
comment on column flag.rule_version is 'Version of the rule in configs/flags.toml.';
comment on column flag.inputs_sha256 is 'Digest of the rows that went in.';

create table flag_move (
    flag_id varchar not null,
    instrument varchar not null,
    move_date date not null,
    change_pct double not null,
    abnormal_pct double,
    url varchar
);
comment on table flag_move is 'Equity moves of a flag.';
comment on column flag_move.flag_id is 'Flag.';
comment on column flag_move.instrument is 'Share or index.';
comment on column flag_move.move_date is 'Session.';
comment on column flag_move.change_pct is 'Signed change in percent.';
comment on column flag_move.abnormal_pct is 'Change less what the market model expects, percentage points; null where it can''t be computed.';
comment on column flag_move.url is 'Where it was read.';

create table flag_evidence (
    flag_id varchar not null,
    statement_id varchar not null,
    primary key (flag_id, statement_id)
);
comment on table flag_evidence is 'Statements known at the event that contradict it.';
comment on column flag_evidence.flag_id is 'Flag.';
comment on column flag_evidence.statement_id is 'Statement.';
