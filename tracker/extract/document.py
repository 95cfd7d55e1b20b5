"""A whole document: which sentences to read, what each inherits from its neighbours, and what stayed unread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from tracker.config import find_issuer
from tracker.extract import glued
from tracker.extract.assemble import Outcome, read_sentence
from tracker.extract.beside import is_comparand
from tracker.extract.confidence import with_confidence
from tracker.extract.denials import denies_the_last
from tracker.extract.draft import Setting
from tracker.extract.earlier import CAME_BEFORE
from tracker.extract.english import marked
from tracker.extract.english.agenda import is_agenda
from tracker.extract.entity import MEMORY, Entity
from tracker.extract.grid import find_tables, is_prose
from tracker.extract.groups import Group
from tracker.extract.headings import clock_below, find_dated_lines, heading_period
from tracker.extract.items import heads_others, is_item
from tracker.extract.japanese.counted import tells_of_market
from tracker.extract.layout import Layout
from tracker.extract.parse import parse_sentence
from tracker.extract.reckon import own_date
from tracker.extract.relevance import (
    LONGEST_EXCERPT,
    find_product_places,
    has_cue,
    is_excerpt,
    is_worth_reading,
    mentions_memory,
    shortens_ddr,
    sole_product,
)
from tracker.extract.repeats import drop_repeats
from tracker.extract.resolve import Clock, resolve
from tracker.extract.script import Language, detect_document_language, detect_language, fold
from tracker.extract.sentences import Sentence, split_sentences
from tracker.extract.speakers import Voice, find_own_product, is_maker, judge_voice, last_quoted, speaks_itself
from tracker.extract.tables import read_table
from tracker.extract.undated import OWN_PRICE
from tracker.statement import Claim, Reading, Speaker, Unread

# Makers of much else beside memory: a price of theirs without a product may be one of disks, phones or wafers.
_MIXED = frozenset(
    {
        "samsung",
        "western_digital",
        "seagate",
        "powerchip",
        "beijing_junzheng",
        "gigadevice",
        "macronix",
        "winbond",
        "giantec",
        "intel",
        "montage",
    }
)
# Who buys memory and makes none: always, or since the day that the flash business was split off or sold.
_BUYERS = {"seagate": dt.date.min, "western_digital": dt.date(2025, 2, 21), "intel": dt.date(2021, 12, 29)}
# Who counted another fiscal year until a day: the old SanDisk kept a calendar year until it was bought.
_YEARS_BEFORE = {"sandisk": (dt.date(2016, 5, 12), 12)}
# Months after its end in which Korean brokers still tell what they expect of a quarter, by its bare name.
PREVIEWS = 1.5
_LANGUAGES: dict[str, Language] = {"zh-hans": "zh", "zh-hant": "zh", "zh": "zh", "en": "en", "ko": "ko", "ja": "ja"}


# Why a sentence with a product and a price stays unread where no word of change was even refused.
NOTHING_CHANGES = "no word of change understood"
_NOTHING = Outcome((), ())


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the rules said of one sentence: the claims it gave, and why the other words of change gave none."""

    sentence: str
    start: int
    end: int
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]

    def render(self) -> list[str]:
        """Return the explanation as lines of text."""
        lines = [f"[{self.start}:{self.end}] {self.sentence}"]
        for claim in self.claims:
            said_by = f" by {claim.said_by}" if claim.said_by else ""
            lines.append(
                f"  claim {claim.product} {claim.attribute} {claim.direction} {claim.period or 'no period'}"
                f"{_describe_size(claim)} ({claim.stance}, {claim.speaker}{said_by}, {claim.certainty};"
                f" {claim.confidence:.2f}) by {claim.rule}"
            )
        if not self.claims and not self.notes:
            lines.append(f"  no claim: {NOTHING_CHANGES}")
        lines += [f"  no claim: {note}" for note in self.notes]
        return lines


def _describe_size(claim: Claim) -> str:
    """Return the size of a claim as a reader says it, with a space before it; nothing where there is none."""
    low, high = claim.low_pct, claim.high_pct
    if low is not None and high is not None:
        return f" {low:g} %" if low == high else f" {low:g} to {high:g} %"
    if low is not None:
        return f" {low:g} % or more"
    return f" up to {high:g} %" if high is not None else ""


