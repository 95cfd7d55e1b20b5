-- A repeat known before what it repeats.
update document
set known_on = date '2020-01-01'
where document_id in (select document_id from relay);
