-- Every product and segment of an observation or a price stands in configs/products.toml, and every product of a statement.
select
    'observation' as fact,
    o.statement_id as fact_id,
    o.product,
    o.segment
from observation as o
anti join product_segment as p using (product, segment)
union all
select
    'price' as fact,
    f.price_id as fact_id,
    f.product,
    f.segment
from price as f
anti join product_segment as p using (product, segment)
union all
select
    'statement' as fact,
    s.statement_id as fact_id,
    s.product,
    null as segment
from statement as s
anti join product_segment as p using (product);
