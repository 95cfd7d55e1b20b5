"""How the mainland press and makers' records word it: sentences of our own, and what they claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a record since a month is no multiple of that month's price
    ("NAND固定交易价下跌6.5%，为2020年9月以来最大跌幅。", ["NAND price down - 6.5..6.5"]),
    ("DDR4现货价上涨7%，是2021年12月以来单周最大涨幅。", ["DRAM price up - 7..7"]),
    ("NOR均价下跌3%，为2018年第四季度以来首次下跌。", ["NOR price down - 3..3"]),
    # what turns flat is flat, whichever way it went before
    ("NOR价格由跌势转为持平，DDR3由上涨转稳。", ["NOR price flat - ..", "DRAM price flat - .."]),
    ("NOR価格は下落から横ばいに転じた。", ["NOR price flat - .."]),
    ("NOR価格は上昇基調から下落に転じた。", ["NOR price down - .."]),
    ("NOR prices went from falling to stable.", ["NOR price flat - .."]),
    ("NOR prices moved from a decline to growth.", ["NOR price up - .."]),
    ("NOR 가격은 상승세에서 보합세로 돌아섰다.", ["NOR price flat - .."]),
    ("NOR价格由跌转平。", ["NOR price flat - .."]),
    ("企業級SSD價格由漲轉平。", ["NAND price flat - .."]),
    ("LPDDR4合约价由升转稳，MLC NAND从跌转平。", ["DRAM price flat - ..", "NAND price flat - .."]),
    # a demand told before the verb whose object is the price
    ("三星因需求强劲上调DRAM价格10%。", ["DRAM demand up - ..", "DRAM price up - 10..10"]),
    ("DRAM价格因需求强劲上调10%。", ["DRAM price up - 10..10"]),
    # a first clause frames the parts after semicolons too
    ("以第二季度的价格来看，PC DRAM涨幅为2%；NAND持平；而图形DRAM已经开始跌价。",
     ["DRAM price up 2026Q2 2..2", "NAND price flat 2026Q2 ..", "DRAM price down 2026Q2 .."]),
    # one period frames what follows in the same breath
    ("2023年以来，受地缘冲突、短期经济波动等因素影响，DRAM需求减弱，价格大幅下滑。",
     ["DRAM demand down 2023 ..", "DRAM price down 2023 .."]),
    ("第二季度手机需求大增，导致NAND供应短缺。", ["NAND supply tight 2026Q2 .."]),
    ("今年第二季度服务器需求大增，让内存供应商措手不及，刺激了NAND市场的增长并导致其出现短缺。",
     ["NAND supply tight 2026Q2 .."]),
    ("第二季度DRAM需求仍然高涨，导致整个产业处于缺货状态。",
     ["DRAM demand up 2026Q2 ..", "DRAM supply tight 2026Q2 .."]),
    ("2025年四季度，DRAM供应紧张，需求旺盛，价格环比上涨30%。",
     ["DRAM supply tight 2025Q4 ..", "DRAM demand up 2025Q4 ..", "DRAM price up 2025Q4 30..30"]),
    # prices with volumes, in one word
    ("2024年，全球存储市场供大于求，量价齐跌，公司收入下降。",
     ["MEMORY supply loose 2024 ..", "MEMORY price down 2024 .."]),
    ("消费类存储市场量价齐升。", ["MEMORY price up - .."]),
    # words of rise and fall
    ("闪存价格飞升，HBM的价格几乎没怎么变过。", ["NAND price up - ..", "HBM price flat - .."]),
    ("DRAM价钱小幅上行。", ["DRAM price up - .."]),
    ("DRAM价格已经触底，预计接下来将维持平稳。", ["DRAM price flat - .. g"]),
    ("全球DRAM产出仍维持负成长。", ["DRAM supply down - .."]),
    ("NAND供应全面收紧，部分产品颗粒稀缺。", ["NAND supply tight - .."]),
    ("存储价格呈强周期性。", []),
    # a growth that slows is a growth
    ("预计2026年手机DRAM需求增速将放缓至8%，服务器DRAM需求增速为25%。",
     ["DRAM demand up 2026 8..8 g", "DRAM demand up 2026 25..25 g"]),
    # demand
    ("下游需求减弱，NAND价格下跌。", ["NAND demand down - ..", "NAND price down - .."]),
    ("DRAM终端需求不足，价格承压。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("近期NAND需求逐步恢复。", ["NAND demand up - .."]),
    # stocks
    ("客户的NOR库存消化时间延长，NOR价格下跌。", ["NOR inventory loose - ..", "NOR price down - .."]),
    ("PC客户的DRAM库存水平相对较低。", ["DRAM inventory tight - .."]),
    ("渠道NAND库存堆积如山。", ["NAND inventory loose - .."]),
    ("DRAM库存已回归正常。", ["DRAM inventory balanced - .."]),
    # supply
    ("2027年HBM产能已全数订满。", ["HBM supply tight 2027 .."]),
    ("DRAM供需关系逐步趋于平衡。", ["DRAM supply balanced - .."]),
    ("NAND货源相对充足。", ["NAND supply loose - .."]),
    ("三星新增产能主要投向HBM。", []),
    # causes told ahead of their product
    ("自24H1以来，受益于原厂控产、服务器需求回暖，DRAM和NAND价格持续上涨。",
     ["MEMORY demand up 2024H1 ..", "DRAM price up 2024H1 ..", "NAND price up 2024H1 .."]),
    ("今年一季度，由于客户去库存，NAND价格下跌10%。",
     ["NAND price down 2026Q1 10..10"]),
    ("今年一季度，受益于原厂减产、数据中心需求旺盛，NAND价格逐步回升。",
     ["MEMORY supply down 2026Q1 ..", "NAND demand up 2026Q1 ..", "NAND price up 2026Q1 .."]),
    ("原厂减产叠加云端需求拉动主流NAND模组价格反弹。", ["NAND supply down - ..", "NAND price up - .."]),
    # named in one list, in a question or beside something else
    ("在刚刚过去的2025年，DRAM和NAND一直被涨价、缺货所困扰。",
     ["DRAM price up 2025 ..", "NAND price up 2025 ..", "DRAM supply tight 2025 ..", "NAND supply tight 2025 .."]),
    ("2025年DRAM、闪存产业被缺货、涨价等问题笼罩，原因是什么？",
     ["DRAM supply tight 2025 ..", "NAND supply tight 2025 ..", "DRAM price up 2025 ..", "NAND price up 2025 .."]),
    ("闪存为何大涨？", ["NAND price up - .."]),
    ("请问DRAM价格大涨对公司有什么影响？", ["DRAM price up - .."]),
    ("相对于显卡的突然涨价，DRAM的缺货更为严重。", ["DRAM supply tight - .."]),
    ("传统DRAM合约价季增20%，DRAM及HBM合并的整体合约价季增25%。", ["DRAM price up - 20..20", "DRAM price up - 25..25"]),
    # a headline spelled out behind a colon
    ("数据中心备货积极：预计2027年企业级SSD需求增长50%。", ["NAND demand up 2027 50..50 g"]),
    # what is supposed, conceded, denied as a cause or called for
    ("三星不会因为NAND跌价而减缓扩产。", []),
    ("即使DRAM价格下跌，三星仍能获利。", []),
    ("厂商签订长约，在存储芯片涨价时仍可按约定价格进货。", []),
    ("在DRAM涨价预期的推动下，买家继续囤货。", []),
    ("DRAM厂最终还是得靠减产来应对。", []),
    ("刺激需求，NAND降价则是最直接的方法。", []),
    ("如果出口受阻，原本已经供过于求的DRAM市场将进一步失衡。", ["DRAM supply loose - .."]),
    ("如果留意最近的行情，会发现SSD价格开始上涨。", ["NAND price up - .."]),
    ("DRAM跌幅将收敛，不排除有持平的可能性。", ["DRAM price down - .. g", "DRAM price flat - .. g h"]),
    # days, spans, reports and years of two digits
    ("DDR4现货均价6月30日已跌至3.2美元，当日跌幅0.8%，周跌幅4.3%。",
     ["DRAM price down 2026-06 0.8..0.8", "DRAM price down 2026-06 4.3..4.3"]),
    ("6月30日的DDR5现货报价上涨2%。", ["DRAM price up 2026-06 2..2"]),
    ("25Q4-26Q1 NAND涨幅乐观。", ["NAND price up 2025Q4 ..", "NAND price up 2026Q1 .."]),
    ("客户判断2027-2028年DRAM持续供不应求。",
     ["DRAM supply tight 2027 .. g", "DRAM supply tight 2028 .. g"]),
    ("DRAM供应紧张将延续至2027-2028年。", ["DRAM supply tight 2028 .. g"]),
    ("今明两年DRAM供不应求。", ["DRAM supply tight 2026 ..", "DRAM supply tight 2027 .. g"]),
    ("24年底以来，NAND价格持续下跌。", ["NAND price down 2024 .."]),
    ("25年DRAM需求旺盛，供应偏紧。", ["DRAM demand up 2025 ..", "DRAM supply tight 2025 .."]),
    ("报告期内，存储市场需求疲软，特别是四季度NAND供过于求，量价齐跌。",
     ["MEMORY demand down 2026H1 ..", "NAND supply loose 2026Q4 .. g", "NAND price down 2026Q4 .. g"]),
    ("一季度DRAM合约价上涨50%，PC DRAM涨幅甚至在单季内翻倍。",
     ["DRAM price up 2026Q1 50..50", "DRAM price up 2026Q1 100..100"]),
    # a period that only dates a thing, cycles of trade
    ("海力士与客户协商2027年HBM定价，在HBM需求上升下，价格看涨。",
     ["HBM demand up - ..", "HBM price up 2027 .. g"]),
    ("存储行业处于上升周期。", []),
    ("NAND价格进入上行周期。", ["NAND price up - .."]),
    # the product that a later clause opens with
    ("服务器DRAM合约价季增15%，NAND Flash因库存偏高，季减5%。",
     ["DRAM price up - 15..15", "NAND price down - 5..5", "NAND inventory loose - .."]),
    ("DRAM合约价季增10%，高于NAND，四季度将再涨8%。",
     ["DRAM price up - 10..10", "DRAM price up 2026Q4 8..8 g"]),
    ("若纳入HBM，整体DRAM涨幅将达15%至20%。", ["DRAM price up - 15..20 g"]),
    ("DRAM供应缺口在2027年前难以缓解。", ["DRAM supply tight 2027 .. g"]),
    ("此轮周期的核心驱动力为AI需求，DRAM、NOR均有望涨价。",
     ["DRAM price up - .. g h", "NOR price up - .. g h"]),
    ("美光预计2026年DRAM位元需求增长20%，供应将持续紧张。",
     ["DRAM demand up 2026 20..20 g", "DRAM supply tight 2026 .. g"]),
    # printed on end
    ("TrendForce预计26Q3NANDFlashWafer均价环比涨幅0%~5%，Q4涨幅扩大至8%~13%。",
     ["NAND price up 2026Q3 0..5 g", "NAND price up 2026Q4 8..13 g"]),
    ("预估LPDDR5X合约价季涨幅于第三季扩大到8~13%。", ["DRAM price up 2026Q3 8..13 g"]),
    ("预计26Q4DRAM价格有望回升。", ["DRAM price up 2026Q4 .. g h"]),
    # ends, levels and old values
    ("NAND价格有望在第四季度继续上涨，并持续至2027年。",
     ["NAND price up 2027 .. g h", "NAND price up 2026Q4 .. g h"]),
    ("26Q2的NAND涨价将延续至26Q4。", ["NAND price up 2026Q4 .. g"]),
    ("32GB RDIMM合约价从200美元升到380美元，第四季度有望突破500美元。",
     ["DRAM price up - ..", "DRAM price up 2026Q4 .. g h"]),
    ("服务器DRAM现货报价站上900美元。", []),
    ("DRAM合约价第三季跌幅将由原先预估的季跌2~4%，扩大到约5%。", ["DRAM price down 2026Q3 5..5 g"]),
    # segments before their product
    ("用于手机和一般服务器的标准存储芯片供应吃紧。",
     ["MEMORY supply tight - ..", "MEMORY supply tight - .."]),
    ("由于大型手机厂商的扫货，DDR4手机内存的供应依旧吃紧。",
     ["DRAM supply tight - ..", "DRAM supply tight - .."]),
    ("客户仍在处理大量库存，储存晶片价格可能继续走跌。", ["MEMORY price down - .. g h"]),
    # the year goes on from the period before; sizes given by sign, one after the other
    ("2025年全年DRAM价格上涨超过50%，但下半年消费类存储需求疲软。",
     ["DRAM price up 2025 50..", "DRAM demand down 2025H2 .."]),
    ("去年四季度NAND合约价下跌10%，一季度再跌5%。",
     ["NAND price down 2025Q4 10..10", "NAND price down 2026Q1 5..5"]),
    ("根据TrendForce数据，25Q3 DRAM合约价格环比+15%~20%，预计25Q4环比+25%~30%。",
     ["DRAM price up 2025Q3 15..20", "DRAM price up 2025Q4 25..30 g"]),
    ("26Q1存储合约价涨幅扩大，26年供需缺口进一步拉大。",
     ["MEMORY price up 2026Q1 ..", "MEMORY supply tight 2026 .."]),
    ("预计第三季度DRAM价格上涨高达15%。", ["DRAM price up 2026Q3 15..15 g"]),
    # what falls because prices rise, what is feared or put off
    ("全球PC出货量将因内存涨价下降5%。", ["MEMORY price up - .."]),
    ("市场担心DRAM价格走软，公司股价下跌。", []),
    ("三星将DDR4停产时间推迟至明年底。", []),
    ("HBM挤占产能，DRAM供给有限。", ["DRAM supply tight - .."]),
    ("铠侠产能被包揽至2027年，NAND涨价35%。", ["NAND supply tight 2027 ..", "NAND price up - 35..35"]),
    ("受关税预期影响，一季度客户提前备货，带动NAND需求增加，价格上涨3%-8%。",
     ["NAND demand up 2026Q1 ..", "NAND price up 2026Q1 3..8"]),
    # what is slower, revised or prepared for
    ("Q2 NOR价格降幅较Q1放缓。", ["NOR price down 2026Q2 ..", "NOR price down 2026Q1 .."]),
    ("集邦咨询已将DRAM价格预测从“持平”调整为“小幅上涨”。", ["DRAM price up - .. g"]),
    ("NAND价格不会因供应不足而大涨。", ["NAND price up - .. n"]),
    ("为应对可能出现的DRAM供应短缺，厂商提前备货。", []),
    # whose demand it is
    ("第二季度需求仍然高涨，导致产业缺货，这对NAND市场来说极其罕见。",
     ["NAND demand up 2026Q2 ..", "NAND supply tight 2026Q2 .."]),
    ("由于买方库存偏高，加上2027年需求位元增长率仅17%，明年DRAM将供过于求。",
     ["DRAM inventory loose - ..", "DRAM demand up 2027 17..17 g", "DRAM supply loose 2027 .. g"]),
    ("受益于大厂收缩供给、数据中心等下游需求旺盛，NAND和DRAM价格回升。",
     ["MEMORY supply down - ..", "MEMORY demand up - ..", "NAND price up - ..", "DRAM price up - .."]),
    # headings
    ("DRAM：DDR4现货均价上涨5%。", ["DRAM price up - 5..5"]),
    ("供应缺口创纪录：预计2027年DRAM供不应求幅度达5%。", ["DRAM supply tight 2027 .. g"]),
    # the word for working memory is DRAM; sizes of segments and periods without a verb
    ("内存价格二季度再涨一成，闪存持平。",
     ["DRAM price up 2026Q2 10..10", "NAND price flat 2026Q2 .."]),
    ("存储价格上涨，内存和闪存都缺货。",
     ["MEMORY price up - ..", "DRAM supply tight - ..", "NAND supply tight - .."]),
    ("车规DRAM二季度涨了七成，工控类五成，消费类只有两成。",
     ["DRAM price up 2026Q2 70..70", "DRAM price up 2026Q2 50..50", "DRAM price up 2026Q2 20..20"]),
    ("一季度服务器内存季涨约5%，三季度估达20%。",
     ["DRAM price up 2026Q1 5..5", "DRAM price up 2026Q3 20..20 g"]),
    ("今年二季度DRAM跌幅将从上季的约20%缩小到10-15%，三季度有望打住，四季度温和回升。",
     ["DRAM price down 2026Q1 20..20 g", "DRAM price down 2026Q2 10..15 g",
      "DRAM price flat 2026Q3 .. g h", "DRAM price up 2026Q4 .. g"]),
    # sizes in words, days from which prices are set
    ("DRAM价格涨了两成出头，NAND涨了四成多。", ["DRAM price up - 21..23", "NAND price up - 41..49"]),
    ("一季度我们采购的DRAM颗粒贵了三成，NAND晶圆贵了约两成。",
     ["DRAM price up 2026Q1 30..30", "NAND price up 2026Q1 20..20"]),
    ("公司NOR及SLC NAND自8月1日起分别上调15%、30%。",
     ["NOR price up 2026-08 15..15 g", "NAND price up 2026-08 30..30 g"]),
    ("铠侠自8月1日起全线提价逾10%。", ["NAND price up 2026-08 10.. g"]),
    ("DDR4固定价6月再掉20.6%，NAND掉29.8%。",
     ["DRAM price down 2026-06 20.6..20.6", "NAND price down 2026-06 29.8..29.8"]),
    ("三季度的LPDDR5X进货价比二季度高两成。", ["DRAM price up 2026Q3 20..20"]),
    # what ended, levels that are come to, two months, comparisons with a peak
    ("闪存短缺告一段落，明年首季供求关系将归于平稳。", ["NAND supply balanced 2027Q1 .. g"]),
    ("DRAM市场摆脱过剩，供需趋于平衡。", ["DRAM supply balanced - .."]),
    ("NAND库存去年四季度末回落到正常水平。", ["NAND inventory balanced 2025Q4 .."]),
    ("DDR3合约价5月下旬止跌回弹3%。", ["DRAM price up 2026-05 3..3"]),
    ("DDR4已从3月高位回撤两成。", ["DRAM price down - 20..20"]),
    ("预计2027年HBM均价将维持今年水准。", ["HBM price flat 2027 .. g"]),
    ("四、五月份DRAM合约价上涨10%。",
     ["DRAM price up 2026-04 10..10", "DRAM price up 2026-05 10..10"]),
    ("DRAM方面，公司一季度起逐季提价；NOR价格温和上行。",
     ["DRAM price up 2026Q1 ..", "NOR price up - .."]),
    # a cause between a subject and its verb, and what is traded
    ("DRAM价格因供应短缺上涨10%。", ["DRAM price up - 10..10", "DRAM supply tight - .."]),
    ("NOR Flash价格由于原厂减产上涨。", ["NOR price up - ..", "NOR supply down - .."]),
    ("三星电子股价因内存涨价预期上涨3%。", []),
    ("手机销量因内存涨价下滑。", ["MEMORY price up - .."]),
    ("存储涨价概念股走强，多股涨停。", []),
    ("存储芯片ETF上涨3%。", []),
    # no denials; indices of shares; what is hard; cycles at large; measures that are taken
    ("DRAM陷入史无前例的短缺。", ["DRAM supply tight - .."]),
    ("NAND迎来前所未见的涨价。", ["NAND price up - .."]),
    ("DRAM市场出现多年未见的缺货。", ["DRAM supply tight - .."]),
    ("内存现货价无一例外上涨10%。", ["MEMORY price up - 10..10"]),
    ("HBM正经历严重短缺。", ["HBM supply tight - .."]),
    ("NAND现货价周跌2%。上证综指当日涨幅0.5%，周涨幅1.6%。", ["NAND price down - 2..2"]),
    ("DRAM现货价当日涨0.8%。纳斯达克指数当日涨幅1.2%，费半指数收涨3%。", ["DRAM price up - 0.8..0.8"]),
    ("因DDR5涨价难度增大，买卖双方僵持。", []),
    ("DDR4涨价动力不足，LPDDR4X价格下跌。", ["DRAM price down - .."]),
    ("在NAND涨价周期中，模组厂毛利率通常更高。", []),
    ("存储原厂自2022年第四季度起陆续采取减产措施。", ["MEMORY supply down 2022Q4 .."]),
    ("铠侠、美光相继采取大幅减产策略，NAND价格上涨。", ["NAND supply down - ..", "NAND price up - .."]),
    # forecasts of demand that are revised; sizes from quarter to quarter; trends that are broken
    ("公司将2026年服务器DRAM需求展望下调至个位数增长。", ["DRAM demand up 2026 1..9 g"]),
    ("模组厂将2026年SSD需求上调为10%的增长。", ["NAND demand up 2026 10..10 g"]),
    ("服务器DRAM涨幅从一季度的90%骤降到二季度的50%，三季度预计降至15%。",
     ["DRAM price up 2026Q1 90..90", "DRAM price up 2026Q2 50..50", "DRAM price up 2026Q3 15..15 g"]),
    ("内存跌幅由Q1的20%缩小至Q2的8%。", ["MEMORY price down 2026Q1 20..20", "MEMORY price down 2026Q2 8..8"]),
    ("NAND合约价季度涨幅已从Q1的55%-60%骤降至Q2的20%-25%。",
     ["NAND price up 2026Q1 55..60", "NAND price up 2026Q2 20..25"]),
    ("存储价格打破自2022年以来的跌势，重回上升轨道。", ["MEMORY price up - .."]),
    ("NOR价格重返上涨通道。", ["NOR price up - .."]),
    ("2D NAND短缺，公司产品提价，行业增速从6%上修至9%。", ["NAND supply tight - ..", "NAND price up - .."]),
    ("机构将2026年存储市场增长率下调至5%。", []),
    # the period of a forecast goes on before an undated state; a round word for a size
    ("机构上修2026年第四季度DRAM合约价，并称供需失衡。报告显示，DDR5合约价将季增102%至108%，首次实现单季翻倍。",
     ["DRAM price up 2026Q4 .. g", "DRAM supply tight - ..", "DRAM price up 2026Q4 102..108 g"]),
    # a period in brackets with a change of its own is not that of the change before them
    ("5月SSD价格上涨，DDR4价格基本持平(6月1-2周小幅上涨)。",
     ["NAND price up 2026-05 ..", "DRAM price flat 2026-05 ..", "DRAM price up 2026-06 .."]),
    ("5月DDR5价格下跌3%(6月反弹2%)。", ["DRAM price down 2026-05 3..3", "DRAM price up 2026-06 2..2"]),
    ("5月のDRAM価格は横ばい(6月は上昇)。", ["DRAM price flat 2026-05 ..", "DRAM price up 2026-06 .."]),
    ("NOR价格上涨(第二季上涨5%)。", ["NOR price up 2026Q2 5..5"]),
    ("DRAM价格上涨5%(第二季)。", ["DRAM price up 2026Q2 5..5"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_press_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence of the press makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


# Pages on a maker of memory only, which leave the product out.
ON_MAKER = [
    ("公司库存将逐步回到健康水平，产品价格有望回暖。",
     ["MEMORY inventory balanced - .. g", "MEMORY price up - .. g h"]),
    ("25H2行业需求疲软，公司降价以去库存，大部分产品价格同比下降。",
     ["MEMORY demand down 2025H2 ..", "MEMORY price down 2025H2 .."]),
    ("公司采取降价去库存的定价策略，产品价格较去年同期下降。", ["MEMORY price down - .."]),
    ("2025年前三季度公司存货达到60亿元，同比增长52%。", ["MEMORY inventory up 2025Q3 52..52"]),
    ("目前MCU(即微控制单元)及NOR Flash(一种用于各种电子设备的芯片)价格已经触底，预计将平稳，短期内不会有较大调整。",
     ["NOR price flat - .. g"]),
    ("公司员工人数增加，苹果新机售价上调。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ON_MAKER, ids=[sentence for sentence, _ in ON_MAKER])
def test_page_on_a_maker_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """News on a maker of memory speaks of memory where it speaks of the company."""
    claims = read_text(sentence, published_on=DAY, issuer="普冉股份", doc_type="news").claims
    assert [write_claim(claim) for claim in claims] == expected