@dataclass(slots=True)
class _State:
    """What one sentence leaves to the next."""

    products: tuple[Entity, ...] = ()
    products_at: int = -10
    has_price: bool = False
    speaker: Speaker | None = None
    period: str | None = None
    is_price_period: bool = False
    own_product: str | None = None
    heading_period: str | None = None
    heads_others: bool = False
    paragraph: int = -1
    claims_at: int = -10


def read_text(
    text: str,
    *,
    published_on: dt.date | None = None,
    issuer: str | None = None,
    ticker: str | None = None,
    lang: str | None = None,
    doc_type: str | None = None,
) -> Reading:
    """Return the claims and the unread sentences of a document, in the order of its text.

    Offsets are code points of the given text, and `text[start:end]` is the quote. Without `published_on` relative periods
    stay unresolved.
    """
    explained = explain(text, published_on=published_on, issuer=issuer, ticker=ticker, lang=lang, doc_type=doc_type)
    claims = drop_repeats(_without_told(tuple(claim for sentence in explained for claim in sentence.claims)))
    unread = tuple(
        Unread(sentence.sentence, sentence.start, sentence.end, "; ".join(sentence.notes) or NOTHING_CHANGES)
        for sentence in explained
        if not sentence.claims
    )
    return Reading(claims, unread)


