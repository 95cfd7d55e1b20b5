"""Japanese constructions of the press as a plain table: lead times, stocks in weeks, output, orders, shops, causes."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    ("SLC NANDのリードタイムが従来の2倍に長くなった。", ["NAND supply tight - .."]),
    ("ウィンボンドによると、NORの納期は30週を超える。", ["NOR supply tight - .."]),
    ("HBMは来年分まで売約済みだ。", ["HBM supply tight 2027 .."]),
    ("DRAMの需要は供給を大幅に上回っている。", ["DRAM supply tight - .."]),
    ("下期もNANDは需要が供給を上回ると予想する。", ["NAND supply tight 2026H2 .. g"]),
    ("NANDの供給が需要を大きく上回り、価格は続落した。", ["NAND supply loose - ..", "NAND price down - .."]),
    ("サムスンはNANDラインの稼働率を7割に引き下げた。", ["NAND supply down - .."]),
    ("キオクシアの北上工場の稼働率が上がり、NANDの供給が増えた。", ["NAND supply up - .."]),
    ("地震の影響で、DRAM生産に影響が出ている。", ["DRAM supply down - .."]),
    ("サムスンは7月からNANDの減産を緩和する。", ["NAND supply up 2026-07 .."]),
    ("代理店の手元在庫は薄く、DDR4は奪い合いになっている。",
     ["DRAM inventory tight - ..", "DRAM supply tight - .."]),
    ("PCメーカーのDRAM在庫はなお重い。", ["DRAM inventory loose - .."]),
    ("SSDの流通在庫の多さが値下がりにつながった。", ["NAND inventory loose - ..", "NAND price down - .."]),
    ("顧客のNAND在庫は健全な水準にある。", ["NAND inventory balanced - .."]),
    ("DRAM在庫は適正水準を2週間ほど下回っている。", ["DRAM inventory tight - .."]),
    ("サーバー顧客の在庫調整はクラウド向けで一巡し、DRAMの引き合いが増えた。",
     ["DRAM inventory balanced - ..", "DRAM demand up - .."]),
    ("スマホ各社は手元のLPDDR5を使い切り、発注を増やしている。",
     ["DRAM inventory down - ..", "DRAM demand up - .."]),
    ("NANDの需要の伸びは想定を下回った。", ["NAND demand down - .."]),
    ("メモリーの需要は想定を上回っている。", ["MEMORY demand up - .."]),
    ("DDR5は買い手が付かず、店頭の値札は下がる一方だ。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("DDR4はじり高が続く。", ["DRAM price up - .."]),
    ("DRAMのスポット価格は下値を探る展開だ。", ["DRAM price down - .."]),
    ("NANDの大口価格は6月も動かず、膠着している。", ["NAND price flat 2026-06 .."]),
    ("SSDは週末に値を下げた。", ["NAND price down - .."]),
    ("DDR5の16GB品は3.8ドルで据え置かれた。", ["DRAM price flat - .."]),
    ("汎用DRAMの供給は細り、HBMの引き合いは途切れない。", ["DRAM supply down - ..", "HBM demand up - .."]),
    ("GDDR6の特需は終わり、価格は下げ足を速めている。", ["DRAM price down - .."]),
    ("パソコン各社は7〜9月期にDRAMの調達を減らす。", ["DRAM demand down 2026Q3 .."]),
    ("キオクシアはウエハー投入を2割減らした。", ["NAND supply down - 20..20"]),
    ("Dラムの価格は前四半期比で1割上昇し、ナンドは横ばいでした。",
     ["DRAM price up - 10..10", "NAND price flat - .."]),
    ("入荷のたびにDDR4の値札が上がる。", ["DRAM price up - .."]),
    ("メモリーの値動きが激しい。", []),
    ("NANDの値下がりへの懸念が強まっている。", ["NAND price down - .. h"]),
    ("DRAMの投機的な買いが入り、スポットは急反発した。", ["DRAM demand up - ..", "DRAM price up - .."]),
    ("NANDの需給は年後半に安定へ向かう見通しだ。", ["NAND supply balanced 2026H2 .. g"]),
    ("DRAMの在庫は4週間を切った。", ["DRAM inventory tight - .."]),
    ("メーカーのNAND在庫は12週分に膨らんだ。", ["NAND inventory up - .."]),
    ("サーバー大手のDRAM在庫は8週間を超えている。", ["DRAM inventory loose - .."]),
    ("DRAM在庫は10週分から6週分に減った。", ["DRAM inventory down - .."]),
    ("スマホ勢のモバイルDRAM在庫は3週間にすぎない。", ["DRAM inventory tight - .."]),
    ("顧客の手持ちは2〜3週分しかなく、DRAMの確保を急いでいる。",
     ["DRAM inventory tight - ..", "DRAM demand up - .."]),
    ("調達担当者によると、車載用NORのリードタイムは従来の2倍に延びた。", ["NOR supply tight - .."]),
    ("HBMは来年末まで予約で一杯だ。", ["HBM supply tight 2027 .."]),
    ("NANDは全量が予約済みで、新規の注文を断っている。", ["NAND supply tight - .."]),
    ("DRAMメーカーは顧客の注文に応じきれない。", ["DRAM supply tight - .."]),
    ("下期のDRAMは需要が供給をなお上回る見通しだ。", ["DRAM supply tight 2026H2 .. g"]),
    ("NANDの供給は需要を下回ったままだ。", ["NAND supply tight - .."]),
    ("DDR4はモノがなく、値札の付け替えが続く。", ["DRAM supply tight - .."]),
    ("4─6月期のDRAM価格は前四半期比で1割上昇した。", ["DRAM price up 2026Q2 10..10"]),
    ("ＤＲＡＭのスポット、3日続落", ["DRAM price down - .."]),
    ("NORの契約価格は3四半期続けて動かなかった。", ["NOR price flat - .."]),
    ("DDR4は1カ月で2割跳ねた。", ["DRAM price up - 20..20"]),
    ("SSDは月初に比べ15%高い。", ["NAND price up 2026-07 15..15"]),
    ("DRAMは昨年末に8ドルだったが、足元は4ドルを割り込んだ。", ["DRAM price down - .."]),
    ("1月に6ドルだったDDR5は半年で3割値を消した。", ["DRAM price down - 30..30"]),
    ("マイクロンは先週、NANDを1割値上げすると取引先に通知した。", ["NAND price up - 10..10"]),
    ("メモリー半導体の不足で、自動車各社が減産に入った。", ["MEMORY supply tight - .."]),
    ("DRAM価格が上がるほどパソコンの売れ行きは落ちる。", []),
    ("前四半期比5%減と、NANDの価格は下落が続いた。", ["NAND price down - .."]),
    ("NANDの場合は、価格が1割下がりました。", ["NAND price down - 10..10"]),
    ("価格が下落した場合、在庫評価損が発生します。DRAMは特に影響が大きい。", []),
    ("2027年前半まではNANDの値上がりが続くが、28年には崩れる見通しだ。",
     ["NAND price up 2027H1 .. g", "NAND price down 2028 .. g"]),
    ("NANDの在庫は目標を大きく下回っている。", ["NAND inventory tight - .."]),
    ("DRAMの在庫は適正な水準を上回る。", ["DRAM inventory loose - .."]),
    ("PCメーカーの在庫は8週間から5週間に減り、DRAMの引き合いが戻った。",
     ["DRAM inventory down - ..", "DRAM demand up - .."]),
    ("DRAM在庫、12週分から7週分に", ["DRAM inventory down - .."]),
    ("SSDの在庫は10日分しかない。", ["NAND inventory tight - .."]),
    ("顧客のNAND在庫は約2カ月分に達した。", ["NAND inventory loose - .."]),
    ("需要低迷でDRAMは3カ月続落した。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("在庫が膨らんだことで、NANDは2割下落した。", ["NAND inventory up - ..", "NAND price down - 20..20"]),
    ("サーバー向けの需要増を背景に、NANDの単価は1割上昇した。", ["NAND demand up - ..", "NAND price up - 10..10"]),
    ("キオクシアはNANDの生産を3割落としている。", ["NAND supply down - 30..30"]),
    ("マイクロンはDRAMのウェハー投入を絞っている。", ["DRAM supply down - .."]),
    ("クラウド大手がQLC SSDの採用を前倒ししている。", ["NAND demand up - .."]),
    ("メモリー高がスマホの販売に影を落とす。", ["MEMORY price up - .."]),
    ("マウスは、メモリーの値上がりを理由に主要モデルの価格を引き上げる。", ["MEMORY price up - .."]),
    ("サーバー向けDRAMの契約価格は、7〜9月期に10〜15%上昇し、10〜12月期も5〜10%上がる見通しだ。顧客の在庫は3週間を切っている。",
     ["DRAM price up 2026Q3 10..15 g", "DRAM price up 2026Q4 5..10 g", "DRAM inventory tight - .."]),
    ("NANDの買い手は様子見を決め込み、商いは薄い。", ["NAND demand down - .."]),
    ("DRAMは売り手の提示額が下がり、値を下げた。", ["DRAM price down - .."]),
    ("DRAM各社は増産を急ぐが、供給が需要に追いつくのは2028年以降となる。", ["DRAM supply up - .."]),
    ("GDDR7の引き合いは強まっている。", ["DRAM demand up - .."]),
    ("中国勢の安値攻勢でDDR4は値を崩した。", ["DRAM price down - .."]),
    ("汎用DRAMは品薄感が強く、6月は大口価格が一段と切り上がった。",
     ["DRAM supply tight 2026-06 ..", "DRAM price up 2026-06 .."]),
    ("スマホ各社はメモリーの手当てを急いでいる。", ["MEMORY demand up - .."]),
    ("NANDの需給は緩み、値下げ圧力が高まっている。", ["NAND supply loose - ..", "NAND price down - .."]),
    ("DRAM大手3社は在庫を放出し、スポットは軟化した。", ["DRAM inventory down - ..", "DRAM price down - .."]),
    ("PC用DRAMの6月の固定取引価格は11.5ドルと、前月から横ばいだった。", ["DRAM price flat 2026-06 .."]),
    ("DDR5の16ギガビット品は1個36ドルと前月より2ドル安い。", ["DRAM price down - .."]),
    ("メモリの入手が困難になり、一部のパソコンは納期が延びている。", ["MEMORY supply tight - .."]),
    ("自動車各社は半導体の在庫を積み増している。", []),
    ("HDDの納期が1年を超えた。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_japanese_construction_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others, however it is put."""
    claims = read_text(sentence, published_on=DAY, lang="ja").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(
    ("issuer", "doc_type", "period"),
    [("Melco", "ir_record", "2025Q4"), ("Kioxia", "earnings_call", "2025Q4"), ("industry", "news", "2025Q3")],
)
def test_a_quarter_is_one_of_the_speakers_year(issuer: str, doc_type: str, period: str) -> None:
    """Who speaks Japanese counts the quarters of a year that ends in March; the press those of the calendar."""
    text = "NANDの仕入れ値は第3四半期に入って上昇しています。"
    day = DAY.replace(month=2)
    claims = read_text(text, published_on=day, lang="ja", issuer=issuer, doc_type=doc_type).claims
    assert [claim.period for claim in claims] == [period]
