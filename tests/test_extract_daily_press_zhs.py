"""What mainland digests and headlines say in passing: premises of questions, rises told before, other goods."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

PREMISES = [
    # what stands before the clause that is asked, with or without a mark of question
    ("闪存涨得太凶 平板会跟着加钱吗", ["NAND price up - .."]),
    ("DDR5暴跌，装机该等等吗", ["DRAM price down - .."]),
    # its effect is asked, or all stand under it
    ("DRAM涨价潮下相机也要加价吗", ["DRAM price up - .."]),
    ("NAND缺货的大背景下，国产厂商有机会吗？", ["NAND supply tight - .."]),
    ("SSD涨价会改变用户习惯吗", ["NAND price up - .."]),
    ("DRAM降价能给整机厂带来转机吗？", ["DRAM price down - .."]),
    ("旧平板又火了，都是闪存涨价给闹的？", ["NAND price up - .."]),
    # how it came
    ("固态硬盘的价格究竟怎么跌下来的？", ["NAND price down - .."]),
    # what is asked
    ("下半年闪存会不会跌价", []),
    ("闪存会涨价吗", []),
    ("DDR4价格还会下跌吗", []),
    ("NAND涨价会持续吗", []),
    ("DDR5价格如何上涨？", []),
]  # fmt: skip
TOLD_BEFORE = [
    ("NAND价格大涨。此次涨价涵盖平板和电视。", ["NAND price up - .."]),
    ("NAND价格大涨。这波涨价可能使整机减产一成。", ["NAND price up - .."]),
    ("NAND价格大涨。一套阵列涨价后可能卖到80万美元。", ["NAND price up - .."]),
    ("NAND价格大涨。重要的不是涨价本身，而是涨价对买家的改变。", ["NAND price up - .."]),
    ("NAND价格大涨。苹果涨价引发讨论。", ["NAND price up - .."]),
    # news of its own: a size, a time it lasts until
    ("NAND价格大涨。此次涨价幅度达50%。", ["NAND price up - ..", "NAND price up - 50..50"]),
    ("NAND价格大涨。涨价潮将持续至2027年。", ["NAND price up - ..", "NAND price up 2027 .. g"]),
    # the first that is told of it
    ("此轮NAND涨价始于7月。", ["NAND price up 2026-07 .."]),
]  # fmt: skip
STATES = [
    # a rise that is weak is no fall, and one that slows to a size is a rise of it
    ("铠侠的NAND均价上涨是明显偏弱的。", ["NAND price up - .."]),
    (
        "NAND季度涨幅从Q1的70%骤降至Q2的40%，Q3预计进一步放缓至12%。",
        ["NAND price up 2026Q1 70..70", "NAND price up 2026Q2 40..40", "NAND price up 2026Q3 12..12 g"],
    ),
    ("目前的NAND价格是上半年的三倍。", ["NAND price up - 200..200"]),
    ("NAND价格已涨至原来的四倍。", ["NAND price up - 300..300"]),
    ("NAND价格已涨至原四倍。", ["NAND price up - 300..300"]),
    ("今年全球NAND本来就在涨。", ["NAND price up 2026 .."]),
    # short and loose
    ("供应无法满足AI需求，NAND价格将上涨。", ["NAND supply tight - ..", "NAND price up - .. g"]),
    ("NAND供给困局至少延续至2027年。", ["NAND supply tight 2027 .. g"]),
    ("NAND要到2H27才转宽松。", ["NAND supply loose 2027H2 .. g"]),
    ("HBM4高带宽AI内存2026全年产能售罄。", ["HBM supply tight 2026 .."]),
    ("云厂商抢购固态硬盘", []),
    ("三大原厂控产保价，NAND价格企稳", ["MEMORY supply down - ..", "NAND price flat - .."]),
    # what is made is hit, and not what memory goes into
    ("停电影响了铠侠的NAND生产。", ["NAND supply down - .."]),
    ("NAND产品制造能力受到地震影响。", ["NAND supply down - .."]),
    ("停电对NAND组装业务的产量造成了一定影响。", ["NAND supply down - .."]),
    ("地震对NAND产量影响有限。", []),
    ("NAND短缺影响了手机生产。", ["NAND supply tight - .."]),
    ("因NAND缺货，丰田的生产受到影响。", ["NAND supply tight - .."]),
    # whose it is: a cause inside the clause of a price, a list that memory only heads
    (
        "NOR和NAND闪存价格因供货紧张也猛涨。",
        ["NOR price up - ..", "NAND price up - ..", "NOR supply tight - ..", "NAND supply tight - .."],
    ),
    (
        "铠侠将上调包括NOR和NAND在内的存储产品售价，幅度高达30%。",
        ["NOR price up - 30..30 g", "NAND price up - 30..30 g"],
    ),
]
WHOSE = [
    # makers of one product alone behind a headline on memory; one that makes more leaves it memory
    ("存储利好：铠侠提价20%", ["NAND price up - 20..20"]),
    ("存储巨头铠侠宣布，对北美客户芯片涨价约20%。", ["NAND price up - 20..20"]),
    ("存储芯片价格上涨，铠侠、三星等4月起调价超10%。", ["MEMORY price up - ..", "MEMORY price up 2026-04 10.."]),
    # a bracket says again what the product is
    ("LPDDR5X（手机内存）供应紧缩。", ["DRAM supply tight - .."]),
    ("DDR5（服务器内存）价格上涨。", ["DRAM price up - .."]),
    # makers of different things side by side say of neither what it is
    ("三星、闪迪上调报价", []),
    ("三星、闪迪等存储巨头纷纷涨价", ["MEMORY price up - .."]),
    # what another product's rise is measured by
    ("DDR5比DDR4涨得更多。", ["DRAM price up - .."]),
    # set beside another product, which is no change in time
    ("HBM4单价较HBM3E上涨约50%", []),
    ("NOR现货价比NAND贵一倍", []),
    # what is paid for with other goods
    ("原材料成本上涨（铜、锡、NAND），拖累利润。", ["NAND price up - .."]),
    (
        "固态硬盘、内存条货源紧张、成本大涨。",
        ["NAND supply tight - ..", "DRAM supply tight - ..", "NAND price up - ..", "DRAM price up - .."],
    ),
    # what memory drives is a need of that
    ("HBM堆栈驱动TCB需求。", []),
    ("NAND涨价抑制消费者需求。", ["NAND price up - .."]),
    ("数据中心拉动DDR5需求。", ["DRAM demand up - .."]),
]
WHEN = [
    ("NAND报价在C3Q26还将环比上涨10%。", ["NAND price up 2026Q3 10..10 g"]),
    ("铠侠计划在今年二季度将NAND价格在前一季度基础上上调20%。", ["NAND price up 2026Q2 20..20 g"]),
    ("NAND价格一季度环比上涨90%，二季度环增50%。", ["NAND price up 2026Q1 90..90", "NAND price up 2026Q2 50..50"]),
    # told at once and then with its quarter and size
    ("AI需求带动NAND价格大涨，Q2 NAND均价环比大涨44%。", ["NAND price up 2026Q2 44..44"]),
    ("闪存需求超预期，2027年市场会比2026年更紧张。", ["NAND demand up - ..", "NAND supply tight 2027 .. g"]),
    # a question in the next cell of a table; how far off something is
    ("| DDR3价格四年内上涨700% | 三大厂是否会调整产能？ |", ["DRAM price up - 700..700"]),
    ("距离闪存大降价时代还有多远", []),
    # the trade at any time
    ("NAND周期性极强——每3-4年价格暴涨暴跌一轮。", []),
    ("AI需求正在缓解NAND市场的周期起伏，供给短缺预计延续数个季度。", ["NAND supply tight - .. g"]),
]
OTHER_GOODS = [
    # what a market is worth, and who has a say
    ("HBM TAM上调至2028年超900亿美元。", []),
    ("HBM的市场空间有望增长到500亿美元。", []),
    ("买家借此在NAND合约价谈判中增加自身的议价能力。", []),
    # the first characters of 内存 are no end of a period
    ("近年内存市场动荡，推动DRAM价格飙升。", ["DRAM price up - .."]),
    ("年内存储芯片价格上涨。", ["MEMORY price up 2026 .."]),
    ("去年内存价格上涨。", ["MEMORY price up 2025 .."]),
    # profits, shares, more memory for the same money, a time of cheap prices
    ("得益于NAND涨价，公司一季度狂赚20亿，同比暴增700%。", ["NAND price up - .."]),
    ("存储龙头转让价定为每股80元，较收盘价折价30%。", []),
    ("新平板闪存翻倍不涨价", []),
    ("闪存价格一年猛涨500%，20年的降价红利没了", ["NAND price up - 500..500"]),
    # firms that build memory in
    ("闪存涨价，手机厂商年内第三次涨价", ["NAND price up - .."]),
    ("NAND短缺致汽车减产", ["NAND supply tight - .."]),
    # a shortage of other goods, and of chips at large
    ("HDD短缺推动企业级SSD需求激增", ["NAND demand up - .."]),
    ("NAND和HDD短缺", ["NAND supply tight - .."]),
    ("铠侠称NAND短缺。手机出货量或因缺芯下降2%。", ["NAND supply tight - .."]),
    # growth that is held back, and what would have to come
    ("HBM需求限制了NAND的产量增长", []),
    ("转折阈值：NAND合约价连续2个月环比下跌；NOR出现降价", []),
    # a buyer's own goods
    ("受闪存短缺影响，红米宣布涨价", ["NAND supply tight - .."]),
    ("受闪存短缺影响，AWS提价15%", ["NAND supply tight - .."]),
    ("因NAND缺货，iPhone 18将涨价", ["NAND supply tight - .."]),
    ("因NAND涨价，Xbox上调售价", ["NAND price up - .."]),
    ("受需求提振，铠侠宣布NAND涨价", ["NAND price up - .."]),
    # words of the street
    ("闪存价格彻底失控", ["NAND price up - .."]),
    ("DDR5价格杀疯了", ["DRAM price up - .."]),
    ("NAND价格崩了", ["NAND price down - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), PREMISES + TOLD_BEFORE + STATES + WHOSE + WHEN + OTHER_GOODS)
def test_what_the_daily_press_says_in_passing(text: str, claims: list[str]) -> None:
    """Each sentence gives these claims and no others."""
    assert sorted(write_claim(claim) for claim in read_text(text, published_on=DAY).claims) == sorted(claims)
