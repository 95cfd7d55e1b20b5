"""What dearer memory did to shares, phones and computers: the price of memory is read, their sizes are not its own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # shares
    ("キオクシアの株価はNAND価格上昇で7%上昇した。", ["NAND price up - .."]),
    ("낸드 가격 급등에 샌디스크 9% 급등", ["NAND price up - .."]),
    ("삼성전자 주가는 낸드 가격 상승에 힘입어 4% 올랐다.", ["NAND price up - .."]),
    ("Sandisk jumped 9% on higher NAND prices.", ["NAND price up - .."]),
    ("SK hynix rose 6% after DRAM contract prices increased 12%.", ["DRAM price up - 12..12"]),
    ("Kioxia fell 5% on fears of falling NAND prices.", ["NAND price down - .. h"]),
    ("Nanya dropped 7% over renewed worries about lower DRAM prices.", ["DRAM price down - .. h"]),
    # devices and those who sell them
    ("手机因存储涨价上调售价8%。", ["MEMORY price up - .."]),
    ("联想因存储涨价上调售价8%。", ["MEMORY price up - .."]),
    ("HP raises prices 8% as NAND costs surge.", ["NAND price up - .."]),
    ("メモリー高騰でパソコン値上げ8%", ["MEMORY price up - .."]),
    ("낸드 가격 급등으로 노트북 인상 8%", ["NAND price up - .."]),
    # goods as the subject, with memory only as the cause
    ("태블릿 수요는 낸드 가격 상승으로 올해 6% 줄어들 전망이다.", ["NAND price up - .."]),
    ("PC 판매는 낸드 가격 인상 여파로 4% 감소했다.", ["NAND price up - .."]),
    ("스마트폰 가격이 낸드 가격 급등으로 14% 올랐다.", ["NAND price up - .."]),
    ("テレビ需要はNAND価格の上昇で6%減った。", ["NAND price up - .."]),
    ("パソコン価格はNAND価格の上昇で2割上がった。", ["NAND price up - .."]),
    # memory's own size stays
    ("NAND prices rose 8% as supply tightened.", ["NAND price up - 8..8", "NAND supply tight - .."]),
    ("NAND価格は需要増で8%上昇した。", ["NAND demand up - ..", "NAND price up - 8..8"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_the_size_of_an_effect_is_not_that_of_memory(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert sorted(write_claim(claim) for claim in claims) == sorted(expected)
