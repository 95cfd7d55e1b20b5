"""Shares, other parts, phones and rules of the trade named with memory: sentences of our own, and what they claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # makers named as giants or leaders of a trade: their shares move, their prices and output are told as such
    ("存储龙头午后跳水。", []),
    ("内存巨头海力士重挫5%，为年内最大单日跌幅。", []),
    ("NAND巨頭鎧俠漲8%，創今年最大單日漲幅。", []),
    ("存储器大涨，佰维存储20cm涨停。", []),
    ("메모리 대장주 삼성전자가 4% 하락했다.", []),
    ("メモリー大手が軒並み反落した。", []),
    ("NAND龙头涨价15%。", ["NAND price up - 15..15"]),
    ("存储巨头美光上调DRAM合约价12%。", ["DRAM price up - 12..12"]),
    # prices of devices, also behind "thus"
    ("DRAM价格上涨80%，笔电均价因此上涨9%。", ["DRAM price up - 80..80"]),
    ("NAND價格上漲45%，PC均價將因而上漲6%。", ["NAND price up - 45..45"]),
    ("NAND 가격이 45% 올라 스마트폰 평균판매가는 6% 상승했다.", ["NAND price up - 45..45"]),
    ("DRAM価格が80%上昇し、スマホの平均単価は9%上がった。", ["DRAM price up - 80..80"]),
    ("DRAM prices rose 80%, and smartphone average selling prices rose 9%.", ["DRAM price up - 80..80"]),
    ("1TB存储版本涨价1200元。", []),
    ("16GB+1TB版本涨价900元。", []),
    ("大記憶體機型漲幅更高。", []),
    ("メモリー32GBモデルは2万円値上げ。", []),
    # parts that are made for modules
    ("DDR5内存接口芯片价格较DDR4时代大幅提升。", []),
    ("DDR5 RCD芯片涨价15%。", []),
    ("DDR5介面晶片調漲一成。", []),
    ("DDR5用PCB涨价30%。", []),
    ("DDR5 RCD 칩 가격이 15% 올랐다.", []),
    ("DDR5向けインターフェースチップの価格が15%上昇した。", []),
    ("DDR5 interface chip prices rose 15%.", []),
    # who was not touched by it
    ("公司生产未受到原厂控产影响。", []),
    ("公司並未受到DRAM缺貨衝擊。", []),
    ("당사는 낸드 감산의 영향을 거의 받지 않았다.", []),
    ("当社はDRAM不足の影響をほとんど受けていない。", []),
    ("Our plants have not been affected by the DRAM shortage.", []),
    ("公司受到DRAM缺货影响，出货减少。", ["DRAM supply tight - .."]),
    # what holds of the trade at any time
    ("内存属于强周期行业，缺货则涨价，过剩则跌价。", []),
    ("存储周期通常四年一轮，供不应求时价格上涨。", []),
    ("メモリーは市況産業で、供給不足になれば価格が上昇する。", []),
    ("DRAM is a cyclical industry: when supply is tight, prices rise.", []),
    ("存储是典型的周期行业，目前供不应求，价格上涨。", ["MEMORY supply tight - ..", "MEMORY price up - .."]),
    # rates at which lines run, cut or raised
    ("海力士将NAND晶圆开工率下调约15%。", ["NAND supply down - .."]),
    ("三星將DRAM稼動率調降至七成。", ["DRAM supply down - .."]),
    ("铠侠NAND产能利用率由90%降至60%。", ["NAND supply down - .."]),
    ("美光将DRAM开工率上调至95%。", ["DRAM supply up - .."]),
    # a price told with its cause
    ("利基DRAM因需求疲弱大致持平。", ["DRAM demand down - ..", "DRAM price flat - .."]),
    ("显存受AI需求带动季增12%。", []),
    # what memory is tested with or put into
    ("HBM測試機供不應求，交期延長到一年。", []),
    ("DRAM探針卡缺貨。", []),
    ("DRAM測試產能吃緊。", []),
    ("HBM检测机台供不应求。", []),
    ("LPDDR5插槽供應吃緊。", []),
    ("测试机大厂表示，HBM需求强劲，DRAM供不应求。", ["HBM demand up - ..", "DRAM supply tight - .."]),
    ("DRAM testers are in short supply.", []),
    ("HBM probe cards are scarce.", []),
    ("D램용 프로브카드가 공급 부족이다.", []),
    ("HBM 테스터 품귀.", []),
    ("DRAM用プローブカードが不足している。", []),
    # a shortage holds orders back
    ("NAND缺貨影響下游備貨。", ["NAND supply tight - .."]),
    ("DRAM短缺，排擠手機廠拉貨。", ["DRAM supply tight - .."]),
    ("记忆体涨价，客户拉货。", ["MEMORY price up - .."]),
    # what memory is tested, packed and run with
    ("DDR5封测需求大增。", []),
    ("NAND检测设备需求激增三成。", []),
    ("HBM封裝需求旺盛。", []),
    ("HBM需求旺盛，测试机供货紧张。", ["HBM demand up - .."]),
    ("每块加速卡需要八颗HBM堆叠而成。", []),
    # what a program needs
    ("新版框架将内存需求压缩到原来的三分之一。", []),
    ("这套算法大幅降低了存储需求。", []),
    ("稀疏化降低了计算和内存需求。", []),
    ("AI推理推动内存需求增长。", ["MEMORY demand up - .."]),
    # goods of others beside it
    ("DDR4涨价，先进封装产能紧张。", ["DRAM price up - .."]),
    ("NAND价格上涨，碳酸锂价格下跌。", ["NAND price up - .."]),
    ("HBM缺货，电力短缺。", ["HBM supply tight - .."]),
    ("铠侠大幅提升资本开支。", []),
    ("美光扩大NAND供货协议。", []),
    ("NOR市场总额大涨五成。", []),
    ("WSTS预计2027年存储器增长32%。", []),
    ("闪存行业加薪潮再起。", []),
    ("控股折价约15%，DRAM价格上涨。", ["DRAM price up - .."]),
    # a day of trading in shares
    ("港股走低，闪存、光模块逆势大涨。", []),
    # what devices cost, and who buys them
    ("惠普因NAND短缺全线涨价。", ["NAND supply tight - .."]),
    ("NAND因供应短缺而涨价。", ["NAND supply tight - ..", "NAND price up - .."]),
    ("存储芯片涨价拖累终端需求。", ["MEMORY price up - .."]),
    ("DRAM成本飙升，压制购机需求。", ["DRAM price up - .."]),
    ("DDR4价格高涨抑制DDR4需求。", ["DRAM price up - ..", "DRAM demand down - .."]),
    # what may come, what would come of it, what to do then
    ("供过于求的触发点仍远。", []),
    ("NAND存在价格回调风险。", []),
    ("NAND合约价下行15%就会让公司亏损。", []),
    ("NOR报价连跌三个月 → 清仓。", []),
    ("闪存涨价低于预期；扩产慢于预期；竞争加剧。", []),
    ("二季度闪存涨价低于预期。", ["NAND price up 2026Q2 .."]),
    ("DRAM需求增长尚未见顶。", ["DRAM demand up - .."]),
    ("NAND现货价止跌走高。", ["NAND price up - .."]),
    ("客户增加库存意愿转弱，DRAM价格下跌。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("NOR价格不稳定。", []),
    # groups told with the kind that they are of
    ("DDR5、eMMC等存储器件价格上涨。", ["DRAM price up - ..", "NAND price up - .."]),
    ("①三星退出 ②闪存价格上涨", ["NAND price up - .."]),
    # who asks whether there is any
    ("DDR5報價翻倍，買家只問有沒有貨。", ["DRAM price up - 100..100"]),
    ("DDR5目前沒有貨。", ["DRAM supply tight - .."]),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it."""
    reading = read_text(sentence, published_on=DAY, issuer="industry", doc_type="news")
    assert [write_claim(claim) for claim in reading.claims] == expected


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("花旗下调美光目标价，认为NAND价格将下跌。", ["third_party"]),
        ("瑞银重申三星电子买入评级，称DRAM供不应求。", ["third_party"]),
        ("高盛調升南亞科評等，認為DRAM價格將上漲。", ["third_party"]),
        ("UBS raised its rating on Micron and said DRAM prices will rise.", ["third_party"]),
        ("铠侠宣布涨价后，NAND现货价上涨3%。", ["third_party"]),
        ("海力士业绩会纪要：预计四季度NAND价格上涨。", ["company"]),
        ("佰维存储招股书显示，公司NAND产品单价上涨12%。", ["company"]),
    ],
)
def test_who_is_rated_does_not_speak(sentence: str, speakers: list[str]) -> None:
    """A house that rates a maker speaks, and so does the maker's own document; what follows a plan is the press's."""
    reading = read_text(sentence, published_on=DAY, doc_type="news")
    assert [claim.speaker for claim in reading.claims][-len(speakers) :] == speakers


def test_source_of_a_record_is_no_company() -> None:
    """What a maker's record gives by a research house is third-party."""
    text = "根据CFM闪存市场报告，一季度NAND价格上涨15%。"
    reading = read_text(text, published_on=DAY, issuer="longsys", doc_type="ir_record")
    assert [claim.speaker for claim in reading.claims] == ["third_party"]
