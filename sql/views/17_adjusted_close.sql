-- Closes made comparable over splits and dividends, derived from raw closes and the events that their feed states.
-- A close before a split is divided by its ratio; one before a dividend is scaled by 1 - dividend / close of the session
-- before the ex-day.
create view adjusted_close as
with newest_close as (
    select
        ticker,
        session_date,
        close,
        currency,
        known_on,
        document_id
    from close_fact
    qualify row_number() over (
        partition by ticker, session_date
        order by known_on desc, captured_at desc, document_id
    ) = 1
),

share_event as (
    select
        entity as ticker,
        name,
        right(qualifier, 10)::date as ex_day,
        value_low as size
    from indicator_fact
    where name in ('share_split', 'share_dividend')
        and qualifier like 'ex-day ____-__-__'
    qualify row_number() over (partition by entity, name, qualifier order by known_on desc, document_id) = 1
),

event_factor as (
    select
        e.ticker,
        e.ex_day,
        case
            when e.name = 'share_split' then 1 / e.size
            else 1 - e.size / c.close
        end as factor
    from share_event as e
    asof inner join newest_close as c
        on e.ticker = c.ticker
            and e.ex_day > c.session_date
),

session_factor as (
    select
        c.ticker,
        c.session_date,
        product(f.factor) as factor
    from newest_close as c
    inner join event_factor as f
        on c.ticker = f.ticker
            and c.session_date < f.ex_day
    group by
        c.ticker,
        c.session_date
)

select
    c.ticker,
    c.session_date,
    c.close,
    c.close * coalesce(f.factor, 1) as adjusted_close,
    c.currency,
    c.known_on,
    c.document_id
from newest_close as c
left join session_factor as f
    on c.ticker = f.ticker
        and c.session_date = f.session_date;
comment on view adjusted_close is 'Derived: closes made comparable over splits and dividends, newest known close a session.';
comment on column adjusted_close.ticker is 'Ticker in Yahoo notation.';
comment on column adjusted_close.session_date is 'Session in the calendar of the exchange.';
comment on column adjusted_close.close is 'Raw close in currency, or index points.';
comment on column adjusted_close.adjusted_close is 'Derived: close scaled to the newest session for splits and dividends known now.';
comment on column adjusted_close.currency is 'ISO 4217 code; null for an index.';
comment on column adjusted_close.known_on is 'Earliest date on which using the raw close is no look-ahead; the adjustment uses all events known now.';
comment on column adjusted_close.document_id is 'Document that gives the raw close.';
