-- A role that no issuer file may give.
insert into issuer by name
select
    'made' as issuer,
    'Made' as name,
    'oracle' as role,
    []::varchar[] as tickers,
    12 as fiscal_year_end_month;
