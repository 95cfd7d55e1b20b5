"""What a sentence names only to deny it, in sentences of our own: the claim stays, as one that is negated."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("Hardly anyone thinks that NAND prices will rise.", ["NAND price up - .. g n"]),
    ("No supplier expects DRAM contract prices to drop.", ["DRAM price down - .. g n"]),
    ("We doubt that NAND prices will climb in Q4.", ["NAND price up 2026Q4 .. g n"]),
    ("They do not believe that DRAM prices will fall.", ["DRAM price down - .. g n"]),
    ("It isn't true that NAND prices fell 8%.", ["NAND price down - 8..8 n"]),
    ("Rumours that DRAM prices rose 25% were baseless.", ["DRAM price up - 25..25 n"]),
    ("The maker denied reports that NAND prices will rise 12%.", ["NAND price up - 12..12 g n"]),
    ("市场传闻DRAM涨价15%，公司已否认。", ["DRAM price up - 15..15 n"]),
    ("有关NAND价格上涨12%的说法与事实不符。", ["NAND price up - 12..12 n"]),
    ("几乎没有人认为DRAM合约价今年内会明显下跌。", ["DRAM price down 2026 .. g n"]),
    ("낸드 가격이 15% 오를 것이라는 소문은 사실이 아니다.", ["NAND price up - 15..15 g n"]),
    ("NAND価格が8%上昇するという報道は事実ではない。", ["NAND price up - 8..8 n"]),
    ("D램 가격이 내년에 하락할 것이라고 걱정할 필요는 없다.", ["DRAM price down 2027 .. g n"]),
    ("낸드 가격 하락을 점치는 애널리스트는 많지 않다.", ["NAND price down - .. n"]),
    ("낸드 가격이 올랐다는 보도는 사실이 아닌 것으로 드러났다.", ["NAND price up - .. n"]),
    ("DRAM相場の上昇を予想するアナリストは少ない。", ["DRAM price up - .. g n"]),
    # what nobody cares to do
    ("메모리 업체들은 D램을 증산할 유인이 없다.", []),
    ("공급사들은 D램 생산을 늘릴 동기가 부족하다.", []),
    ("DRAM厂商缺乏增产动力。", []),
    ("原厂扩产NAND意愿不强。", []),
    ("三星降低DRAM价格的意愿不高。", []),
    ("メモリー各社にはDRAMを増産する動機が乏しい。", []),
    # not denied
    ("A few expect DRAM prices to fall.", ["DRAM price down - .. g"]),
    ("There is no doubt DRAM prices will rise.", ["DRAM price up - .. g"]),
    ("DRAM价格上涨12%，网传厂商停工不属实。", ["DRAM price up - 12..12"]),
]  # fmt: skip
# Denied, or not, by the sentence after.
NEXT = [
    ("有传闻称NAND合约价将下跌8%。公司予以否认。", ["NAND price down - 8..8 g n"]),
    ("市場盛傳南亞科DRAM減產。該公司否認相關傳聞。", ["DRAM supply down - .. n"]),
    ("网传DDR5涨价30%。厂商回应称，上述消息不属实。", ["DRAM price up - 30..30 n"]),
    ("A site said NAND prices would drop 12%. The maker denied the report.", ["NAND price down - 12..12 g n"]),
    ("Word spread that DRAM output was cut. Nanya denied it, saying it had no plans.", ["DRAM supply down - .. n"]),
    ("낸드 가격이 20% 오를 것이라는 보도가 나왔다. 회사는 이를 부인했다.", ["NAND price up - 20..20 g n"]),
    ("D램 감산설이 돌았다. 회사 측은 사실무근이라고 밝혔다.", ["DRAM supply down - .. n"]),
    ("NAND価格が15%上昇すると報じられた。メーカーはこれを否定した。", ["NAND price up - 15..15 n"]),
    ("DRAM減産のうわさが広がった。同社は事実無根だとした。", ["DRAM supply down - .. n"]),
    ("DDR4合约价上涨20%。公司否认涉嫌垄断。", ["DRAM price up - 20..20"]),
    ("DRAM价格上涨8%。对于收购传闻，公司予以否认。", ["DRAM price up - 8..8"]),
    ("NAND prices climbed 6%. The company denied it had colluded.", ["NAND price up - 6..6"]),
    ("A blog said DRAM prices will rise 9%. The maker did not deny the report.", ["DRAM price up - 9..9 g"]),
    ("낸드 가격이 7% 올랐다. 회사는 담합 의혹을 부인했다.", ["NAND price up - 7..7"]),
    ("D램 가격이 올랐다. 재고가 부족하다는 것은 사실이 아니다.", ["DRAM price up - ..", "DRAM inventory tight - .. n"]),
    ("NAND価格は7%上昇した。同社は談合を否定した。", ["NAND price up - 7..7"]),
]  # fmt: skip

# A denial that is itself denied.
UNDENIED = [
    ("厂商未否认DDR5将涨价8%。", ["DRAM price up - 8..8 g h"]),
    ("SK海力士没有排除上调NAND价格。", ["NAND price up - .. g h"]),
    ("The supplier did not deny that NAND prices will climb.", ["NAND price up - .. g h"]),
    ("The firm neither confirmed nor denied that DDR5 prices will rise.", ["DRAM price up - .. g h"]),
    ("회사는 낸드 가격 인상을 부인하지 않았다.", ["NAND price up - .. g h"]),
    ("メーカーはNAND価格の上昇を否定しなかった。", ["NAND price up - .. g h"]),
    ("不可否认，DDR4价格在下跌。", ["DRAM price down - .."]),
    ("There is no denying that NAND prices are falling.", ["NAND price down - .."]),
]  # fmt: skip

# A price that stops rising or falling, and one that does not.
STOP = [
    ("NAND价格停止下跌。", ["NAND price flat - .."]),
    ("DDR5价格不再继续上涨。", ["DRAM price flat - .."]),
    ("NAND prices ceased to fall in May.", ["NAND price flat 2026-05 .."]),
    ("DRAM prices are no longer climbing.", ["DRAM price flat - .."]),
    ("낸드 가격이 내림세를 멈췄다.", ["NAND price flat - .."]),
    ("NAND価格の値上がりが止まった。", ["NAND price flat - .."]),
    ("DDR4价格止跌回升。", ["DRAM price up - .."]),
    ("NAND价格尚未停止下跌。", ["NAND price down - .."]),
    ("NAND prices have not stopped falling.", ["NAND price down - .."]),
    ("DDR5 prices show no signs of stopping their climb.", ["DRAM price up - .."]),
    ("낸드 가격 하락이 멈추지 않았다.", ["NAND price down - .."]),
    ("The drop in DDR4 prices has come to a halt.", []),
    ("NAND价格跌势停止。", []),
]  # fmt: skip

# What hardly helps a demand.
HELP = [
    ("新款手机对NAND需求提振有限。", []),
    ("DDR5需求成长有限。", []),
    ("Tablets gave NAND demand only a limited lift: a limited boost to NAND demand.", []),
    ("Subsidies did little to spur DRAM demand.", []),
    ("태블릿의 낸드 수요 증가 효과는 제한적이다.", []),
    ("新型PCによるNAND需要の押し上げ効果は小さい。", []),
]  # fmt: skip

# An output set by the verb of a price.
OUTPUT = [
    ("铠侠将NAND投片下调20%，DRAM同幅下调。", ["NAND supply down - 20..20", "DRAM supply down - .."]),
    ("NAND产量下调15%，DRAM投入同步下调。", ["NAND supply down - 15..15", "DRAM supply down - .."]),
    ("NAND产能下调15%，DRAM也下调10%。", []),
    ("NAND合约价下调5%，DRAM同幅下调。", ["NAND price down - 5..5", "DRAM price down - .."]),
]  # fmt: skip

# What is not the memory that is named.
OTHER = [
    ("메모리 외 제품 가격이 하락했다.", []),
    ("메모리를 제외한 칩 가격이 5% 내렸다.", []),
    ("낸드 외 부품 가격이 올랐다.", []),
    ("除内存以外的芯片价格下跌。", []),
    ("存储以外的业务需求减少。", []),
    ("NAND以外的芯片价格上涨。", []),
    ("Semiconductor prices excluding memory fell 3%.", []),
    ("Prices of parts other than NAND rose 4%.", []),
    ("Prices of memory chips other than DRAM rose 4%.", ["MEMORY price up - 4..4"]),
    ("メモリ以外の半導体価格が下落した。", []),
    ("NANDを除く部品価格は3%上昇した。", []),
    ("HBMを除くDRAM価格は3%上昇した。", ["DRAM price up - 3..3"]),
    ("HBM 외 D램 가격이 올랐다.", ["DRAM price up - .."]),
    ("Excluding HBM, DRAM prices fell 4%.", ["DRAM price down - 4..4"]),
]  # fmt: skip

# Rumours that turn out false, and plans that a quotation denies.
FALSE = [
    ("낸드 가격이 급락했다는 소문은 사실이 아닌 것으로 드러났다.", ["NAND price down - .. n"]),
    ("HBM 공급이 줄었다는 루머는 사실과 다른 것으로 전해졌다.", ["HBM supply down - .. n"]),
    ("D램 가격이 올랐다는 소문은 거짓으로 판명됐다.", ["DRAM price up - .. n"]),
    ("Rumours that HBM prices fell turned out to be untrue.", ["HBM price down - .. n"]),
    ("Reports that NAND prices rose have proved baseless.", ["NAND price up - .. n"]),
    ("NOR价格暴涨的传言被证明是假的。", ["NOR price up - .. n"]),
    ('SK하이닉스는 "낸드 가격을 올릴 계획이 없다"고 밝혔다.', ["NAND price up - .. g n"]),
    ('마이크론은 "D램 가격을 내릴 생각이 없다"고 말했다.', ["DRAM price down - .. n"]),
    ("키옥시아는 낸드 공급을 늘릴 의사가 없다.", ["NAND supply up - .. n"]),
    ("낸드 가격이 내릴 기미가 없다.", ["NAND price down - .. n"]),
    ("HBM이 아예 없다.", ["HBM supply tight - .."]),
]  # fmt: skip

ALL = [*FALSE, *TABLE, *NEXT, *UNDENIED, *STOP, *HELP, *OUTPUT, *OTHER]


@pytest.mark.parametrize(("sentence", "expected"), ALL, ids=[sentence for sentence, _ in ALL])
def test_denied_is_negated(sentence: str, expected: list[str]) -> None:
    """A change that is denied is told as negated, and one that is not stays as it was."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
