-- One statement, many pages: the first page of a group that counts becomes the statement, the others its relays.
set variable shape = table_shape('statement');

create temp table told as
select unnest(json_transform_strict(fields, getvariable('shape')))
from staged
where table_name = 'statement';

create temp table ranked as
with placed as (
    select
        t.*,
        d.source,
        c.key as capture_key,
        d.key,
        d.url,
        d.known_on,
        d.publisher = t.issuer or d.issuer is not distinct from t.issuer as is_own_page,
        row_number() over (
            partition by
                t.document_id, t.quote, t.issuer, t.product, t.segment, t.technology, t.attribute, t.period, t.direction,
                t.stance, t.region
            order by t.quote_start, t.statement_id
        ) as nth
    from told as t
    inner join document as d using (document_id)
    inner join capture as c using (capture_id)
),

grouped as (
    select
        statement_id,
        document_id,
        -- A source that knows of repeats names their group. Elsewhere, the same party giving the same figure for the same
        -- thing and period within 60 days is taken to repeat itself; words without a figure are repeated only by a later
        -- version of their own page, where they stand unchanged.
        coalesce(
            source || '/' || statement_group,
            case
                when period is not null and (low_pct is not null or high_pct is not null)
                    then concat_ws(
                        '/', issuer, product, coalesce(segment, 'total'), technology, attribute, measure, period, basis,
                        direction, low_pct, high_pct, stance, market, region
                    )
            end,
            concat_ws(
                '/', source, capture_key, key, issuer, product, coalesce(segment, '-'), coalesce(technology, '-'),
                attribute, coalesce(period, '-'), direction, stance, coalesce(region, '-'), nth, quote
            )
        ) as story,
        statement_group is null and period is not null and (low_pct is not null or high_pct is not null) as is_guess,
        known_on,
        is_own_page,
        url
    from placed
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
