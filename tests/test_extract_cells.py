"""Cells of a table whose word of change stands behind the size."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text
from tracker.text import read_html

TABLES = [
    ("낸드 고정거래가격 전망", "제품", ["약 4~9% 상승", "2~7% 하락"]),
    ("NAND契約価格の見通し", "製品", ["4~9%増", "約2~7%の下落"]),
    ("NAND合约价格", "产品", ["4~9%上涨", "2~7%下跌"]),
    ("NAND 合約價預估", "產品", ["4~9% 上漲", "2~7% 下跌"]),
    ("NAND contract prices", "Product", ["4~9% increase", "2~7% decline"]),
]


@pytest.mark.parametrize(("title", "label", "cells"), TABLES, ids=[title for title, _, _ in TABLES])
def test_a_word_behind_the_size_gives_the_way(title: str, label: str, cells: list[str]) -> None:
    """Each cell goes the way that its own word says."""
    text = f"{title}\n\n| {label} | 3Q26 | 4Q26F |\n| eSSD | {cells[0]} | {cells[1]} |\n"
    claims = read_text(text, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == ["NAND price up 2026Q3 4..9 g", "NAND price down 2026Q4 2..7 g"]


SIGNED = [
    ("DRAM contract prices", "Product", ["41–44%", "(6%)"], ["up 2026Q3 41..44 g", "down 2026Q4 6..6 g"]),
    ("DRAM合约价涨跌幅", "产品", ["41~44%", "(2-6%)"], ["up 2026Q3 41..44 g", "down 2026Q4 2..6 g"]),
    ("D램 고정거래가격 변동률", "제품", ["0%", "약 +2~6%"], ["flat 2026Q3 .. g", "up 2026Q4 2..6 g"]),
    ("DRAM契約価格の変動率", "製品", ["-", "0~6%"], ["up 2026Q4 0..6 g"]),
    ("DRAM 合約價漲幅", "產品", ["0%", "-4~0%"], ["flat 2026Q3 .. g", "down 2026Q4 0..4 g"]),
    ("DRAM contract prices, decline", "Product", ["41~44%", "+6%"], ["down 2026Q3 41..44 g", "up 2026Q4 6..6 g"]),
]


@pytest.mark.parametrize(("title", "label", "cells", "expected"), SIGNED, ids=[title for title, *_ in SIGNED])
def test_signs_give_the_way(title: str, label: str, cells: list[str], expected: list[str]) -> None:
    """A fall may stand in brackets; a bare number is a rise where others have signs; nought is flat, a dash nothing."""
    text = f"{title}\n\n| {label} | 3Q26F | 4Q26F |\n| PC DRAM | {cells[0]} | {cells[1]} |\n"
    claims = read_text(text, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == [f"DRAM price {one}" for one in expected]


def describe(text: str, day: dt.date = DAY) -> list[str]:
    """Return the claims of a text in short: product, technology, segment, way, period, size, stance, basis, market."""
    claims = read_text(text, published_on=day).claims
    assert all(text[c.start : c.end] == c.quote for c in claims)
    return [
        " ".join(
            str(word)
            for word in (
                c.product, c.technology or "-", c.segment or "-", c.direction, c.period,
                f"{c.low_pct if c.low_pct is not None else ''}..{c.high_pct if c.high_pct is not None else ''}",
                c.stance[0], c.basis or "-", c.market or "-",
            )
        )
        for c in claims
    ]  # fmt: skip


def row(*cells: str) -> str:
    """Return a row of a web table; "2r:" or "3c:" before a cell's words makes it span rows or columns."""
    spans = {"r": "rowspan", "c": "colspan"}
    built = [f"<td {spans[c[1]]}={c[0]}>{c[3:]}</td>" if c[1:3] in ("r:", "c:") else f"<td>{c}</td>" for c in cells]
    return f"<tr>{''.join(built)}</tr>"


