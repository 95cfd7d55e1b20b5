"""Changes put together into claims: products times periods times sizes, with stance, speaker, certainty and the quote."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.extract.amount import Amount
from tracker.extract.attach import bind_amounts, bind_market, bind_markets
from tracker.extract.changes import find_events
from tracker.extract.chinese.gapped import fill_unsaid
from tracker.extract.claims import COMMITTED, own_date, spread
from tracker.extract.dating import bind_periods
from tracker.extract.draft import Draft, Setting
from tracker.extract.english.carried import add_carried, add_next_sizes
from tracker.extract.english.frames import share_frame
from tracker.extract.entity import Entity
from tracker.extract.japanese.series import spread_segments
from tracker.extract.korean.gapped import fill_periods
from tracker.extract.marks import PeriodWord
from tracker.extract.merge import merge_claims
from tracker.extract.parse import Layout
from tracker.extract.products import NO_PRODUCT, Bound, bind_products
from tracker.extract.speakers import is_reported
from tracker.extract.stance import is_question, judge_manner, silence_reason
from tracker.extract.subjects import Event
from tracker.extract.undated import OWN_PRICE
from tracker.statement import Claim


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sentence yields: claims, and notes on the words of change that made none."""

    claims: tuple[Claim, ...]
    notes: tuple[str, ...]


def read_sentence(layout: Layout, original: str, setting: Setting) -> Outcome:
    """Return the claims of one sentence in order, and why other words of change made none."""
    events, refused = find_events(layout, has_price_topic=setting.has_price_topic)
    notes = [f"{r.trigger.text!r}: {r.reason}" for r in refused]
    if not events:
        return Outcome((), tuple(notes))
    asking = is_question(layout, is_spoken=setting.voice.is_transcript) or setting.in_question
    drafts: list[Draft] = []
    taken: set[int] = set()
    stops = tuple(e.trigger.start for e in events)
    for event in events:
        reason = silence_reason(layout, event, is_asked=asking)
        priced = [d.entities for d in drafts if d.event.attribute == "price"]
        bound = _bind_or_refuse(layout, event, setting, priced[-1] if priced else (), reason)
        if event.rule == "same as before" and any(d.how == "listed" for d in drafts):
            continue
        bound = _joined_to_before(layout, event, bound, drafts)
        if isinstance(bound, Bound) and _is_cut_of_others(layout, event, bound):
            bound = "a cut of something else"
        if isinstance(bound, str) and bound == NO_PRODUCT and event.attribute == "price" and priced:
            bound = Bound(priced[-1], "sentence")
        if isinstance(bound, str) and bound == NO_PRODUCT and event.attribute == "price":
            drafts_of_list = _list_after(layout, event, is_asked=asking)
            taken |= {a.start for d in drafts_of_list for a in d.amounts}
            drafts += drafts_of_list
            if drafts_of_list:
                continue
        if isinstance(bound, str):
            notes.append(f"{event.trigger.text!r}: {bound}")
            continue
        amounts = bind_amounts(layout, event, frozenset(taken))
        taken |= {a.start for a in amounts}
        bound = _owner_of_size(layout, bound, amounts)
        words = bind_periods(layout, event, stops)
        manner = judge_manner(layout, event, is_asked=asking)
        drafts += [
            Draft(event, bound.entities, bound.how, amounts, words, manner, market)
            for market in bind_markets(layout, event)
        ]
    drafts = add_carried(layout, _fill_gaps(layout, _drop_echoes(layout, drafts), taken))
    drafts += _add_comparisons(layout, drafts, taken)
    drafts = spread_segments(layout, _spread_series(layout, _part_steps(layout, drafts)))
    drafts += _add_measures(layout, drafts)
    drafts = share_frame(layout, add_next_sizes(layout, _share_commitments(drafts)))
    claims: list[Claim] = []
    for draft in drafts:
        claims += spread(layout, original, draft, drafts, setting)
    return Outcome(tuple(merge_claims(layout, _share_reported(layout, claims))), tuple(notes))


