"""The drop folder as a source: what it finds, what sidecars add, and what becomes of files that can't be read."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOW
from tracker.archive import Archive
from tracker.errors import ConfigError, InputError
from tracker.facts import Rejected, Yield
from tracker.home import Home
from tracker.source import Errand, Found
from tracker.sources.drop import MAX_BYTES, SOURCE

HEAD = "published_on,publisher,item,product,segment,period,price_usd,url\n"
SENTENCE = "DRAM contract prices rose 10% in the second quarter."
GOOD = "2026-06-30,Acme,X,DRAM,pc,2026-06,6.25,https://a.example\n"
BAD = "2026-06-30,Acme,X,DRAMM,pc,2026-05,6.25,https://a.example\n"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file into the drop folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def errand(home: Home, settings: dict[str, Any] | None = None, told: list[str] | None = None) -> Errand:
    """Return what an ingest hands to the collector."""
    return Errand(
        now=NOW,
        since=None,
        home=home.root,
        settings=settings or {},
        seen=Archive(home.archive),
        report=(told if told is not None else []).append,
    )


def collect(home: Home, **settings: Any) -> list[Found]:
    """Return what the collector finds."""
    return list(SOURCE.collect(errand(home, settings)))


def read_one(home: Home, found: Found) -> Yield:
    """Archive and read what was found, as an ingest does."""
    capture = Archive(home.archive).add("drop", found, NOW)
    assert capture is not None
    return SOURCE.read(capture, found.content)


def read_only(home: Home) -> Yield:
    """Collect and read the one file of the drop folder."""
    (found,) = collect(home)
    return read_one(home, found)


def test_every_file_is_found_with_what_its_sidecars_say(home: Home) -> None:
    """A file's sidecar goes before its folder's, key by key; sidecars and hidden files are no material."""
    put(home.drop, "meta.toml", 'issuer = "micron"\nnote = "all"\n')
    put(home.drop, "calls/meta.toml", 'published_on = 2026-07-01\nnote = "calls"\n')
    put(home.drop, "calls/q2.txt", "text")
    put(home.drop, "calls/q2.txt.meta.toml", 'published_on = "2026-07-02"\nurl = "https://a.example"\n')
    put(home.drop, "p.csv", GOOD)
    for name in (".hidden.csv", "~$p.xlsx", ".git/x.csv"):
        put(home.drop, name, "x")
    table, call = sorted(collect(home), key=lambda found: found.media_type)
    assert (table.key, table.media_type, table.meta) == ("p.csv", "text/csv", {"issuer": "micron", "note": "all"})
    assert (call.key, call.media_type, call.url) == ("calls/q2.txt", "text/plain", "https://a.example")
    assert call.meta == {
        "issuer": "micron",
        "published_on": "2026-07-02",
        "url": "https://a.example",
        "note": "calls",
    }


def test_the_folder_may_lie_elsewhere(home: Home, tmp_path: Path) -> None:
    """A setting names another folder; one that does not exist is an error that names it."""
    put(tmp_path / "mine", "p.csv", HEAD + GOOD)
    assert [found.key for found in collect(home, folder=str(tmp_path / "mine"))] == ["p.csv"]
    assert [found.key for found in collect(home, folder="../mine")] == ["p.csv"]
    with pytest.raises(ConfigError, match=r"source\.drop\.folder: there is no folder .*nowhere"):
        collect(home, folder="nowhere")
    with pytest.raises(ConfigError, match=r"source\.drop\.folder is 3: expected the path of a folder"):
        collect(home, folder=3)


def test_without_a_drop_folder_there_is_nothing(home: Home) -> None:
    """A home whose drop folder was never made is no failure."""
    home.drop.rmdir()
    assert collect(home) == []


@pytest.mark.parametrize(
    ("name", "content", "sidecar", "refused"),
    [
        (
            "deck.pptx",
            b"PK",
            "",
            Rejected(
                place="file",
                field="type",
                value=".pptx",
                expected=(
                    "a table (.csv, .tsv, .xlsx) or a document (.pdf, .html, .htm, .txt, .md): export it as one of them"
                ),
            ),
        ),
        (
            "empty.csv",
            b"",
            "",
            Rejected(
                place="file",
                field=None,
                value="0 bytes",
                expected="empty.csv: 0 bytes, nothing in it: expected a table with a header and rows",
            ),
        ),
        (
            "empty.pdf",
            b"",
            "published_on = 2026-07-01",
            Rejected(
                place="file",
                field=None,
                value="0 bytes",
                expected="empty.pdf: 0 bytes, nothing in it; expected a PDF, HTML or text document",
            ),
        ),
        (
            "undated.txt",
            b"DRAM prices rose.",
            "",
            Rejected(
                place="file",
                field="published_on",
                value=None,
                expected="a date of publication: --published-on 2026-07-03, or published_on in a sidecar",
            ),
        ),
        (
            "future.txt",
            b"DRAM prices rose.",
            "published_on = 2026-07-04",
            Rejected(
                place="sidecar",
                field="published_on",
                value="2026-07-04",
                expected="a date of publication up to 2026-07-03: this one is in the future",
            ),
        ),
        (
            "whose.txt",
            b"DRAM prices rose.",
            'published_on = 2026-07-01\nissuer = "Micorn"',
            Rejected(
                place="sidecar",
                field="issuer",
                value="Micorn",
                expected=(
                    "an issuer's id, ticker or name as in configs/issuers (others are named under publisher); "
                    "did you mean Micron?"
                ),
            ),
        ),
        (
            "p.csv",
            HEAD.encode() + GOOD.encode(),
            'kind = "price"',
            Rejected(
                place="sidecar",
                field="kind",
                value="price",
                expected="one of prices, guidance, closes; did you mean prices?",
            ),
        ),
        (
            "p.csv",
            HEAD.encode() + GOOD.encode(),
            'charset = "gbl"',
            Rejected(
                place="sidecar",
                field="charset",
                value="gbl",
                expected="a character set, such as utf-8, gb18030, big5, euc-kr or shift_jis",
            ),
        ),
        (
            "p.csv",
            HEAD.encode() + GOOD.encode(),
            'url = "a.example"',
            Rejected(
                place="sidecar",
                field="url",
                value="a.example",
                expected="an address that begins with http:// or https:// (other places go to note)",
            ),
        ),
    ],
)
def test_a_file_that_cant_be_used_is_listed_with_its_reason(
    home: Home, name: str, content: bytes, sidecar: str, refused: Rejected
) -> None:
    """Unknown types, empty files, undated documents and wrong sidecars are refused; nothing is raised."""
    put(home.drop, name, content)
    if sidecar:
        put(home.drop, f"{name}.meta.toml", sidecar)
    result = read_only(home)
    assert result.rejected == (refused,)
    assert result.documents == ()


@pytest.mark.parametrize(
    ("sidecar", "message"), [("isuer = 'x'", "isuer"), ("issuer = ", "not valid TOML"), ("issuer = 3", "Expected `str")]
)
def test_a_wrong_sidecar_refuses_its_file_only(home: Home, sidecar: str, message: str) -> None:
    """An unknown key, broken TOML or a value of the wrong kind names the sidecar; other files go on."""
    put(home.drop, "a.csv", HEAD + GOOD)
    put(home.drop, "a.csv.meta.toml", sidecar)
    put(home.drop, "b.csv", HEAD + GOOD)
    bad, good = (read_one(home, found) for found in collect(home))
    (refused,) = bad.rejected
    assert refused.place == "sidecar"
    assert "a.csv.meta.toml" in refused.expected
    assert message in refused.expected
    assert len(good.documents) == 1


@pytest.mark.parametrize("is_blank", [True, False])
def test_a_pdf_without_text_is_listed(home: Home, *, is_blank: bool) -> None:
    """A scan and a broken PDF say what they are."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO(b"%PDF-1.4\n%%EOF\n")
    if is_blank:
        canvas = Canvas(out)
        canvas.showPage()
        canvas.save()
    put(home.drop, "a.pdf", out.getvalue())
    put(home.drop, "a.pdf.meta.toml", "published_on = 2026-07-01")
    (refused,) = read_only(home).rejected
    assert (refused.place, refused.value) == ("file", f"{len(out.getvalue())} bytes")
    assert ("no text layer" if is_blank else "broken PDF") in refused.expected