GRIDS = [
    ("a header of two rows",
     read_html("<h1>DRAM price forecast</h1><table>" + row("2r:Product", "2c:Contract price QoQ") + row("3Q26", "4Q26F")
               + row("Graphics DRAM", "up 21~26%", "down 4~9%") + "</table>"),
     ["DRAM - graphics up 2026Q3 21.0..26.0 g QoQ contract", "DRAM - graphics down 2026Q4 4.0..9.0 g QoQ contract"]),
    ("a label for two rows",
     read_html("<h1>4Q26 DRAM 合約價(QoQ)</h1><table>" + row("應用", "產品", "4Q26F")
               + row("2r:消費型", "DDR3", "季增 6~11%")
               + row("DDR4", "季減 1~6%") + row("伺服器", "DDR5", "持平") + "</table>"),
     ["DRAM DDR3 consumer up 2026Q4 6.0..11.0 g QoQ contract", "DRAM DDR4 consumer down 2026Q4 1.0..6.0 g QoQ contract",
      "DRAM DDR5 server flat 2026Q4 .. g QoQ contract"]),
    ("technologies in a cell",
     ("DRAM contract prices\n\n| Segment | 3Q26 | 4Q26F |\n|---|---|---|\n"
     "| Mobile DRAM | LPDDR4X: up 7~12%; LPDDR5X: mostly flat | LPDDR4X: down 2~7% LPDDR5X: up 3~8% |\n"
     "| Total DRAM | Conventional DRAM: up 9~14%; HBM Blended: up 10~15% | at least +6% |\n"),
     ["DRAM LPDDR4X mobile up 2026Q3 7.0..12.0 g - contract", "DRAM LPDDR5X mobile flat 2026Q3 .. g - contract",
      "DRAM LPDDR4X mobile down 2026Q4 2.0..7.0 g - contract", "DRAM LPDDR5X mobile up 2026Q4 3.0..8.0 g - contract",
      "DRAM - - up 2026Q3 9.0..14.0 g - contract", "HBM - - up 2026Q3 10.0..15.0 g - contract",
      "DRAM - - up 2026Q4 6.0.. g - contract"]),
    ("an empty first cell",
     "DRAM价格涨跌幅\n产品\t2026年第三季\t2026年第四季(预估)\n消费型DRAM\tDDR3:上涨6~11%\tDDR3:约略持平\n\tDDR4:上涨1~6%\tDDR4:下跌2~7%\n",
     ["DRAM DDR3 consumer up 2026Q3 6.0..11.0 g - -", "DRAM DDR3 consumer flat 2026Q4 .. g - -",
      "DRAM DDR4 consumer up 2026Q3 1.0..6.0 g - -", "DRAM DDR4 consumer down 2026Q4 2.0..7.0 g - -"]),
    ("prices of a month beside their change",
     ("Contract prices of DRAM and NAND, May 2026\n\n| Item | Average (US$) | Avg. Change (MoM) |\n|---|---|---|\n"
     "| DDR4 8Gb PC | 4.10 | +12.31% |\n| NAND 64Gb MLC | 3.33 | -3.2% |\n| NAND SLC 1Gb | 1.20 | 0.00% |\n"),
     ["DRAM DDR4 pc up 2026-05 12.31..12.31 a MoM contract", "NAND MLC - down 2026-05 3.2..3.2 a MoM contract",
      "NAND SLC - flat 2026-05 .. a MoM contract"]),
    ("the unit in the header",
     "DRAM contract prices\n\n| Product | 3Q26 price change, % | 4Q26F price change, % |\n| PC DRAM | 8~13 | -2.5 |\n",
     ["DRAM - pc up 2026Q3 8.0..13.0 g - contract", "DRAM - pc down 2026Q4 2.5..2.5 g - contract"]),
    ("periods at the left",
     "D램 고정거래가격 변동률(전분기 대비)\n\n| 분기 | 서버용 D램 | PC용 D램 |\n| 3Q26 | 7~12% | -5% |\n",
     ["DRAM - server up 2026Q3 7.0..12.0 g QoQ contract", "DRAM - pc down 2026Q3 5.0..5.0 g QoQ contract"]),
    ("two markets", "DRAM価格\n\n製品   3Q26大口価格   3Q26スポット価格\nPC向けDRAM   4~9%上昇   ほぼ横ばい\n",
     ["DRAM - pc up 2026Q3 4.0..9.0 g - contract", "DRAM - pc flat 2026Q3 .. g - spot"]),
    ("from flat", "NAND contract prices\n\n| Product | 4Q26F |\n| Client SSD | flat to up 5% |\n",
     ["NAND - pc up 2026Q4 0..5.0 g - contract"]),
    ("other quantities",
     "DRAM ranking, prices and revenue\n\n| Maker | Revenue 3Q26 | QoQ |\n| DRAM maker A | +6.1% | +6.1% |\n",
     []),
    ("levels", '{"price": [\n| date | DDR4 contract price 3Q26 | DDR5 |\n| 3Q26 | 3.20 | 5.10 |\n]}\n', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in GRIDS], ids=[one[0] for one in GRIDS])
