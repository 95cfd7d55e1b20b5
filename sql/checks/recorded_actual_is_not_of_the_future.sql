-- A recorded fact without doubt on it does not tell the price of a period that was more than a quarter ahead when it was
-- published; contracts are settled that far ahead. (The words of a document that a reader took for a fact too early are
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
    and known_on + 92 < case
        when period_kind = 'month' then try_cast(period || '-01' as date)
        when period_kind = 'quarter' and regexp_full_match(quarter, '[0-9]{4}Q[1-4]')
            then make_date(left(quarter, 4)::integer, 3 * right(quarter, 1)::integer - 2, 1)
    end;
