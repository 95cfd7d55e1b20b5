"""Sizes of change: a table of expressions in five languages, and what must hold for any number."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.extract.numbers import find_amounts
from tracker.extract.script import fold

TABLE = [
    ("zh", "上涨57%", (57, 57)),
    ("zh", "上涨13-18%", (13, 18)),
    ("zh", "上涨15%至20%", (15, 20)),
    ("zh", "涨逾20%", (20, None)),
    ("zh", "涨15%以上", (15, None)),
    ("zh", "最高上调30%", (None, 30)),
    ("zh", "跌幅在5%以内", (None, 5)),
    ("zh", "涨幅约一成五", (15, 15)),
    ("zh", "上涨两成左右", (20, 20)),
    ("zh", "涨三成以上", (30, None)),
    ("zh", "涨二至三成", (20, 30)),
    ("zh", "价格翻倍", (100, 100)),
    ("zh", "价格翻两番", (300, 300)),
    ("zh", "涨逾两倍", (200, None)),
    ("zh", "上涨2.8倍", (280, 280)),
    ("zh", "涨至原来的三倍", (200, 200)),
    ("zh", "价格腰斩", (50, 50)),
    ("zh", "百分之二十", (20, 20)),
    ("zh", "低个位数", (1, 3)),
    ("zh", "高个位数", (7, 9)),
    ("zh", "个位数", (1, 9)),
    ("zh", "两位数", (10, None)),
    ("zh", "上调10%+", (10, None)),
    ("en", "in the low single-digit percentage range", (1, 3)),
    ("en", "mid-single digits", (4, 6)),
    ("en", "high single-digit", (7, 9)),
    ("en", "low-to-mid single digits", (1, 6)),
    ("en", "mid-teens", (14, 16)),
    ("en", "high-teens percent", (17, 19)),
    ("en", "in the low 20s percentage range", (21, 23)),
    ("en", "by a mid-60 percent", (64, 66)),
    ("en", "about ten percent", (10, 10)),
    ("en", "up forty to fifty percent", (40, 50)),
    ("en", "by more than twenty-five percent", (25, None)),
    ("en", "fell by eight per cent", (8, 8)),
    ("en", "double-digit increase", (10, None)),
    ("en", "up to 30%", (None, 30)),
    ("en", "will not exceed 5%", (None, 5)),
    ("en", "over 50%", (50, None)),
    ("en", "10% or more", (10, None)),
    ("en", "between 13 and 18 percent", (13, 18)),
    ("en", "ranging from 8% to 13%", (8, 13)),
    ("en", "-3% to +8%", (-3, 8)),
    ("en", "doubled", (100, 100)),
    ("en", "a threefold rise", (200, 200)),
    ("ko", "10%대 후반", (17, 19)),
    ("ko", "20% 초반", (21, 23)),
    ("ko", "한 자릿수 후반", (7, 9)),
    ("ko", "한자리수", (1, 9)),
    ("ko", "두 자릿수", (10, None)),
    ("ko", "최대 두 배", (None, 100)),
    ("ko", "10배 뛰고", (900, 900)),
    ("ko", "30% 이상", (30, None)),
    ("ko", "30% 초과", (30, None)),
    ("ja", "約58〜64%", (58, 64)),
    ("ja", "2割高", (20, 20)),
    ("ja", "2〜3割", (20, 30)),
    ("ja", "1割ほど", (10, 10)),
    ("ja", "8倍超に", (700, None)),
    ("ja", "20%超", (20, None)),
]

NOTHING = [
    ("zh", "占据90%市场份额"),
    ("zh", "提升5个百分点"),
    ("zh", "完成本季目标"),
    ("en", "50% of capacity"),
    ("en", "up 5 percentage points"),
    ("en", "160 basis points"),
    ("ko", "5%p 하락"),
    ("ja", "3ポイント"),
]


def read_amounts(language: str, text: str) -> list[tuple[float | None, float | None]]:
    folded = fold(text)
    return [(a.low, a.high) for a in find_amounts(folded, language, 0, len(folded))]  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_amount_in_words_or_digits(language: str, text: str, expected: tuple[float | None, float | None]) -> None:
    """Each expression gives its low and high, open where the words leave a side open."""
    assert read_amounts(language, text) == [expected]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_number_that_is_no_size_of_change(language: str, text: str) -> None:
    """Shares, percentage points and look-alikes give no size."""
    assert read_amounts(language, text) == []


def test_value_before_a_revision_is_marked() -> None:
    """Of "from 17 % to 32 %" the first is the old value."""
    folded = fold("涨幅从17%上调至32%")
    assert [(a.low, a.is_old) for a in find_amounts(folded, "zh", 0, len(folded))] == [(17, True), (32, False)]


@given(low=st.integers(1, 400), width=st.integers(1, 60), mark=st.sampled_from(["-", "~", "–", "〜", "%-", "% to "]))
def test_any_range_keeps_its_bounds(low: int, width: int, mark: str) -> None:
    """A range in digits reads as written, whatever dash it uses."""
    assert read_amounts("en", f"rose {low}{mark}{low + width}%") == [(low, low + width)]


@given(value=st.decimals(min_value="0.01", max_value="9999", places=2))
def test_any_single_percentage_reads_as_itself(value: object) -> None:
    """A percentage with decimals is one size, low equal to high, in every language."""
    for language in ("zh", "en", "ko", "ja"):
        assert read_amounts(language, f"x {value}% y") == [(float(str(value)), float(str(value)))]


@example("0倍+0%")
@given(st.text(alphabet="0123456789%.,-~+成倍割两三十 個位數%대", max_size=60))
def test_amounts_lie_in_order_inside_the_text(text: str) -> None:
    """Spans never overlap, never leave the text, and low is never above high."""
    folded = fold(text)
    for language in ("zh", "en", "ko", "ja"):
        last = 0
        for amount in find_amounts(folded, language, 0, len(folded)):
            assert last <= amount.start < amount.end <= len(folded)
            assert amount.low is None or amount.high is None or amount.low <= amount.high
            last = amount.end


@pytest.mark.parametrize("noise", ["1", "1,", "1-", "两", "("])
def test_cost_grows_with_length_only(noise: str) -> None:
    """Two hundred thousand characters of noise are searched in a moment: no pattern explodes."""
    text = noise * (200_000 // len(noise))
    begun = time.process_time()
    for language in ("zh", "en", "ko", "ja"):
        find_amounts(text, language, 0, len(text))
    assert time.process_time() - begun < 5