def test_a_cell_is_of_its_row_and_its_column(text: str, expected: list[str]) -> None:
    """Labels, header and title say whose a cell's change is; a level, a share or a revenue is none."""
    assert describe(text) == expected


BESIDE = [
    ("时间 | LPDDR4X 合约均价 | 环比涨跌幅 | 备注", ["21元 | -9% | 需求弱", "26元 | +24% | AI"], "DRAM"),
    ("Quarter | eMMC contract price | QoQ change | Remarks", ["$21 | -9% | weak", "$26 | +24% | AI"], "NAND"),
    ("期間 | NOR 合約價 | 季增減 | 主因", ["$21 | -9% | 需求弱", "$26 | +24% | AI"], "NOR"),
    ("분기 | D램 고정거래가 | 전분기 대비 | 비고", ["$21 | -9% | 부진", "$26 | +24% | AI"], "DRAM"),
    ("四半期 | NAND契約価格 | 前期比 | 備考", ["21ドル | -9% | 低調", "26ドル | +24% | AI"], "NAND"),
]


@pytest.mark.parametrize(("header", "rows", "product"), BESIDE, ids=[header for header, *_ in BESIDE])
def test_changes_are_of_the_price_beside_them(header: str, rows: list[str], product: str) -> None:
    """A column of changes that names nothing itself is of the price that the column left of it gives."""
    text = f"| {header} |\n|---|---|---|---|\n| 2024 Q1 | {rows[0]} |\n| 2024 Q4 | {rows[1]} |\n"
    claims = read_text(text, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == [
        f"{product} price down 2024Q1 9..9",
        f"{product} price up 2024Q4 24..24",
    ]


@pytest.mark.parametrize("header", ["时间 | 公司营收 | 同比涨跌幅 | NAND价格", "时间 | NAND出货量 | 涨跌幅 | NAND报价"])
def test_changes_beside_another_quantity_are_none_of_price(header: str) -> None:
    """A column of changes beside revenue or shipments tells of no price."""
    text = f"| {header} |\n|---|---|---|---|\n| 2024 Q1 | 30 | -9% | 21元 |\n| 2024 Q4 | 40 | +24% | 26元 |\n"
    assert read_text(text, published_on=DAY).claims == ()


LEVELS = [
    "Server memory prices rose 70% in Q2 2026.\n| Product | Q1 2026 ($) | Q2 2026 ($) | QoQ |",
    "2026年二季度服务器内存价格上涨70%。\n| 产品 | 26Q1均价(美元) | 26Q2均价(美元) | 环比 |",
    "2Q26 서버 메모리 가격은 70% 상승했다.\n| 제품 | 1Q26(달러) | 2Q26(달러) | 전분기 대비 |",
    "2Q26のサーバー向けメモリ価格は70%上昇した。\n| 製品 | 1Q26(ドル) | 2Q26(ドル) | 前期比 |",
    "Memory prices rose 70% in Q2 2026.\n| Product | 1Q26 | 2Q26 | QoQ |",
    "Memory prices and change (%)\n| Product | 2Q26 (US$) | 1Q26 (US$) | QoQ change (%) |",
]


@pytest.mark.parametrize("head", LEVELS)
def test_levels_are_no_sizes(head: str) -> None:
    """Bare numbers below money, or beside a column of changes, are prices; the change is of the latest of them."""
    text = f"{head}\n|---|---|---|---|\n| DDR5 RDIMM | 310 | 527 | +70% |\n| LPDDR5X | 31 | 28 | -9.7% |\n"
    told = [c for c in read_text(text, published_on=DAY).claims if c.technology]
    assert [write_claim(claim) for claim in told] == ["DRAM price up 2026Q2 70..70", "DRAM price down 2026Q2 9.7..9.7"]


LAID_OUT = [
    ("two columns of changes",
     ("NAND contract prices\n| Product | 1Q26 ($) | 2Q26 ($) | QoQ | 3Q26 (F) QoQ |\n|---|---|---|---|---|\n"
      "| eSSD | 120 | 150 | +25% | +8% |\n"),
     ["NAND - server up 2026Q2 25.0..25.0 a QoQ contract", "NAND - server up 2026Q3 8.0..8.0 g QoQ contract"]),
    ("a row that goes on below its label, by spaces",
     ("DRAM contract price outlook\n"
      "                  2Q26            3Q26F\n"
      "Mobile DRAM       LPDDR4X: up 31~36%  LPDDR4X: flat\n"
      "                  LPDDR5X: up 22~27%  LPDDR5X: down 3~8%\n"),
     ["DRAM LPDDR4X mobile up 2026Q2 31.0..36.0 a - contract", "DRAM LPDDR4X mobile flat 2026Q3 .. g - contract",
      "DRAM LPDDR5X mobile up 2026Q2 22.0..27.0 a - contract",
      "DRAM LPDDR5X mobile down 2026Q3 3.0..8.0 g - contract"]),
    ("the same below a header with a corner",
     ("消費型 DRAM 合約價\n"
      "產品        2Q26       3Q26F\n"
      "消費型DRAM    DDR3:季增31~36%   DDR3:持平\n"
      "            DDR4:季增22~27%   DDR4:季減3~8%\n"),
     ["DRAM DDR3 consumer up 2026Q2 31.0..36.0 a QoQ contract", "DRAM DDR3 consumer flat 2026Q3 .. g - contract",
      "DRAM DDR4 consumer up 2026Q2 22.0..27.0 a QoQ contract",
      "DRAM DDR4 consumer down 2026Q3 3.0..8.0 g QoQ contract"]),
    ("values parted by commas",
     "NAND contract prices\nProduct,2Q26,3Q26F\nEnterprise SSD,up 33-38%,up 4-9%\nClient SSD,up 21-26%,flat\n",
     ["NAND - server up 2026Q2 33.0..38.0 a - contract", "NAND - server up 2026Q3 4.0..9.0 g - contract",
      "NAND - pc up 2026Q2 21.0..26.0 a - contract", "NAND - pc flat 2026Q3 .. g - contract"]),
    ("the same in Chinese", "DRAM合約價預估\n產品,2Q26,3Q26(F)\n伺服器DRAM,季增 33~38%,季減 4~9%\n",
     ["DRAM - server up 2026Q2 33.0..38.0 a QoQ contract", "DRAM - server down 2026Q3 4.0..9.0 g QoQ contract"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in LAID_OUT], ids=[one[0] for one in LAID_OUT])
def test_each_value_stands_in_its_column(text: str, expected: list[str]) -> None:
    """Columns of changes, rows without their label and values parted by commas keep row and period."""
    assert describe(text) == expected


def test_lines_of_prose_with_commas_are_no_table() -> None:
    """What commas part in sentences is read as sentences."""
    text = "DRAM contract prices,3Q26\nDDR4 prices rose 5%,DDR5 prices fell 3%\n"
    assert not [c for c in read_text(text, published_on=DAY).claims if c.rule == "table row"]
