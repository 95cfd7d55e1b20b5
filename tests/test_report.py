"""The HTML page of a day: it stands alone, escapes what it quotes, and says what the views say."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.reportsample import AS_OF, HOSTILE, JAPANESE, KOREAN, build_report_home
from tests.sqlsample import publish_pages
from tracker.errors import ArchiveError
from tracker.home import Home
from tracker.report import write_report
from tracker.warehouse import Warehouse

LOADING_TAGS = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "source",
    "image",
    "use",
    "base",
    "form",
}
LOADING_ATTRIBUTES = {"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href", "ping"}


class Tags(HTMLParser):
    """All start tags of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of all tags of a name; there is at least one."""
        found = [attributes for tag, attributes in self.found if tag == name]
        assert found, f"no <{name}> on the page"
        return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return build_report_home(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def page(home: Home) -> str:
    return write(home, home.reports / "page.html")


def write(home: Home, path: Path, as_of: dt.date = AS_OF) -> str:
    """Write the report of a home and return its text."""
    with Warehouse.open(home.database) as warehouse:
        return write_report(warehouse, path, as_of=as_of).read_text(encoding="utf-8")


def text_of(page: str) -> str:
    """Return a page's text without its tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("</style>")[1]).split())


def test_nothing_on_the_page_loads_anything(page: str) -> None:
    """No tag, attribute or style reaches out; the only <link> holds its empty icon itself."""
    tags = Tags(page)
    assert len(tags.found) > 100
    assert not [tag for tag, _ in tags.found if tag in LOADING_TAGS]
    assert not [(tag, attrs) for tag, attrs in tags.found if LOADING_ATTRIBUTES & attrs.keys()]
    assert [link["href"] for link in tags.named("link")] == ["data:,"]
    assert not [attrs for _, attrs in tags.found if "url(" in (attrs.get("style") or "")]
    assert not re.search(r"@import|url\(|expression\(", page.split("<style>")[1].split("</style>", maxsplit=1)[0])


