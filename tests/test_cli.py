"""The verbs, as a person at a prompt meets them."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.readme import run_command, shown_blocks
from tracker.cli import main

ROOT = Path(__file__).parents[1]
# Libraries that cost a noticeable part of a second; no quick verb may load them.
HEAVY = ("pandas", "numpy", "scipy", "sklearn", "prophet", "duckdb", "httpx", "altair", "statsforecast")


def memtrack(home: Path, *words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *words], input=text)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the packaged record in it."""
    home = tmp_path_factory.mktemp("recorded") / "home"
    result = memtrack(home, "ingest", "--offline")
    assert result.exit_code == 0, result.output
    return home


def test_the_packaged_record_goes_in_and_a_second_run_adds_nothing(recorded: Path) -> None:
    """The first run counts its rows; the second says that nothing is new."""
    again = memtrack(recorded, "ingest", "--offline")
    assert again.exit_code == 0
    assert "nothing new: no row added" in again.output


def test_the_record_is_as_large_as_it_says(recorded: Path) -> None:
    """At least a thousand distinct statements, every row with a place and a date, no quarter missing."""
    counts = memtrack(
        recorded,
        "query",
        "--json",
        "select count(*) as n, count(provenance) as p, count(published_on) as d from evidence",
    )
    (row,) = json.loads(counts.output)
    assert row["n"] == row["p"] == row["d"]
    distinct = json.loads(memtrack(recorded, "query", "--json", "select count(*) as n from statement").output)
    assert distinct[0]["n"] >= 1000
    quarters = json.loads(memtrack(recorded, "query", "--json", "select distinct quarter as q from guidance").output)
    expected = {f"{year}Q{number}" for year in range(2014, 2027) for number in (1, 2, 3, 4)} - {"2014Q1"}
    assert expected <= {row["q"] for row in quarters}


