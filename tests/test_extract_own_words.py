"""Whose words they are in the press and in excerpts of filings: by titles, verbs before and behind, and 公司."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)

# Issuer, kind of document, text, who speaks.
TABLE = [
    # English: the verb behind, a title behind "according to", a description or a day between the name and its verb
    ("Macronix", "news", "NOR prices will rise in the fourth quarter, said Lin.", "company"),
    ("Macronix", "news", "NOR supply has been tight since spring, Lin indicated.", "company"),
    ("Macronix", "news", "NOR prices will rise, according to Chen Wei Lin, president of the company.", "company"),
    ("Macronix", "news", "Weak orders pushed down NOR prices in June, it said.", "company"),
    ("Macronix", "news", "The company attributed the profit to higher NOR prices.", "company"),
    ("multiple", "news", "Winbond, a maker of specialty chips, expects NOR prices to rise.", "company"),
    ("multiple", "news", "Kioxia in May forecast that NAND prices would fall.", "company"),
    ("multiple", "news", "Winbond signaled higher DRAM prices in the third quarter.", "company"),
    ("multiple", "news", "NAND prices will rise, said analysts.", "third_party"),
    ("Macronix", "news", "NOR prices will rise, according to traders, who see strong demand.", "third_party"),
    # Chinese: what is said at a briefing, and what an excerpt of a filing says of 公司
    ("multiple", "news", "铠侠在二季度法说会上表示，NAND供应短缺将持续。", "company"),
    ("multiple", "report", "报告期内，受益于DRAM价格上涨，公司营收大幅增长。", "company"),
    ("multiple", "news", "公司现有NOR产品价格已小幅上调。", "company"),
    ("multiple", "news", "小米公司手机涨价，因内存价格上涨。", "third_party"),
    ("multiple", "report", "野村认为，报告期内DRAM价格上涨，公司受益。", "third_party"),
    ("东芯股份", "report", "我们看好公司，NAND价格有望上涨。", "third_party"),
    # Korean: a headline's clipped verbs
    ("multiple", "news", "삼성전자는 HBM 수요가 계속 늘어날 것이라고 강조", "company"),
    ("multiple", "news", "SK하이닉스는 D램 공급 부족이 내년까지 이어질 것이라고 설명", "company"),
    ("multiple", "news", "트렌드포스는 D램 가격이 오를 것이라고 전망", "third_party"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "kind", "text", "speaker"), TABLE, ids=[text for _, _, text, _ in TABLE])
def test_tells_whose_words(issuer: str, kind: str, text: str, speaker: str) -> None:
    """Every claim of the sentence is said by this kind of speaker."""
    claims = read_text(text, published_on=DAY, issuer=issuer, doc_type=kind).claims
    assert claims
    assert {claim.speaker for claim in claims} == {speaker}
