-- No document is known before it was published, nor before the end of a month or quarter that is all its date tells.
select
    document_id,
    published_on,
    published_precision,
    known_on
from document
where known_on < published_on
    or published_precision = 'month' and known_on < last_day(published_on)
    or published_precision = 'quarter' and known_on < last_day(date_trunc('quarter', published_on)::date + to_months(2));
