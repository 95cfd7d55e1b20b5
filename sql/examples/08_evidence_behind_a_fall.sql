-- Memory shares fell on 2026-07-02: what was known that day about the price and supply of the coming quarters?
-- Each fall beside every statement of the 60 days before it that points to the running or a later quarter.
with fall as (
    select
        event_date,
        string_agg(instrument || ' ' || change_pct || ' %', ', ' order by change_pct) as moves
    from moves_as_of(date '2026-07-03')
    where event_date = date '2026-07-02'
        and change_pct <= -3
    group by event_date
)

select
    f.moves,
    s.known_on,
    s.issuer,
    s.product,
    s.quarter,
    s.attribute,
    s.direction,
    s.mid_pct,
    s.quote,
    s.provenance
from fall as f
inner join statements_as_of(date '2026-07-02') as s
    on s.known_on > f.event_date - 60
    and s.quarter >= year(f.event_date) || 'Q' || quarter(f.event_date)
where s.attribute in ('price', 'supply')
    and s.sign is not null
order by s.known_on desc, s.issuer, s.product, s.quarter;