def test_a_document_becomes_statements_of_its_issuer(home: Home) -> None:
    """A dated document is read by the reader of sentences, under the issuer and date that its sidecar gives."""
    put(home.drop, "note.html", f"<html><body><p>{SENTENCE}</p></body></html>")
    put(home.drop, "note.html.meta.toml", 'published_on = 2026-07-01\nissuer = "集邦"\nurl = "https://a.example/n"\n')
    result = read_only(home)
    (document,) = result.documents
    assert (document.issuer, document.publisher, document.url) == ("trendforce", "TrendForce", "https://a.example/n")
    assert document.known_on == dt.date(2026, 7, 1)
    claims = [statement.claim for statement in document.statements]
    assert [(claim.product, claim.attribute, claim.direction, claim.period) for claim in claims] == [
        ("DRAM", "price", "up", "2026Q2")
    ]
    assert all(document.text[claim.start : claim.end] == claim.quote for claim in claims)
    assert result.rejected == ()


def test_a_document_by_nobody_says_so(home: Home) -> None:
    """Without issuer, publisher or URL the statements go in and the gap is listed."""
    put(home.drop, "note.txt", SENTENCE)
    put(home.drop, "note.txt.meta.toml", "published_on = 2026-07-01")
    result = read_only(home)
    (document,) = result.documents
    assert (document.publisher, document.source_note) == ("not named", "file note.txt of the drop folder")
    assert [(refused.place, refused.field) for refused in result.rejected] == [("file", "publisher")]


