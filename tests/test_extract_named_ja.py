"""Japanese claims whose product is named by an apposition, a specification, its reading or beside other goods."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # a kind of memory named in quotes, brackets or as one of several
    ("AIサーバー向けの高速メモリ「HBM」の需要が急増している。", ["HBM demand up - .."]),
    ("超高速メモリー「HBM(広帯域メモリー)」の価格は上昇した。", ["HBM price up - .."]),
    ("DRAMの一種であるHBMの需要が伸びた。", ["HBM demand up - .."]),
    ("DRAMの一つ、広帯域メモリー(HBM)が不足している。", ["HBM supply tight - .."]),
    ("半導体メモリーの一種であるNOR型フラッシュの価格が下落した。", ["NOR price down - .."]),
    ("半導体メモリーの代表品種であるDRAMの大口価格が上がった。", ["DRAM price up - .."]),
    ("記憶用半導体「NANDフラッシュ」の需要が低迷している。", ["NAND demand down - .."]),
    ("長期記憶に使う半導体メモリー、NANDの大口価格は2%下がった。", ["NAND price down - 2..2"]),
    ("次世代メモリ「LPDDR6」の価格は高い。", []),
    ("メモリーとHBMの需要が急増した。", ["MEMORY demand up - ..", "HBM demand up - .."]),
    # the reading of a name in brackets
    ("NOR(ノア)型フラッシュメモリーの価格が一段と上昇した。", ["NOR price up - .."]),
    ("「NOR型」メモリーの大口価格は1割ほど高い。", ["NOR price up - 10..10"]),
    ("データの格納に使う「NOR(ノア)型」フラッシュの値下がりが続く。", ["NOR price down - .."]),
    ("NAND(ナンド)型フラッシュメモリーの価格が下落した。", ["NAND price down - .."]),
    ("DRAM(ディーラム)の価格が上昇した。", ["DRAM price up - .."]),
    ("NOR型メモリー、供給減で品薄", ["NOR supply tight - ..", "NOR supply down - .."]),
    # memory of a specification
    ("DDR4規格のメモリ価格が上がり始めた。", ["DRAM price up - .."]),
    ("DDR5対応メモリの値下がりが続いている。", ["DRAM price down - .."]),
    ("DDR5規格のメモリーは半年で2倍に高騰した。", ["DRAM price up - 100..100"]),
    ("DDR3タイプのメモリの価格は横ばいだ。", ["DRAM price flat - .."]),
    ("DDR4世代のメモリー価格は3割下落した。", ["DRAM price down - 30..30"]),
    ("DDR5のメモリモジュールが品薄だ。", ["DRAM supply tight - .."]),
    ("DDR4(旧規格)のメモリ価格が上昇した。", ["DRAM price up - .."]),
    # RAM as DRAM
    ("大容量RAMの需要が急増している。", ["DRAM demand up - .."]),
    ("RAMの価格が3倍になった。", ["DRAM price up - 200..200"]),
    ("RAM不足でPCの値上げが相次ぐ。", ["DRAM supply tight - .."]),
    ("消費者向けRAMが不足している。", ["DRAM supply tight - .."]),
    ("RAM 16GBのモデルは値上げされた。", []),
    # what tests or makes memory is no memory
    ("メモリ・テスタの受注は前期比3割増となった。", []),
    ("メモリーテスターの需要が急増している。", []),
    ("メモリ用試験装置の需要は回復した。", []),
    ("DRAM向けテスタの受注が好調だった。", []),
    ("メモリ半導体用の検査装置の需要が落ち込んだ。", []),
    ("NAND向け製造装置の需要は減少した。", []),
    ("メモリー向け洗浄装置の売り上げが伸びた。", []),
    ("メモリ向けプローブカードの需要が増えた。", []),
    ("テスターの需要は落ちたが、DRAMの需要は増えた。", ["DRAM demand up - .."]),
    # another product beside it
    ("減益の要因はNANDの値下がり、システムLSIの需要減だ。", ["NAND price down - .."]),
    ("メモリーの価格下落とロジック半導体の需要減が響いた。", ["MEMORY price down - .."]),
    ("NAND価格は下がり、イメージセンサーの需要は増えた。", ["NAND price down - .."]),
    ("メモリー向けのシリコンウエハーの出荷が減少した。", []),
    ("ウエハーのスポット価格は値上げで決着した。DRAM向けは堅調だ。", []),
    ("DRAM需要は増え、アナログ半導体の需要は減った。", ["DRAM demand up - .."]),
    # unlike another product
    ("HDDはメモリーのような値上がりはしていない。", []),
    ("HBMは汎用DRAMのように値下がりしていない。", ["HBM price down - .. n"]),
    ("NANDはDRAMほど値上がりしていない。", ["NAND price up - .. n"]),
    # two products at once
    ("DRAMとNANDの市況が悪化している。来年は価格が一段と下落する見通しだ。",
     ["DRAM price down 2027 .. g", "NAND price down 2027 .. g"]),
    # shares, not memory
    ("キオクシアの株価は、前日の終値から3%の値上がりとなった。NANDの需給が注目される。", []),
    ("メモリー株が急騰した。", []),
    ("マイクロン株は、メモリー高を背景に5%上昇した。", ["MEMORY price up - .."]),
    ("メモリー関連はPERの上限を突破し上昇している。", []),
    ("NAND需給の変化が評価され、当日の株価は一時1万円まで上昇し、約500円の値上がりとなった。", []),
    ("DRAM価格の上昇を受け、SKハイニックスの株価が下落した。", ["DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
