"""What is worth reading: whether a text is about memory at all, and which of its sentences can hold a claim.

A document that names no memory product ("이번 분기 매출이 늘었다") costs one look; a sentence is read where it names one, or where it goes
on from one that did, or from a maker, with a word of our subjects ("合约价格将上涨").
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tracker.extract.entity import Entity
from tracker.extract.patterns import one_of
from tracker.extract.script import fold
from tracker.extract.sentences import Sentence
from tracker.extract.speakers import Voice

# How the part numbers of memory begin that are most written of by themselves.
_PART_NUMBERS = (
    *("w25q", "w25n", "gd25q", "gd25l", "gd5f", "mx25", "mx66"),  # Winbond, GigaDevice, Macronix
    *("mt29f", "mt25q", "mt40a", "mt41k", "mt53", "mt60b", "mt62f"),  # Micron
    *("k9f", "k9g", "k4a", "k4b", "k4r", "k4u", "k4f"),  # Samsung
    *("h5a", "h5t", "h5c", "h9h", "h27u", "nt5a", "nt5c"),  # SK hynix, Nanya
)
# What names memory in a document and in a sentence alike.
_NAMES = (
    *("dram", "d-ram", "nand", "flash", "ddr", "hbm", "dimm", "ssd", "emmc", "emcp", "umcp", "ufs"),
    *("slc", "mlc", "tlc", "qlc", "sram", "hvm", "lp4", "lp5", " d4 ", " d5 ", "mt/s", "gx4", "gx8", "gx16", "mx16"),
    *(" ram ", "ram price", "ram pricing", "ram kit", "ram shortage", "ram cost", "ram価格", "ramの", "ram不足"),
    *("ramが", "ramは", "ramも", "ram高", "ram値", "ram需"),
    *("storage chip", "storage cost", "storage price", "storage pricing", "storage component"),
    *("solid state drive", "solid-state drive"),
    # Chinese
    *(
        "ram价",
        "ram报价",
        "ram的价",
        "ram颗粒",
        "ram条",
        "ram缺",
        "ram短缺",
        "ram供",
        "ram需",
        "ram涨",
        "ram跌",
        "ram降",
    ),
    *("ram成本", "ram现货", "ram合约", "ram库存", "ram市场", "ram紧", "ram均价"),
    *("存储", "储存", "内存", "记忆", "闪存", "快闪", "显存", "固态", "随身碟", "u盘", "sd卡"),
    *("b模组", "用模组", "b颗粒", "标准型", "利基型"),
    # Korean
    *("d램", "디램", "메모리", "낸드", "노어", "스토리지"),
    *(
        "램 부족",
        "램 품귀",
        "램 대란",
        "램 수요",
        "램 공급",
        "용 램",
        "램 가격",
        "램값",
        "램 값",
        "램 시세",
        "램 16",
        "램 32",
    ),
    # Japanese
    *("ramコスト", "ram调达", "sdカード", "microsd"),
    *("メモリ", "フラッシュ", "dラム", "ディーラム", "ナンド", "gbキット", "gbモジュール"),
)
# A document without any of these is not about memory; looked for in raw text, so both writings of Chinese stand here.
_STEMS = (
    *_NAMES,
    *("memory", "nor"),
    *("ram價", "ram報價", "ram顆粒", "ram條", "ram漲", "ram現貨", "ram合約", "ram庫存", "ram市場", "ram均價"),
    *("隨身碟", "記憶", "儲存", "存儲", "快閃", "閃存", "顯存", "內存", "固態"),
    *("b模組", "用模組", "b顆粒", "標準型", "枚組", "ram調達"),
    *("ｄｒａｍ", "ｎａｎｄ", "ｎｏｒ", "ｓｓｄ", "ｈｂｍ", "ｄｄｒ", "ｓｒａｍ"),
    # Makers
    *("hynix", "海力士", "하이닉스", "ハイニックス", "micron", "美光", "마이크론", "マイクロン", "エルピーダ"),
    *("kioxia", "铠侠", "鎧俠", "키옥시아", "키오시아", "キオクシア"),
    *("sandisk", "闪迪", "閃迪", "샌디스크", "サンディスク"),
    *("nanya", "南亚科", "南亞科", "南亜", "난야", "cxmt", "长鑫", "長鑫", "长江存储"),
    *("华邦电", "華邦電", "旺宏", "群联", "群聯", "威刚", "威剛", "十铨", "十銓", "宇瞻"),
    *_PART_NUMBERS,
)
# What several of them share: where it is missing, none of those has to be looked for.
_ROOTS = (
    *("ram", "램", "storage ", "solid", "lc", "mcp", "lp", "nan"),
    *("gx", "mx", "mt", "w25", "gd", "k4", "k9", "h5", "nt5"),
    *("模", "颗", "顆", "標", "标", "枚", "存", "闪", "閃"),
)
_BY_ROOT = tuple(
    (root, stems)
    for root in (*_ROOTS, *(stem for stem in _STEMS if not any(root in stem for root in _ROOTS)))
    if (stems := tuple(stem for stem in _STEMS if next((one for one in _ROOTS if one in stem), stem) == root))
)
# The same by what they are written in: no Korean word has to be looked for in a text without Hangul.
_SCRIPTS = (
    re.compile("[가-힣]"),
    re.compile("[ァ-ヶ]"),
    re.compile("[一-鿿]"),
    re.compile("[ａ-ｚ]"),
    re.compile("[a-z]"),
)
_BY_SCRIPT = tuple((script, tuple(one for one in _BY_ROOT if script.match(one[0].strip()))) for script in _SCRIPTS)
# The same for one sentence of folded text. "nor" stands for itself only where the page writes it in capitals.
_PRODUCTS = (*_NAMES, "memor", "高带宽", "枚组", "플래시", "고대역폭", *_PART_NUMBERS)
_CAPITALS = ("NOR", "ＮＯＲ")
# What a sentence has to speak of that a maker, or the maker's own document, gives without a product.
_CUE = re.compile(
    one_of(
        # English: "pricing", "quoted", "sold out"
        r"pric|asp|quot|cost|contract|suppl|demand|inventor|tight|short|sold|alloc|glut|hike|rall|squeez|scarc|constrain|crunch",
        r"wafer|output|production|fabs?\b|lead.?time",
        # Chinese: prices and deals ("报价", "合约", "询单"), what is wanted ("胃口", "热销"), what there is ("水位", "投片")
        r"价|涨|跌|贵|便宜|合约|单|询|货|料|买方|卖方|采购|抢",
        r"供|需|缺|紧|售罄|消耗|用量|胃口|兴趣|热[销卖]|问津",
        r"库存|存货|存量|仓|水位|手[上中里头握]|产能|投片|产出|稼动|开工|减片|停摆",
        # Korean
        r"격|값|단가|판가|만 ?원|달러|에이에스피|d램값",
        r"수요|공급|수급|재고|감산|증산|부족|대란|완판|불티|타이트|쇼티지",
        # Japanese
        r"価|値|在库|不足|品薄|完卖|完売|売り切れ|逼迫|ひっ迫",
        r"ウ[エェ]ハ|稼働|减产|増产|生产(?:[をがは]|调整|抑制)|ライン|操业",
    )
)
# After a sentence that names memory, one without any of these leaves nothing: no change, no size, no one quoted.
_CHANGE = re.compile(
    one_of(
        # Any language: sizes, and the characters of change that Chinese and Japanese share once folded
        r"[%折倍成涨跌升降增减高低稳平强弱松扬挫弹紧缺荒罄旺热疲冷衰缩滑探落软掉贵薄剩满抢停断]|过剩|过剰",
        # English
        r"percent|pct|double|triple|up\b|down\b|flat|stab|high|low|strong|weak|soft|slow|tight|short|glut|surplus|constrain|crunch|scarc|squeez|bottleneck",
        r"ris|rose|increas|jump|surg|soar|climb|gain|improv|recover|rebound|spik",
        r"decreas|declin|fall|fell|drop|slump|plung|crash",
        r"said|says|according",
        # Chinese: who is quoted
        r"表示|称|说|指出|认为|据|述|话|语",
        # Korean: more and dear, less and cheap, neither; who is quoted
        r"올|오르|오른|오를|오름|비싸|상승|증가|인상|급|반등|회복|높|늘|뛰|치솟|커지|커졌|강세|폭등|증산|초과|과잉|쌓",
        r"내리|내렸|내린|내릴|내려|하락|감소|인하|꺾|낮|줄|부진|둔화|떨어|약세|침체|폭락|감산|빠|토막|바닥|매진|완판|소진|부족|타이트|품귀|빠듯",
        r"보합|멈|안정|견조|탄탄|횡보|제자리|동결",
        r"밝|전했|말|따르",
        # Japanese: a move, too little, too much
        r"上|下|横|値|安|伸|戻|増|よ|跳ね|崩[れしす]|重[いく]|动か|を切|周[分间]",
        r"不足|逼迫|ひっ迫|タイト|品薄|足り|尽き|薄[いく]|缔ま|绞[っりる]|细[っりる]|途绝|つか[ずな]",
        r"余っ|余り|余剰|余[りっる]|积み|厚[いく]|膨[られ]|抱え|埋ま|吐き|だぶつ|あふれ",
    )
)
_MAKER = re.compile(
    one_of(
        r"hynix|micron|kioxia|sandisk|nanya|cxmt|samsung",
        r"海力士|美光|铠侠|闪迪|南亚科|长鑫|长江存储|三星|三大原厂|存储原厂|三大厂|华邦电|旺宏|群联|威刚|十铨|宇瞻",
        r"하이닉스|마이크론|키옥시아|키오시아|샌디스크|난야|삼성",
        r"ハイニックス|マイクロン|キオクシア|サンディスク|エルピーダ|サムスン|南亜",
    )
)
# A short excerpt that someone files under an issuer of ours and that speaks of contract or spot prices, or of price
# rises by quarter or year, is about memory even where the excerpt leaves the word out.
LONGEST_EXCERPT = 400
_EXCERPT = re.compile(
    one_of(
        r"contract price|spot price",
        r"合约价|合同价|合同市场|现货市场|现货价|固定交易|(?:价格)?涨幅|季增|涨势",
        r"고정거래",
        r"固定(?:取引)?価格|契约価格|スポット価格|大口|대口",
    )
)
_INDEX = re.compile(r"(?<!价格)指数|股价|收盘|大盘|股指|주가|지수|株価|index")
# How Chinese records of makers write DDR3 to DDR5.
_SHORT_DDR = re.compile(r"[dD][345](?=[\u4e00-\u9fff])")
# One word of each product is enough to see that a short English text names no other.
_KIND = re.compile(
    r"\b(?<!non-)(?:dram|ddr|lpddr|gddr|dimm|nand|ssd|flash|solid[- ]state|hbm|high[- ]bandwidth|memory|nor flash|sram|ram\b)"
)
# The product by the first three letters of that word.
_KINDS = {
    **dict.fromkeys(("dra", "ddr", "lpd", "gdd", "dim", "ram"), "DRAM"),
    **dict.fromkeys(("nan", "ssd", "fla", "sol"), "NAND"),
    **dict.fromkeys(("hbm", "hig"), "HBM"),
    "mem": "MEMORY",
    "nor": "NOR",
    "sra": "SRAM",
}


def mentions_memory(text: str) -> bool:
    """Say whether a document names any memory product; quick, so that other documents cost nothing."""
    lowered = f" {text.lower()}"
    return any(
        root in lowered and any(stem in lowered for stem in stems)
        for script, by_root in _BY_SCRIPT
        if script.search(lowered)
        for root, stems in by_root
    )


def shortens_ddr(text: str) -> bool:
    """Say whether a text names memory as the Chinese records of its makers do ("D4产品涨价")."""
    return _SHORT_DDR.search(text) is not None


def is_excerpt(text: str) -> bool:
    """Say whether a short text speaks of prices as one on memory does, and of no index and no shares."""
    if len(text) > LONGEST_EXCERPT:
        return False
    folded = fold(text)
    return bool(_EXCERPT.search(folded)) and not _INDEX.search(folded)


def sole_product(folded: str) -> tuple[Entity, ...]:
    """Return the one product that a short English text names, which its first sentence may speak of before naming it."""
    kinds = {_KINDS[match[0][:3]] for match in _KIND.finditer(folded)}
    return (Entity(kinds.pop(), None, (), -1, -1),) if len(kinds) == 1 else ()


def find_product_places(text: str, folded: str) -> list[int]:
    """Return where products are named, in order; one quick search for each word."""
    places: list[int] = []
    for haystack, words in ((folded, _PRODUCTS), (text, _CAPITALS)):
        for word in words:
            at = haystack.find(word)
            while at >= 0:
                places.append(at)
                at = haystack.find(word, at + len(word))
    if folded.startswith("ram "):
        places.append(0)
    return sorted(places)


def has_cue(folded: str, sentence: Sentence) -> bool:
    """Say whether a sentence has a word of price, supply, demand or inventory ("库存水位", "quoted")."""
    return _CUE.search(folded, sentence.start, sentence.end) is not None


def is_worth_reading(places: list[int], folded: str, sentence: Sentence, since_product: int, voice: Voice) -> bool:
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
    return has_cue(folded, sentence)
