-- A price of a period that had not begun when it became known is an outlook and belongs among the statements.
select
    p.price_id,
    p.period,
    d.known_on
from price as p
inner join document as d using (document_id)
where case p.period_kind
    when 'month' then d.known_on < (p.period || '-01')::date
    when 'quarter' then d.known_on < make_date(p.period[1:4]::int, 3 * p.period[6:6]::int - 2, 1)
    else false
end;
