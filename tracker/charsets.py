"""Which East Asian encoding a short text is in, when it does not say: weighed by its characters, refused when in doubt.

A table often holds no more than a name or two in its own script, too little for a statistical guess: the bytes of 价格
in GB18030 are two Korean syllables in EUC-KR. Two things are weighed: in which region of each code chart the characters
lie (the charts keep common characters apart from rare ones), and how many are everyday words of the trade.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# A lead this small over the runner-up is no decision.
LEAST_LEAD = 0.12
LEAST_WEIGHT = 0.55
_SAMPLE = 4000

_SIMPLIFIED = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为和地出也时年得就要下以生会自着去之过家学对可后小多天而能都没日于起还发成事作当看"
    "文开用主行方又如前所本见经面公同三已从动两长民样现分将外与高进法实回二理美点月明其种全工者向部正名定问力机给等几业最间新位"
    "因重电四第门次东政海使西再平真世信北少关并内加化由产入先山五太水万市价格涨跌存储季度预计场供应需求司客户品比环亿元闪芯片半导"
    "体集邦咨询科技创兆易澜起君京上深圳证券招商中泰华研究报告限股份票指数板合约货均颗粒服务器消费类台湾韩星力士光铠侠据南亚旺宏积"
    "江鑫维波龙德利普冉恒烁聚辰网周财闻社告议录访谈调纪要机构投资者关系活动记表研"
)
_TRADITIONAL = frozenset(
    "的一是不了在人有我他這中大來上國個到說們為和地出也時年得就要下以生會自著去之過家學對可後小多天而能都沒日於起還發成事作當看"
    "文開用主行方又如前所本見經面公同三已從動兩長民樣現分將外與高進法實回二理美點月明其種全工者向部正名定問力機給等幾業最間新位"
    "因重電四第門次東政海使西再平真世信北少關並內加化由產入先山五太水萬市價格漲跌記憶體儲存季度預計估場供應需求司客戶品億元快閃晶"
    "片半導集邦科技南亞華邦旺宏力積群聯威剛創見宜鼎十銓證券投顧研究報告限股份票指數合約貨均顆粒伺服器消費型臺灣韓星士光鎧俠據商"
    "濟聯鉅亨網聞社營收比較"
)
_KOREAN = frozenset(
    "이다는의가을에하고지로한를도기사은인자시어스그나리대라서들과정전아해보수여부일있제장원었상조것주동했으면적만세소오성용공비"
    "치구중년국신마우안문경미연선재유화계모러드요내게각간개트르실관회무방위반체려산업명당물데단발건저결될던할히행력술후바금진분통"
    "생입출차등권억달월격램낸플래메모삼닉현승락합망급족거버피씨론키옥익뉴협머투데조블터디텔콘파직크터온"
)
_JAPANESE = frozenset(
    "日本経済新聞電子半導体価格上昇下落需給供不足市場予想見通四期大手顧客業界在庫産証券野村会社株式報告調査研究所年月前比契約取引"
    "記憶装置東京品製造部長中小国内外発表同高安値工出来年度通信機器"
)


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, its weight (about 0 to 2), and how the text reads in it."""

    charset: str
    weight: float
    text: str


def weigh_charsets(content: bytes) -> list[Guess]:
    """Return the encodings that fit the bytes, the likeliest first; bytes that hold only ASCII fit none."""
    guesses = []
    for charset, (weigh, frequent) in _CHARTS.items():
        text = _decode(content, charset)
        foreign = [char for char in text or "" if ord(char) > 127][:_SAMPLE]
        if text is None or not foreign:
            continue
        weights = [weigh(char.encode(charset)) for char in foreign]
        counted = [weight for weight in weights if weight is not None] or [0.0]
        common = sum(char in frequent for char in foreign) / len(counted)
        guesses.append(Guess(charset, sum(counted) / len(counted) + 0.8 * common, text))
    return sorted(guesses, key=lambda guess: -guess.weight)


def is_clear(guesses: list[Guess]) -> bool:
    """Tell whether the first of the guesses may be believed: likely in itself, and well ahead of any other reading."""
    if not guesses or guesses[0].weight < LEAST_WEIGHT:
        return False
    others = [guess for guess in guesses[1:] if guess.text != guesses[0].text]
    return not others or guesses[0].weight - others[0].weight >= LEAST_LEAD


def _decode(content: bytes, charset: str) -> str | None:
    """Return the text, or None where the bytes don't fit; a cut last character is forgiven."""
    try:
        return content.decode(charset)
    except UnicodeDecodeError as error:
        if error.start < len(content) - 4:
            return None
        return content[: error.start].decode(charset)


# Each of these weighs one character by its bytes: 1 for the chart's everyday region, below 0 for what real text lacks,
# None for punctuation, which says nothing.


def _weigh_gb18030(code: bytes) -> float | None:
    if len(code) != 2 or code[1] < 0xA1:
        return -0.5
    if code[0] in (0xA1, 0xA3):
        return None
    if 0xB0 <= code[0] <= 0xD7:
        return 1.0
    return 0.2 if 0xD8 <= code[0] <= 0xF7 else -0.3


def _weigh_big5(code: bytes) -> float | None:
    if len(code) != 2:
        return -0.5
    if 0xA1 <= code[0] <= 0xA3:
        return None
    if 0xA4 <= code[0] <= 0xC6 and code < b"\xc6\xa1":
        return 1.0
    return 0.1 if 0xC9 <= code[0] <= 0xF9 else -0.5


def _weigh_korean(code: bytes) -> float | None:
    if len(code) != 2 or code[1] < 0xA1 or code[0] < 0xA1:
        return -0.5
    if code[0] in (0xA1, 0xA3):
        return None
    return 1.0 if 0xB0 <= code[0] <= 0xC8 else -0.5


def _weigh_japanese(code: bytes) -> float | None:
    if len(code) != 2:
        return -0.7
    if code[0] == 0x81 or b"\x82\x40" <= code < b"\x82\x9f":
        return None
    if b"\x82\x9f" <= code <= b"\x83\x96":
        return 1.5
    return 0.9 if b"\x88\x9f" <= code <= b"\x98\x72" else 0.1


def _weigh_euc_japanese(code: bytes) -> float | None:
    if len(code) != 2 or code[0] < 0xA1:
        return -0.7
    if code[0] in (0xA1, 0xA3):
        return None
    if code[0] in (0xA4, 0xA5):
        return 1.5
    return 0.9 if 0xB0 <= code[0] <= 0xCF else 0.1


_CHARTS: Mapping[str, tuple[Callable[[bytes], float | None], frozenset[str]]] = {
    "gb18030": (_weigh_gb18030, _SIMPLIFIED),
    "cp950": (_weigh_big5, _TRADITIONAL),
    "cp949": (_weigh_korean, _KOREAN),
    "cp932": (_weigh_japanese, _JAPANESE),
    "euc_jp": (_weigh_euc_japanese, _JAPANESE),
}
CHARSETS = tuple(_CHARTS)
