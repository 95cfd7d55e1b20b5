-- Every fact was read from a document that is there.
with fact as (
    select
        'statement' as fact,
        statement_id as fact_id,
        document_id
    from statement
    union all
    select
        'price' as fact,
        price_id as fact_id,
        document_id
    from price
    union all
    select
        'indicator' as fact,
        indicator_id as fact_id,
        document_id
    from indicator
    union all
    select
        'equity_move' as fact,
        move_id as fact_id,
        document_id
    from equity_move
    union all
    select
        'equity_close' as fact,
        ticker || ' ' || session_date as fact_id,
        document_id
    from equity_close
    union all
    select
        'unread' as fact,
        sentence as fact_id,
        document_id
    from unread
)

select f.*
from fact as f
anti join document as d using (document_id);
