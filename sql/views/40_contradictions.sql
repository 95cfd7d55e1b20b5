-- Issued flags, newest first, each with the state that it has reached and both sides in short.
create view contradictions as
with latest_state as (
    select
        flag_id,
        arg_max(state, case state when 'open' then 1 when 'confirmed' then 2 else 3 end) as state,
        max(state_on) as state_on
    from flag_state
    group by flag_id
),

hardest_move as (
    select
        flag_id,
        arg_max(instrument, abs(change_pct)) as instrument,
        arg_max(change_pct, abs(change_pct)) as change_pct,
        count(*) as moves
    from flag_move
    where horizon_sessions = 1
    group by flag_id
),

cited as (
    select
        flag_id,
        count(*) filter (where side = 'contradicts') as statements_contradicting,
        count(*) filter (where side = 'agrees') as statements_agreeing
    from flag_evidence
    group by flag_id
)

select
    f.flag_id,
    f.kind,
    f.label,
    f.severity,
    l.state,
    l.state_on,
    f.event_start,
    f.event_end,
    m.instrument as hardest_instrument,
    m.change_pct as hardest_change_pct,
    m.moves,
    f.tightness,
    f.evidence_share,
    coalesce(c.statements_contradicting, 0) as statements_contradicting,
    coalesce(c.statements_agreeing, 0) as statements_agreeing,
    f.label_reason,
    f.known_from,
    f.as_of,
    f.issued_at,
    -- A weekend may lie between a session and the run that sees it.
    date_diff('day', f.known_from, f.issued_at::date) <= 4 as is_live,
    f.rule_version
from flag as f
left join latest_state as l using (flag_id)
left join hardest_move as m using (flag_id)
left join cited as c using (flag_id)
order by f.event_start desc, f.flag_id;
comment on view contradictions is 'Issued flags with their state, their hardest move and how many statements stand on each side; newest first.';
comment on column contradictions.flag_id is 'Flag.';
comment on column contradictions.kind is 'tight_vs_bearish or loose_vs_bullish.';
comment on column contradictions.label is 'supported, in_conflict or not_assessable.';
comment on column contradictions.severity is 'notable, strong or extreme.';
comment on column contradictions.state is 'Furthest state reached: open, confirmed or expired.';
comment on column contradictions.state_on is 'Day on which it was reached.';
comment on column contradictions.event_start is 'First session of the equity event.';
comment on column contradictions.event_end is 'Last session of the equity event known when it was issued.';
comment on column contradictions.hardest_instrument is 'Share or index with the largest one-session move.';
comment on column contradictions.hardest_change_pct is 'That move, signed percent.';
comment on column contradictions.moves is 'Number of one-session moves.';
comment on column contradictions.tightness is 'Supply-tightness score before the event, -1 loose to +1 tight.';
comment on column contradictions.evidence_share is 'Share of the score''s weight that had evidence behind it.';
comment on column contradictions.statements_contradicting is 'Statements cited that contradict the move.';
comment on column contradictions.statements_agreeing is 'Statements cited that agree with the move.';
comment on column contradictions.label_reason is 'Why it has that label.';
comment on column contradictions.as_of is 'Last date whose knowledge went in.';
comment on column contradictions.issued_at is 'When it was written, UTC.';
comment on column contradictions.known_from is 'First date on which a run would have raised it.';
comment on column contradictions.is_live is 'Whether it was written within four days of that date; a flag about the past written later is no track record.';
comment on column contradictions.rule_version is 'Version of the rule.';
