"""What else than memory is short or dearer in Japanese, and shortages and demand told by other verbs."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # hands, power and ports that are short
    ("DRAM工場では技術者不足が深刻だ。", []),
    ("NANDメーカーはエンジニア不足に悩んでいる。", []),
    ("HBM需要を背景に人材の奪い合いが続く。", []),
    ("電源コネクタが足りないので、SSDは1本しか使えない。", []),
    ("人手不足の工場が多く、DRAMも不足している。", ["DRAM supply tight - .."]),
    # funds, listings and devices, whose prices are their own
    ("メモリETF（DRAM）は高値から2割下落した。", []),
    ("上場したDRAM大手の初日の終値は9%上昇した。", []),
    ("メモリ不足が電子機器の価格上昇を招いている。", ["MEMORY supply tight - .."]),
    ("NAND不足を受け、任天堂も販売価格を引き上げた。", ["NAND supply tight - .."]),
    ("NAND不足を受け、キオクシアも販売価格を引き上げた。", ["NAND supply tight - ..", "NAND price up - .."]),
    # a part of what is wanted
    ("DRAMメーカーは需要の7割しか供給できない。", ["DRAM supply tight - .."]),
    ("NANDメーカーは来年も注文の半分しか満たせない見通しだ。", ["NAND supply tight 2027 .. g"]),
    ("HBMメーカーは受注の3分の2しかこなせていない。", ["HBM supply tight - .."]),
    # what rouses demand
    ("新型のGPUがHBMの需要を刺激している。", ["HBM demand up - .."]),
    ("端末の更新がNANDの需要を喚起した。", ["NAND demand up - .."]),
    ("推論の広がりがDDR5の需要を生み出した。", ["DRAM demand up - .."]),
    # kinds in a list
    ("HBMと高性能メモリの価格が上昇した。", ["HBM price up - ..", "MEMORY price up - .."]),
    ("SSDや大容量DRAMの需要が拡大した。", ["NAND demand up - ..", "DRAM demand up - .."]),
    ("HBM、次世代DRAMの需要が増えている。", ["HBM demand up - ..", "DRAM demand up - .."]),
    ("DDR4などの根強い人気があるメモリは値上がりした。", ["DRAM price up - .."]),
    # what a shortage does to the sales of a device, and when those are
    ("2027年の世界のPC出荷台数は、DRAM不足の影響で5%減少すると予測される。", ["DRAM supply tight - .. g"]),
    ("来年のスマートフォン販売は、NAND不足により落ち込む見通しだ。", ["NAND supply tight - .. g"]),
    ("スマートフォン市場はメモリ不足のあおりで3%縮小した。", ["MEMORY supply tight - .."]),
    ("2027年のサーバー向けDRAMは供給不足により値上がりする。",
     ["DRAM supply tight 2027 .. g", "DRAM price up 2027 .. g"]),
    ("SSDは供給不足で5%上昇した。", ["NAND supply tight - ..", "NAND price up - 5..5"]),
    # 通常 of a product, and of what always is
    ("HBMに続き、通常DRAMの需要も急増している。", ["DRAM demand up - .."]),
    ("通常のDDR5の価格も上昇した。", ["DRAM price up - .."]),
    ("DRAM価格は通常、第1四半期に下落する。", []),
    # supply that is held back
    ("HBM優先で、民生用DRAMの供給が圧迫されている。", ["DRAM supply tight - .."]),
    ("各社はDDR4の供給引き締めに動いた。", ["DRAM supply tight - .."]),
    ("顧客向けのNORの供給は制限されている。", ["NOR supply tight - .."]),
    ("MLC NANDの生産を犠牲にしてQLCに注力する。", ["NAND supply down - .."]),
    ("供給先を制限せず、DRAMを広く売る。", []),
    # how one looks at it, and what a bracket only explains
    ("DDR3価格は、サーバー向けだけで見れば、前月比で20%上昇した。", ["DRAM price up - 20..20"]),
    ("1年前と比べれば、SSD価格は3割上昇した。", ["NAND price up - 30..30"]),
    ("SSD価格が下がれば、需要は増える。", []),
    ("NAND(データを保存するメモリ半導体)の需要拡大で、価格が上昇した。",
     ["NAND demand up - ..", "NAND price up - .."]),
    ("DDR5全体(24GB/48GBメモリー)の価格は上昇傾向にある。", ["DRAM price up - .."]),
    ("第2四半期のNAND契約料金は、第1四半期のそれに比べて15%以上高い。", ["NAND price up 2026Q2 15.."]),
    ("NANDの価格が上昇し続けるかが焦点だ。", []),
    ("NORの相場は不安定だ。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_reads(text: str, expected: list[str]) -> None:
    """Every sentence gives these claims."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected
