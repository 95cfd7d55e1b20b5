"""TOML files in, validated settings out.

Owns the shape of `configs/`: an unknown key, an unknown product or a value of the wrong kind is a ConfigError that
names the file and the place. A user's own `memtrack.toml` in the home folder overrides the packaged one, key by key.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from tracker.errors import ConfigError, UnknownName
from tracker.resources import resource_folder

Role = Literal["maker", "module_maker", "controller_maker", "agency", "broker", "press", "customer"]
T = TypeVar("T")


class Issuer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who makes statements: its spellings in all languages, its tickers in Yahoo notation (main listing first)."""

    id: str
    name: str
    names: tuple[str, ...]
    role: Role
    tickers: tuple[str, ...] = ()
    exchange: str | None = None
    fiscal_year_end_month: Annotated[int, msgspec.Meta(ge=1, le=12)] = 12
    sources: tuple[str, ...] = ()


class ProductSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One product family: its segments, those of them that get a forecast path (the overall one first), and weights.

    `share` gives the weight in the total of segments that have a path; the weights sum to one.
    """

    name: str
    segments: tuple[str, ...]
    forecast: tuple[str, ...] = ()
    share: dict[str, float] = {}


class _Products(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    version: int
    product: dict[str, ProductSettings]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`memtrack.toml`: which sources run and with what settings of their own."""

    version: int = 1
    source: dict[str, dict[str, Any]] = {}


def config_folder() -> Path:
    """Return the folder of TOML files: `MEMTRACK_CONFIGS` where set, the packaged one otherwise."""
    chosen = os.environ.get("MEMTRACK_CONFIGS")
    return Path(chosen) if chosen else resource_folder("configs")


def read_toml(path: Path) -> dict[str, Any]:
    """Return a TOML file's content; raise ConfigError naming the file where it is missing or malformed."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: can't be read ({error.strerror}); expected a TOML file there") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}; mend the file") from error


def decode_toml(raw: Mapping[str, Any], shape: type[T], path: Path) -> T:
    """Check a TOML file's content against a shape; raise ConfigError naming the file and the key."""
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}; expected keys: {', '.join(_field_names(shape))}") from error


def load_settings(home: Path | None = None) -> Settings:
    """Return the settings of this installation, with the home folder's `memtrack.toml` laid over them."""
    packaged_path = config_folder() / "memtrack.toml"
    packaged = decode_toml(read_toml(packaged_path), Settings, packaged_path)
    own_path = home / "memtrack.toml" if home else None
    if own_path is None or not own_path.exists():
        return packaged
    own = decode_toml(read_toml(own_path), Settings, own_path)
    names = packaged.source.keys() | own.source.keys()
    merged = {name: {**packaged.source.get(name, {}), **own.source.get(name, {})} for name in sorted(names)}
    return Settings(version=packaged.version, source=merged)


@functools.cache
def load_products() -> Mapping[str, ProductSettings]:
    """Return the products by name, in the order of `products.toml`."""
    path = config_folder() / "products.toml"
    products = decode_toml(read_toml(path), _Products, path).product
    for name, product in products.items():
        stray = [segment for segment in product.forecast if segment not in product.segments]
        if stray:
            raise ConfigError(f"{path}: product.{name}.forecast names {stray}, which product.{name}.segments lacks")
        _check_shares(path, name, product)
    return products


def _check_shares(path: Path, name: str, product: ProductSettings) -> None:
    """Raise ConfigError unless the shares are of forecast segments, above zero, and sum to one."""
    stray = [segment for segment in product.share if segment == "total" or segment not in product.forecast]
    if stray:
        raise ConfigError(f"{path}: product.{name}.share names {stray}; expected segments of product.{name}.forecast")
    total = sum(product.share.values())
    if product.share and (min(product.share.values()) <= 0 or abs(total - 1) > 1e-6):
        raise ConfigError(f"{path}: product.{name}.share sums to {total:g}; expected shares above 0 that sum to 1")


@functools.cache
def load_issuers() -> Mapping[str, Issuer]:
    """Return the issuers by id; raise ConfigError where two share an id or a spelling."""
    issuers: dict[str, Issuer] = {}
    spellings: dict[str, str] = {}
    for path in sorted((config_folder() / "issuers").glob("*.toml")):
        issuer = decode_toml(read_toml(path), Issuer, path)
        if issuer.id != path.stem:
            raise ConfigError(f"{path}: id {issuer.id!r}; expected the file's own name, {path.stem!r}")
        issuers[issuer.id] = issuer
        for spelling in (issuer.id, *issuer.names, *issuer.tickers):
            holder = spellings.setdefault(spelling.casefold(), issuer.id)
            if holder != issuer.id:
                raise ConfigError(f"{path}: {spelling!r} is already a name of issuer {holder!r}; keep it in one file")
    return issuers


@functools.cache
def _issuer_spellings() -> Mapping[str, str]:
    """Return the issuer of each spelling; a ticker stands without its exchange too, where no other issuer has it."""
    issuers = load_issuers().values()
    bare = Counter(ticker.partition(".")[0].casefold() for issuer in issuers for ticker in issuer.tickers)
    short = {
        number: issuer.id
        for issuer in issuers
        for ticker in issuer.tickers
        if bare[number := ticker.partition(".")[0].casefold()] == 1
    }
    full = {
        spelling.casefold(): issuer.id
        for issuer in issuers
        for spelling in (issuer.id, issuer.name, *issuer.names, *issuer.tickers)
    }
    return short | full


def find_issuer(name: str) -> Issuer | None:
    """Return the issuer of an id, a spelling or a ticker in any case; None where no file names it."""
    found = _issuer_spellings().get(name.strip().casefold())
    return load_issuers()[found] if found else None


def require_product(product: str, segment: str | None = None) -> ProductSettings:
    """Return a product's settings; raise UnknownName where the product, or its segment, is in no configuration."""
    products = load_products()
    if product not in products:
        raise UnknownName(
            f"product {product!r} is unknown: expected one of {', '.join(products)} (configs/products.toml)"
        )
    if segment is not None and segment not in products[product].segments:
        raise UnknownName(
            f"segment {segment!r} of {product} is unknown: expected one of {', '.join(products[product].segments)}"
        )
    return products[product]


@functools.cache
def vocabulary_digest() -> str:
    """Return a short digest of the files that decide how a statement is normalized: products and issuers."""
    digest = hashlib.sha256()
    folder = config_folder()
    for path in [folder / "products.toml", *sorted((folder / "issuers").glob("*.toml"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def _field_names(shape: type[Any]) -> tuple[str, ...]:
    return tuple(getattr(shape, "__struct_fields__", ()))
