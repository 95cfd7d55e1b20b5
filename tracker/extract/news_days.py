"""Which days are those of the news ("6月3日讯", "said on June 3"), and which a price stood at or is set from."""

from __future__ import annotations

import re

from tracker.extract.chinese.days import dates_speech, is_day_told
from tracker.extract.english.dating import is_day_told as is_english_day_told
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# A day that a price stood at, rather than that of the news.
_AS_OF = re.compile(r"\s?(?:기준|현재|시점|时点|为止|为基准)")
# A day that heads an entry of a diary stands first, in brackets or before a mark.
_OPENS_ENTRY = re.compile(r"\s?[\[【(〔「]?\s?(?:on )?")
_CLOSES_ENTRY = re.compile(r"\s?(?:[\]】〕」:：|]|[-–—] )")
_COMMA = re.compile(r"\s?[,，]")
_FROM_ON = ("起", "开始", "生效", "实施", "执行", "부터", "부로", "자로")


def is_news_date(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is the date of the news: it names a day (unless "from" it), or a speaker follows."""
    if word.marks[0].day is None:
        return layout.language == "zh" and dates_speech(layout, word)
    if heads_entry(layout, word) or _AS_OF.match(layout.text, word.end) or _is_day_of_price(layout, word):
        return False
    return not layout.text[word.end : word.end + 3].lstrip().startswith(_FROM_ON)


def _is_day_of_price(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a day is the one that a price stood at or holds from, as its language tells it."""
    if layout.language == "ja":
        return layout.text.startswith("の", word.end)  # "2月4日のスポット価格": the price of that day
    if layout.language == "zh":
        return is_day_told(layout, word)
    return layout.language == "en" and is_english_day_told(layout, word)


def heads_entry(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a day heads an entry of a diary of prices ("[7月5日]", "Jan 5:", "7月5日,现货价"), told by nobody in it."""
    opening = layout.text[layout.start : word.start]
    if len(opening) > 4 or not _OPENS_ENTRY.fullmatch(opening):
        return False
    if layout.between(word.end, layout.end, "say", "agency", "future"):
        return False
    if _CLOSES_ENTRY.match(layout.text, word.end):
        return True
    markets = layout.between(word.end, layout.end, "market")
    return bool(_COMMA.match(layout.text, word.end) and markets and markets[0].value == "spot")
