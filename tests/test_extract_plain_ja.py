"""Japanese changes that are none by what stands beside them, forecasts once held, the periods of causes, stocks."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # what had been expected, and what is expected now
    ("今年のDDR4価格は2割上がると言われていた。だが、今では4割の上昇が見込まれている。",
     ["DRAM price up 2026 40..40 g"]),
    ("DRAM価格は6月に上昇が期待されたものの、5%下がった。", ["DRAM price down 2026-06 5..5"]),
    ("A社はDDR4の量産終了を予定していたが、1年延長した。", []),
    ("DRAM価格は以前10%下がると予測していたが、今回は20%の下落を見込む。", ["DRAM price down - 20..20 g"]),
    ("NANDの価格は5%上昇すると予想されている。", ["NAND price up - 5..5 g"]),
    # conditions that only say how one looks, or that what is told next does not hang on
    ("来年を通しで見た場合、DRAMの契約価格は20%上昇する可能性がある。", ["DRAM price up 2027 20..20 g h"]),
    ("DRAMの価格が戻るのは生産が減った場合のみとしており、足元の価格は5%下落した。", ["DRAM price down - 5..5"]),
    ("DRAMの生産が減った場合、価格は5%上昇する。", []),
    # what differs, what is so as a rule, what only seems so, what is asked
    ("DRAMの価格上昇幅は、メーカーによって異なる。", []),
    ("メモリは値段が下がるのが当たり前だった。", []),
    ("メモリー不足でパソコンが作れないかのような話が広がる。", []),
    ("いつDRAMの価格が下がるかについて分析した。", []),
    ("どれ程のDRAMの値上がりが起きているのかを調べた。", []),
    ("いつになくDRAMの価格が上がった。", ["DRAM price up - .."]),
    # turnovers, levels of output, devices, other pressures, circumstances
    ("メモリーの価格ではなく市場全体が前年比20%減の900億ドルとなった。", []),
    ("台湾のNAND生産は少ない。", []),
    ("NANDの供給は少ない。", ["NAND supply tight - .."]),
    ("メモリーを搭載する上位機種の生産を増やしている。", []),
    ("NANDを搭載した製品の需要が増えている。", []),
    ("NANDの販売単価は下落する。出荷量についても下押し圧力が続く。", ["NAND price down - .."]),
    ("NANDの価格には下押し圧力がかかっている。", ["NAND price down - .."]),
    ("DRAMは供給不足で、その状況は前月よりも悪化している。", ["DRAM supply tight - .."]),
    # what describes the next noun
    ("2024年から下落の一途をたどったDRAM価格は、2026年6月に5%上がった。",
     ["DRAM price down 2024 ..", "DRAM price up 2026-06 5..5"]),
    ("半導体大手の幹部によると、高騰が続くNANDの価格は4〜6月に落ち着いた。",
     ["NAND price up - ..", "NAND price flat 2026Q2 .."]),
    # periods: quarters with a stroke, "since" a quarter, the running one, years within, the same as another
    ("NAND価格は2四半期(2026年第1/第2四半期)続けて下落した。",
     ["NAND price down 2026Q1 ..", "NAND price down 2026Q2 .."]),
    ("DRAM価格は2025年第4四半期より下落を開始した。", ["DRAM price down 2025Q4 .."]),
    ("NAND価格は2026年第1四半期より反発が始まった。", ["NAND price up 2026Q1 .."]),
    ("NAND価格は第1四半期より5%下落した。", ["NAND price down - 5..5"]),
    ("この四半期にNANDの平均価格は5%上がった。", ["NAND price up 2026Q3 5..5"]),
    ("25年中はDRAMの需要低迷が続いた。", ["DRAM demand down 2025 .."]),
    ("DRAMの契約価格は2026年第2四半期も2026年第1四半期と同程度の値上げとなった。", ["DRAM price up 2026Q2 .."]),
    # a present cause of a forecast has no period; what rises now does not rise next year
    ("10〜12月期のNANDの契約価格は、需要が鈍化しているため、5%下落する見込みだ。",
     ["NAND demand down - ..", "NAND price down 2026Q4 5..5 g"]),
    ("あらゆる地域でDRAMの価格が急上昇中 & A社は来年第2四半期に5%の上昇を見込む",
     ["DRAM price up - ..", "DRAM price up 2027Q2 5..5 g"]),
    # the past told by what a noun of change did; from nothing to five
    ("2月はDDR4の値下がりが顕著だった。", ["DRAM price down 2026-02 .."]),
    ("NANDの契約価格は10〜12月期に横ばいから5%ほど低下する見通しだ。", ["NAND price down 2026Q4 0..5 g"]),
    ("過去3年間でDRAM価格は上昇した。", ["DRAM price up - .."]),
    # until when a change lasted that another followed
    ("昨年8月まで下落が続いていたメモリーの価格は、2025年9月に反転を始めた。",
     ["MEMORY price down 2025-08 ..", "MEMORY price up 2025-09 .."]),
    # one word of what is told of several products, each with a change of its own
    ("2026年のビット供給量は、DRAMが減少、NANDは5%の拡大にとどまる。",
     ["DRAM supply down 2026 ..", "NAND supply up 2026 5..5"]),
    # products named after a price, where nothing else was; those that only do the same, or less
    ("どの用途でも販売単価が上がっており、NAND市場の強さを裏付けている。", ["NAND price up - .."]),
    ("NANDの価格は安定していた。だが、これもDRAM同様、4月から上昇に転じた。",
     ["NAND price flat - ..", "NAND price up 2026-04 .."]),
    ("NORは、NANDやDRAM以上に需給がひっ迫している。", ["NOR supply tight - .."]),
    # shortages told by what does not keep up, prices by what goes on
    ("NANDの生産が需要に追いつかず値上がりした。", ["NAND supply tight - ..", "NAND price up - .."]),
    ("HBM需要でメモリー不足が深刻になっている。", ["HBM demand up - ..", "MEMORY supply tight - .."]),
    ("DRAM、下げ続く", ["DRAM price down - .."]),
    ("DRAMの出荷比率は5割を超え、一方でフラッシュメモリは高騰に転じた。", ["NAND price up - .."]),
    ("本当にDDR5の価格は下がり出しているのでしょうか。", []),
    # sizes of several periods or products, each with its own
    ("DRAMは2026年第2四半期に20%、第3四半期に10%値上がりする見込みだ。",
     ["DRAM price up 2026Q2 20..20 g", "DRAM price up 2026Q3 10..10 g"]),
    ("DRAMは4〜6月に2割、NANDは1〜3月に1割値上がりした。",
     ["DRAM price up 2026Q2 20..20", "NAND price up 2026Q1 10..10"]),
    # multiples of what a price was then, but not of another's
    ("足元のDRAM価格は半年前の2倍だ。", ["DRAM price up - .."]),
    ("足元のDRAM価格は昨年末の3倍だ。", ["DRAM price up - .."]),
    ("DDR5の価格はDDR4の2倍だ。", []),
    # an excess that is worked off, and one that is not
    ("NANDの過剰在庫が解消された。", []),
    ("NANDの過剰在庫がなお残る。", ["NAND inventory loose - .."]),
    # stocks by how long they last
    ("PC用DRAMの買い手は3週間分の在庫しか持っていない。", ["DRAM inventory tight - .."]),
    ("DRAMの買い手は3週間分の在庫を持っている。", []),
    # names: brackets round a kind of memory, several products behind one price
    ("モバイル向け(LPDDR)DRAMの価格が第4四半期に5%上昇する見込みだ。", ["DRAM price up 2026Q4 5..5 g"]),
    ("メモリーの平均販売単価はDRAMが8%、NANDが5%、それぞれ上昇した。",
     ["DRAM price up - 8..8", "NAND price up - 5..5"]),
    ("DDR4の価格は3割上がっており、調査会社の報道どおり、年内には5割の上昇も見込まれる。",
     ["DRAM price up - 30..30", "DRAM price up 2026 50..50 g"]),
    # a line broken at a particle goes on
    ("半導体大手の主力であるDRAMとNANDの価格が\n当面下がると予想されるためだ。",
     ["DRAM price down - .. g", "NAND price down - .. g"]),
    ("市況の先行きを占うDRAMの需要は\n前年に比べ大きく伸びた。", ["DRAM demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
