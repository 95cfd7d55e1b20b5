-- What did not become a fact, and why: nothing is dropped in silence.

create table rejected (
    capture_id varchar not null,
    source varchar not null,
    file varchar not null,
    place varchar not null,
    field varchar,
    value varchar,
    expected varchar not null
);
comment on table rejected is 'Rows that were refused; their good neighbours went in.';
comment on column rejected.capture_id is 'Archived bytes that hold the row.';
comment on column rejected.source is 'Source that brought them.';
comment on column rejected.file is 'File or key.';
comment on column rejected.place is 'Row, line or page in the file.';
comment on column rejected.field is 'Column or field that is wrong; null where the whole row is.';
comment on column rejected.value is 'What was found there.';
comment on column rejected.expected is 'What was expected there.';

create table unread (
    document_id varchar not null,
    sentence varchar not null,
    sentence_start uinteger not null,
    sentence_end uinteger not null,
    reason varchar not null
);
comment on table unread is 'Sentences with a product word and a price word that no rule understood.';
comment on column unread.document_id is 'Document that holds the sentence.';
comment on column unread.sentence is 'The sentence.';
comment on column unread.sentence_start is 'Code-point offset in the text of the document.';
comment on column unread.sentence_end is 'Code-point offset of its end.';
comment on column unread.reason is 'Why nothing was read.';

create table undated_fact (
    capture_id varchar not null,
    source varchar not null,
    kind varchar not null,
    words varchar not null,
    url varchar,
    reason varchar not null
);
comment on table undated_fact is 'Facts whose publication date nobody knows: context only, never used as of a date.';
comment on column undated_fact.capture_id is 'Archived bytes that hold the fact.';
comment on column undated_fact.source is 'Source that brought it.';
comment on column undated_fact.kind is 'statement, price, indicator or equity_move.';
comment on column undated_fact.words is 'The fact in words.';
comment on column undated_fact.url is 'Where it was read.';
comment on column undated_fact.reason is 'What is missing.';

create table dropped_fact (
    capture_id varchar not null,
    source varchar not null,
    place varchar not null,
    value varchar,
    reason varchar not null
);
comment on table dropped_fact is 'Recorded facts found to be slips, each dropped or corrected, with the reason; only what it was corrected to is in another table.';
comment on column dropped_fact.capture_id is 'Archived bytes that list it.';
comment on column dropped_fact.source is 'Source that brought it.';
comment on column dropped_fact.place is 'Identifier of the fact in the record that it was taken from.';
comment on column dropped_fact.value is 'The fact in words.';
comment on column dropped_fact.reason is 'Whether it was dropped or corrected, and why.';