def _share_reported(layout: Layout, claims: list[Claim]) -> list[Claim]:
    """Give the causes that a Chinese sentence tells of a price the quarter that the price is reported for."""
    reported = {c.period for c in claims if c.period and c.period_text is None and c.attribute == "price"}
    is_dated = layout.periods_said() or bool(_NOW.search(layout.text, layout.start, layout.end))
    if layout.language != "zh" or len(reported) != 1 or is_dated:
        return claims
    period = reported.pop()
    return [replace(c, period=period) if c.period is None and c.stance == "actual" else c for c in claims]


def _tells_of_company(layout: Layout) -> bool:
    """Say whether a Chinese sentence on a maker speaks of "the company", and of no other firm and no other goods."""
    if layout.language != "zh" or not layout.between(layout.start, layout.end, "firstperson"):
        return False
    return not layout.between(layout.start, layout.end, "company", "agency", "alien")


def _joined_to_before(layout: Layout, event: Event, bound: Bound | str, drafts: list[Draft]) -> Bound | str:
    """Return the products of the change before where a Chinese shortage is named in one list with it ("被涨价、缺货困扰")."""
    if (
        layout.language != "zh"
        or not drafts
        or not isinstance(bound, Bound)
        or bound.how not in ("sentence", "context")
    ):
        return bound
    before = drafts[-1]
    is_joined = _LISTED_WITH.fullmatch(layout.text, before.event.end, event.start)
    return Bound(before.entities, before.how) if is_joined else bound


# Those who buy memory may cut their own output for want of it.
_OF_CARS = re.compile(r"车款|车型|车厂|车企|整车|新车|手机厂|品牌厂|机种|机型|面板|笔电厂|pc厂|系统厂|组装厂")


