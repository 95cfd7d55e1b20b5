-- One statement, many pages: the first page of a group that counts becomes the statement, the others its relays.
set variable shape = table_shape('statement');

create temp table told as
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'statement';

create temp table ranked as
with grouped as (
    select
        t.statement_id,
        t.document_id,
        d.source,
        -- A source that knows of repeats names their group. Elsewhere, the same party giving the same figure for the same
        -- thing and period within 60 days is taken to repeat itself.
        coalesce(
            d.source || '/' || t.statement_group,
            case
                when t.period is not null and (t.low_pct is not null or t.high_pct is not null)
                    then concat_ws(
                        '/', t.issuer, t.product, coalesce(t.segment, 'total'), t.technology, t.attribute, t.measure,
                        t.period, t.basis, t.direction, t.low_pct, t.high_pct, t.stance, t.market, t.region
                    )
            end,
            t.statement_id
        ) as story,
        t.statement_group is null as is_guess,
        d.known_on,
        d.publisher = t.issuer or d.issuer is not distinct from t.issuer as is_own_page,
        d.url
    from told as t
    inner join document as d using (document_id)
),

dated as (
    select
        *,
        first_value(known_on) over (partition by story order by known_on) as first_known_on
    from grouped
)

select
    statement_id,
    document_id,
    case when is_guess and known_on > first_known_on + 60 then statement_id else story end as story,
    row_number() over (
        partition by case when is_guess and known_on > first_known_on + 60 then statement_id else story end
        order by known_on, is_own_page desc, url nulls last, statement_id
    ) as place
from dated;

insert into statement by name
select t.*
from told as t
inner join ranked as r using (statement_id)
where r.place = 1;

insert into relay by name
select
    f.statement_id,
    r.document_id,
    r.statement_id as relayed_as
from ranked as r
inner join ranked as f
    on r.story = f.story and f.place = 1
where r.place > 1;

delete from observation
where statement_id not in (select statement_id from statement);
