-- A repeat that counts as a statement all the same.
update relay
set relayed_as = (select max(statement_id) from statement);