def test_the_page_forbids_requests_by_itself(page: str) -> None:
    """A policy in its head keeps a browser from loading anything, should a way in be overlooked."""
    policy = next(meta for meta in Tags(page).named("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert (policy["content"] or "").startswith("default-src 'none'")


def test_links_lead_to_sources_without_handing_over_the_window(page: str) -> None:
    """Every link is one of the page's own or an http address with rel=noopener; each own one leads somewhere."""
    tags = Tags(page)
    ids = {attrs["id"] for _, attrs in tags.found if attrs.get("id")}
    outward = [link for link in tags.named("a") if not (link["href"] or "").startswith("#")]
    assert outward
    assert all((link["href"] or "").startswith(("https://", "http://")) for link in outward)
    assert all("noopener" in (link.get("rel") or "") for link in outward)
    inward = {(link["href"] or "")[1:] for link in tags.named("a") if (link["href"] or "").startswith("#")}
    assert inward
    assert inward <= ids


def test_what_a_document_says_is_never_markup(page: str) -> None:
    """A quote with a script in it is shown as words, and an address that would run code is no link."""
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#39;DRAM up 9 %&#39;)&lt;/script&gt;" in page
    assert "<img" not in page
    assert not [attrs for _, attrs in Tags(page).found if "javascript" in (attrs.get("href") or "").lower()]
    assert HOSTILE not in page


def test_the_tables_show_the_numbers_of_the_view(home: Home, page: str) -> None:
    """Each cell of the quantile tables holds the number of path_as_of, and none is missing."""
    rows = re.findall(
        r'<tr class="\w+" data-forecast="(.+?)" data-quarter="(.+?)" data-field="(.+?)">(.+?)</tr>', page, re.DOTALL
    )
    shown = {
        (forecast, quarter, field, name): float(value)
        for forecast, quarter, field, cells in rows
        for name, value in re.findall(r'data-level="(.+?)"><data value="(.+?)">', cells)
    }
    with Warehouse.open(home.database) as warehouse:
        path = warehouse.rows("path_as_of", AS_OF)
    expected = {}
    for row in path:
        for name in ("p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"):
            expected[row["forecast_id"], row["quarter"], "change", name] = row[f"change_{name}_pct"]
            expected[row["forecast_id"], row["quarter"], "index", name] = row[f"index_{name}"]
    expected = {key: value for key, value in expected.items() if value is not None}
    assert len(expected) == 2 * (1 + 7 + 7)
    assert shown == pytest.approx(expected, rel=1e-5)


def test_the_headline_names_quarter_median_and_interval(page: str) -> None:
    """The target's median and 80 % interval stand in one sentence, with the chance of a rise beside it."""
    text = text_of(page)
    assert "2026Q4 against 2026Q3: +7.5 % at the median; between −8.5 % and +23.5 % in 8 cases of 10." in text
    assert "83 % chance of a rise in&nbsp;2026Q4" in text
    assert page.count("<td>17 %</td>") == 2


def test_a_settled_quarter_has_only_its_figure(page: str) -> None:
    """It is called settled and gets no probability."""
    row = re.search(r'<tr class="settled"[^>]*data-quarter="2026Q2" data-field="change">(.+?)</tr>', page, re.DOTALL)
    assert row
    assert text_of("</style>" + row[1]) == "2026Q2 · · · +16.0 · · · settled"


def test_charts_say_in_words_what_they_show(page: str) -> None:
    """Each fan is an image with a title and a description of its own, and there are two for the one forecast."""
    fans = [svg for svg in Tags(page).named("svg") if svg["class"] == "fan"]
    assert len(fans) == 2
    ids = [name for fan in fans for name in (fan["aria-labelledby"] or "").split()]
    assert len(set(ids)) == 4
    for name in ids:
        assert re.search(rf'<(title|desc) id="{name}">[^<]+</\1>', page)
    assert all(strip.get("aria-label") for strip in Tags(page).named("svg") if strip["class"] == "strip")


def test_every_statement_stands_with_who_when_where_and_its_effect(page: str) -> None:
    """A statement that the reading lost is still listed; a page without an address shows its note instead."""
    cites = [
        text_of("</style>" + cite) for cite in re.findall(r'<li class="cite with-effect">(.+?)</li>', page, re.DOTALL)
    ]
    assert len(cites) == 4
    assert cites[0].startswith("+4.2")
    assert "2026-07-01" in cites[0]
    assert "javascript:alert(1)" in cites[0]
    assert KOREAN in cites[1]
    assert "example.org" in cites[1]
    assert "s-of-an-older-reading" in cites[3]


def test_words_of_each_script_are_marked_with_their_language(page: str) -> None:
    """Korean, Japanese and Chinese get the fonts and the voice of their language."""
    for words, tag in ((KOREAN, "ko"), (JAPANESE, "ja"), ("预计三季度DRAM价格继续上涨", "zh-Hans"), ("创业板指", "zh")):
        assert re.search(rf'lang="{tag}"[^>]*>(<a [^>]+>)?{re.escape(words)}', page), words


def test_a_flag_shows_both_sides(page: str) -> None:
    """Moves, statements against them and statements in line with them, with the state that the flag has reached."""
    flag = page.split('<article class="flag" id="g1">')[1].split("</article>", maxsplit=1)[0]
    moves, against, agreeing = re.split(r"<h4[^>]*>(?:What had been said|And in line)", flag)
    assert '<data value="-5.71">−5.71</data>' in moves
    assert "预计三季度DRAM价格继续上涨" in against
    assert "PC DRAM will fall 0 to 5 % in 2026Q3." in agreeing
    assert '<span class="chip">open</span>' in flag


def test_an_expired_flag_is_not_among_the_open_ones(page: str) -> None:
    """It is kept, folded away."""
    alerts = page.split('<div class="alerts">')[1].split("</div>", maxsplit=1)[0]
    assert 'href="#g1"' in alerts
    assert 'href="#g0"' not in alerts
    assert 'id="g0"' in page.split('<details class="earlier">')[1]


def test_what_was_left_out_is_counted(page: str) -> None:
    """Unread, refused, undated and dropped facts of a source stand beside what it brought."""
    counts = dict(re.findall(r'<td data-count="(\w+)"[^>]*>(.*?)</td>', page))
    assert {name: counts[name] for name in ("unread", "rejected", "undated", "dropped")} == {
        "unread": "1",
        "rejected": "1",
        "undated": "1",
        "dropped": "1",
    }
    assert int(counts["documents"]) == 11


def test_later_knowledge_is_not_on_the_page(home: Home, page: str, tmp_path: Path) -> None:
    """A forecast of the day after is on the next day's page only; before the first one nothing is shown."""
    assert "made with hindsight" not in page
    assert "made with hindsight" in write(home, tmp_path / "next.html", dt.date(2026, 7, 4))
    early = write(home, tmp_path / "early.html", dt.date(2026, 7, 2))
    assert "No forecast had been issued by this date." in early
    assert 'id="g1"' not in early
    assert "1 flag about events up to this date was written with later knowledge" in text_of(early)
    assert "written with later knowledge" not in page


def test_an_empty_database_gives_a_page_that_says_so(tmp_path: Path, home: Home) -> None:
    """Without forecasts, flags and facts each section says in words that there is nothing."""
    bare = Home(tmp_path / "bare")
    for folder in (bare.root, bare.workbench, bare.ledger, bare.readings, bare.archive):
        folder.mkdir(parents=True, exist_ok=True)
    publish_pages(bare)
    text = text_of(write(bare, tmp_path / "bare.html"))
    assert "No forecast had been issued by this date." in text
    assert "Open contradictions None on record." in text
    assert "No contradiction is open on this date" in text
    assert "for NOR: overall" in text


def test_the_same_input_gives_the_same_bytes(home: Home, page: str, tmp_path: Path) -> None:
    """No clock and no chance is in the page, and its folder is made."""
    assert write(home, tmp_path / "deep" / "down" / "again.html") == page
    assert [path.name for path in (tmp_path / "deep" / "down").iterdir()] == ["again.html"]


def test_a_place_that_can_not_be_written_is_named(home: Home, tmp_path: Path) -> None:
    """A file where the folder should be ends with the path and what to do."""
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(ArchiveError, match=r"taken.*name another place"):
        write(home, tmp_path / "taken" / "page.html")


def test_the_page_begins_as_html_does(page: str) -> None:
    """Nothing stands before the document type, so that no browser falls back to old habits."""
    assert page.startswith("<!DOCTYPE html>\n<html lang=")
    assert page.endswith("</html>\n")
