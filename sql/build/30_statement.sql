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
        statement_group is not null as is_told_by_source,
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
    case
        when is_told_by_source then 'source'
        when is_guess then 'figure'
        else 'words'
    end as found_by,
    is_told_by_source,
    is_own_page,
    known_on,
    case when is_guess and known_on > first_known_on + 60 then statement_id else story end as story,
    row_number() over (
        partition by case when is_guess and known_on > first_known_on + 60 then statement_id else story end
        order by known_on, is_own_page desc, url nulls last, statement_id
    ) as place
from dated;

-- What others say that an agency said, in words of their own: it is linked to what the agency itself published on the
-- same thing for the same period, the newest of the 60 days before, where nothing that the page says is more than the
-- agency said. The page may leave out the segment, the technology, the market, the basis or the figure, but a product or
-- a segment wider than the agency's needs a figure, else it is a statement on something else. Whatever names a figure
-- outside the agency's own range, or ends one that the agency left open, is a statement of its own. The recorded facts
-- that memtrack renders in its own words know their repeats from their source.
create temp table linked as
with heads as (
    select
        t.*,
        r.story,
        r.is_own_page,
        r.is_told_by_source,
        r.known_on,
        t.low_pct is not null or t.high_pct is not null as has_figure
    from ranked as r
    inner join told as t using (statement_id)
    where r.place = 1
),

own as (
    select h.*
    from heads as h
    inner join issuer as i using (issuer)
    where h.is_own_page and i.role in ('agency', 'broker', 'press')
),

candidates as (
    select
        h.statement_id,
        o.statement_id as origin,
        o.known_on,
        (h.segment is not distinct from o.segment)::integer as is_same_segment
    from heads as h
    inner join own as o
        on h.issuer = o.issuer
        and h.period = o.period
        and h.attribute = o.attribute
        and h.measure = o.measure
        and h.direction = o.direction
        and h.stance = o.stance
        and (h.certainty = 'negated') = (o.certainty = 'negated')
        and h.known_on between o.known_on and o.known_on + 60
    where not h.is_own_page
        and h.is_verbatim
        and not h.is_told_by_source
        and coalesce(h.technology = o.technology, h.technology is null)
        and coalesce(h.market = o.market, true)
        and coalesce(h.region = o.region, h.region is null)
        and coalesce(h.basis = o.basis, true)
        and (h.product = o.product or (h.product = 'MEMORY' and h.has_figure))
        and (h.segment is not distinct from o.segment or (h.segment is null and h.has_figure))
        and (
            not h.has_figure
            or (
                o.has_figure
                and (h.low_pct is null or o.low_pct is not null)
                and (h.high_pct is null or o.high_pct is not null)
                and coalesce(h.low_pct, h.high_pct) between coalesce(o.low_pct, '-infinity') and coalesce(o.high_pct, 'infinity')
                and coalesce(h.high_pct, h.low_pct) between coalesce(o.low_pct, '-infinity') and coalesce(o.high_pct, 'infinity')
            )
        )
)

select
    statement_id,
    arg_max(origin, (known_on, is_same_segment, origin)) as origin
from candidates
group by statement_id;

insert into statement by name
select t.*
from told as t
inner join ranked as r using (statement_id)
left join linked as l using (statement_id)
where r.place = 1 and l.origin is null;

insert into relay by name
select
    coalesce(l.origin, f.statement_id) as statement_id,
    r.document_id,
    r.statement_id as relayed_as,
    case when r.place = 1 then 'paraphrase' else r.found_by end as found_by,
    t.quote
from ranked as r
inner join ranked as f
    on r.story = f.story and f.place = 1
inner join told as t
    on r.statement_id = t.statement_id
left join linked as l
    on f.statement_id = l.statement_id
where r.place > 1 or l.origin is not null;

delete from observation
where statement_id not in (select statement_id from statement);
