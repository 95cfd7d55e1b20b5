"""A whole document: which sentences to read, what each inherits from its neighbours, and what stayed unread."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from tracker.config import find_issuer
from tracker.extract.assemble import Outcome, read_sentence
from tracker.extract.beside import is_comparand
from tracker.extract.claims import own_date
from tracker.extract.confidence import with_confidence
from tracker.extract.denials import denies_the_last
from tracker.extract.draft import Setting
from tracker.extract.earlier import CAME_BEFORE
from tracker.extract.entity import MEMORY, Entity
from tracker.extract.glued import find_seams, part, place_before, put_back
from tracker.extract.grid import find_tables, is_prose
from tracker.extract.groups import Group
from tracker.extract.headings import clock_below, find_dated_lines, heading_period
from tracker.extract.items import heads_others, is_item
from tracker.extract.layout import Layout
from tracker.extract.parse import parse_sentence
from tracker.extract.repeats import drop_repeats
from tracker.extract.resolve import Clock, resolve
from tracker.extract.script import Language, detect_document_language, detect_language, fold
from tracker.extract.sentences import Sentence, split_sentences
from tracker.extract.speakers import Voice, find_own_product, is_maker, judge_voice, last_quoted, speaks_itself
from tracker.extract.tables import read_table
from tracker.extract.undated import OWN_PRICE
from tracker.statement import Claim, Reading, Speaker, Unread

# How the part numbers of memory begin that are most written of by themselves.
PART_NUMBERS = ("w25q", "w25n", "gd25q", "gd25l", "gd5f", "mx25", "mx66", "mt29f", "mt25q", "mt40a", "mt41k", "mt53", "mt60b", "mt62f", "k9f", "k9g", "k4a", "k4b", "k4r", "k4u", "k4f", "h5a", "h5t", "h5c", "h9h", "h27u", "nt5a", "nt5c")  # fmt: skip
# A document without any of these is not about memory; looked for in raw text, so both writings of Chinese stand here.
_STEMS = (
    "dram", "nand", "flash", "ddr", "hbm", "dimm", "memory", "nor", "ssd", "emmc", "emcp", "umcp", "存储", "储存", "内存", "闪存", "显存", "固态", "随身碟", "隨身碟", "u盘", "sd卡", "記憶", "儲存", "快閃", "顯存", "內存", "閃存", "固態", "存儲",
    "记忆", "快闪", "d램", "디램", "메모리", "낸드", "노어", "メモリ", "フラッシュ", "内存", "slc", "mlc", "hvm", "d-ram",
    "tlc", "qlc", "sandisk", "闪迪", "閃迪", "南亚科", "南亞科", "长鑫", "長鑫", "cxmt", "长江存储", "lp4", "lp5", " d4 ", " d5 ", "hynix", "nanya", "샌디스크", "키옥시아", "키오시아", "마이크론", "난야", "용 램", "램 가격", "램값", "海力士", "하이닉스", "ハイニックス", "エルピーダ", "キオクシア", "サンディスク", "マイクロン", "micron", "美光", "kioxia", "铠侠", "鎧俠",
    " ram ", "ram price", "ram pricing", "ram kit", "ram shortage", "ram cost", "ram価格", "ramの", "ram不足", "枚組", "sram", "storage chip", "storage cost", "storage price", "storage pricing", "storage component", "solid state drive", "solid-state drive", "gbキット", "gbモジュール", "b模組", "b模组", "用模組", "用模组", "b顆粒", "b颗粒", "mt/s", "gx8", "gx16", "gx4", "mx16", "標準型", "标准型", "利基型",
    "ufs", "램 값", "램 시세", "램 16", "램 32", "스토리지",
    "ｄｒａｍ", "ｎａｎｄ", "ｎｏｒ", "ｓｓｄ", "ｈｂｍ", "ｄｄｒ", "ｓｒａｍ", "南亜", "dラム", "ディーラム", "ナンド",
    *PART_NUMBERS,
)  # fmt: skip
# What several of them share: where it is missing, none of those has to be looked for.
_ROOTS = (
    "ram",
    "램",
    "storage ",
    "solid",
    "gx",
    "mx",
    "mt",
    "w25",
    "gd",
    "k4",
    "k9",
    "h5",
    "nt5",
    "模",
    "颗",
    "顆",
    "標",
    "标",
    "枚",
)
_BY_ROOT = tuple(
    (root, stems)
    for root in (*_ROOTS, *(stem for stem in _STEMS if not any(root in stem for root in _ROOTS)))
    if (stems := tuple(stem for stem in _STEMS if next((one for one in _ROOTS if one in stem), stem) == root))
)
# The same for one sentence of folded text. "nor" stands for itself only where the page writes it in capitals.
_PRODUCTS = (
    "dram", "nand", "flash", "ddr", "hbm", "memor", "ssd", "存储", "储存", "内存", "记忆", "闪存", "d램", "메모리", "낸드", "メモリ", "フラッシュ", "显存", "固态", "快闪", "随身碟", "u盘", "sd卡",
    "디램", "노어", "플래시", "slc", "mlc", "tlc", "qlc", "emmc", "emcp", "umcp", "ufs", "hvm", "d-ram", "sram", "용 램", "램 가격", "dimm", "lp4", "lp5", "고대역폭", "高带宽", " d4 ", " d5 ", "b模组", "用模组", "b颗粒", "mt/s", "gx8", "gx16", "gx4", "mx16", "标准型", "利基型",
    "램 값", "램값", "램 시세", "램 16", "램 32", "스토리지", "dラム", "ディーラム", "ナンド",
    " ram ", "ram price", "ram pricing", "ram kit", "ram shortage", "ram cost", "ram価格", "ramの", "ram不足", "枚组", "storage chip", "storage cost", "storage price", "storage pricing", "storage component", "solid state drive", "solid-state drive", "gbキット", "gbモジュール",
    *PART_NUMBERS,
)  # fmt: skip
_CUE = re.compile(
    r"pric|asp|quot|cost|contract|suppl|demand|inventor|存货|tight|short|sold|alloc|glut|价|涨|跌|供|需|库存|缺|紧|售罄|产能|격|값|단가|판가|수요|공급|수급|재고|감산|증산|부족|대란|완판|価|値|需|在库|不足|品薄|完卖|売り切れ|逼迫|ひっ迫|单|货|料|仓|投片|产出|稼动|开工|询|采购|消耗|用量|胃口|手[上中里头握]|水位|存量|贵|便宜|合约|兴趣|热[销卖]|问津|买方|卖方|抢|减片|停摆|hike|rall|squeez|scarc|constrain|crunch|demand|d램값|만 ?원|달러|에이에스피|불티|타이트|쇼티지|wafer|output|production|fabs?\b|lead.?time"
    r"|完売|ウ[エェ]ハ|稼働|减产|増产|生产(?:[をがは]|调整|抑制)|ライン|操业"
)
# After a sentence that names memory, one without any of these leaves nothing: no change, no size, no one quoted.
_CHANGE = re.compile(
    r"[%折倍成涨跌升降增减高低稳平强弱松扬挫弹紧缺荒罄旺热疲冷衰缩滑探落软掉贵薄剩满抢停断]|过剩|过剰|percent|pct|ris|rose|increas|decreas|declin|fall|fell|drop|jump|surg|soar|climb|gain|high|low|up\b|down\b|flat|stab|double|triple|improv|strong|weak|soft|slow|tight|short|glut|surplus|recover|rebound|soar|spik|slump|plung|crash|said|says|according|表示|称|说|指出|认为|据|올|오르|오른|내리|내렸|상승|하락|증가|감소|인상|인하|급|보합|반등|회복|꺾|낮|높|늘|줄|부진|둔화|부족|과잉|타이트|품귀|멈|빠|뛰|치솟|떨어|오름|약세|강세|안정|커지|커졌|침체|폭등|폭락|감산|증산|완판|매진|소진|쌓|바닥|견조|탄탄|빠듯|토막|횡보|제자리|동결|초과|밝|전했|말|따르|上|下|横|値|安|伸|戻|増|不足|逼迫|ひっ迫|タイト|品薄|余っ|余り|余剰|よ|述|话|语"
    r"|崩[れしす]|积み|尽き|薄[いく]|重[いく]|足り|厚[いく]|跳ね|动か|缔ま|绞[っりる]|细[っりる]|膨[られ]|抱え|埋ま|吐き|途绝|周[分间]|を切|つか[ずな]|だぶつ|あふれ|余[りっる]"
)
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
        "montage",
    }
)
# Makers of disks, which buy memory: always, or since the day that their flash business was split off.
_DISKS = {"seagate": dt.date.min, "western_digital": dt.date(2025, 2, 21)}
_MAKER = re.compile(
    r"hynix|海力士|하이닉스|ハイニックス|エルピーダ|キオクシア|サンディスク|マイクロン|サムスン|micron|美光|kioxia|铠侠|sandisk|闪迪|南亚科|nanya|난야|长鑫|cxmt|长江存储|三大原厂|存储原厂|三大厂|samsung|三星|삼성|샌디스크|키옥시아|키오시아|마이크론"
    r"|南亜"
)
# A short excerpt that someone files under an issuer of ours and that speaks of contract or spot prices, or of price
# rises by quarter or year, is about memory even where the excerpt leaves the word out.
LONGEST_EXCERPT = 400
_EXCERPT = re.compile(
    r"合约价|合同价|合同市场|现货市场|现货价|固定交易|固定(?:取引)?価格|契约価格|スポット価格|(?:价格)?涨幅|季增|涨势|contract price|spot price|고정거래|대口|大口"
)
_INDEX = re.compile(r"(?<!价格)指数|股价|收盘|大盘|股指|주가|지수|株価|index")
# How Chinese records of makers write DDR3 to DDR5.
_SHORT_DDR = re.compile(r"[dD][345](?=[\u4e00-\u9fff])")
# One word of each product is enough to see that a short English text names no other.
_KIND = re.compile(
    r"\b(?<!non-)(?:dram|ddr|lpddr|gddr|dimm|nand|ssd|flash|solid[- ]state|hbm|high[- ]bandwidth|memory|nor flash|sram|ram\b)"
)
_KINDS = {"dra": "DRAM", "ddr": "DRAM", "lpd": "DRAM", "gdd": "DRAM", "dim": "DRAM", "nan": "NAND", "ssd": "NAND", "fla": "NAND", "sol": "NAND",
          "hbm": "HBM", "hig": "HBM", "mem": "MEMORY", "nor": "NOR", "sra": "SRAM", "ram": "DRAM"}  # fmt: skip
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
    seams = find_seams(text, is_transcript=doc_type == "earnings_call")
    explained = _explain(
        part(text, seams) if seams else text,
        published_on=published_on,
        issuer=issuer,
        ticker=ticker,
        lang=lang,
        doc_type=doc_type,
    )
    return [_put_back(one, text, seams) for one in explained] if seams else explained


def _put_back(one: Explanation, text: str, seams: list[int]) -> Explanation:
    """Return what the rules said of a sentence of the parted text, at its place in the text as given."""
    start, end = place_before(one.start, seams), place_before(one.end, seams)
    return Explanation(text[start:end], start, end, tuple(put_back(c, text, seams) for c in one.claims), one.notes)


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
    is_named = _mentions_memory(text) or (calendar.is_maker and bool(_SHORT_DDR.search(text)))
    is_excerpt = not is_named and bool(issuer) and _is_excerpt(text)
    if not (calendar.is_pure or is_named or is_excerpt):
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
    if is_excerpt:
        own = state.own_product
        state.products, state.products_at = ((Entity(own, None, (), -1, -1) if own else MEMORY),), 1
    elif default == "en" and len(text) <= LONGEST_EXCERPT * 2:
        state.products, state.products_at = _sole_product(folded), 0
    places = _find_products(text, folded)
    explained, covered = _read_tables(text, folded, default, voice, clock)
    published, dated = clock, find_dated_lines(text, published_on)
    for number, sentence in enumerate(split_sentences(text)):
        clock = clock_below(dated, sentence.start, clock, published)
        if (covered and _is_covered(sentence, covered)) or _is_noise(folded, sentence):
            continue
        _take_back(explained, folded, sentence, default, is_next=number - state.claims_at == 1)
        if is_document:
            _note_heading(state, text, folded, sentence, default=default, clock=clock)
        is_own = state.own_product is not None and bool(OWN_PRICE.search(folded, sentence.start, sentence.end))
        is_own = is_own or (is_sole and bool(_CUE.search(folded, sentence.start, sentence.end)))
        if not (is_own or _is_worth_reading(places, folded, sentence, number - state.products_at, voice)):
            continue
        layout = _lay_out(text, folded, sentence, default, state if number - state.products_at <= 2 else None)
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


def _sole_product(folded: str) -> tuple[Entity, ...]:
    """Return the one product that a short English text names, which its first sentence may speak of before naming it."""
    kinds = {_KINDS[match[0][:3]] for match in _KIND.finditer(folded)}
    return (Entity(kinds.pop(), None, (), -1, -1),) if len(kinds) == 1 else ()


def _is_excerpt(text: str) -> bool:
    """Say whether a short text speaks of prices as one on memory does, and of no index and no shares."""
    if len(text) > LONGEST_EXCERPT:
        return False
    folded = fold(text)
    return bool(_EXCERPT.search(folded)) and not _INDEX.search(folded)


def _is_covered(sentence: Sentence, covered: list[tuple[int, int]]) -> bool:
    """Say whether a sentence lies in a table that was read by its rows."""
    return any(first <= sentence.start < last for first, last in covered)


def _is_noise(folded: str, sentence: Sentence) -> bool:
    """Say whether a long line is made of a few characters over and over, which no prose is."""
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


def _mentions_memory(text: str) -> bool:
    """Say whether a document names any memory product; quick, so that other documents cost nothing."""
    lowered = f" {text.lower()}"
    return any(root in lowered and any(stem in lowered for stem in stems) for root, stems in _BY_ROOT)


def _find_products(text: str, folded: str) -> list[int]:
    """Return where products are named, in order; one quick search for each word."""
    places: list[int] = []
    for haystack, words in ((folded, _PRODUCTS), (text, ("NOR", "ＮＯＲ"))):
        for word in words:
            at = haystack.find(word)
            while at >= 0:
                places.append(at)
                at = haystack.find(word, at + len(word))
    if folded.startswith("ram "):
        places.append(0)
    return sorted(places)


def _is_worth_reading(places: list[int], folded: str, sentence: Sentence, since_product: int, voice: Voice) -> bool:
    """Say whether a sentence can hold a claim: a product in it (or just before it) and a word of our subjects."""
    start, end = sentence.start, sentence.end
    index = bisect_left(places, start)
    if index < len(places) and places[index] < end:
        return True
    if since_product <= 2 and _CHANGE.search(folded, start, end):
        return True
    is_on_own = voice.speaker == "company" or (voice.is_pure and "公司" in folded[start:end])
    if not is_on_own and not _MAKER.search(folded, start, end):
        return False
    return bool(_CUE.search(folded, start, end))


def _lay_out(text: str, folded: str, sentence: Sentence, default: Language, before: _State | None) -> Layout:
    """Return the layout of a sentence in its own language; `before` is what a sentence shortly before it left."""
    language = detect_language(text[sentence.start : sentence.end], default)
    told = {entity.product for entity in before.products} if before else set()
    implied = told.pop() if len(told) == 1 else None
    return parse_sentence(folded, text, language, sentence.start, sentence.end, implied=implied)


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
    is_ours = layout.language == "en" or _has_price_word(layout)
    return resolve(said[0].marks[0], clock) if len(said) == 1 and is_ours else None


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
    makes_memory = makes_memory and not (found.id in _DISKS and (day or dt.date.min) >= _DISKS[found.id])
    return IssuerCalendar(found.fiscal_year_end_month, makes_memory, makes_memory and found.id not in _MIXED)
