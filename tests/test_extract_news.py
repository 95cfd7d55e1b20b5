"""How the press words it: sentences of our own in the turns of news, digests and calls, and what they claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # from one period to the next, ends and causes
    ("The rise of PC DRAM contract prices narrows from 50–55% in 1Q26 to 18–20% in 2Q26.",
     ["DRAM price up 2026Q1 50..55", "DRAM price up 2026Q2 18..20"]),
    ("D램 가격은 8개월 연속 하락세를 끊고 3% 반등했다.", ["DRAM price up - 3..3"]),
    ("2023年第四季度DRAM合约价上涨15%，结束了连续八个季度的下跌。", ["DRAM price up 2023Q4 15..15"]),
    ("NAND 공급 과잉이 해결되지 않으면서 낸드 가격이 5% 떨어졌다.",
     ["NAND supply loose - ..", "NAND price down - 5..5"]),
    ("DRAMの需要が増加することから、価格は前四半期比10%ほど上昇するという。",
     ["DRAM demand up - ..", "DRAM price up - 10..10"]),
    ("D램 재고가 소진되면서 가격이 전월 대비 7% 올랐다.", ["DRAM inventory down - ..", "DRAM price up - 7..7"]),
    ("AI 수요 급증으로 D램 가격이 올랐다.", ["DRAM price up - .."]),
    ("기업용 SSD 수요가 급증하면서 낸드 공급이 부족하다.", ["NAND demand up - ..", "NAND supply tight - .."]),
    # past verbs pick past quarters, topics and boundaries hold
    ("삼성전자는 4분기 D램 ASP가 12% 상승했고 낸드는 8% 올랐다고 설명했다.",
     ["DRAM price up 2025Q4 12..12", "NAND price up 2025Q4 8..8"]),
    ("키옥시아는 4~6월 낸드 ASP가 30% 상승했다고 밝혔다.", ["NAND price up 2026Q2 30..30"]),
    ("2014년 1/4분기 D램 판매가격은 10% 하락할 것으로 예측했다.", ["DRAM price down 2014Q1 10..10 g"]),
    ("NOR型フラッシュの2026年下半期(7~12月)の生産分は完売した。", ["NOR supply tight 2026H2 .."]),
    ("DDR4の平均価格が第1四半期(1~3月)と比較して12%上昇した。", ["DRAM price up - 12..12"]),
    ("DDR3 4Gb의 5월 31일 기준 고정거래가격은 전달보다 3% 올랐다.", ["DRAM price up 2026-05 3..3"]),
    # sizes
    ("4월 D램 고정거래가 1.35달러…전월比 3.7%↓", ["DRAM price down - 3.7..3.7"]),
    ("DRAM価格は2割安、NANDは1割安となった。", ["DRAM price down - 20..20", "NAND price down - 10..10"]),
    ("伺服器 DRAM 合約價自 2025Q3 起累計漲近 5 倍。", ["DRAM price up - 500..500"]),
    ("DDR3合約價預估再漲 35% 到 40%，而 DDR2 已漲 3 成。", ["DRAM price up - 35..40 g", "DRAM price up - 30..30"]),
    ("낸드 가격은 기존 8~10% 하락에서 15~18% 하락으로 수정했다.", ["NAND price down - 15..18 g"]),
    ("一般型DRAM合约价从月初预估的季增50-55%，大幅调升至80-85%。", ["DRAM price up - 80..85"]),
    ("Suppliers announced price hikes of 60% for DRAM and over 70% for NAND.",
     ["DRAM price up - 60..60", "NAND price up - 70.."]),
    ("Server DRAM could climb by more than 60% in 4Q26.", ["DRAM price up 2026Q4 60.. g h"]),
    ("DRAM and NAND flash contract prices dropped by 15% and 28%, respectively.",
     ["DRAM price down - 15..15", "NAND price down - 28..28"]),
    ("DDR3 supply stays tight and prices will see a 20-25% increase this quarter.",
     ["DRAM supply tight - ..", "DRAM price up 2026Q3 20..25 g"]),
    # what belongs to what
    ("DDR5는 공급이 타이트해 DDR4에 비해 완만하게 가격이 하락했다.",
     ["DRAM supply tight - ..", "DRAM price down - .."]),
    ("DRAMとNANDなどメモリー半導体の価格が上昇した。", ["DRAM price up - ..", "NAND price up - .."]),
    ("DDR4現貨價單週漲12%，DDR5也跟漲3%。", ["DRAM price up - 12..12", "DRAM price up - 3..3"]),
    ("DRAM合约价季增10-15%，现货持平。", ["DRAM price up - 10..15", "DRAM price flat - .."]),
    ("NAND供给成长受限，因厂商控产。", ["NAND supply tight - .."]),
    ("Memory costs will be a headwind to our margins next quarter.", ["MEMORY price up 2026Q4 .. g"]),
    ("메모리 반도체 D램의 가격이 보합을 유지했다.", ["DRAM price flat - .."]),
    ("PC용 램 가격이 세 배로 뛰었다.", ["DRAM price up - 200..200"]),
    ("NORFlash价格持续下跌。", ["NOR price down - .."]),
    # period after period, each with its size; lists below a rise; a step before
    ("DDR4 contract prices rose 5% in April, 7% in May and 9% in June.",
     ["DRAM price up 2026-04 5..5", "DRAM price up 2026-05 7..7", "DRAM price up 2026-06 9..9"]),
    ("MLC合约价4月9%、5月7%、6月6%，连续三个月上涨。",
     ["NAND price up 2026-04 9..9", "NAND price up 2026-05 7..7", "NAND price up 2026-06 6..6"]),
    ("DRAMの大口価格は4月に5%、5月に7%上昇した。", ["DRAM price up 2026-04 5..5", "DRAM price up 2026-05 7..7"]),
    ("D램 고정거래가격은 4월 5%, 5월 7% 올랐다.", ["DRAM price up 2026-04 5..5", "DRAM price up 2026-05 7..7"]),
    ("元器件全线涨价：DRAM/NAND Q3环比20-22%；MLCC 5-15%。",
     ["DRAM price up 2026Q3 20..22", "NAND price up 2026Q3 20..22"]),
    ("Server DRAM contract prices could climb another 20% in the third quarter after a 50% jump in the second quarter.",
     ["DRAM price up 2026Q3 20..20 g h", "DRAM price up 2026Q2 50..50"]),
    # a sentence that ends in capitals ends; the next has its own period
    ("We see rising prices of DRAM and NAND. We expect this to remain throughout 2026.",
     ["DRAM price up - ..", "NAND price up - .."]),
    # what is named together, and what is not a price
    ("因需求不振，DRAM平均售价和毛利率均下滑。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("DDR5降价会提高DDR5的渗透率。", ["DRAM price down - .. g"]),
    ("A last purchase of higher price MLC NAND helped.", []),
    ("半导体板块大跌，存储芯片指数下挫。", []),
    # demand of what the sentence speaks of
    ("NAND供过于求。供应商库存不断上升，订单需求持续下滑。",
     ["NAND supply loose - ..", "NAND inventory up - ..", "NAND demand down - .."]),
    ("NAND市场分化，云端需求强劲消费端疲软。", ["NAND demand up - ..", "NAND demand down - .."]),
    ("수요 위축과 과잉 재고로 낸드 가격이 하락했다.",
     ["NAND demand down - ..", "NAND inventory loose - ..", "NAND price down - .."]),
    # costs, inflation, allocation
    ("Rising input costs, especially NAND and DRAM, weighed on margins.", ["NAND price up - ..", "DRAM price up - .."]),
    ("Memory prices are going through some significant inflation.", ["MEMORY price up - .."]),
    ("SSDs are getting more expensive.", ["NAND price up - .."]),
    ("Our 2026 HBM supply has already been allocated.", ["HBM supply tight 2026 .."]),
    ("Demand for our NAND products continued to outpace our supply.", ["NAND supply tight - .."]),
    ("There is no relief in sight for DRAM shortages.", ["DRAM supply tight - .."]),
    ("NAND wafers went from $3.1 to $4.6 in a month, up 48%.", ["NAND price up - 48..48"]),
    # signs, comparisons, counted periods
    ("DRAM: contract +15-20% QoQ in 3Q26", ["DRAM price up 2026Q3 15..20 g"]),
    ("DRAM本季度的支付价比上季度高50%。", ["DRAM price up 2026Q3 50..50"]),
    ("预计2027下半年NAND供给趋宽，价格面临修正。", ["NAND supply loose 2027H2 .. g", "NAND price down 2027H2 .. g"]),
    ("展望第四季，DRAM合约价预计上涨，当季涨幅3%。", ["DRAM price up 2026Q4 3..3 g"]),
    ("5월 D램 가격은 3% 올랐다. 6월에는 보합세를 유지했지만 이달 들어 20% 급락했다.",
     ["DRAM price up 2026-05 3..3", "DRAM price flat 2026-06 ..", "DRAM price down 2026-07 20..20"]),
    ("利基型DRAM因大厂转产HBM而受排挤，价格持续上涨。", ["DRAM price up - .."]),
    ("DRAM均价跌幅近8%，伺服器記憶體與行動記憶體跌幅都逼近10%。",
     ["DRAM price down - 8..8", "DRAM price down - 10..10", "DRAM price down - 10..10"]),
    ("D램과 낸드 모두 적정 재고 수준을 유지하고 있다.",
     ["DRAM inventory balanced - ..", "NAND inventory balanced - .."]),
    ("낸드 업체들이 감산에 들어갔다.", ["NAND supply down - .."]),
    ("合约价能否上涨取决于DRAM需求是否回温。", []),
    ("DRAM的5月合约价与4月大致持平。", ["DRAM price flat 2026-05 .."]),
    ("企业级SSD方面，北美客户库存仍高，品牌厂需求已较上半年复苏。",
     ["NAND inventory loose - ..", "NAND demand up - .."]),
    ("记忆体三大原厂今年产能销售一空，全年缺货态势确立，DRAM价格上涨。",
     ["MEMORY supply tight 2026 ..", "DRAM price up - .."]),
    ("连2003年就在卖的DDR2第二季合约价都涨55~60%。", ["DRAM price up 2026Q2 55..60"]),
    ("TrendForce对Q4一般DRAM合约价季增10–15%的预测偏高。", ["DRAM price up 2026Q4 10..15 g"]),
    ("因记忆体与半导体成本攀升，手机售价调涨1000元。", ["MEMORY price up - .."]),
    ("预计NOR Flash市场将在2026年再增长21％至35亿美元。", []),
    ("消费级DRAM价格翻两倍以上。", ["DRAM price up - 200.."]),
    ("DRAM ASP前提は+55% QoQから+58% QoQへ上がっている。", ["DRAM price up - 58..58"]),
    ("TrendForceは2027年のDRAM供給不足継続を予想する一方、NANDは同年後半に供給が緩むと予想した。",
     ["DRAM supply tight 2027 .. g", "NAND supply loose 2027H2 .. g"]),
    ("낸드 공급이 2027년 하반기에 완화될 전망이다.", ["NAND supply loose 2027H2 .. g"]),
    ("HBM需要が急増し、DRAM価格が50%超上昇する見込み。", ["HBM demand up - ..", "DRAM price up - 50.. g"]),
    ("三星已将HBM的价格提高了20%。", ["HBM price up - 20..20"]),
    ("Nvidia ignites an AI memory rally as DRAM prices surge 10%.", ["DRAM price up - 10..10"]),
    # no claims
    ("记忆体族群重挫，华邦电跌停。", []),
    ("Prices of DRAM substitutes and a shortage of components weighed on output.", []),
    ("反转に至らず、コントローラICの継続的な不足が続いた。", []),
    ("存储厂商加大拉货力度以防后续涨价。", []),
    ("The increase ended a run of quarterly declines in NAND prices.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_news_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence of the press makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
