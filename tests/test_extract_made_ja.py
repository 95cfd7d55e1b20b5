"""Japanese general goods, output raised, prices that go on rising, and supply that only seems to be told of."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # general goods are those of the product before them
    ("SDカードなど汎用品の需要が落ち込んだ。", ["NAND demand down - .."]),
    ("NANDの汎用品の価格は5%下がった。", ["NAND price down - 5..5"]),
    ("汎用品(DDR4 8Gb)の価格は3ドルに上昇した。", ["DRAM price up - .."]),
    ("メモリーカード向けNAND汎用品(256Gb TLC)の7月の価格は4ドルで、前月比8%上昇した。",
     ["NAND price up 2026-07 8..8"]),
    ("USBメモリー向けの汎用品は値下がりした。", ["NAND price down - .."]),
    ("DRAMの汎用品の大口価格が上がった。", ["DRAM price up - .."]),
    ("HBMに生産を移したため、汎用品の供給が減った。", ["DRAM supply down - .."]),
    # a change that goes on
    ("値上がりが続くDRAM市場で品薄が加速した。", ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("NANDは1年以上、上昇を続けている。", ["NAND price up - .."]),
    ("DRAMの上昇を続けているのは珍しい。", ["DRAM price up - .."]),
    ("NAND市況は回復し、価格上昇基調は継続している。", ["NAND price up - .."]),
    ("値下がりの続くSSD市場で、在庫も増えた。", ["NAND price down - ..", "NAND inventory up - .."]),
    ("高騰が続くメモリー相場は7月に一段高となった。", ["MEMORY price up 2026-07 .."]),
    ("品薄が続くDDR5だが、入荷は増えた。", ["DRAM supply tight - ..", "DRAM supply up - .."]),
    ("値上がりが続く食品に比べ、DRAMは安い。", []),
    ("キオクシアの株価は上昇を続けている。NANDの会社だ。", []),
    # a rise as what acts
    ("DRAMやSSDの高騰は、パソコンの原価を押し上げる要因だ。", ["DRAM price up - ..", "NAND price up - .."]),
    ("メモリの高騰は自作派を悩ませている。", ["MEMORY price up - .."]),
    ("PCに使うDRAMの値上がりは、メーカーの利益を圧迫する。", ["DRAM price up - .."]),
    ("NANDの値下がりはSSDの普及を後押しした。", ["NAND price down - .."]),
    ("DRAMの高騰が招く影響を調べた。", ["DRAM price up - .."]),
    ("DRAM価格低下の影響で売上高は減った。", ["DRAM price down - .."]),
    ("DRAMの高騰は起きていない。", ["DRAM price up - .. n"]),
    # no supply, though its words are there
    ("メモリ各社は余るほどDRAMを作っていない。", []),
    ("NANDは余るほど作っていない。", []),
    ("減産しても、NANDが深刻な品不足に陥ることはない。", ["NAND supply tight - .. n"]),
    ("生産を調整しても、DRAMは供給過剰にはなりません。", ["DRAM supply loose - .. n"]),
    ("DRAMの需給バランスの均衡が崩れる恐れがある。", []),
    ("需要と供給のバランスが崩れ、NANDの価格が下落した。", ["NAND price down - .."]),
    ("需給のバランスが崩れてDRAMが値上がりした。", ["DRAM price up - .."]),
    ("2005年頃、512MBのメモリは5000円では買えなかった。", []),
    ("当時のSSDは1万円では手に入らなかった。", []),
    ("DDR5はどの店でも手に入らない。", ["DRAM supply tight - .."]),
    ("パソコン工場の生産停止でDRAMの需要が落ちた。", ["DRAM demand down - .."]),
    ("スマホ用部品の生産に注力したため、PC用メモリが高騰した。", ["DRAM price up - .."]),
    ("サムスンはHBMの生産に注力している。", []),
    ("メモリー不足ではなく、販売の急増が受注停止の理由だ。", []),
    # output that is raised
    ("SKハイニックスは本社工場でのDRAM生産を増強する。", ["DRAM supply up - .. g"]),
    ("各社は利益率の高いHBMの増産を最優先させた。", ["HBM supply up - .."]),
    ("マイクロンはNANDの増産を急いでいる。", ["NAND supply up - .."]),
    ("キオクシアはNANDの生産能力を増強した。", []),
    ("サムスンはHBMの増産に踏み切った。", ["HBM supply up - .."]),
    ("DRAMの増産を見送った。", []),
    ("台湾勢はDRAMの増産に転じた。", ["DRAM supply up - .."]),
    # both of two products
    ("DRAM、NANDともウエハー投入を5%削減する。", ["DRAM supply down - 5..5 g", "NAND supply down - 5..5 g"]),
    ("DDR4、DDR5共に価格が8000円まで下落した。", ["DRAM price down - ..", "DRAM price down - .."]),
    ("DRAM、SSDとも値上がりした。", ["DRAM price up - ..", "NAND price up - .."]),
    ("DRAM・NANDともに在庫が減った。", ["DRAM inventory down - ..", "NAND inventory down - .."]),
    ("SLC・MLC NANDは4割上昇した。", ["NAND price up - 40..40", "NAND price up - 40..40"]),
    ("HBM広帯域メモリ、汎用DRAM、大容量NANDの需要が増加した。",
     ["HBM demand up - ..", "DRAM demand up - ..", "NAND demand up - .."]),
    ("メモリとSSDを中心に急激な値上がりに見舞われた。", ["DRAM price up - ..", "NAND price up - .."]),
    # trends and multiples
    ("DDR5の高騰トレンドは、来年まで続く可能性が高い。", ["DRAM price up 2027 .. g h"]),
    ("DRAMの値上がりが異常事態に", ["DRAM price up - .."]),
    ("SSDの価格が高くなってきている", ["NAND price up - .."]),
    ("メモリの価格が安くなってきた。", ["MEMORY price down - .."]),
    ("DRAMの値上がりが深刻に", ["DRAM price up - .."]),
    ("DDR4は約3.4倍の9000円台にまで高騰した。", ["DRAM price up - 240..240"]),
    ("NANDの上昇率を10%から20%へ引き上げた。", ["NAND price up - 20..20"]),
    ("DRAMのスポット価格は1.5ドルまで回復しているという。", ["DRAM price up - .."]),
    ("DDR5は一年で80%以上も下落したという。", ["DRAM price down - 80.."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