def test_what_lies_too_far_ahead_reaches_no_ledger(recorded: Path) -> None:
    """A forecast refused leaves the home as it was."""
    ledger = recorded / "ledger" / "forecasts.jsonl"
    before = ledger.read_bytes() if ledger.exists() else b""
    far = memtrack(recorded, "forecast", "-q", "2045Q1", "--as-of", "2026-07-03")
    assert (far.exit_code, "expected a quarter up to 2028Q3" in far.output) == (2, True)
    late = memtrack(recorded, "forecast", "-q", "Q3", "--as-of", "2999-07-03")
    assert (late.exit_code, "2999-07-03 is yet to come" in late.output) == (2, True)
    assert (ledger.read_bytes() if ledger.exists() else b"") == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("query", "select * from nowhere"), 2, "query failed"),
        (("query",), 2, "expected either a query or --file"),
        (("ingest", "--source", "recrod"), 2, "expected one of"),
        (("ingest", "--since", "yesterday"), 2, "is not a date"),
        (("add",), 2, "expected at least one file"),
        (("score", "--as-of", "2999-01-01"), 2, "is yet to come"),
        (("what-if", "-q", "Q4", "--shock", "DRAM:5", "--as-of", "2999-01-01"), 2, "is yet to come"),
        (("forecast", "-q", "Q4", "--since", "2026-07-02", "--as-of", "2999-01-01"), 2, "is yet to come"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_wrong_words_are_answered_with_what_was_expected(
    recorded: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    """Exit code 2 and a message that helps."""
    result = memtrack(recorded, *words)
    assert result.exit_code == code
    assert message in result.output


def test_a_query_before_the_first_ingest_says_what_to_do(tmp_path: Path) -> None:
    """Exit code 8, and the command that mends it."""
    result = memtrack(tmp_path / "new", "query", "select 1")
    assert result.exit_code == 8
    assert "memtrack ingest" in result.output
    assert memtrack(tmp_path / "new", "status").exit_code == 3


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Exit code 6 with the folder."""
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    result = memtrack(blocker / "home", "ingest", "--offline")
    assert result.exit_code == 6
    assert str(blocker / "home") in result.output


def test_the_readme_prints_what_the_commands_print(recorded: Path) -> None:
    """The page's examples are the program's own words, numbers included."""
    blocks = shown_blocks((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(blocks) == 2
    for command, block in blocks:
        assert run_command(command, recorded) == block, f"{command}: renew the block in README.md"


def test_what_changed_comes_as_a_table_too(recorded: Path) -> None:
    """The medians of both dates, one row for each quarter, as far as was asked."""
    words = ("--as-of", "2026-07-10", "--since", "2026-07-02", "--product", "NOR", "--horizon", "4")
    told = memtrack(recorded, "forecast", "-q", "Q4", *words, "--csv")
    assert told.exit_code == 0, told.output
    rows = list(csv.DictReader(told.stdout.splitlines()))
    assert (rows[-1]["quarter"], {row["since"] for row in rows}) == ("2027Q2", {"2026-07-02"})
    answer = json.loads(memtrack(recorded, "forecast", "-q", "Q4", *words, "--json").stdout)
    assert [row["after_pct"] for row in rows] == [str(each["after_pct"]) for each in answer["products"][0]["path"]]


def test_a_products_numbers_do_not_depend_on_which_products_are_asked_for(recorded: Path) -> None:
    """What is asked for is left out or shown; it is never learnt from."""
    question = ("forecast", "-q", "2026Q3", "--as-of", "2026-07-03", "--json")
    whole = json.loads(memtrack(recorded, *question).stdout)
    alone = json.loads(memtrack(recorded, *question, "--product", "NOR").stdout)
    assert alone["products"] == [one for one in whole["products"] if one["product"] == "NOR"]
    assert len(whole["products"]) > len(alone["products"]) > 0


def test_extract_reads_json_lines_and_keeps_to_its_contract() -> None:
    """One line out for each line in, every quote at its offsets."""
    text = "DRAM contract prices are expected to rise 10-15% in 3Q26."
    line = json.dumps({"id": "a", "text": text, "lang": "en", "published_on": "2026-07-02"})
    result = CliRunner().invoke(
        main, ["extract"], input=line + "\n" + json.dumps({"id": "b", "text": "Nothing here."}) + "\n"
    )
    assert result.exit_code == 0, result.output
    first, second = (json.loads(answer) for answer in result.output.splitlines())
    assert (first["id"], second) == ("a", {"id": "b", "statements": []})
    (claim,) = first["statements"]
    assert (claim["product"], claim["direction"], claim["period"], claim["low_pct"], claim["high_pct"]) == (
        "DRAM",
        "up",
        "2026Q3",
        10,
        15,
    )
    assert text[claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "standard input, line 1: not JSON (Expecting property name enclosed in double quotes, column 2)"),
        ('{"id":"a"\n', "line 1: not JSON (Expecting ',' delimiter, column 10)"),
        ("[" * 100_000, "line 1: nested too deep; expected an object with id and text"),
        ("[]", "expected an object with id and text"),
        ('{"id":"a"}', "expected an object with id and text"),
        ('{"id":"a","text":"x","published_on":"soon"}', "expected a date like 2026-07-02"),
        ('{"id":"a","text":"x","issuer":7}', "issuer is 7; expected text or null"),
    ],
)
def test_a_bad_line_names_its_place(line: str, message: str) -> None:
    """Input, line, what was found and what was expected."""
    result = CliRunner().invoke(main, ["extract"], input=line)
    assert result.exit_code == 5
    assert message in result.output


def test_what_is_known_of_files_is_not_said_of_lines() -> None:
    """An option that would be passed over is refused."""
    result = CliRunner().invoke(main, ["extract", "--issuer", "Micron"], input='{"id":"a","text":"x"}')
    assert result.exit_code == 2
    assert "a JSON line says its own" in result.output


def test_explanations_of_several_passages_stand_below_their_ids() -> None:
    """What the rules said of each of several JSON lines can be told apart."""
    lines = "".join(json.dumps({"id": name, "text": f"{name} prices rose."}) + "\n" for name in ("DRAM", "NOR"))
    shown = CliRunner().invoke(main, ["extract", "--explain"], input=lines).output.splitlines()
    assert [line for line in shown if line in ("DRAM", "NOR")] == ["DRAM", "NOR"]
    assert shown[shown.index("NOR") + 1] == "[0:16] NOR prices rose."


@pytest.mark.parametrize("words", [("--help",), ("status",)])
def test_quick_verbs_load_nothing_heavy(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A person at a prompt does not wait for libraries that the answer does not need."""
    code = (
        "import sys; from tracker.cli import main\n"
        f"try: main({['--home', str(tmp_path), *words]!r})\n"
        "except SystemExit: pass\n"
        f"print('loaded:', sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "loaded: []"