def _without_told(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Leave out what another product's change is measured by, where the document tells of it by itself."""
    own = [c for c in claims if "product measure" not in c.rule]
    told = {(c.product, technology, c.attribute, c.direction) for c in own for technology in (None, c.technology)}
    return tuple(
        c
        for c in claims
        if "product measure" not in c.rule or (c.product, c.technology, c.attribute, c.direction) not in told
    )


def explain(
    text: str,
    *,
    published_on: dt.date | None = None,
    issuer: str | None = None,
    ticker: str | None = None,
    lang: str | None = None,
    doc_type: str | None = None,
) -> list[Explanation]:
    """Return, for each sentence with a product word and a price, supply, demand or inventory word, what the rules said."""
    brackets = marked.find_brackets(text)
    plain = marked.without(text, brackets) if brackets else text
    seams = glued.find_seams(plain, is_transcript=doc_type == "earnings_call")
    explained = _explain(
        glued.part(plain, seams) if seams else plain,
        published_on=published_on,
        issuer=issuer,
        ticker=ticker,
        lang=lang,
        doc_type=doc_type,
    )
    if seams:
        explained = [_put_back(one, plain, partial(glued.span_before, seams=seams)) for one in explained]
    if brackets:
        explained = [_put_back(one, text, partial(marked.span_before, brackets=brackets)) for one in explained]
    return explained


def _put_back(one: Explanation, text: str, span_before: Callable[[int, int], tuple[int, int]]) -> Explanation:
    """Return what the rules said of a sentence of a copy at its place in the text that the copy was made from."""
    start, end = span_before(one.start, one.end)
    claims = []
    for claim in one.claims:
        first, last = span_before(claim.start, claim.end)
        claims.append(replace(claim, start=first, end=last, quote=text[first:last]))
    return Explanation(text[start:end], start, end, tuple(claims), one.notes)


def _explain(
    text: str,
    *,
    published_on: dt.date | None,
    issuer: str | None,
    ticker: str | None,
    lang: str | None,
    doc_type: str | None,
) -> list[Explanation]:
    """Return what the rules say of each sentence of a text whose words stand apart."""
    calendar = find_calendar(issuer, ticker, published_on)
    is_named = mentions_memory(text) or (calendar.is_maker and shortens_ddr(text))
    is_filed_excerpt = not is_named and bool(issuer) and is_excerpt(text)
    if not (calendar.is_pure or is_named or is_filed_excerpt):
        return []
    folded = fold(text)
    default = _LANGUAGES.get((lang or "").lower()) or detect_document_language(text)
    voice = judge_voice(text, issuer, doc_type, is_known_maker=calendar.is_maker, is_pure=calendar.is_pure)
    is_fiscal = calendar.year_end_month != 12 and voice.is_transcript and (bool(doc_type) or speaks_itself(folded))
    year_end, is_fiscal = _year_of_speaker(issuer, voice, default, calendar.year_end_month, is_fiscal=is_fiscal)
    clock = Clock(published_on, year_end, is_fiscal, PREVIEWS if default == "ko" else 0.0)
    state = _State(own_product=find_own_product(issuer))
    is_document = "\n" in text.strip()
    is_sole = default in ("ja", "en") and voice.is_on_maker and state.own_product is not None
    if is_filed_excerpt:
        own = state.own_product
        state.products, state.products_at = ((Entity(own, None, (), -1, -1) if own else MEMORY),), 1
    elif default == "en" and len(text) <= LONGEST_EXCERPT * 2:
        state.products, state.products_at = sole_product(folded), 0
    places = find_product_places(text, folded)
    explained, covered = _read_tables(text, folded, default, voice, clock)
    published, dated = clock, find_dated_lines(text, published_on)
    for number, sentence in enumerate(split_sentences(text)):
        clock = clock_below(dated, sentence.start, clock, published)
        if (covered and _is_covered(sentence, covered)) or _is_passed_over(folded, sentence, default):
            continue
        _take_back(explained, folded, sentence, default, is_next=number - state.claims_at == 1)
        if is_document:
            _note_heading(state, text, folded, sentence, default=default, clock=clock)
        is_own = state.own_product is not None and bool(OWN_PRICE.search(folded, sentence.start, sentence.end))
        is_own = is_own or (is_sole and has_cue(folded, sentence))
        if not (is_own or is_worth_reading(places, folded, sentence, number - state.products_at, voice)):
            continue
        layout = _lay_out(text, folded, sentence, default, state, number=number)
        setting = _set(layout, sentence, state, voice, clock, is_near=number - state.products_at <= 2)
        outcome = _NOTHING if _is_of_others(state, layout) else read_sentence(layout, text, setting)
        _update(state, layout, outcome, sentence.paragraph, number)
        if not outcome.claims:
            sole = _sole_period(layout, setting.clock)
            state.period, state.is_price_period = sole or state.period, bool(sole) or state.is_price_period
        if outcome.claims or outcome.notes or _has_price_word(layout):
            claims = tuple(with_confidence(claim) for claim in outcome.claims)
            state.claims_at = number if claims else state.claims_at
            explained.append(
                Explanation(text[sentence.start : sentence.end], sentence.start, sentence.end, claims, outcome.notes)
            )
    return sorted(explained, key=lambda one: one.start)


def _note_heading(
    state: _State, text: str, folded: str, sentence: Sentence, *, default: Language, clock: Clock
) -> None:
    """Keep what a line says of those below it: their period, and whether they count something else than prices."""
    state.heading_period = heading_period(text, folded, sentence, default, clock) or state.heading_period
    others = heads_others(folded, sentence)
    state.heads_others = state.heads_others if others is None else others


def _is_of_others(state: _State, layout: Layout) -> bool:
    """Say whether a line of a list that names no price stands below a heading on something else than prices."""
    return state.heads_others and is_item(layout) and not _has_price_word(layout)


def _take_back(
    explained: list[Explanation], folded: str, sentence: Sentence, language: Language, *, is_next: bool
) -> None:
    """Negate the claims of the sentence before where one that is next to it does nothing but deny them."""
    if not is_next or not denies_the_last(folded, sentence.start, sentence.end, language):
        return
    claims = tuple(with_confidence(replace(c, certainty="negated")) for c in explained[-1].claims)
    explained[-1] = replace(explained[-1], claims=claims)


def _year_of_speaker(
    issuer: str | None, voice: Voice, language: Language, year_end: int, *, is_fiscal: bool
) -> tuple[int, bool]:
    """Return the month that ends the year of who speaks, and whether it counts its own quarters.

    Firms that speak Japanese and that we do not know end their year in March, as most in Japan do (Toshiba, Sony).
    """
    is_unknown = language == "ja" and voice.is_transcript and find_issuer(issuer or "") is None
    return (3, True) if is_unknown else (year_end, is_fiscal)


def _is_covered(sentence: Sentence, covered: list[tuple[int, int]]) -> bool:
    """Say whether a sentence lies in a table that was read by its rows."""
    return any(first <= sentence.start < last for first, last in covered)


def _is_passed_over(folded: str, sentence: Sentence, language: Language) -> bool:
    """Say whether nothing is told in a sentence: it only lists what to watch, or a few characters stand over and over."""
    if language == "en" and is_agenda(folded, sentence.start, sentence.end):
        return True
    return sentence.end - sentence.start >= LONGEST_EXCERPT and len(set(folded[sentence.start : sentence.end])) < 12


def _read_tables(
    text: str, folded: str, language: Language, voice: Voice, clock: Clock
) -> tuple[list[Explanation], list[tuple[int, int]]]:
    """Return what the rows of the document's tables say, and the spans that they and their titles cover."""
    if "\n" not in text or not ("\t" in text or "|" in text or "  " in text or text.count(",") >= 4):
        return [], []
    setting = Setting(voice=voice, clock=clock)
    explained: list[Explanation] = []
    covered: list[tuple[int, int]] = []
    for table in find_tables(text):
        first = table.titles[-1] if table.titles else (table.rows[0].start, table.rows[0].start)
        spoken = detect_language(text[first[0] : table.rows[-1].end], language)
        rows = read_table(table, text, folded, spoken, setting)
        if not rows:
            continue
        explained += [
            Explanation(text[row.start : row.end], row.start, row.end, tuple(map(with_confidence, row.claims)), ())
            for row in rows
        ]
        is_title = not is_prose(text, first) and "%" not in text[first[0] : first[1]]
        covered += [*([first] if is_title else []), (table.rows[0].start, table.rows[-1].end)]
    return explained, covered


def _lay_out(text: str, folded: str, sentence: Sentence, default: Language, before: _State, *, number: int) -> Layout:
    """Return the layout of a sentence in its own language; `before` is what the sentences before it left."""
    language = detect_language(text[sentence.start : sentence.end], default)
    told = {entity.product for entity in before.products} if number - before.products_at <= 2 else set()
    implied = told.pop() if len(told) == 1 else None
    layout = parse_sentence(folded, text, language, sentence.start, sentence.end, implied=implied)
    follows_level = before.has_price and number - 1 == before.products_at != before.claims_at
    return replace(layout, follows_level=True) if follows_level else layout


def _set(layout: Layout, sentence: Sentence, state: _State, voice: Voice, clock: Clock, *, is_near: bool) -> Setting:
    """Return what a sentence is read against, given what the ones before it left; `is_near` the last named products."""
    day = own_date(layout.text, layout, clock.day)
    clock = _with_year_of_named(layout, clock)
    return Setting(
        voice=voice,
        clock=clock if day == clock.day else replace(clock, day=day),
        products=state.products if is_near else (),
        has_price_topic=state.has_price and is_near,
        context_period=state.period if is_near else None,
        is_price_context=state.is_price_period and state.paragraph == sentence.paragraph,
        carried_speaker=state.speaker if state.paragraph == sentence.paragraph else None,
        heading_period=state.heading_period,
        in_question=sentence.role == "question",
        own_product=state.own_product,
    )


def _with_year_of_named(layout: Layout, clock: Clock) -> Clock:
    """Return the clock with the year of the one maker that a sentence counts fiscal quarters of ("Micron's fiscal Q3"), where nobody speaks."""
    if clock.year_end_month != 12 or not any(mark.kind == "fiscal" for word in layout.periods for mark in word.marks):
        return clock
    named = {find_calendar(t.text, None).year_end_month for t in layout.between(layout.start, layout.end, "maker")}
    return replace(clock, year_end_month=named.pop()) if len(named) == 1 else clock


def _sole_period(layout: Layout, clock: Clock) -> str | None:
    """Return the only period that a sentence on prices names, for the sizes that the next one gives; None otherwise."""
    said = [word for word in layout.periods if not word.is_comparison]
    if layout.language == "ja":
        said = [word for word in said if not word.marks[0].day]  # the day of the news
    is_ours = layout.language == "en" or _has_price_word(layout)
    is_ours = is_ours or (len(said) == 1 and tells_of_market(layout, said[0]))
    told = {resolve(word.marks[0], clock) for word in said} if is_ours else set()
    return told.pop() if len(told) == 1 else None


def _update(state: _State, layout: Layout, outcome: Outcome, paragraph: int, number: int) -> None:
    """Keep what the next sentence may refer to: the last products, whether prices were spoken of, who was quoted."""
    if outcome.claims:
        last_told = _last_dated(_last_told(layout, outcome.claims), outcome.claims)
        state.period = None if (last_told.period_text or "").startswith("前年同") else last_told.period
        state.is_price_period = last_told.attribute == "price"
    topics = [group for group in layout.groups if not is_comparand(layout, group)]
    if topics:
        priced = outcome.claims
        last = topics[-1]
        state.products = last.entities
        if priced:
            named = [g for g in topics for e in g.entities if e.product == priced[-1].product]
            state.products = named[-1].entities if named else last.entities
        state.products = _told_together(layout, outcome, topics) or state.products
        state.products_at = number
    state.has_price = _has_price_word(layout) or (
        state.has_price and any(c.attribute == "price" for c in outcome.claims)
    )
    quoted = last_quoted(layout)
    if quoted is not None or state.paragraph != paragraph:
        state.speaker = quoted
    state.paragraph = paragraph


def _last_told(layout: Layout, claims: tuple[Claim, ...]) -> Claim:
    """Return the claim that the next sentence goes on from: the last, but not one that English tells only as what came before."""
    last = layout.periods[-1] if layout.language == "en" and len(layout.periods) > 1 else None
    if last is None or not CAME_BEFORE.search(layout.text, layout.start, last.start):
        return claims[-1]
    told = [c for c in claims if (c.period_text or "").lower() != last.text.lower()]
    return told[-1] if told else claims[-1]


def _last_dated(last: Claim, claims: tuple[Claim, ...]) -> Claim:
    """Return the claim whose period the next sentence goes on in: the last one, or a price's before an undated state."""
    if last.attribute == "price" or last.period is not None:
        return last
    return next((c for c in reversed(claims) if c.attribute == "price" and c.period), last)


def _told_together(layout: Layout, outcome: Outcome, topics: list[Group]) -> tuple[Entity, ...]:
    """Return the products of which a Japanese sentence told side by side, which the next may go on with as one; else none."""
    kinds = {claim.product for claim in outcome.claims}
    if layout.language != "ja" or len(kinds) < 2:
        return ()
    named = {e.product: replace(e, segments=()) for group in topics for e in group.entities if e.product in kinds}
    return tuple(named.values()) if len(named) > 1 else ()


def _has_price_word(layout: Layout) -> bool:
    """Say whether a sentence has a product word and a price word."""
    has_price = any(
        (t.cls == "metric" and t.value == "price") or t.cls == "market" or t.value.startswith("price:")
        for t in layout.tokens
    )
    return has_price and bool(layout.entities)


@dataclass(frozen=True, slots=True)
class IssuerCalendar:
    """An issuer's fiscal year end and whether it makes memory."""

    year_end_month: int
    is_maker: bool
    is_pure: bool = False


def find_calendar(issuer: str | None, ticker: str | None, day: dt.date | None = None) -> IssuerCalendar:
    """Return the fiscal calendar of an issuer by name or ticker, and what it makes on a day; a calendar year for an unknown one."""
    found = find_issuer(issuer) if issuer else None
    if found is None and ticker:
        found = find_issuer(ticker)
    if found is None:
        return IssuerCalendar(12, is_maker=is_maker(issuer))
    makes_memory = found.role in ("maker", "module_maker", "controller_maker") or is_maker(issuer)
    makes_memory = makes_memory and not (found.id in _BUYERS and (day or dt.date.min) >= _BUYERS[found.id])
    until, earlier = _YEARS_BEFORE.get(found.id, (dt.date.min, 12))
    year_end = earlier if day is not None and day < until else found.fiscal_year_end_month
    return IssuerCalendar(year_end, makes_memory, makes_memory and found.id not in _MIXED)
