"""The parts of the report: scales and labels of its charts, its wording, and the lines at the end of a run."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reportsample import AS_OF, build_report_home
from tests.sqlsample import FORECAST, PAGES, publish_pages
from tracker.home import Home, prepare_home
from tracker.journal import Journal
from tracker.quarter import Quarter
from tracker.report import summarize_run
from tracker.report.charts import LABEL_GAP, draw_change_fan, draw_index_fan, linear_scale, log_scale, spread
from tracker.report.content import Step, read_content
from tracker.report.summary import queries_to_try
from tracker.report.wording import chance, date_words, language_of, safe_link, segment_name, signed
from tracker.warehouse import Warehouse

ORDINARY = st.floats(-95, 500, allow_nan=False)
BANDS = {"p2_5": -10.0, "p10": -5.0, "p25": 0.0, "p50": 4.0, "p75": 8.0, "p90": 12.0, "p97_5": 20.0}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return build_report_home(tmp_path_factory.mktemp("parts"))


@pytest.fixture(scope="module")
def lines(home: Home) -> list[str]:
    with Warehouse.open(home.database) as warehouse:
        return summarize_run(warehouse, as_of=AS_OF, database=home.database)


def settled(quarter: str, change_pct: float, index: float | None) -> Step:
    levels = {} if index is None else {"p50": index}
    return Step(quarter=Quarter.parse(quarter), status="history", change={"p50": change_pct}, index=levels)


def coming(quarter: str) -> Step:
    index = {name: 100 + value for name, value in BANDS.items()}
    return Step(quarter=Quarter.parse(quarter), status="forecast", change=BANDS, index=index, prob_up=0.7)


@given(st.lists(ORDINARY, min_size=1, max_size=40))
def test_a_linear_scale_holds_every_value_between_round_ticks(values: list[float]) -> None:
    """Values lie within the limits, ticks rise and stay few."""
    scale = linear_scale(values)
    assert scale.low <= min(values) + 1e-6
    assert max(values) <= scale.high + 1e-6
    assert list(scale.ticks) == sorted(set(scale.ticks))
    assert 2 <= len(scale.ticks) <= 9


@given(st.lists(st.floats(1, 1e5), min_size=2, max_size=40))
def test_a_ratio_scale_gives_equal_ratios_equal_heights(values: list[float]) -> None:
    """Doubling is as high at the bottom as at the top."""
    scale = log_scale(values)
    assert scale.y(2) - scale.y(4) == pytest.approx(scale.y(200) - scale.y(400))
    assert scale.y(max(values)) <= scale.y(min(values))


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6))
def test_labels_never_touch_and_the_lowest_stays(heights: list[float]) -> None:
    """Labels above are moved up; the median's own label, the lowest, is where its point is."""
    placed = spread(sorted(heights))
    assert placed[-1] == max(heights)
    assert all(low - high >= LABEL_GAP - 1e-9 for high, low in itertools.pairwise(placed))


def test_a_fan_draws_the_past_the_bands_and_the_median() -> None:
    """Three bands open from the last settled quarter, and the end is labelled with the median."""
    svg = draw_change_fan([settled("2026Q1", 3, None), settled("2026Q2", 5, 100), coming("2026Q3")], "k", "T", "D")
    assert re.findall(r'<polygon class="(\w+)"', svg) == ["band95", "band80", "band50"]
    assert all(len(points.split()) == 4 for points in re.findall(r'<polygon class="\w+" points="([^"]+)"', svg))
    assert '<text class="value"' in svg
    assert ">+4.0 %</text>" in svg
    assert "2026Q3: +4.0 % (80 %: −5.0 % to +12.0 %)" in svg


def test_a_gap_in_the_past_is_not_bridged() -> None:
    """The line breaks where a quarter is missing, and a fan does not open from across a gap."""
    steps = [settled("2025Q1", 1, None), settled("2025Q2", 2, None), settled("2025Q4", 3, None), coming("2026Q2")]
    svg = draw_change_fan(steps, "k", "T", "D")
    assert svg.count('<polyline class="past"') == 1
    assert ">settled<" not in svg
    assert svg.count("<circle") == 4


def test_the_index_takes_a_ratio_scale_only_where_levels_lie_far_apart() -> None:
    """A factor of three or more makes it a scale of ratios."""
    near = draw_index_fan([settled("2026Q2", 5, 100), coming("2026Q3")], "k", "T", "D")
    far = draw_index_fan([settled("2026Q2", 5, 20), coming("2026Q3")], "k", "T", "D")
    assert 'data-scale="linear"' in near
    assert 'data-scale="log"' in far


@pytest.mark.parametrize("steps", [[], [coming("2026Q3")], [settled("2026Q2", 5, None)]], ids=["none", "one", "past"])
def test_a_chart_of_next_to_nothing_is_still_a_chart(steps: list[Step]) -> None:
    """No quarter, one forecast quarter alone, only a past: each is drawn."""
    for draw in (draw_change_fan, draw_index_fan):
        assert draw(steps, "k", "T", "D").endswith("</svg>")


def test_what_a_chart_is_told_is_escaped() -> None:
    """Titles and descriptions can't end their element."""
    assert "</title><b>" not in draw_change_fan([coming("2026Q3")], "k", "</title><b>", "</desc><b>")


@pytest.mark.parametrize(
    ("value", "text"), [(3.14159, "+3.1"), (-5.71, "−5.7"), (0.0, "0.0"), (-0.04, "0.0"), (-0.05001, "−0.1")]
)
def test_numbers_carry_their_sign(value: float, text: str) -> None:
    """A true minus, and no sign on what rounds to zero."""
    assert signed(value) == text


