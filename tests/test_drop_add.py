"""Adding files: read first, copied whole or not at all, and twice is once."""

from __future__ import annotations

import datetime as dt
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.test_drop import BAD, GOOD, HEAD, put
from tracker.dropfolder import Added, add_files
from tracker.errors import ArchiveError, UnknownName, UsageError
from tracker.home import Home
from tracker.tables import template


def add(
    home: Home, *files: Path, issuer: str | None = None, day: str | None = None, url: str | None = None
) -> list[Added]:
    """Add files on the fixed day."""
    published_on = dt.date.fromisoformat(day) if day else None
    return add_files(home.root, files, issuer=issuer, published_on=published_on, url=url, now=NOW)


def listing(home: Home) -> dict[str, bytes]:
    """Every file under the drop folder, hidden ones too, with its bytes."""
    return {path.name: path.read_bytes() for path in home.drop.rglob("*") if path.is_file()}


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes; a longer write fails as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_good_rows_go_in_and_bad_rows_are_told(home: Home, tmp_path: Path) -> None:
    """A table with a bad row is copied as it is; what was recognised and refused is returned."""
    file = put(tmp_path, "p.csv", HEAD + GOOD + BAD)
    (added,) = add(home, file)
    assert (added.outcome, added.key, added.form) == ("added", "p.csv", "prices table (CSV, utf-8)")
    assert (added.prices, added.facts, added.rejected_rows) == (1, 1, 1)
    (refused,) = added.rejected
    assert (refused.place, refused.field, refused.value) == ("row 3", "product", "DRAMM")
    assert refused.expected == "one of DRAM, NAND, NOR, HBM, SRAM, MEMORY; did you mean DRAM?"
    assert listing(home) == {"p.csv": file.read_bytes()}


def test_options_become_a_sidecar(home: Home, tmp_path: Path) -> None:
    """Issuer (by any known name), date and URL are kept beside the file, where the next ingest finds them."""
    file = put(tmp_path, "p.csv", "item,product,segment,period,price_usd\nX,DRAM,pc,2026-06,6.25\n")
    (added,) = add(home, file, issuer="美光", day="2026-07-01", url="https://a.example")
    assert added.outcome == "added"
    sidecar = listing(home)["p.csv.meta.toml"].decode()
    assert sidecar == 'issuer = "micron"\npublished_on = "2026-07-01"\nurl = "https://a.example"\n'


def test_adding_twice_changes_nothing(home: Home, tmp_path: Path) -> None:
    """The same content with the same options is unchanged, under whatever name it comes."""
    file = put(tmp_path, "p.csv", HEAD + GOOD)
    add(home, file, issuer="micron")
    before = {path: path.stat().st_mtime_ns for path in home.drop.rglob("*")}
    assert before
    copy = put(tmp_path, "copy.csv", HEAD + GOOD)
    again = add(home, file, copy, home.drop / "p.csv", issuer="MU")
    assert [(added.outcome, added.key, added.prices) for added in again] == [("unchanged", "p.csv", 1)] * 3
    assert {path: path.stat().st_mtime_ns for path in home.drop.rglob("*")} == before


def test_another_content_of_the_same_name_replaces_it_and_says_so(home: Home, tmp_path: Path) -> None:
    """A newer version of a file takes the place of the old and keeps what was said of it."""
    add(home, put(tmp_path, "p.csv", HEAD + GOOD), issuer="micron")
    (added,) = add(home, put(tmp_path, "p.csv", HEAD + GOOD.replace("6.25", "7")))
    assert added.outcome == "replaced"
    assert listing(home)["p.csv"].decode().count("7") == 1
    assert listing(home)["p.csv.meta.toml"] == b'issuer = "micron"\n'


def test_adding_a_withdrawn_file_brings_it_back(home: Home, tmp_path: Path) -> None:
    """Who adds a file wants its facts."""
    put(home.drop, "p.csv", HEAD + GOOD)
    put(home.drop, "p.csv.meta.toml", 'withdrawn = true\nnote = "n"\n')
    (added,) = add(home, put(tmp_path, "p.csv", HEAD + GOOD))
    assert (added.outcome, added.prices) == ("replaced", 1)
    assert listing(home)["p.csv.meta.toml"] == b'note = "n"\n'


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("p.csv", "", "/p.csv: 0 bytes, nothing in it: expected a table"),
        ("p.csv", HEAD.replace("period,", "") + "1\n", "a table of prices without column period"),
        ("p.csv", HEAD, "and no rows under it: expected at least one row"),
        ("a.txt", "DRAM prices rose.", "a.txt: no published_on: expected a date of publication: --published-on"),
        ("a.doc", "x", "a.doc: type '.doc': expected a table (.csv, .tsv, .xlsx) or a document"),
        (".p.csv", HEAD + GOOD, "hidden files and *.meta.toml are not read as material: rename it"),
    ],
)
def test_a_file_without_anything_usable_is_not_copied(
    home: Home, tmp_path: Path, name: str, content: str, problem: str
) -> None:
    """It is refused with the reason and leaves no trace; a good file beside it goes in."""
    bad, good = put(tmp_path, name, content), put(tmp_path, "good.csv", HEAD + GOOD)
    refused, added = add(home, bad, good)
    assert (refused.outcome, refused.key, added.outcome) == ("refused", None, "added")
    assert refused.problem is not None
    assert problem in refused.problem
    assert list(listing(home)) == ["good.csv"]


