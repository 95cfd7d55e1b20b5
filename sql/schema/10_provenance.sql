-- Where every row comes from: the sources, the captures in the archive, and the documents read from them.

create table source (
    source varchar primary key,
    title varchar not null,
    publisher varchar not null,
    cadence varchar not null,
    licence varchar not null,
    raw_may_leave boolean not null,
    key_env varchar,
    is_enabled boolean not null
);
comment on table source is 'Every source that memtrack knows, enabled or not.';
comment on column source.source is 'Short name, as in memtrack ingest --source.';
comment on column source.title is 'What the source is, in words.';
comment on column source.publisher is 'Who publishes it.';
comment on column source.cadence is 'How often something new is to be expected.';
comment on column source.licence is 'Under what terms its material may be used.';
comment on column source.raw_may_leave is 'Whether its raw text may be passed on to others.';
comment on column source.key_env is 'Environment variable that holds the key it needs; null where it needs none.';
comment on column source.is_enabled is 'Whether configs/memtrack.toml runs it.';

create table issuer (
    issuer varchar primary key,
    name varchar not null,
    role varchar not null,
    tickers varchar[] not null,
    exchange varchar,
    fiscal_year_end_month utinyint not null
);
comment on table issuer is 'Who makes statements: makers, module makers, agencies, brokers, press.';
comment on column issuer.issuer is 'Identifier, the file name in configs/issuers.';
comment on column issuer.name is 'Usual English name.';
comment on column issuer.role is 'maker, module_maker, controller_maker, agency, broker, press or customer.';
comment on column issuer.tickers is 'Tickers in Yahoo notation, main listing first.';
comment on column issuer.exchange is 'ISO 10383 code of the main listing; null where unlisted.';
comment on column issuer.fiscal_year_end_month is 'Month in which the fiscal year ends, 12 for the calendar year.';

create table product_segment (
    product varchar not null,
    segment varchar not null,
    product_name varchar not null,
    is_forecast boolean not null,
    share double,
    primary key (product, segment)
);
comment on table product_segment is 'Products and the segments that the warehouse keeps apart.';
comment on column product_segment.product is 'Product family: DRAM, NAND, NOR, HBM, SRAM, MEMORY (unspecified).';
comment on column product_segment.segment is 'Segment of the product; total is the product as a whole.';
comment on column product_segment.product_name is 'Product family in words.';
comment on column product_segment.is_forecast is 'Whether memtrack forecast gives a path for it.';
comment on column product_segment.share is 'Weight of the segment in the total, 0 to 1, with which paths are made to agree; null where it has none.';

create table capture (
    capture_id varchar primary key,
    source varchar not null,
    key varchar not null,
    version uinteger not null,
    sha256 varchar not null,
    size_bytes ubigint not null,
    media_type varchar not null,
    url varchar,
    captured_at timestamp not null,
    is_current boolean not null
);
comment on table capture is 'Every archived version of the bytes of a source.';
comment on column capture.capture_id is 'Identifier: digest of source, key, content and metadata.';
comment on column capture.source is 'Source that brought it.';
comment on column capture.key is 'Name of the bytes within the source; the same when they are fetched again.';
comment on column capture.version is 'Counts the distinct contents seen under the key, from 1.';
comment on column capture.sha256 is 'SHA-256 of the bytes, which is also their name in the archive.';
comment on column capture.size_bytes is 'Length in bytes.';
comment on column capture.media_type is 'Media type of the bytes.';
comment on column capture.url is 'Address they were fetched from; null for packaged and handed-in files.';
comment on column capture.captured_at is 'When memtrack got them, UTC.';
comment on column capture.is_current is 'False where a later version replaces it; rows are built from current captures only.';

create table document (
    document_id varchar primary key,
    capture_id varchar not null,
    source varchar not null,
    key varchar not null,
    url varchar,
    source_note varchar,
    publisher varchar not null,
    issuer varchar,
    doc_type varchar not null,
    lang varchar,
    published_on date not null,
    published_at timestamp,
    published_precision varchar not null,
    known_on date not null,
    captured_at timestamp not null,
    version uinteger not null,
    reading_version varchar not null
);
comment on table document is 'One page, filing, note or table entry that facts were read from.';
comment on column document.document_id is 'Identifier, stable across readings.';
comment on column document.capture_id is 'Archived bytes that it was read from; a table of facts holds many documents.';
comment on column document.source is 'Source that brought it.';
comment on column document.key is 'Name of the document within its capture.';
comment on column document.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column document.source_note is 'Where the facts are from when no page is known.';
comment on column document.publisher is 'Who published the page.';
comment on column document.issuer is 'Issuer whose document it is, if any.';
comment on column document.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column document.lang is 'Language: zh-Hans, zh-Hant, en, ko, ja; null where unknown or mixed.';
comment on column document.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column document.published_at is 'Stated moment of publication, UTC; null where only a date is known.';
comment on column document.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column document.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column document.captured_at is 'When memtrack got the bytes, UTC.';
comment on column document.version is 'Version of the capture it was read from.';
comment on column document.reading_version is 'Reader and vocabulary that read it.';
