-- An outcome of a quarter that is a year ahead, typed by hand.
update statement
set is_verbatim = false;
update observation
set
    quarter = '2027Q4',
    period_kind = 'quarter'
where stance = 'actual';
