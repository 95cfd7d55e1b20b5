-- Equity closes of some tickers, for those who need few of many.
create macro closes_of(tickers) as table
select *
from close_fact
where list_contains(tickers, ticker);
comment on macro table closes_of is 'Equity closes of the tickers in a list.';