def _is_cut_of_others(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether output is cut by one who makes no memory: neither a product nor a maker in its clause."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    is_output = event.rule == "supply event" and event.direction in ("up", "down")
    if layout.language == "ja" and is_output and _MAKES_PHONES.search(layout.text, layout.start, event.trigger.start):
        return True
    if layout.language == "zh" and is_output and _OF_CARS.search(layout.text, first, event.trigger.start):
        return True
    is_cut = event.rule == "supply event" and event.direction == "down" and bound.how in ("sentence", "context")
    return (
        is_cut
        and bool(layout.between(layout.start, last, "company", "alien"))
        and not layout.between(first, last, "maker")
    )


def _list_after(layout: Layout, event: Event, *, is_asked: bool) -> list[Draft]:
    """Return the products with sizes that a colon after a rise or a fall of prices lists ("prices rise: DRAM Q3 30%")."""
    colon = layout.text.find(":", event.end, layout.end)
    if colon < 0 or event.direction not in ("up", "down"):
        return []
    manner = judge_manner(layout, event, is_asked=is_asked)
    listed = []
    for group in layout.groups:
        size = next((a for a in layout.amounts if group.end <= a.start <= group.end + 24 and not a.is_old), None)
        if group.start < colon or size is None:
            continue
        if layout.between(group.end, size.start, "change", "event", "alien", "metric", "product"):
            continue
        words = tuple(w for w in layout.periods if group.end <= w.start < size.start and not w.is_comparison)
        listed.append(Draft(event, group.entities, "listed", (size,), words, manner, bind_market(layout, event)))
    return listed


def _owner_of_size(layout: Layout, bound: Bound, amounts: tuple[Amount, ...]) -> Bound:
    """Return the products that stand directly before a size, where memory at large is the head ("平均は DRAM 13~18%")."""
    if not amounts or bound.entities[0].product != "MEMORY":
        return bound
    place = amounts[0].start
    for group in layout.groups:
        if group.end <= place and _OF_SIZE.fullmatch(layout.text, group.end, place):
            return Bound(group.entities, "beside")
    return bound


def _bind_or_refuse(
    layout: Layout, event: Event, setting: Setting, before: tuple[Entity, ...], reason: str | None
) -> Bound | str:
    """Return the products of a change, or the reason against it."""
    if reason is not None:
        return reason
    if event.attribute == "price" and _is_of_shares(layout, event):
        return "the price of a share"
    if _is_own_cost(event, setting) and layout.language == "en":
        return "what memory costs its maker"
    is_told = setting.voice.is_pure and (is_reported(layout) or _tells_of_company(layout))
    is_sole = _is_of_sole_product(layout, event, setting)
    is_own = (
        setting.voice.speaker == "company"
        or is_told
        or is_sole
        or (setting.own_product is not None and _is_own_price(layout, event))
    )
    bound = bind_products(layout, event, setting.products, before, is_maker_speaking=is_own)
    is_at_large = isinstance(bound, Bound) and bound.how == "context" and len({e.product for e in setting.products}) > 1
    if (
        isinstance(bound, Bound)
        and (
            is_at_large
            or bound.how == "own"
            or (bound.how == "implied" and (is_sole or setting.voice.speaker == "company"))
        )
        and setting.own_product
        and bound.entities[0].product == "MEMORY"
    ):
        return Bound((Entity(setting.own_product, None, (), -1, -1),), "implied")
    return bound


def _is_own_cost(event: Event, setting: Setting) -> bool:
    """Say whether a cost that falls is one of the maker that speaks, and no price."""
    is_cost = event.metric is not None and event.metric.value == "cost" and event.direction == "down"
    return is_cost and setting.voice.speaker == "company"


def _is_of_sole_product(layout: Layout, event: Event, setting: Setting) -> bool:
    """Say whether a Japanese or English page on a maker of one product tells of its price or supply without naming it."""
    if layout.language not in ("ja", "en") or setting.own_product is None or not setting.voice.is_on_maker:
        return False
    if layout.language == "en" and _OF_STOCKS.search(layout.text, layout.start, layout.end):
        return False
    told = layout.between(layout.start, event.end, "alien", "company")
    return event.attribute in ("price", "supply") and not told


def _is_of_shares(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese rise or fall is one of shares: no product in its clause, a sentence of closes."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if layout.language != "zh" or any(first <= e.start < last for e in layout.entities):
        return False
    if event.metric is not None and event.metric.cls != "event":
        return False
    return bool(_CLOSES.search(layout.text, layout.start, layout.end))


def _is_own_price(layout: Layout, event: Event) -> bool:
    """Say whether a price is the average that a maker reports of its own sales, with a size, so needs no product."""
    own = layout.clause(event.trigger.start)
    is_sized = any(
        layout.clause(amount.start) - own in (0, 1)
        and not layout.between(event.trigger.end, amount.start, "metric", "alien")
        for amount in layout.amounts
    )
    return (
        (is_sized or event.direction == "flat")
        and event.metric is not None
        and bool(OWN_PRICE.search(event.metric.text))
    )


def _drop_echoes(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out a change that another word of the same clause says again with a size or a period."""
    kept = []
    for draft in drafts:
        twins = [
            d
            for d in drafts
            if d is not draft
            and (d.event.attribute, d.event.direction) == (draft.event.attribute, draft.event.direction)
            and d.event.metric is not None
            and draft.event.metric is not None
            and d.event.metric.start == draft.event.metric.start
            and layout.clause(d.event.trigger.start) == layout.clause(draft.event.trigger.start)
        ]
        if not draft.amounts and any(
            (d.amounts and draft.words in ((), d.words)) or (d.words and not draft.words) for d in twins
        ):
            continue
        kept.append(draft)
    return kept


def _share_commitments(drafts: list[Draft]) -> list[Draft]:
    """Give "sold out" said twice one period, and let memory at large give way to the products named with it."""
    sold = [d for d in drafts if d.event.attribute == "supply" and COMMITTED.search(d.event.trigger.text)]
    words = next((d.words for d in sold if d.words), ())
    named = [d for d in sold if all(e.product != "MEMORY" for e in d.entities)]
    shared = [replace(d, words=d.words or words) if d in sold else d for d in drafts]
    if not named:
        return shared
    return [
        d
        for d in shared
        if d.event.attribute != "supply"
        or not COMMITTED.search(d.event.trigger.text)
        or d.entities[0].product != "MEMORY"
    ]


def _add_slowing(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the change of the period before, which a Chinese one slows against ("Q2跌幅较Q1收窄": both fell)."""
    if layout.language != "zh":
        return []
    sized = [d for d in drafts if _is_of_price(d) and d.words and _SIZE_WORD.match(layout.text, d.event.start)]
    return [
        replace(draft, words=(word,), amounts=(), how="compared")
        for word in layout.periods
        if word.is_comparison and word.marks[0].step is None and _SLOWING.match(layout.text, word.end)
        for draft in sized
        if draft.event.start < word.start and layout.clause(draft.event.start) == layout.clause(word.start)
    ]


def _add_comparisons(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the changes of another period that a change is compared with ("和一季度逾两成的涨幅相比")."""
    if layout.language == "en":
        return _add_compared_sizes(layout, drafts, taken)
    added = _add_slowing(layout, drafts)
    for word in layout.periods:
        if not word.is_comparison or word.marks[0].unit not in ("Q", "M") or word.marks[0].step is not None:
            continue
        if layout.language != "zh":
            continue
        size = next((a for a in layout.amounts if a.start not in taken and (0 <= a.start - word.end <= 8)), None)
        model = next((d for d in drafts if d.event.attribute == "price" and d.amounts and d.words), None)
        if size is None or model is None or layout.between(word.end, size.start, "metric", "market", "alien", "change"):
            continue
        taken.add(size.start)
        added.append(replace(model, words=(word,), amounts=(size,), how="compared"))
    return added


def _add_compared_sizes(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the English changes of a period before, told by their size only ("rose 10% in Q2 compared to 25% in Q1")."""
    added = []
    for old, new in pairwise(layout.amounts):
        word = _period_beside(layout, new)
        model = next((d for d in drafts if _is_of_price(d) and old in d.amounts and d.words), None)
        if word is None or model is None or new.start in taken or word in model.words:
            continue
        if not _COMPARED_WITH_SIZE.search(layout.text, old.end, new.start):
            continue
        if layout.between(old.end, new.start, "change", "event", "metric", "alien", "product"):
            continue
        taken.add(new.start)
        manner = replace(model.manner, looks_ahead=False)
        added.append(
            replace(model, words=(word,), amounts=(replace(new, is_old=False),), manner=manner, how="compared")
        )
    return added


_COMPARED_WITH_SIZE = re.compile(
    r"(?:compared (?:to|with)|versus|\bvs\.?|against|after|following|from|than)(?: an?| the| its| growth of| around| about| roughly)* $"
)
_NOW = re.compile(r"目前|现在|当前|如今|现阶段|近期")
_LISTED_WITH = re.compile(r"[、/]|和|与|及|以及|且|并")
_OF_STOCKS = re.compile(
    r"\b(?:shares?|stocks?|ipo|offering|investors?|nasdaq|traded|trading|market cap\w*|target price|price target)\b"
)
_SIZE_WORD = re.compile(r"[涨跌升降增]幅|[涨跌]势")
_SLOWING = re.compile(
    r"\s?(?:有所|明显|进一步|大幅|略有|继续|将|小幅|显著)*(?:放缓|收窄|收敛|缩小|趋缓|减缓|扩大|回落|加快|加速)"
)
_CLOSES = re.compile(r"股价|收盘|平盘|收在|收报|涨停|跌停|族群|概念股|个股|创新高\d|\(\d{6}\.")
_MAKES_PHONES = re.compile(
    r"(?:スマホ|スマートフォン|パソコン|pc|自动车|完成车|四轮|iphone|端末|ゲーム机)(?:(?:各社|メーカー|势|大手)?の$|(?:各社|メーカー|势|大手)[はがも])"
)
_MOVES = re.compile(r"\b(?:ris|ros|fall|fell|climb|increas|declin)\w* $")
_MORE_OR_LESS_EN = re.compile(
    r"[^.;:%]{0,40}\b(?:more|less|faster|slower|greater|smaller|further|milder|steeper|sharper)(?: \w+)? than (?:that of |those of |in |for |the )*"
)
_MORE_OR_LESS_ZH = re.compile(r"[^，,。;%]{0,6}(?:小于|低于|大于|高于|不及|不如|超过|逊于|多于|少于)(?:了)?\s?")
_MORE_ZH = re.compile(r"(?:还|更|来得|更加|更为|要)+(?:大|高|多|快|猛|凶|强|剧烈|明显|惊人|显著|小|低|慢|少|温和)")
_MORE_OR_LESS_FINAL = re.compile(
    r"(?:보다|에 비해|よりも?|に比べ(?:て)?)[^.。,、]{0,8}(?:더|덜|크게|가파르게|큰 폭으로|소폭|완만하게|大きく|小さく|大幅に|小幅に|急速に|缓やかに) ?"
)
_FOR = re.compile(r" (?:for|in|on) (?:\w+ )?")
_OF_SIZE = re.compile(r"[은는이가도はがも:：]?\s?(?:약 |约)?")
_STEP = re.compile(
    r"\s*(?:to|into|至|到|(?:收窄|收敛|缩小|扩大|放缓|回落|下降|降|升|减缓)(?:至|到|为)|에서|から|→)\s*(?:about |around |약 |约|约为)?\s*"
)
_IN_PERIOD = re.compile(r"\s*(?:\(|(?:in|for|during) (?:the )?)?")
_OF_PERIOD = re.compile(r"\s*(?:에는?|엔|은|는|에|には?|は|が|で|も|的|の|:|约)?(?:约|近)?\s*")
_BETWEEN_PAIRS = re.compile(r"\)?\s*(?:로|씩)?\s*(?:[,，、;；/]|，)?\s*(?:and |followed by |그리고 |以及|和)?\s*")


def _part_steps(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Part a change told from one period to the next ("narrows from 55-60% in Q1 to 18-23% in Q2") into one for each."""
    parted = list(drafts)
    for old, new in pairwise(layout.amounts):
        since = _period_beside(layout, old)
        until = _period_beside(layout, new) or _period_ahead(layout, since)
        if since is None or until is None or since.start == until.start:
            continue
        ends = until.start if until.start > old.end else new.start
        if not _STEP.fullmatch(layout.text[max(old.end, since.end) : min(new.start, ends)]):
            continue
        place = next((i for i, d in enumerate(parted) if _is_of_price(d) and {old, new} & set(d.amounts)), None)
        if place is None:
            continue
        model = parted[place]
        earlier = replace(model, words=(since,), amounts=(replace(old, is_old=False),), manner=model.manner)
        parted[place : place + 1] = [earlier, replace(model, words=(until,), amounts=(new,), how="step")]
    return parted


def _period_ahead(layout: Layout, since: PeriodWord | None) -> PeriodWord | None:
    """Return the period that a Chinese clause opens with before the one that a change comes from ("二季度跌幅从上季的20%缩小到10%")."""
    if layout.language != "zh" or since is None:
        return None
    first, _ = layout.clause_span(layout.clause(since.start))
    return next((w for w in layout.periods if first <= w.start and w.end < since.start and not w.is_comparison), None)


def _spread_series(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give one price change told for period after period ("5% in April, 7% in May") each period with its own size."""
    pairs = [(w, a) for a in layout.amounts if not a.is_old and (w := _period_beside(layout, a)) is not None]
    for series in _runs(layout, pairs):
        model = next((d for d in drafts if _can_run(layout, d) and {a for _, a in series} & set(d.amounts)), None)
        if model is None:
            first, last = series[0][0].start, series[-1][1].end
            model = next(
                (d for d in drafts if _is_of_price(d) and first - 60 < d.event.trigger.start < last + 40),
                None,
            )
        if model is None:
            continue
        told = {place for d in drafts if d is not model for a in d.amounts for place in [a.start]}
        place = drafts.index(model)
        drafts = [
            *drafts[:place],
            *(replace(model, words=(w,), amounts=(a,), how="series") for w, a in series if a.start not in told),
            *drafts[place + 1 :],
        ]
    return drafts


def _can_run(layout: Layout, draft: Draft) -> bool:
    """Say whether a change may be told period after period: one of price, in Korean one of demand or supply too."""
    is_bits = layout.language == "ko" and draft.event.attribute in ("demand", "supply")
    return _is_of_price(draft) or (is_bits and draft.event.direction in ("up", "down"))


def _add_measures(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the changes of what a product's is measured by: "DRAM rose more than NAND" says that both rose, by what not."""
    return [
        replace(draft, entities=group.entities, amounts=(), how="measure")
        for group in layout.groups
        if not _is_used(group.start, drafts)
        for draft in [d for d in drafts if _is_of_price(d) and _is_measured_by(layout, d, group.start, group.end)][:1]
    ]


def _is_measured_by(layout: Layout, draft: Draft, first: int, last: int) -> bool:
    """Say whether the product between two places is what a change is compared with, told as more or less of the same."""
    trigger = draft.event.trigger
    if layout.language in ("ko", "ja"):
        return last <= trigger.start and bool(_MORE_OR_LESS_FINAL.fullmatch(layout.text, last, trigger.start))
    if trigger.end > first:
        return False
    if trigger.text in ("higher", "lower") and _MOVES.search(layout.text[layout.start : trigger.start]):
        return layout.text[trigger.end : first] == " than "
    pattern = _MORE_OR_LESS_EN if layout.language == "en" else _MORE_OR_LESS_ZH
    if pattern.fullmatch(layout.text, trigger.end, first):
        return True
    is_than = layout.language == "zh" and layout.text[first - 1] in "比较" and first - trigger.end <= 8
    return is_than and bool(_MORE_ZH.match(layout.text, last))


def _runs(layout: Layout, pairs: list[tuple[PeriodWord, Amount]]) -> list[list[tuple[PeriodWord, Amount]]]:
    """Return the stretches of two or more periods with their sizes that nothing but commas and "and" parts."""
    runs: list[list[tuple[PeriodWord, Amount]]] = []
    for pair in pairs:
        first = min(pair[0].start, pair[1].start)
        if runs and _BETWEEN_PAIRS.fullmatch(layout.text, max(x.end for x in runs[-1][-1]), first):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return [run for run in runs if len({word.start for word, _ in run}) > 1]


def _is_of_price(draft: Draft) -> bool:
    """Say whether a draft is one of a price that moves."""
    return draft.event.attribute == "price" and draft.event.direction in ("up", "down")


def _period_beside(layout: Layout, amount: Amount) -> PeriodWord | None:
    """Return the period that stands directly beside a size: after it in English, before it elsewhere."""
    for word in layout.periods:
        if layout.language == "en":
            if word.start >= amount.end and _IN_PERIOD.fullmatch(layout.text, amount.end, word.start):
                return word
        elif word.end <= amount.start and _OF_PERIOD.fullmatch(layout.text, word.end, amount.start):
            return word
    return None


def _fill_gaps(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Add the changes whose verb is left out: "DRAM rose 10 % and NAND 5 %", "DRAMは10%、NANDは5%上昇"."""
    added: list[Draft] = []
    for group in layout.groups:
        amount = next(
            (
                a
                for a in layout.amounts
                if group.end <= a.start <= group.end + 24 and a.start not in taken and not a.is_old
            ),
            None,
        )
        if (
            amount is None
            or _is_used(group.start, _at_home(layout, drafts))
            or layout.between(group.end, amount.start, "change", "event", "alien")
        ):
            continue
        if layout.language == "ko" and layout.between(group.end, amount.start, "product"):
            continue
        if _is_of_next(layout, amount, group.start):
            continue
        told = {t.value for t in layout.between(group.end, amount.start, "metric")}
        if told - {"price"} and not (layout.language in ("en", "ko") and told <= {"demand", "supply"}):
            continue
        if re.search(r"[,，;；。]", layout.text[group.end : amount.start]):
            continue
        model = _model_for(layout, group.start, amount, drafts, told)
        if model is None or told - {model.event.attribute}:
            continue
        taken.add(amount.start)
        is_sized = model.event.attribute == "price" or (layout.language in ("en", "ko") and bool(model.amounts))
        sizes = (amount,) if is_sized else ()
        added.append(
            replace(model, entities=group.entities, amounts=sizes, words=_words_of(layout, amount, model), how="gapped")
        )
    added += _fill_before(layout, drafts, taken)
    added += fill_unsaid(layout, [*drafts, *added], taken)
    added += fill_periods(layout, [*drafts, *added], taken)
    return sorted([*drafts, *added], key=lambda d: (d.event.start, d.entities[0].start))


def _is_of_next(layout: Layout, amount: Amount, place: int) -> bool:
    """Say whether an English size is told of the product behind it ("mid-teens in DRAM and low-20s percent in NAND")."""
    if layout.language != "en":
        return False
    return any(g.start > place and _FOR.fullmatch(layout.text, amount.end, g.start) for g in layout.groups)


def _words_of(layout: Layout, amount: Amount, model: Draft) -> tuple[PeriodWord, ...]:
    """Return the period of a size told without a verb: in Korean the one directly before it, else that of the model."""
    own = _period_beside(layout, amount) if layout.language == "ko" else None
    return (own,) if own is not None and not own.is_comparison else model.words


def _at_home(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out, in Japanese, changes that took their product from another clause: there it may have a size of its own."""
    if layout.language != "ja":
        return drafts
    return [
        d for d in drafts if d.how != "sentence" or layout.clause(d.event.start) == layout.clause(d.entities[0].start)
    ]


def _fill_before(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Add English changes whose size stands before the product ("hikes of 60% for DRAM and over 70% for NAND")."""
    added: list[Draft] = []
    if layout.language != "en":
        return added
    sized = [d for d in drafts if d.event.attribute != "inventory" and d.amounts and d.entities[0].start >= 0]
    for group in layout.groups:
        amount = next(
            (a for a in layout.amounts if a.start not in taken and _FOR.fullmatch(layout.text, a.end, group.start)),
            None,
        )
        told = [*sized, *added]
        before = [d for d in told if d.amounts[-1].end <= group.start and group.start - d.amounts[-1].end <= 40]
        if amount is None or not before or _is_used(group.start, drafts):
            continue
        taken.add(amount.start)
        added.append(replace(before[-1], entities=group.entities, amounts=(amount,), how="gapped"))
    return added


def _is_used(place: int, drafts: list[Draft]) -> bool:
    """Say whether a product already has a price change of its own."""
    return any(e.start == place for d in drafts for e in d.entities if d.event.attribute == "price")


def _counts_another(layout: Layout, amount: Amount, model: Draft) -> bool:
    """Say whether a Korean size is one of something else that changes, or is counted, before a price does."""
    if layout.language != "ko":
        return False
    told = [t for t in layout.between(layout.start, amount.start, "metric") if t.value in ("price", "other")]
    if told and told[-1].value == "other":
        return True
    between = layout.between(amount.end, model.event.trigger.start, "change", "event")
    return any(t.cls == "change" and t.start < model.event.start for t in between)


def _model_for(layout: Layout, place: int, amount: Amount, drafts: list[Draft], metrics: set[str]) -> Draft | None:
    """Return the price change that a product without a verb shares: the next one in Korean and Japanese, else the last.

    English and Korean share a change of demand or supply as well ("DRAM demand will grow 17% and NAND demand 19%").
    """
    is_any = layout.language in ("en", "ko")
    sized = [d for d in drafts if d.amounts and (is_any or d.event.attribute == "price")]
    if layout.language == "en" and metrics:
        sized = [d for d in sized if d.event.attribute in metrics]
    if layout.language in ("ko", "ja"):
        following = [
            d for d in drafts if d.event.trigger.start > amount.end and (d.amounts or d.event.attribute == "supply")
        ]
        following = [d for d in following if not _counts_another(layout, amount, d)]
        if following or layout.language == "ja":
            return following[0] if following else None
    before = [d for d in sized if d.event.trigger.end <= place and place - d.amounts[-1].end <= 30]
    if not before:
        return None
    model = before[-1]
    told = layout.between(model.amounts[-1].end, place, "metric", "alien", "change", "event")
    return None if any(t.start != model.event.trigger.start for t in told) else model


__all__ = ["Outcome", "Setting", "own_date", "read_sentence"]
