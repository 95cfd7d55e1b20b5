-- A quote is as long as its span says, in code points, and is not blank.
with span as (
    select
        'statement' as fact,
        statement_id as fact_id,
        quote,
        quote_start,
        quote_end
    from statement
    union all
    select
        'price' as fact,
        price_id as fact_id,
        quote,
        quote_start,
        quote_end
    from price
    union all
    select
        'indicator' as fact,
        indicator_id as fact_id,
        quote,
        quote_start,
        quote_end
    from indicator
    union all
    select
        'equity_move' as fact,
        move_id as fact_id,
        quote,
        quote_start,
        quote_end
    from equity_move
    union all
    select
        'equity_close' as fact,
        ticker || ' ' || session_date as fact_id,
        quote,
        quote_start,
        quote_end
    from equity_close
    union all
    select
        'unread' as fact,
        document_id as fact_id,
        sentence as quote,
        sentence_start as quote_start,
        sentence_end as quote_end
    from unread
)

select *
from span
where length(quote) <> quote_end::bigint - quote_start::bigint
    or trim(quote) = '';
