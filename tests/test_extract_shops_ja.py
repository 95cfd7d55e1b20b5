"""Japanese of shops, agencies and readers: computer memory, stocks told by an adjective, changes of something else."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # the working memory of a computer is DRAM, memory of a server or of a company is memory at large
    ("メインメモリーの価格が上昇している。", ["DRAM price up - .."]),
    ("パソコン用のメモリーは値上がりした。", ["DRAM price up - .."]),
    ("ノートPC向けメモリの価格は10%下がった。", ["DRAM price down - 10..10"]),
    ("グラフィックメモリーの需要が増えている。", ["DRAM demand up - .."]),
    ("32GBメモリーの2枚組は3万円を超えた。", ["DRAM price up - .."]),
    ("メモリとSSDが値上がりしている。", ["DRAM price up - ..", "NAND price up - .."]),
    ("SSDやメモリーの価格が下がった。", ["DRAM price down - ..", "NAND price down - .."]),
    ("メモリやNAND型フラッシュの価格が下がった。", ["MEMORY price down - ..", "NAND price down - .."]),
    ("サーバー向けメモリーの価格が上がった。", ["MEMORY price up - .."]),
    ("半導体メモリーの価格が上がった。", ["MEMORY price up - .."]),
    ("「NOR型」フラッシュメモリーの需要が伸びている。", ["NOR demand up - .."]),
    # segments joined by "and" in its written forms
    ("サーバおよびグラフィックス向けDRAMの需要が高まっている。", ["DRAM demand up - ..", "DRAM demand up - .."]),
    ("PC及びデータセンター向けのSSD需要が増加した。", ["NAND demand up - ..", "NAND demand up - .."]),
    # stocks told by an adjective
    ("DRAMの購入者は高レベルの在庫を抱える。", ["DRAM inventory loose - .."]),
    ("NANDメーカー各社は大量の在庫を抱えている。", ["NAND inventory loose - .."]),
    ("DRAMは市場に十分な在庫がある。", ["DRAM inventory loose - .."]),
    ("DRAMの在庫レベルは通常の2倍に達している。", ["DRAM inventory loose - .."]),
    ("NANDの買い手は在庫の拡充を進めている。", ["NAND inventory up - .."]),
    # demand that comes about or is held back, supply that does not suffice or is steady
    ("新製品によりDRAMの需要が生み出される。", ["DRAM demand up - .."]),
    ("データセンター各社はDRAMの購入を減速させている。", ["DRAM demand down - .."]),
    ("NANDは十分な供給をできていない。", ["NAND supply tight - .."]),
    ("メーカーはDRAMの需要にすぐには対応できない。", ["DRAM supply tight - .."]),
    ("グラフィックスDRAMは供給が安定しており、価格は5%の下落で落ち着く見込みだ。",
     ["DRAM supply balanced - ..", "DRAM price down - 5..5 g"]),
    ("高騰していたNANDの価格が4〜6月に落ち着いた。", ["NAND price flat 2026Q2 .."]),
    # turns, multiples
    ("DRAMの価格下落が反転するのは来年後半だ。", ["DRAM price up 2027H2 .. g"]),
    ("NANDの値上がりは反転した。", ["NAND price down - .."]),
    ("DDR4のスポット価格は1年前の約5倍に達した。", ["DRAM price up - 400..400"]),
    ("DRAMの在庫日数が短くなっている。", ["DRAM inventory down - .."]),
    ("NANDの在庫は過去最高の水準だ。", ["NAND inventory loose - .."]),
    ("需要の減速を背景に、SSDの価格は10〜12月に5%下がると予測される。",
     ["NAND demand down 2026Q4 .. g", "NAND price down 2026Q4 5..5 g"]),
    ("第2四半期は閑散期だが、DRAMの価格は横ばいを維持した。", ["DRAM price flat 2026Q2 .."]),
    # who says what firmly, and what is only guessed
    ("TrendForceはNANDの価格が7〜9月期に5%下がるとの見方を示した。", ["NAND price down 2026Q3 5..5 g"]),
    ("SSDの値段が上がるかも。", ["NAND price up - .. g h"]),
    ("DRAM価格の上昇が続くのではないか。", ["DRAM price up - .. g h"]),
    ("NORの価格は今後も横ばい、もしくは年末に小幅に上昇する可能性がある。",
     ["NOR price flat - .. g h", "NOR price up 2026 .. g h"]),
    ("新規参入が市場に影響を与える可能性があるとし、10〜12月のDRAM価格は5%下落すると予測した。",
     ["DRAM price down 2026Q4 5..5 g h"]),
    ("DRAM価格の下落は当社の業績に影響を与える可能性があります。", []),
    ("景気の減速懸念を受け、DRAMの価格が下落した。", ["DRAM price down - .."]),
    ("DRAMの価格が下落する懸念がある。", ["DRAM price down - .. h"]),
    ("A社はメモリ製品の価格を10%引き上げることを明らかにした。", ["MEMORY price up - 10..10 g"]),
    ("メモリーの価格上昇を背景に、A社は売上高見通しを引き上げた。", ["MEMORY price up - .."]),
    ("大手は業界全体でメモリー不足が深刻化しているとの見方を示した。", ["MEMORY supply tight - .."]),
    # no change of memory's
    ("メーカーはDRAMの販売価格を引き上げる交渉に入った。", []),
    ("メモリ16GB・SSD512GBのモデルが値下げされた。", []),
    ("DRAMの充足率は80%から110%に上昇した。", []),
    ("SSDの採用率は5%から10%に上昇した。", []),
    ("NANDの値段の上昇で、サーバの販売数量は5%減少した。", ["NAND price up - .."]),
    ("供給側の目からは、業界を上げてNANDの微細化が進む。", []),
    ("NANDへの影響も限定的であると見られる。", []),
    ("DRAM価格の値動きも鈍化している。", []),
    ("DRAM在庫が増加しており、来年上半期の季節的な弱さを考慮した。", ["DRAM inventory up - .."]),
    ("DRAMは在宅需要の一服で値下がりした。", ["DRAM price down - .."]),
    ("メモリ価格は上昇したが、iPhone 18の価格を据え置く方針だ。", ["MEMORY price up - .."]),
    ("DRAMの長期契約が進む中、投資判断は「買い」に据え置かれた。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("NAND価格は第3四半期に同8〜13%下落する見通しだ。", ["QoQ"]),
        ("5月のDRAM価格は同8%の下落となった。", ["MoM"]),
        ("DRAM価格は前四半期比で13%の下落、NAND価格は同8%の下落となった。", ["QoQ", "QoQ"]),
        ("DRAM価格は前年同期比で13%の下落、NAND価格は同8%の下落となった。", ["YoY", "YoY"]),
        ("NAND価格は8%下落した。", [None]),
    ],
)
def test_the_same_basis_is_that_told_before(sentence: str, expected: list[str | None]) -> None:
    """The word 同 ("the same") before a size is the basis told before, else the period before of the same length."""
    claims = read_text(sentence, published_on=DAY, issuer="industry").claims
    assert [claim.basis for claim in claims] == expected
