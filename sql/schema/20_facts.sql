-- What documents say: statements and their normal form, prices, indicators, equity moves and closes.

create table statement (
    statement_id varchar primary key,
    document_id varchar not null,
    issuer varchar not null,
    speaker varchar not null,
    product varchar not null,
    technology varchar,
    segment varchar,
    attribute varchar not null,
    measure varchar not null,
    market varchar,
    region varchar,
    period varchar,
    period_text varchar,
    basis varchar,
    direction varchar not null,
    low_pct double,
    high_pct double,
    stance varchar not null,
    certainty varchar not null,
    confidence double not null,
    qualifier varchar,
    doubt varchar,
    statement_group varchar,
    quote varchar not null,
    quote_start uinteger not null,
    quote_end uinteger not null,
    is_verbatim boolean not null,
    rule varchar,
    reading_version varchar not null
);
comment on table statement is 'Claims in the words of their source: one product, attribute, period and direction each.';
comment on column statement.statement_id is 'Identifier, stable across readings as long as the claim stays the same.';
comment on column statement.document_id is 'Document that it was first seen in; repeats elsewhere are in relay.';
comment on column statement.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column statement.speaker is 'company (a maker speaking or quoted) or third_party (agency, press, analyst).';
comment on column statement.product is 'DRAM, NAND, NOR, SRAM, HBM or MEMORY where nothing narrower was meant.';
comment on column statement.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column statement.segment is 'Segment named; null where none was.';
comment on column statement.attribute is 'price, supply, demand or inventory.';
comment on column statement.measure is 'contract or asp (average selling price, which mixes products and customers).';
comment on column statement.market is 'contract or spot, only where stated.';
comment on column statement.region is 'CN or overseas: where the customers are, only where stated.';
comment on column statement.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column statement.period_text is 'The words that named the period.';
comment on column statement.basis is 'QoQ, MoM or YoY, only where said.';
comment on column statement.direction is 'up, down, flat; for supply and inventory also tight, balanced, loose.';
comment on column statement.low_pct is 'Lower magnitude in percent in the direction of travel; null where unbounded or unsaid.';
comment on column statement.high_pct is 'Upper magnitude in percent in the direction of travel; null where unbounded or unsaid.';
comment on column statement.stance is 'actual (past or present) or guidance (future, plan, forecast).';
comment on column statement.certainty is 'asserted, hedged, or negated (then direction is the denied one).';
comment on column statement.confidence is 'Probability that the claim was read rightly, 0 to 1.';
comment on column statement.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column statement.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column statement.statement_group is 'Joins repeats of one statement that a source knows of; null where none.';
comment on column statement.quote is 'Words that the claim rests on.';
comment on column statement.quote_start is 'Code-point offset of the quote in the text of the document.';
comment on column statement.quote_end is 'Code-point offset of the end of the quote.';
comment on column statement.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column statement.rule is 'Rule of the reader that made it.';
comment on column statement.reading_version is 'Reader and vocabulary that read it.';

create table relay (
    statement_id varchar not null,
    document_id varchar not null,
    relayed_as varchar not null,
    found_by varchar not null,
    quote varchar not null,
    primary key (statement_id, document_id, relayed_as)
);
comment on table relay is 'Further documents that repeat a statement, so that one agency print is not counted ten times.';
comment on column relay.statement_id is 'Statement that is repeated.';
comment on column relay.document_id is 'Document that repeats it.';
comment on column relay.relayed_as is 'Identifier that the repeat would have had on its own.';
comment on column relay.found_by is 'source (its source knows), figure (same party and figure), words (same words in a later version of the page) or paraphrase (others tell what an agency published).';
comment on column relay.quote is 'Words of the repeat.';

create table observation (
    statement_id varchar not null,
    product varchar not null,
    segment varchar not null,
    quarter varchar not null,
    period_kind varchar not null,
    attribute varchar not null,
    measure varchar not null,
    basis varchar,
    stance varchar not null,
    direction varchar not null,
    sign tinyint,
    low_pct double,
    mid_pct double,
    high_pct double,
    bound varchar not null,
    primary key (statement_id, quarter)
);
comment on table observation is 'Normal form of statements: mapped product and segment, calendar quarter, signed percent.';
comment on column observation.statement_id is 'Statement that it normalizes.';
comment on column observation.product is 'Product of the product_segment table.';
comment on column observation.segment is 'Segment of the product_segment table; total where none was named.';
comment on column observation.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column observation.period_kind is 'What the statement named: quarter, month, half, year, or none (then the quarter of publication).';
comment on column observation.attribute is 'price, supply, demand or inventory.';
comment on column observation.measure is 'contract or asp.';
comment on column observation.basis is 'QoQ, MoM, YoY or null.';
comment on column observation.stance is 'actual or guidance.';
comment on column observation.direction is 'Direction as stated.';
comment on column observation.sign is 'Pressure on prices to come: +1 up (short supply, falling stocks), -1 down, 0 neither; null where the claim is negated.';
comment on column observation.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column observation.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column observation.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column observation.bound is 'range, point, at_least, at_most (of the magnitude) or words (no figure).';

