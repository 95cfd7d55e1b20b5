-- A price of a period that had not begun when it became known is an outlook and belongs among the statements.
-- (A period of no known form is the business of quarter_has_its_form.)
select
    p.price_id,
    p.period,
    d.known_on
from price as p
inner join document as d using (document_id)
where d.known_on < case
    when p.period_kind = 'month' then try_cast(p.period || '-01' as date)
    when p.period_kind = 'quarter' and regexp_full_match(p.period, '[0-9]{4}Q[1-4]')
        then make_date(left(p.period, 4)::integer, 3 * right(p.period, 1)::integer - 2, 1)
end;