@pytest.mark.parametrize(
    ("probability", "text"), [(None, ""), (0.0, "< 1 %"), (0.004, "< 1 %"), (0.625, "63 %"), (1.0, "> 99 %")]
)
def test_no_forecast_is_certain(probability: float | None, text: str) -> None:
    """The ends of the scale are never reached."""
    assert chance(probability) == text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "",
        "http://[",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    """Anything that a browser would run, or that leads to no host, is no link."""
    assert safe_link(address) is None
    assert safe_link("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


def test_a_date_is_told_no_more_exactly_than_it_is_known() -> None:
    """Month and quarter stay month and quarter."""
    day = dt.date(2026, 4, 1)
    told = [date_words(day, precision) for precision in ("day", "month", "quarter")]
    assert told == ["2026-04-01", "2026-04 (day not known)", "2026 Q2 (day not known)"]
    assert date_words(None, None) == "date not known"


def test_words_of_the_configuration_are_put_into_english() -> None:
    """Segments read as a person would write them; scripts give a language where the document gives none."""
    assert [segment_name(name) for name in ("total", "enterprise_ssd", "pc")] == ["overall", "enterprise SSD", "PC"]
    assert [language_of(text) for text in ("DRAM", "日経", "の", "주가")] == [None, "zh", "ja", "ko"]


def test_the_summary_fits_a_terminal(lines: list[str]) -> None:
    """No line is wider than 100 columns, but for the path of the file."""
    assert len(lines) > 15
    assert [line for line in lines if len(line) > 100 and not line.startswith("Database:")] == []


def test_the_summary_tells_the_path_the_sources_and_the_contradictions(lines: list[str], home: Home) -> None:
    """Counts per source, each coming quarter with median and 80 % interval, each open flag in one line, the file."""
    text = "\n".join(lines)
    assert re.search(r"record +11 +\d+ +\d+ +\d+ +\d+ +\d+ +1 +1 +1", text)
    assert re.search(r"DRAM overall +2026Q2 +\+16\.0 +settled +100\.0", text)
    assert re.search(r"2026Q4 +\+7\.5 +−8\.5 to \+23\.5 +83 % +117\.5", text)
    assert "NOR: no forecast yet for overall." in text
    assert "2026-07-02  supply said tight, shares fell: 创业板指 −5.71 %; notable, open" in text
    assert "1 expired, the newest of them of 2026-03-03" in text
    assert f"Database: {home.database}" in lines


def test_the_summary_of_nothing_says_so(tmp_path: Path) -> None:
    """Without forecasts and flags the summary still stands."""
    bare = Home(tmp_path / "bare")
    prepare_home(bare)
    publish_pages(bare)
    with Warehouse.open(bare.database) as warehouse:
        text = "\n".join(summarize_run(warehouse, as_of=AS_OF))
    assert "Open contradictions: none\n" in text
    assert "NOR: no forecast yet for overall." in text
    assert "Database:" not in text


def test_the_queries_to_try_return_rows(home: Home) -> None:
    """There are three, each on one line, and each runs as printed on a database with a path and settled quarters."""
    queries = queries_to_try()
    assert len(queries) == 3
    with Warehouse.open(home.database) as warehouse:
        answers = [warehouse.query(query.replace("'NOR'", "'DRAM'")) for query in queries]
    assert all(answers)
    assert all('"' not in query and "\n" not in query for query in queries)


def test_the_newest_forecast_that_reaches_furthest_is_shown(tmp_path: Path) -> None:
    """Of one as-of date the furthest target wins, then the last computed; an older as-of date never does."""
    home = Home(tmp_path / "home")
    prepare_home(home)
    issues = [
        {"forecast_id": "old", "as_of": "2026-07-01", "target": "2027Q1", "issued_at": "2026-07-09 00:00:00"},
        {"forecast_id": "near", "as_of": "2026-07-03", "target": "2026Q3", "issued_at": "2026-07-08 00:00:00"},
        {"forecast_id": "far", "as_of": "2026-07-03", "target": "2026Q4", "issued_at": "2026-07-03 00:00:00"},
        {"forecast_id": "far-again", "as_of": "2026-07-03", "target": "2026Q4", "issued_at": "2026-07-04 00:00:00"},
    ]
    for issue in issues:
        line = copy.deepcopy(FORECAST)
        line["forecast_issue"][0] |= issue
        for row in line["forecast_path"] + line["forecast_evidence"]:
            row["forecast_id"] = issue["forecast_id"]
        Journal(home.ledger / "forecasts.jsonl").append([line])
    publish_pages(home, *PAGES)
    with Warehouse.open(home.database) as warehouse:
        assert [forecast.forecast_id for forecast in read_content(warehouse, AS_OF).forecasts] == ["far-again"]


def test_the_index_before_the_path_is_chained_backwards(home: Home) -> None:
    """The level before the first quarter is that quarter's level without its change; a start without one is marked."""
    with Warehouse.open(home.database) as warehouse:
        (forecast,) = read_content(warehouse, AS_OF).forecasts
        later = read_content(warehouse, dt.date(2026, 7, 4)).forecasts[0]
    assert all("p50" in step.change for step in forecast.history)
    assert str(forecast.base_quarter) == "2026Q2"
    assert forecast.path[0].index["p50"] == 100
    assert str(later.base_quarter) == "2026Q2"
    start = later.history[-1]
    assert start.index["p50"] == pytest.approx(110 / (1 + 10 / 100))