def test_a_table_of_bad_rows_is_kept_to_be_looked_up_but_never_in_a_good_ones_place(home: Home, tmp_path: Path) -> None:
    """Its rows can be queried; a good file of the same name stays."""
    (refused,) = add(home, put(tmp_path, "p.csv", HEAD + BAD))
    assert (refused.outcome, refused.key) == ("refused", "p.csv")
    assert "none of its rows is usable; the table rejected lists them" in str(refused.problem)
    assert list(listing(home)) == ["p.csv"]
    (mended,) = add(home, put(tmp_path, "p.csv", HEAD + GOOD))
    assert mended.outcome == "replaced"
    (again,) = add(home, put(tmp_path, "p.csv", HEAD + BAD))
    assert (again.outcome, again.key) == ("refused", None)
    assert listing(home)["p.csv"].decode() == HEAD + GOOD


def test_what_is_no_file_is_refused(home: Home, tmp_path: Path) -> None:
    """A path that does not exist and a folder are told apart."""
    (tmp_path / "folder").mkdir()
    missing, folder = add(home, tmp_path / "missing.csv", tmp_path / "folder")
    assert str(missing.problem).endswith(
        "missing.csv: can't be read (No such file or directory): expected a file that you may read"
    )
    assert "folder: a folder; expected files" in str(folder.problem)


def test_two_files_of_one_name_do_not_overwrite_each_other(home: Home, tmp_path: Path) -> None:
    """On one command line the second would replace the first unseen: it is refused."""
    first = put(tmp_path, "one/p.csv", HEAD + GOOD)
    second = put(tmp_path, "two/p.csv", HEAD + GOOD.replace("6.25", "7"))
    added, refused = add(home, first, second)
    assert (added.outcome, refused.outcome) == ("added", "refused")
    assert "another file of the same name is on the same command line" in str(refused.problem)
    assert listing(home) == {"p.csv": first.read_bytes()}


def test_wrong_options_are_refused_before_anything_is_read(home: Home, tmp_path: Path) -> None:
    """An unknown issuer, a date in the future or before the record, and an address that is none."""
    file = put(tmp_path, "p.csv", HEAD + GOOD)
    with pytest.raises(UnknownName, match=r"--issuer 'Micorn': expected an id, ticker or name .*did you mean Micron\?"):
        add(home, file, issuer="Micorn")
    with pytest.raises(UsageError, match=r"--published-on 2026-07-04: expected a date of publication up to 2026-07-03"):
        add(home, file, day="2026-07-04")
    with pytest.raises(UsageError, match=r"--published-on 1980-01-01: expected a date of publication since 1990-01-01"):
        add(home, file, day="1980-01-01")
    with pytest.raises(UsageError, match=r"--url 'a\.example': expected an address"):
        add(home, file, url="a.example")
    assert listing(home) == {}


def test_a_full_disk_leaves_nothing_half_written(home: Home, tmp_path: Path) -> None:
    """When the file can't be written its sidecar goes too, and the error says what to do."""
    rows = "".join(GOOD.replace(",X,", f",X{number},") for number in range(100))
    file = put(tmp_path, "p.csv", HEAD + rows)
    with (
        full_disk(2000),
        pytest.raises(ArchiveError, match=r"p\.csv: can't be written .*nothing of it was kept.*free some"),
    ):
        add(home, file, issuer="micron")
    assert listing(home) == {}
    assert [added.prices for added in add(home, file, issuer="micron")] == [100]


def test_a_full_disk_keeps_the_version_before(home: Home, tmp_path: Path) -> None:
    """A replacement that fails leaves the old file and the old sidecar as they were."""
    add(home, put(tmp_path, "p.csv", HEAD + GOOD), issuer="micron")
    before = listing(home)
    assert len(before) == 2
    rows = "".join(GOOD.replace(",X,", f",X{number},") for number in range(100))
    file = put(tmp_path, "p.csv", HEAD + rows)
    with full_disk(2000), pytest.raises(ArchiveError):
        add(home, file, issuer="samsung", url="https://b.example")
    assert listing(home) == before


@pytest.mark.parametrize("kind", ["prices", "guidance", "closes"])
def test_a_template_can_be_added(home: Home, tmp_path: Path, kind: str) -> None:
    """What the program gives it also takes."""
    (added,) = add(home, put(tmp_path, f"{kind}.csv", template(kind)))
    assert (added.outcome, added.facts, added.rejected) == ("added", 1, ())
