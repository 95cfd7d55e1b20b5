"""Prices that are none of memory though memory is their cause, and words that turn a meaning round."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a time is no part of a price
    ("NOR prices will climb quarter by quarter in 2027.", ["NOR price up 2027 .. g"]),
    ("HBM prices should fall by quarter-end.", ["HBM price down - .. g"]),
    ("HBM prices fell by a quarter.", ["HBM price down - 25..25"]),
    ("HBM prices fell by half.", ["HBM price down - 50..50"]),
    # what a buyer charges
    ("Acer lifts prices by 7% on NAND shortage", ["NAND supply tight - .."]),
    ("Nintendo increased Switch prices by 12% in response to the NAND shortage.", ["NAND supply tight - .."]),
    ("Average selling prices of smartphones were up, in part due to NAND.", []),
    ("Valve will keep its prices unchanged even as NAND costs climb.", ["NAND price up - .."]),
    ("Dell agreed to price increases for NAND.", ["NAND price up - .."]),
    ("Prices for notebook NAND rose 4%.", ["NAND price up - 4..4"]),
    # an index holds memory, and is none
    ("Import prices gained 3.2% in May; NAND jumped 14%.", ["NAND price up 2026-05 14..14"]),
    ("Wholesale prices were up 2.3% in April, helped by HBM.", []),
    ("Export prices of NAND rose 6% in May.", ["NAND price up 2026-05 6..6"]),
    ("NAND export prices rose 6% in May.", ["NAND price up 2026-05 6..6"]),
    ("수입물가가 낸드 영향으로 1.8% 상승했다.", []),
    # a level beside another price
    ("Spot DDR4 trades at a 30% discount to contract.", []),
    # a forecast that is cut to a size does not fall
    ("Citi sees HBM prices rising 30% in the third quarter, and cut its forecast for NOR to 6% from 14%.",
     ["HBM price up 2026Q3 30..30 g"]),
    ("NAND prices will rise 20% in Q4; the forecast for NOR was lowered to 6% from 14%.",
     ["NAND price up 2026Q4 20..20 g"]),
    # what nobody expects any more, and what never was so great
    ("Nomura no longer expects NOR prices to decline in 2027.", ["NOR price down 2027 .. g n"]),
    ("HBM supply has never been this tight.", ["HBM supply tight - .."]),
    ("NAND prices have never risen this fast.", ["NAND price up - .."]),
    ("NAND prices have never risen.", ["NAND price up - .. n"]),
    ("NAND供给从未如此紧缺。", ["NAND supply tight - .."]),
    ("낸드 공급이 이토록 부족한 적은 없었다.", ["NAND supply tight - .."]),
    ("NANDの供給がここまで逼迫したことはない。", ["NAND supply tight - .."]),
    # part numbers that name the product
    ("W25Q64JV prices climbed 9% in May.", ["NOR price up 2026-05 9..9"]),
    ("K9F1G08 supply is tight.", ["NAND supply tight - .."]),
    ("旺宏MX25L系列全线涨价12%。", ["NOR price up - 12..12"]),
    ("美光MT40A系列缺货。", ["DRAM supply tight - .."]),
    ("兆易GD5F1GQ5報價下跌7%。", ["NAND price down - 7..7"]),
    ("H5AN8G6 가격이 6% 올랐다.", ["DRAM price up - 6..6"]),
    ("K4B2G1646の価格は4%下落した。", ["DRAM price down - 4..4"]),
    ("Our K9 unit said prices climbed 9% in May.", []),
    # sizes told for each density
    ("2Gb and 4Gb MLC NAND contract prices fell 6% and 9%, respectively, in May.",
     ["NAND price down 2026-05 6..6", "NAND price down 2026-05 9..9"]),
    ("5월 2Gb와 4Gb MLC 낸드 고정가격은 각각 6%, 9% 내렸다.",
     ["NAND price down 2026-05 6..6", "NAND price down 2026-05 9..9"]),
    ("5月の2Gb、4GbのMLC NANDの価格はそれぞれ6%、9%下落した。",
     ["NAND price down 2026-05 6..6", "NAND price down 2026-05 9..9"]),
    # a rise that rests
    ("NOR contract price gains stalled in May.", ["NOR price flat 2026-05 .."]),
    # a product that describes the next noun
    ("NOR revenue rose on higher pricing.", ["NOR price up - .."]),
]  # fmt: skip

CALLS = [
    ("NAND costs doubled, so we raised prices on our arrays by about 15%.", "Pure Storage",
     ["NAND price up 2026Q1 100..100"]),
    ("Because of NAND, we raised list prices of servers by 11%.", "Dell", []),
    ("We increased PC pricing by 4% because of DRAM.", "HP", []),
    ("Our average selling price went up 5%, so we more than offset DRAM.", "Lenovo", []),
    ("We have announced price increases to address the DRAM situation.", "Cisco", []),
    ("We see DRAM prices rising further.", "Dell", ["DRAM price up - .."]),
    ("We raised NAND prices by 15%.", "Kioxia", ["NAND price up 2026Q2 15..15"]),
    ("We think NAND pricing remains a headwind.", "Dell", ["NAND price up - .."]),
    ("We think NAND pricing remains a headwind.", "Kioxia", ["NAND price down - .."]),
    # what weighs on a buyer, and what helps it, is the other way round for a maker
    ("We see a tailwind from NAND pricing.", "Dell", ["NAND price down - .."]),
    ("We see a tailwind from NAND pricing.", "Kioxia", ["NAND price up - .."]),
    ("We had slight tailwinds on DRAM prices.", "HP", ["DRAM price down - .."]),
    ("We were hurt by NAND pricing.", "Dell", ["NAND price up 2026Q1 .."]),
    ("We were hurt by NAND pricing.", "Kioxia", ["NAND price down 2026Q2 .."]),
    ("We think NAND pricing is a tailwind.", "HP", ["NAND price down - .."]),
    ("We think NAND pricing is a tailwind.", "Kioxia", ["NAND price up - .."]),
    # stocks of a buyer that only bought ahead of a price
    ("Our inventory levels stayed high with purchasing ahead of DRAM price increases.", "HP", ["DRAM price up - .."]),
    ("Our inventory of DRAM is high as we bought ahead of price increases.", "Dell",
     ["DRAM inventory loose - ..", "DRAM price up - .."]),
    ("We built memory inventory ahead of price increases.", "Cisco",
     ["MEMORY inventory up - ..", "MEMORY price up - .."]),
    ("NOR pricing will be a tailwind to margins next quarter.", "Macronix", ["NOR price up 2026Q4 .. g"]),
    ("We think NAND costs will turn into a tailwind in 2027.", "NetApp", ["NAND price down 2027 .. g"]),
    ("As we said, flash has turned from a tailwind to a headwind.", "HPE", ["NAND price up - .."]),
    ("We saw a DRAM headwind in the first quarter.", "Lenovo", ["DRAM price up 2026Q2 .."]),
    ("DRAM was a tailwind.", "Micron", []),
    ("AI is a tailwind for HBM.", "Cisco", []),
    ("We expect NAND prices to fall in the second half of our fiscal year.", "Cisco", ["NAND price down 2026H1 .. g"]),
    ("NAND prices will rise in the fiscal first half.", "HP", ["NAND price up 2026H1 .. g"]),
    ("NAND prices will rise in the second half of fiscal 2027.", "Micron", ["NAND price up 2027H1 .. g"]),
    ("NAND prices will rise in the second half of fiscal 2027.", "Samsung", ["NAND price up 2027H2 .. g"]),
    # what stands beside memory sales is no stock of memory, and what margins are down on is no fall
    ("The decline reflects excess channel inventory of game consoles and lower DRAM revenue.", "AMD", []),
    ("Our sales fell on elevated channel inventory, the end of a subsidy and lower NAND sales.", "AMD", []),
    ("We had excess inventory and lower NAND sales.", "Kioxia", ["NAND inventory loose - .."]),
    ("Our gross margin was down on NAND prices.", "Dell", []),
    ("We expect margins to be down on DRAM price increases.", "HP", ["DRAM price up - .. g"]),
    ("NAND should be flat on bits and up on price.", "Sandisk", ["NAND price up - .. g"]),
    # what befalls output
    ("We expect the contamination to affect our flash output by about 5% in the quarter.", "Kioxia",
     ["NAND supply down 2026Q3 5..5 g"]),
    ("An earthquake hit DRAM output by 2%.", "Micron", ["DRAM supply down - 2..2"]),
    ("The storm did not disrupt our NAND production.", "Micron", ["NAND supply down - .. n"]),
    ("Wages affect our DRAM production costs.", "Micron", []),
    # a balance that worries nobody, and rates that are set against each other
    ("We don't see any issues with supply-demand balance in DRAM this year.", "ASML", ["DRAM supply balanced 2026 .."]),
    ("There are no major worries over NAND supply and demand.", "ASML", ["NAND supply balanced - .."]),
    ("We weigh NAND bit demand growth against the supply growth in our model.", "ASML", []),
    ("Even with new fabs coming on stream, NAND will remain short in 2028.", "Samsung",
     ["NAND supply tight 2028 .. g"]),
]  # fmt: skip

OWN = [
    # a buyer's own stock, demand and supply, with memory only beside it
    ("Inventory rose 15% as we built buffers of DRAM.", "Super Micro", []),
    ("Our inventory climbed to 4 billion, with additional NAND on hand.", "Cisco", []),
    ("Inventory was higher by 6% and includes NAND.", "Dell", []),
    ("Phone makers are cutting inventory because of DRAM costs.", "Qualcomm", []),
    ("Notebook demand fell because of DRAM pricing.", "HP", []),
    ("Workstation demand was solid and NAND content grew.", "Dell", []),
    ("All-flash demand grew 12%.", "NetApp", []),
    ("We've locked in our NAND, so we don't think we'll be supply constrained on storage.", "Dell", []),
    ("Our supply remains tight, and DRAM prices are climbing.", "Intel", ["DRAM price up - .."]),
    ("Supply is limited, NAND less so.", "Apple", []),
    ("Our storage prices rose 7%.", "Pure Storage", []),
    ("Our storage costs have risen by 7%.", "Pure Storage", ["MEMORY price up - 7..7"]),
    ("We built inventory of NAND.", "Dell", ["NAND inventory up - .."]),
    ("We are supply constrained on NAND.", "Dell", ["NAND supply tight - .."]),
    ("Supply is tight, NAND in particular.", "Dell", ["NAND supply tight - .."]),
    ("On NAND, we expect supply to stay tight in 2027.", "HP", ["NAND supply tight 2027 .. g"]),
]  # fmt: skip

# What holds memory may get dearer with it; what stands in one list with memory is told of with it.
LISTED = [
    ("NAND短缺正在抬高整机价格。", ["NAND supply tight - .."]),
    ("闪存缺货，消费电子产品的平均价格上涨。", ["NAND supply tight - .."]),
    ("业者警告，DRAM短缺将掀起掌机涨价潮。", ["DRAM supply tight - .. g"]),
    ("受NAND短缺影响，厂商本周下调了相机的售价。", ["NAND supply tight - .."]),
    ("NAND售价上涨6%。", ["NAND price up - 6..6"]),
    ("A NAND shortage means higher prices for consumer electronics.", ["NAND supply tight - .."]),
    ("A NAND shortage lifts device prices.", ["NAND supply tight - .."]),
    ("Prices for GPUs and NOR have doubled.", ["NOR price up - 100..100"]),
    ("Prices of hard drives and NAND rose 6% last month.", ["NAND price up 2026-06 6..6"]),
    ("Demand for both NAND and HDD has improved.", ["NAND demand up - .."]),
    ("新应用推升了对GPU和NOR的需求。", ["NOR demand up - .."]),
    ("GPU와 낸드 가격이 올랐다.", ["NAND price up - .."]),
    ("CPU、NANDの価格が上昇している。", ["NAND price up - .."]),
    ("采用NAND,HDD供应短缺。", []),
    # people, cards and gases that are short, and what only names both sides of a market
    ("闪存行情看淡，算力卡缺货。", []),
    ("存储行业持续扩张，工程师短缺。", []),
    ("NAND业者指出，二氧化碳短缺。", []),
    ("Compute cards are in short supply while NAND is plentiful.", ["NAND supply loose - .."]),
    ("These demand and supply factors are driving up NAND prices.", ["NAND price up - .."]),
    ("낸드 업황이 밝아도 바이오주로 수급이 쏠렸다.", []),
    ("낸드 수급이 타이트하다.", ["NAND supply tight - .."]),
    ("Prices of hard drives rose 6% on NAND.", []),
]

# What memory is made with, who makes it, and the orders and stocks of those who equip it.
MADE_WITH = [
    ("D램용 세정액 가격이 7% 올랐다.", []),
    ("HBM용 프로브카드 수요가 늘었다.", []),
    ("낸드 인력 수요가 늘었다.", []),
    ("NAND用フォトレジストが9%値上がりした。", []),
    ("DRAM向けガラスクロスが不足している。", []),
    ("東京エレクトロンの受注はDRAM向けが1割増えた。", []),
    ("装置大手のDRAM向け受注は2割減った。", []),
    ("Demand for NAND testers is rising.", []),
    ("キオクシアは7〜9月期のNAND価格を2割引き下げる。", ["NAND price down 2026Q3 20..20"]),
    ("NANDの大口価格、4割高 過去最大の上げ", ["NAND price up - 40..40"]),
]


@pytest.mark.parametrize(("sentence", "expected"), MADE_WITH, ids=[sentence for sentence, _ in MADE_WITH])
def test_what_memory_is_made_with_is_no_memory(sentence: str, expected: list[str]) -> None:
    """Materials, tools and people make no claim; a size before "引き下げる" and a record rise are read."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), LISTED, ids=[sentence for sentence, _ in LISTED])
def test_a_list_is_told_of_together_and_goods_are_not(sentence: str, expected: list[str]) -> None:
    """A price of goods makes no claim; what is told of memory and of something else is told of memory."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_only_what_memory_does_is_read(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("sentence", "issuer", "expected"), CALLS, ids=[f"{who}: {said}" for said, who, _ in CALLS])
def test_speaker_sets_whose_price_it_is(sentence: str, issuer: str, expected: list[str]) -> None:
    """What a buyer of memory charges is no price of memory, and what weighs on it is one that rises."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer=issuer).claims] == expected


@pytest.mark.parametrize(("sentence", "issuer", "expected"), OWN, ids=[f"{who}: {said}" for said, who, _ in OWN])
def test_a_buyers_own_stock_is_none_of_memory(sentence: str, issuer: str, expected: list[str]) -> None:
    """On the call of a buyer of memory, stock, demand and supply are memory's only where it is said."""
    claims = read_text(sentence, published_on=DAY, issuer=issuer, doc_type="earnings_call").claims
    assert [write_claim(c) for c in claims] == expected
