-- Statements known on a date t. A row counts from its known_on on; t is inclusive. So do its repeats.
create macro statements_as_of(t) as table
select
    * replace (
        (
            select count(distinct r.document_id)
            from relay as r
            inner join document as d using (document_id)
            where r.statement_id = f.statement_id
                and r.document_id <> f.document_id
                and d.known_on <= t::date
        ) as relay_count
    )
from evidence as f
where known_on <= t::date;
comment on macro table statements_as_of is 'Statements known on a date t. Inclusive: what became known on t counts.';
