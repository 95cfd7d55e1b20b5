-- A recorded fact without doubt on it does not tell the outcome of a quarter or month that had not begun when it was
-- published. (The words of a document that a reader took for a fact too early are no broken build: see early_actual.)
select
    e.statement_id,
    e.issuer,
    e.period,
    e.known_on
from evidence as e
where e.stance = 'actual'
    and not e.is_verbatim
    and e.doubt is null
    and e.period_kind in ('quarter', 'month')
    and e.known_on < case
        when e.period_kind = 'month' then make_date(left(e.period, 4)::integer, right(e.period, 2)::integer, 1)
        else make_date(left(e.quarter, 4)::integer, 3 * right(e.quarter, 1)::integer - 2, 1)
    end;
