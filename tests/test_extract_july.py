"""What one maker told investors in July 2026, in several wordings of our own: every claim of it is read."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)
WORDINGS = {
    "zh": (
        "北京君正7月2日在互动平台表示，今年二季度公司面向国内客户的DRAM产品价格再次上调，客户已接受，海外客户也开始陆续调整价格。"
        "预计三季度DRAM价格将继续上涨，四季度供应仍将偏紧，价格仍有进一步上涨的可能。"
        "NOR Flash方面，一季度和二季度价格均有上涨，但涨幅小于DRAM。"
    ),
    "zh, question and answer on one line": (
        "问：请问公司存储芯片价格的情况如何？答：DRAM方面，二季度中国区客户接受了新一轮涨价，海外客户端也开始调价；三季度预计还会上涨；"
        "第四季度供给依旧紧张，不排除继续上行。NOR Flash一、二季度也涨价了，幅度不及DRAM。"
    ),
    "en": (
        "Beijing Junzheng told investors that its DRAM customers in China accepted another price increase in the "
        "second quarter, and that overseas customers have begun to adjust. It expects DRAM prices to keep rising in "
        "the third quarter; supply should stay tight in the fourth quarter, with further upside possible. NOR Flash "
        "prices also rose in the first and second quarters, though by less than DRAM."
    ),
}
CLAIMS = {
    ("DRAM", "price", "up", "2026Q2", "CN", "actual", "asserted"),
    ("DRAM", "price", "up", "2026Q2", "overseas", "actual", "asserted"),
    ("DRAM", "price", "up", "2026Q3", None, "guidance", "asserted"),
    ("DRAM", "supply", "tight", "2026Q4", None, "guidance", "asserted"),
    ("DRAM", "price", "up", "2026Q4", None, "guidance", "hedged"),
    ("NOR", "price", "up", "2026Q1", None, "actual", "asserted"),
    ("NOR", "price", "up", "2026Q2", None, "actual", "asserted"),
}


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_claim_is_read_and_nothing_else(wording: str) -> None:
    """Seven claims, all of the company, none with a figure that nobody gave."""
    text = WORDINGS[wording]
    claims = read_text(text, published_on=DAY, issuer="beijing_junzheng", ticker="300223.SZ").claims
    told = {
        (one.product, one.attribute, one.direction, one.period, one.region, one.stance, one.certainty) for one in claims
    }
    assert told == CLAIMS
    assert len(claims) == len(CLAIMS)
    assert {one.speaker for one in claims} == {"company"}
    assert {(one.low_pct, one.high_pct) for one in claims} == {(None, None)}
    assert all(text[one.start : one.end] == one.quote for one in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NOR Flash方面，今年一季度价格有一定上涨，但没有DRAM涨得多。",
            [("NOR", "price", "up", "2026Q1", "actual", "asserted")],
        ),
        (
            "We do not rule out further DRAM price increases in the fourth quarter.",
            [("DRAM", "price", "up", "2026Q4", "guidance", "hedged")],
        ),
        ("For Q3 it guides to higher DRAM prices.", [("DRAM", "price", "up", "2026Q3", "guidance", "asserted")]),
        ("问：DRAM会涨价吗？答：公司不作评论。", []),
    ],
)
def test_a_yardstick_is_no_claim_and_a_door_left_open_is_no_denial(text: str, expected: list[tuple[str, ...]]) -> None:
    """A comparison with DRAM says nothing of DRAM; what is not ruled out is hedged; a question alone claims nothing."""
    claims = read_text(text, published_on=DAY, issuer="beijing_junzheng").claims
    told = [(one.product, one.attribute, one.direction, one.period, one.stance, one.certainty) for one in claims]
    assert told == expected
