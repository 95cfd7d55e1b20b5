-- Statements that no product and segment of the warehouse could be found for: they are kept, but in no series.
create view unmapped_statement as
select
    s.product,
    s.segment,
    s.technology,
    s.attribute,
    s.period,
    s.direction,
    s.low_pct,
    s.high_pct,
    s.stance,
    s.issuer,
    s.quote,
    d.known_on,
    coalesce(d.url, d.source_note) as provenance,
    d.source,
    s.statement_id
from statement as s
inner join document as d using (document_id)
where not exists (from observation as o where o.statement_id = s.statement_id);
comment on view unmapped_statement is 'Statements without a normal form: their segment is none of configs/products.toml. List it there and the next build maps them.';
comment on column unmapped_statement.product is 'DRAM, NAND, NOR, SRAM, HBM or MEMORY where nothing narrower was meant.';
comment on column unmapped_statement.segment is 'Segment named; null where none was.';
comment on column unmapped_statement.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column unmapped_statement.attribute is 'price, supply, demand or inventory.';
comment on column unmapped_statement.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column unmapped_statement.direction is 'Direction as stated.';
comment on column unmapped_statement.low_pct is 'Lower magnitude in percent in the direction of travel; null where unbounded or unsaid.';
comment on column unmapped_statement.high_pct is 'Upper magnitude in percent in the direction of travel; null where unbounded or unsaid.';
comment on column unmapped_statement.stance is 'actual or guidance.';
comment on column unmapped_statement.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column unmapped_statement.quote is 'Words that the claim rests on.';
comment on column unmapped_statement.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column unmapped_statement.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column unmapped_statement.source is 'Source that brought it.';
comment on column unmapped_statement.statement_id is 'Statement.';
