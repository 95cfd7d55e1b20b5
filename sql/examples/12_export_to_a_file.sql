-- How do I get the price guidance that counts into a spreadsheet or a data frame elsewhere?
-- For Parquet: to 'guidance.parquet' (format parquet). The file lands in the folder that you are in.
copy (
    select
        product,
        segment,
        quarter,
        issuer,
        stance,
        direction,
        low_pct,
        high_pct,
        basis,
        known_on,
        quote,
        provenance
    from counting_statement
    where attribute = 'price'
    order by product, segment, quarter, issuer, known_on
) to 'guidance.csv' (format csv, header);
