-- A price of a period that had not begun when it became known is an outlook and belongs among the statements.
select
    p.price_id,
    p.period,
    d.known_on
from price as p
inner join document as d using (document_id)
where (p.period_kind = 'month' and strftime(d.known_on, '%Y-%m') < p.period)
    or (p.period_kind = 'quarter' and strftime(d.known_on, '%Y') || 'Q' || quarter(d.known_on) < p.period);
