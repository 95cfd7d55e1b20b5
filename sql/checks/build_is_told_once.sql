-- The file says once how it was built.
select count(*) as build_rows
from build
having count(*) <> 1;
