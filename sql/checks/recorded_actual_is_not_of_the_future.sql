-- A recorded fact without doubt on it does not tell the price of a quarter or month that was more than a quarter ahead when it
-- was published; contracts are settled that far ahead. (The words of a document that a reader took for a fact too early are
-- no broken build: see the view early_actual.)
select
    statement_id,
    issuer,
    period,
    known_on
from evidence
where stance = 'actual'
    and attribute = 'price'
    and not is_verbatim
    and doubt is null
    and period_kind in ('quarter', 'month')
    and known_on + 92 < case
        when period_kind = 'month' then make_date(left(period, 4)::integer, right(period, 2)::integer, 1)
        else make_date(left(quarter, 4)::integer, 3 * right(quarter, 1)::integer - 2, 1)
    end;
