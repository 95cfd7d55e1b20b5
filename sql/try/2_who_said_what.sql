-- Who said what of the prices of one quarter? Address, range and stance stand in further columns of guidance.
select known_on, issuer, quote
from guidance
where quarter = '2026Q3'