create table price (
    price_id varchar primary key,
    document_id varchar not null,
    item varchar not null,
    product varchar not null,
    segment varchar not null,
    technology varchar,
    market varchar not null,
    period varchar not null,
    period_kind varchar not null,
    quarter varchar not null,
    price_usd double,
    index_level double,
    change_pct double,
    basis varchar,
    issuer varchar,
    qualifier varchar,
    doubt varchar,
    quote varchar not null,
    quote_start uinteger not null,
    quote_end uinteger not null
);
comment on table price is 'Price levels and changes of named items, contract or spot.';
comment on column price.price_id is 'Identifier.';
comment on column price.document_id is 'Document that gives it.';
comment on column price.item is 'Item as its price series is named, such as DDR4_8Gb_1Gx8_PC.';
comment on column price.product is 'Product of the item.';
comment on column price.segment is 'Segment of the item.';
comment on column price.technology is 'Technology of the item.';
comment on column price.market is 'contract or spot.';
comment on column price.period is 'Calendar period of the price.';
comment on column price.period_kind is 'month, quarter, half or year.';
comment on column price.quarter is 'Calendar quarter in which the period ends.';
comment on column price.price_usd is 'Price in US dollars per unit of the item; null where only a change was given.';
comment on column price.index_level is 'Level of an index in points on the base of its series; null for a price.';
comment on column price.change_pct is 'Signed change in percent against the period before (or as basis says).';
comment on column price.basis is 'QoQ, MoM or YoY.';
comment on column price.issuer is 'Who set or surveyed it.';
comment on column price.qualifier is 'Wording that limits it.';
comment on column price.doubt is 'Why it is suspect.';
comment on column price.quote is 'Words that it rests on.';
comment on column price.quote_start is 'Code-point offset of the quote.';
comment on column price.quote_end is 'Code-point offset of the end of the quote.';

create table indicator (
    indicator_id varchar primary key,
    document_id varchar not null,
    entity varchar not null,
    name varchar not null,
    product varchar,
    period varchar not null,
    value_low double not null,
    value_high double not null,
    unit varchar not null,
    qualifier varchar,
    doubt varchar,
    quote varchar not null,
    quote_start uinteger not null,
    quote_end uinteger not null
);
comment on table indicator is 'Figures about supply, demand and inventory: weeks of stock, bit shipments, capex, lead times.';
comment on column indicator.indicator_id is 'Identifier.';
comment on column indicator.document_id is 'Document that gives it.';
comment on column indicator.entity is 'Whom or what it is about.';
comment on column indicator.name is 'What is measured.';
comment on column indicator.product is 'Product it is about; null where none.';
comment on column indicator.period is 'Period as given, canonical where it could be mapped.';
comment on column indicator.value_low is 'Lower end of the figure, in unit.';
comment on column indicator.value_high is 'Upper end of the figure, in unit; equal to value_low for a single figure.';
comment on column indicator.unit is 'Unit of the figure.';
comment on column indicator.qualifier is 'Wording that limits it.';
comment on column indicator.doubt is 'Why it is suspect.';
comment on column indicator.quote is 'Words that it rests on.';
comment on column indicator.quote_start is 'Code-point offset of the quote.';
comment on column indicator.quote_end is 'Code-point offset of the end of the quote.';

create table equity_move (
    move_id varchar primary key,
    document_id varchar not null,
    instrument varchar not null,
    ticker varchar,
    exchange_country varchar not null,
    event_date date not null,
    horizon_sessions usmallint not null,
    change_pct double not null,
    price_basis varchar not null,
    reason varchar,
    doubt varchar,
    quote varchar not null,
    quote_start uinteger not null,
    quote_end uinteger not null
);
comment on table equity_move is 'Documented moves of memory shares and of indices.';
comment on column equity_move.move_id is 'Identifier.';
comment on column equity_move.document_id is 'Document that reports it.';
comment on column equity_move.instrument is 'Share or index in words.';
comment on column equity_move.ticker is 'Ticker in Yahoo notation; null where it has none.';
comment on column equity_move.exchange_country is 'Country of the exchange: US, KR, CN, TW, JP.';
comment on column equity_move.event_date is 'Session, or last session, in the calendar of the exchange.';
comment on column equity_move.horizon_sessions is 'Number of sessions that the move spans; 1 for a day.';
comment on column equity_move.change_pct is 'Signed change in percent.';
comment on column equity_move.price_basis is 'close, intraday, multi-day: what the figure was taken at.';
comment on column equity_move.reason is 'Reason that the document gives, in short.';
comment on column equity_move.doubt is 'Why it is suspect.';
comment on column equity_move.quote is 'Words that it rests on.';
comment on column equity_move.quote_start is 'Code-point offset of the quote.';
comment on column equity_move.quote_end is 'Code-point offset of the end of the quote.';

create table equity_close (
    ticker varchar not null,
    session_date date not null,
    close double not null,
    currency varchar,
    document_id varchar not null,
    quote varchar not null,
    quote_start uinteger not null,
    quote_end uinteger not null,
    primary key (ticker, session_date, document_id)
);
comment on table equity_close is 'Raw (unadjusted) closes of shares and indices.';
comment on column equity_close.ticker is 'Ticker in Yahoo notation.';
comment on column equity_close.session_date is 'Session in the calendar of the exchange.';
comment on column equity_close.close is 'Raw close in currency, or index points.';
comment on column equity_close.currency is 'ISO 4217 code; null for an index.';
comment on column equity_close.document_id is 'Document that gives it.';
comment on column equity_close.quote is 'Words that it rests on.';
comment on column equity_close.quote_start is 'Code-point offset of the quote.';
comment on column equity_close.quote_end is 'Code-point offset of the end of the quote.';
