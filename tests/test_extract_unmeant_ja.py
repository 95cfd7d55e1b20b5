"""Japanese changes that are only aimed at, denied, guarded against or valued, and states told by other words."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # aims and wishes
    ("メーカーはDRAMの生産拡大目標を見直した。", []),
    ("当社はNANDの生産拡大を通じて成長を図る。", []),
    ("スマホ各社「価格は維持したい」と語る。メモリの供給は足りない。", ["MEMORY supply tight - .."]),
    ("各社はNANDの価格の安定化と利益の回復を目的に減産を続ける。", ["NAND supply down - .."]),
    ("DRAM各社は値上げ姿勢を崩していない。", []),
    # how dear, and what is valued or negotiated
    ("メモリーは他の部品に比べ割高なのが悩みだ。", []),
    ("DRAMの売上予想値は去年より30%増の500億ドルだ。", []),
    ("DRAMの価格は半月で3倍になり、高値を維持する。", ["DRAM price up - 200..200"]),
    # what it is not, what it turns from, what one guards against, what grows with another thing
    ("NANDの値上げではなく減産が議題だ。", ["NAND supply down - .."]),
    ("DRAMは余剰から深刻な不足へと転じた。", ["DRAM supply tight - .."]),
    ("DRAM価格の下落に対するヘッジを検討する。", []),
    ("DRAMが急に高騰したとしても契約は残る。", []),
    ("投資が増えるほどメモリ需要も拡大する構図だ。", []),
    ("モバイルDRAMの逼迫は当分緩和されそうにない。", ["DRAM supply tight - .. g"]),
    ("AI需要の急増を背景に、メモリー価格が高騰した。", ["MEMORY price up - .."]),
    ("HBMはAI需要の急増で足りない。", ["HBM supply tight - ..", "HBM demand up - .."]),
    # of other goods
    ("グラフィックカード需要の減少でGDDR6の価格は下がった。", ["DRAM price down - .."]),
    ("DRAMが不足しているが、iPhoneの開始価格は据え置かれる。", ["DRAM supply tight - .."]),
    # states told by other words
    ("DRAM各社はモジュールメーカーへの供給を引き締めている。", ["DRAM supply tight - .."]),
    ("DRAMの割り当ても7割に制限された。", ["DRAM supply tight - .."]),
    ("NANDの価格改善で利益が伸びた。", ["NAND price up - .."]),
    ("NANDの需要は年20%の成長を続ける。", ["NAND demand up - 20..20"]),
    ("DRAM各社の在庫レベルは抑えられている。", ["DRAM inventory tight - .."]),
    ("NANDは世界的な需給不均衡の中で値上がりした。", ["NAND price up - .."]),
    ("DRAM価格、ついに3ドル崩壊", ["DRAM price down - .."]),
    ("DDR5メモリ：1年で価格が「3倍」に", ["DRAM price up - 200..200"]),
    # supply that falls and becomes dear, a cause within what is told of demand
    ("DRAMの供給が減り高騰する。", ["DRAM supply down - ..", "DRAM price up - .."]),
    # conditions and rules that only name a topic
    ("第4四半期のDRAMの契約価格は5〜10%の上昇（HBMを除いた場合は3〜8%の上昇）と予測される。",
     ["DRAM price up 2026Q4 3..8 g", "DRAM price up 2026Q4 5..10 g"]),
    ("例年の閑散期だが、DRAMの供給は限られ、契約価格は上昇している。",
     ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("例年1〜3月はDRAMの価格が下がる。", []),
    ("DRAMの値上がりが各地で見られる。", ["DRAM price up - .."]),
    ("DRAMは値上がりすると見られる。", ["DRAM price up - .. g"]),
    # which memory: kinds in brackets behind memory at large, what a product is in brackets, makers, wafers, cards
    ("半導体メモリー（DRAM・フラッシュメモリー）の価格が急騰した。", ["DRAM price up - ..", "NAND price up - .."]),
    ("DRAM（主記憶）やNANDの価格が上がり始めた。", ["DRAM price up - ..", "NAND price up - .."]),
    ("NANDのウエハー価格は前月比12%上昇した。", ["NAND price up - 12..12"]),
    ("SDカードの価格が2倍に高騰した。", ["NAND price up - 100..100"]),
    ("ゲーム機が積む12GBのRAM調達コストは3割上昇した。", ["DRAM price up - 30..30"]),
    # whose supply: the products of what it led to, or the list told of just before
    ("需要が供給を大きく上回るので、DRAM、NAND、HBMの価格は上昇している。",
     ["DRAM price up - ..", "DRAM supply tight - ..", "HBM price up - ..", "HBM supply tight - ..",
      "NAND price up - ..", "NAND supply tight - .."]),
    ("広帯域メモリーや先端DRAMの需要が増加し、供給が追い付いていない。",
     ["DRAM demand up - ..", "DRAM supply tight - ..", "HBM demand up - ..", "HBM supply tight - .."]),
    # wishes, who buys up, low rates, shares
    ("「NANDを増産してほしい」と願う声がある。", []),
    ("スマホ大手がDRAMを買い占めている。", []),
    ("NAND全体の伸び率は前より低い。", []),
    ("フラッシュ大手の株価は5%上昇し、史上最高値を記録した。", []),
    ("パソコンに内蔵されるメモリーの価格が急騰した。", ["DRAM price up - .."]),
    # a buyer raises what it sells
    ("DRAM価格の高騰が続く。レノボやデルが15%規模の値上げに踏み切る。", ["DRAM price up - .."]),
    ("DRAM価格の高騰が続く。サムスンは15%の値上げに踏み切る。", ["DRAM price up - ..", "DRAM price up - 15..15"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
