"""How numbers, dates, names and links are put into words: the page and the terminal say a thing the same way."""

from __future__ import annotations

import datetime as dt
import math
import re
from urllib.parse import urlsplit

MINUS = "\N{MINUS SIGN}"
_CAPITALS = {"pc": "PC", "ssd": "SSD", "mlc": "MLC", "slc": "SLC"}
_DATE_FORMS = {"month": "{:%Y-%m} (day not known)", "quarter": "{:%Y} Q{} (day not known)"}
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
KINDS = {
    "tight_vs_bearish": "Supply was said to be tight, shares fell",
    "loose_vs_bullish": "Supply was said to be loose, shares rose",
}
SHORT_KINDS = {
    "tight_vs_bearish": "supply said tight, shares fell",
    "loose_vs_bullish": "supply said loose, shares rose",
}


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign and a true minus, `+3.1` or `−5.7`; zero, also after rounding, has no sign."""
    text = f"{abs(value):.{digits}f}"
    if float(text) == 0:
        return text
    return (MINUS if value < 0 else "+") + text


def level(value: float) -> str:
    """Return an index level with one decimal below 1,000, none above."""
    return f"{value:,.1f}" if value < 1000 else f"{value:,.0f}"


def chance(probability: float | None) -> str:
    """Return a probability in whole percent; near its ends `< 1 %` and `> 99 %`, for nothing here is certain."""
    if probability is None:
        return ""
    if probability < 0.01:
        return "< 1 %"
    if probability > 0.99:
        return "> 99 %"
    return f"{math.floor(100 * probability + 0.5)} %"


def count(number: int) -> str:
    """Return a count with thin groups of three digits."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def segment_name(segment: str) -> str:
    """Return a segment in words: `enterprise_ssd` is `enterprise SSD`, `total` is `overall`."""
    if segment == "total":
        return "overall"
    return " ".join(_CAPITALS.get(word, word) for word in segment.split("_"))


def model_name(model: str) -> str:
    """Return a model's name in words."""
    return model.replace("_", " ")


def date_words(day: dt.date | None, precision: str | None) -> str:
    """Return a date of publication no more exactly than it is known."""
    if day is None:
        return "date not known"
    form = _DATE_FORMS.get(precision or "day", "{:%Y-%m-%d}")
    return form.format(day, (day.month + 2) // 3)


def safe_link(url: str | None) -> str | None:
    """Return an address that may stand behind a link: http or https with a host; None for anything else."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def host_of(url: str) -> str:
    """Return the host of an address, for a reader to judge the source by."""
    return urlsplit(url).netloc.removeprefix("www.")


def language_of(text: str, known: str | None = None) -> str | None:
    """Return the language tag of a text: the known one, else what its script tells; None for Latin script."""
    if known:
        return known
    return next((tag for tag, script in _SCRIPTS if script.search(text)), None)