def test_a_copy_counts_once(home: Home) -> None:
    """The same content under a second name is left out, whichever comes first; another sidecar makes it another."""
    put(home.drop, "b.csv", HEAD + GOOD)
    for found in collect(home):
        Archive(home.archive).add("drop", found, NOW)
    put(home.drop, "a.csv", HEAD + GOOD)
    told: list[str] = []
    assert [found.key for found in SOURCE.collect(errand(home, told=told))] == ["b.csv"]
    assert told == ["a.csv: the same as b.csv, left out"]
    put(home.drop, "a.csv.meta.toml", 'note = "another"')
    assert [found.key for found in collect(home)] == ["b.csv", "a.csv"]


def test_a_file_too_large_is_told_after_the_others_went_in(home: Home) -> None:
    """One file that can't be taken fails the run's report, not the other files."""
    with put(home.drop, "a.csv", b"x").open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    put(home.drop, "b.csv", HEAD + GOOD)
    found = SOURCE.collect(errand(home))
    assert next(found).key == "b.csv"
    with pytest.raises(InputError, match=r"a\.csv: 100,000,001 bytes: expected at most 100,000,000: split it"):
        next(found)


def test_withdrawing_a_file_takes_its_facts_out(home: Home) -> None:
    """The sidecar withdraws a file that is there, and one that is gone but was read before; nothing else does."""
    path = put(home.drop, "p.csv", HEAD + GOOD)
    assert len(read_only(home).documents) == 1
    put(home.drop, "p.csv.meta.toml", "withdrawn = true")
    assert read_only(home) == Yield()
    path.unlink()
    assert read_only(home) == Yield()
    put(home.drop, "p.csv.meta.toml", "withdrawn = false")
    assert collect(home) == []
    put(home.drop, "never_seen.csv.meta.toml", "withdrawn = true")
    assert collect(home) == []
