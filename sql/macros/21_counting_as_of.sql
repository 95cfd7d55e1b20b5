-- The version of each statement that counted on a date t. What only later knowledge tells (how many versions there came to
-- be, which one replaced it) is left out.
create macro counting_as_of(t) as table
select
    * exclude (versions, is_counting, counts_until, replaced_by, reason)
    replace (
        (
            select count(distinct r.document_id)
            from relay as r
            inner join document as d using (document_id)
            where r.statement_id = v.statement_id
                and r.document_id <> v.document_id
                and d.known_on <= t::date
        ) as relay_count
    )
from statement_version as v
where counts_from <= t::date
    and (counts_until is null or counts_until > t::date);
comment on macro table counting_as_of is 'The version of each statement that counted on a date t: what an analyst would have gone by that evening.';
