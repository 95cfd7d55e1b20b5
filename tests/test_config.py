"""TOML files are checked key by key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tracker import config
from tracker.errors import ConfigError, UnknownName
from tracker.ingest import discover_sources, enabled_sources
from tracker.resources import resource_folder


@pytest.fixture
def configs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packaged configuration that a test may spoil."""
    folder = tmp_path / "configs"
    shutil.copytree(resource_folder("configs"), folder)
    monkeypatch.setenv("MEMTRACK_CONFIGS", str(folder))
    for cached in (config.load_products, config.load_issuers, config._issuer_spellings, config.vocabulary_digest):
        cached.cache_clear()
    yield folder
    for cached in (config.load_products, config.load_issuers, config._issuer_spellings, config.vocabulary_digest):
        cached.cache_clear()


def test_a_misspelt_key_names_file_and_key(configs: Path) -> None:
    """`segmnets` is no default, it is an error."""
    path = configs / "products.toml"
    path.write_text(path.read_text().replace("segments =", "segmnets =", 1))
    with pytest.raises(ConfigError, match=r"products\.toml.*segmnets"):
        config.load_products()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("server = 0.376", "server = 0.476", "sums to 1.1"), ("server = 0.376", "niche = 0.376", "niche")],
)
def test_shares_are_of_forecast_segments_and_sum_to_one(configs: Path, old: str, new: str, words: str) -> None:
    """Weights of segments without a path, or that leave a part of the total to nobody, are an error."""
    path = configs / "products.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(ConfigError, match=words):
        config.load_products()


def test_a_forecast_segment_that_the_product_lacks_is_an_error(configs: Path) -> None:
    """A path can only be given for a segment that exists."""
    path = configs / "products.toml"
    path.write_text(path.read_text().replace('forecast = ["total"]', 'forecast = ["totl"]', 1))
    with pytest.raises(ConfigError, match="totl"):
        config.load_products()


def test_two_issuers_may_not_share_a_name(configs: Path) -> None:
    """A spelling leads to one issuer."""
    (configs / "issuers" / "other.toml").write_text('id = "other"\nname = "Other"\nnames = ["美光"]\nrole = "press"\n')
    with pytest.raises(ConfigError, match="already a name of issuer"):
        config.load_issuers()


def test_malformed_toml_names_the_file(configs: Path) -> None:
    """A broken file is named with the line that breaks it."""
    (configs / "memtrack.toml").write_text("version = \n")
    with pytest.raises(ConfigError, match=r"memtrack\.toml: not valid TOML.*line 1"):
        config.load_settings()


def test_an_issuer_is_found_by_any_spelling_in_any_case() -> None:
    """Names in all languages and tickers lead to the same issuer."""
    found = [config.find_issuer(name) for name in ("MICRON", "美光", "마이크론", "mu", "micron")]
    assert {issuer.id for issuer in found if issuer} == {"micron"}
    assert None not in found
    assert config.find_issuer("nobody at all") is None


def test_an_unknown_product_lists_the_known_ones() -> None:
    """The message helps to mend the word."""
    with pytest.raises(UnknownName, match="expected one of DRAM, NAND"):
        config.require_product("DRUM")
    with pytest.raises(UnknownName, match="segment 'sever' of DRAM"):
        config.require_product("DRAM", "sever")


def test_a_user_file_in_the_home_folder_wins_key_by_key(tmp_path: Path) -> None:
    """What the user's file does not name keeps its packaged value."""
    (tmp_path / "memtrack.toml").write_text("version = 1\n[source.drop]\nenabled = false\n")
    settings = config.load_settings(tmp_path)
    assert settings.source["drop"]["enabled"] is False
    assert settings.source["record"]["enabled"] is True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[source.recrod]\nenabled = true\n", r"source\.recrod\] is unknown"),
        ("[source.record]\nenabeld = true\n", "unknown key 'enabeld'"),
        ('[source.record]\nenabled = "yes"\n', "expected true or false"),
    ],
)
def test_a_source_table_is_checked(tmp_path: Path, text: str, message: str) -> None:
    """A source or a key that does not exist is an error, not a silent no."""
    (tmp_path / "memtrack.toml").write_text("version = 1\n" + text)
    with pytest.raises(ConfigError, match=message):
        enabled_sources(config.load_settings(tmp_path), discover_sources())
