"""The issuer files: everyone whom the record quotes or a source will watch, findable by any of their names."""

from __future__ import annotations

import re

import pytest

from tracker.config import config_folder, find_issuer, load_issuers

WATCHED = {
    "beijing_junzheng": "300223.SZ",
    "gigadevice": "603986.SS",
    "puya": "688766.SS",
    "dosilicon": "688110.SS",
    "longsys": "301308.SZ",
    "biwin": "688525.SS",
    "techwinsemi": "001309.SZ",
    "hengshuo": "688416.SS",
    "giantec": "688123.SS",
    "montage": "688008.SS",
    "micron": "MU",
    "sandisk": "SNDK",
    "western_digital": "WDC",
    "seagate": "STX",
    "samsung": "005930.KS",
    "sk_hynix": "000660.KS",
    "kioxia": "285A.T",
    "nanya": "2408.TW",
    "winbond": "2344.TW",
    "macronix": "2337.TW",
    "esmt": "3006.TW",
    "etron": "5351.TWO",
    "adata": "3260.TWO",
    "phison": "8299.TWO",
    "transcend": "2451.TW",
    "powerchip": "6770.TW",
}


@pytest.mark.parametrize(("issuer", "ticker"), sorted(WATCHED.items()))
def test_watched_issuers_are_found_by_their_ticker(issuer: str, ticker: str) -> None:
    """Each has its main listing first and the code of its exchange, and makes memory, modules or controllers."""
    found = find_issuer(ticker)
    assert found is not None
    assert (found.id, found.tickers[0]) == (issuer, ticker)
    assert re.fullmatch(r"[A-Z]{4}", found.exchange or "")
    assert found.role in {"maker", "module_maker", "controller_maker"}


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("DRAMeXchange", "trendforce"),
        ("集邦", "trendforce"),
        ("iSuppli", "omdia"),
        ("北京君正", "beijing_junzheng"),
        ("南亞科", "nanya"),
        ("삼성전자", "samsung"),
        ("キオクシア", "kioxia"),
        ("SK海力士", "sk_hynix"),
    ],
)
def test_issuers_are_found_by_names_in_every_language(name: str, issuer: str) -> None:
    """Names that pages use lead to one issuer."""
    found = find_issuer(name)
    assert found is not None
    assert found.id == issuer


def test_an_odd_fiscal_year_names_its_source() -> None:
    """A fiscal year that does not end in December carries a comment saying when it ends and where that stands."""
    odd = [issuer for issuer in load_issuers().values() if issuer.fiscal_year_end_month != 12]
    assert {"micron", "kioxia", "seagate"} <= {issuer.id for issuer in odd}
    for issuer in odd:
        text = (config_folder() / "issuers" / f"{issuer.id}.toml").read_text(encoding="utf-8")
        assert re.match(r"# .+ \(.+\)\.", text), issuer.id


def test_no_name_is_an_ordinary_word() -> None:
    """No spelling is so short that it would be found in any sentence."""
    spellings = [spelling for issuer in load_issuers().values() for spelling in (*issuer.names, *issuer.tickers)]
    assert len(spellings) > 200
    assert [spelling for spelling in spellings if spelling.isascii() and len(spelling) < 2] == []
    assert not {spelling.casefold() for spelling in spellings} & {"it", "ms", "as", "on"}
