-- Names that stand as issuers and that no file of configs/issuers knows: two spellings of one issuer hide here.
create view unlisted_issuer as
with named as (
    select
        s.issuer,
        'statement' as fact,
        d.known_on,
        d.source
    from statement as s
    inner join document as d using (document_id)
    union all
    select
        p.issuer,
        'price' as fact,
        d.known_on,
        d.source
    from price as p
    inner join document as d using (document_id)
    union all
    select
        d.issuer,
        'document' as fact,
        d.known_on,
        d.source
    from document as d
)

select
    n.issuer,
    count(*) filter (where n.fact = 'statement') as statements,
    count(*) filter (where n.fact = 'price') as prices,
    count(*) filter (where n.fact = 'document') as documents,
    min(n.known_on) as first_known_on,
    max(n.known_on) as newest_known_on,
    list(distinct n.source order by n.source) as sources
from named as n
where n.issuer is not null
    and n.issuer not in (select i.issuer from issuer as i)
group by n.issuer
order by statements desc, prices desc, n.issuer;
comment on view unlisted_issuer is 'Issuers that no file of configs/issuers names, with how much hangs on them.';
comment on column unlisted_issuer.issuer is 'The name as printed.';
comment on column unlisted_issuer.statements is 'Statements of theirs.';
comment on column unlisted_issuer.prices is 'Prices of theirs.';
comment on column unlisted_issuer.documents is 'Documents of theirs.';
comment on column unlisted_issuer.first_known_on is 'When the oldest of these became known.';
comment on column unlisted_issuer.newest_known_on is 'When the newest became known.';
comment on column unlisted_issuer.sources is 'Sources that bring the name.';
