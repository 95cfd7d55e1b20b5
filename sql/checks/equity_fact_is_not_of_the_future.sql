-- No move and no close is known before its session; a day is allowed for, since a page may be dated west of the exchange.
select
    'equity_move' as fact,
    m.move_id as fact_id,
    m.event_date as session_date,
    d.known_on
from equity_move as m
inner join document as d using (document_id)
where d.known_on < m.event_date - 1
union all
select
    'equity_close' as fact,
    c.ticker as fact_id,
    c.session_date,
    d.known_on
from equity_close as c
inner join document as d using (document_id)
where d.known_on < c.session_date - 1;
