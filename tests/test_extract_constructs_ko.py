"""Constructions of Korean calls, shops and the press, all our own, and every claim that they make."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("디램 에이에스피는 십 프로 초반 상승했습니다.", ["DRAM price up - 11..13"]),
    (
        "낸드 ASP는 이십오 퍼센트 하락했고, 디램은 삼십 프로 올랐습니다.",
        ["NAND price down - 25..25", "DRAM price up - 30..30"],
    ),
    ("낸드는 출하가 줄었고 에이에스피가 칠십 프로 중반 오르는 모습이었습니다.", ["NAND price up - 74..76"]),
    ("디램 평균판매단가는 십 퍼센트대 후반 하락했습니다.", ["DRAM price down - 17..19"]),
    ("D램 현물가가 한 달 만에 20프로 올랐다.", ["DRAM price up - 20..20"]),
    ("D램 ASP는 60퍼센트 중반 상승했습니다.", ["DRAM price up - 64..66"]),
    ("HBM은 내년 캐파가 솔드아웃이 되었습니다.", ["HBM supply tight 2027 .."]),
    ("eSSD 내년 물량도 이미 솔드아웃됐습니다.", ["NAND supply tight 2027 .."]),
    (
        "고객사 재고 조정이 커지면서 낸드 수요 약세가 이어졌습니다.",
        ["NAND inventory down - ..", "NAND demand down - .."],
    ),
    ("D램 재고 조정이 심화되고 있다.", ["DRAM inventory down - .."]),
    ("낸드 감산이 확대되면서 재고가 줄고 있다.", ["NAND supply down - ..", "NAND inventory down - .."]),
    ("D램 공급 부족이 커지고 있다.", ["DRAM supply tight - .."]),
    ("재고 조정 확대로 낸드 주문이 줄었다.", ["NAND inventory down - ..", "NAND demand down - .."]),
    ("모바일 D램은 수요 약세가 이어지고 있다.", ["DRAM demand down - .."]),
    ("D램 수요 강세가 지속되고 있다.", ["DRAM demand up - .."]),
    ("DDR4는 재고를 거의 다 팔았다.", ["DRAM inventory tight - .."]),
    ("낸드 재고가 거의 다 팔렸다.", ["NAND inventory tight - .."]),
    ("DDR4 재고가 다 떨어졌다.", ["DRAM inventory tight - .."]),
    ("상반기 LPDDR4X 배정 물량이 소진됐다.", ["DRAM supply tight 2026H1 .."]),
    ("내년 SLC 낸드 물량은 배정제로 판매한다.", ["NAND supply tight 2027 .."]),
    ("D램도 없고 낸드도 없다.", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("HBM 요청 물량은 당사 캐파를 이미 크게 넘어섭니다.", ["HBM supply tight - .."]),
    ("D램 주문량이 우리 생산능력을 초과했다.", ["DRAM supply tight - .."]),
    ("HBM 수요가 공급 능력을 웃돌고 있다.", ["HBM supply tight - .."]),
    ("D램 고객 수요의 절반밖에 못 맞춘다.", ["DRAM supply tight - .."]),
    ("내년 HBM 물량 계약을 모두 끝냈다.", ["HBM supply tight 2027 .."]),
    ("내년 HBM은 물량과 가격 협의를 마쳤다.", ["HBM supply tight 2027 .."]),
    ("IDC는 메모리 부족을 이유로 스마트폰 전망을 낮췄다.", ["MEMORY supply tight - .."]),
    ("메모리 부족을 감안해 출하를 줄였다.", ["MEMORY supply tight - .."]),
    ("일부 고객이 메모리 주문을 조정하고 있다.", ["MEMORY demand down - .."]),
    ("PC 업체들이 낸드 주문을 줄이고 있다.", ["NAND demand down - .."]),
    ("서버 업체가 D램 구매를 늘리고 있다.", ["DRAM demand up - .."]),
    ("메모리 수요가 생각보다 좋았다.", ["MEMORY demand up - .."]),
    ("낸드 수요가 예상보다 좋지 않다.", ["NAND demand down - .."]),
    ("D램 수요가 좋은 편이다.", ["DRAM demand up - .."]),
    ("낸드 수요가 나쁘다.", ["NAND demand down - .."]),
    ("램 값이 낙찰 당시보다 네 배로 올랐다.", ["DRAM price up - 300..300"]),
    ("램 값이 네 배로 올라 손해가 크다.", ["DRAM price up - 300..300"]),
    ("현물은 DDR4 위주로 3주 연속 약세다.", ["DRAM price down - .."]),
    ("DDR4 고정거래가는 5월 말 17.5달러로 4월 16달러 대비 9.4% 뛰었다.", ["DRAM price up 2026-05 9.4..9.4"]),
    ("MLC 낸드 128Gb는 26.51달러로 2.5% 상승에 그쳤습니다.", ["NAND price up - 2.5..2.5"]),
    ("DDR5는 3월 말 8달러로 2월 7달러보다 14% 올랐다.", ["DRAM price up 2026-03 14..14"]),
    ("노어플래시 3분기도 올린다.", ["NOR price up 2026Q3 .. g"]),
    ("SLC 낸드는 4분기에도 올릴 계획이다.", ["NAND price up 2026Q4 .. g"]),
    ("차량용 D램은 전체의 5%가 안 돼 배정 순위에서 밀린다.", []),
    ("낸드 구매처를 안정적으로 확보하려는 포석이다.", []),
    ("D램 구매 담당자가 방한해 계약을 유지했다.", []),
    ("D램 공급 증가가 발목을 잡은 것으로 분석된다.", ["DRAM supply up - .."]),
    ("낸드 가격이 5% 오른 것으로 풀이된다.", ["NAND price up - 5..5"]),
    ("D램 재고가 쌓인 것으로 파악됐다.", ["DRAM inventory up - .."]),
    ("D램 재고 증가가 원인인 것으로 분석된다.", ["DRAM inventory up - .."]),
    ("PC 업체는 D램 원가 비중이 20%에서 35%로 올랐다.", []),
    ("PC 원가에서 D램 비중 20%→35%.", []),
    ("반도체 수출 29.8%↓ '메모리 단가 하락 직격탄'", ["MEMORY price down - .."]),
    ("스토리지 원가 인상폭이 예상보다 크다.", ["MEMORY price up - .."]),
    ("메모리 모듈 PCB 판가가 개선되었고 T-글라스 수급은 빠듯하다.", []),
    ("1분기 메모리 수요가 좋았다.", ["MEMORY demand up 2026Q1 .."]),
    (
        "D램 판가 상승률을 올해 131%로, 내년은 9%로 제시했다.",
        ["DRAM price up 2026 131..131 g", "DRAM price up 2027 9..9 g"],
    ),
    ("D램은 올해 40%, 내년에는 10% 오를 전망이다.", ["DRAM price up 2026 40..40 g", "DRAM price up 2027 10..10 g"]),
    ("DDR4 16기가 두 장 한 달 전에 6만원대에 샀는데 오늘 보니 9만원 넘었네요", ["DRAM price up - .."]),
    ("4TB SSD가 200달러이던 게 이제 500달러입니다.", ["NAND price up - .."]),
    ("D램이 3달러에서 5달러로 올랐다.", ["DRAM price up - .."]),
    (
        "D램 가격은 올해 40%, 내년에는 10% 오를 전망이다.",
        ["DRAM price up 2026 40..40 g", "DRAM price up 2027 10..10 g"],
    ),
    ("낸드 가격은 1분기 30%, 2분기 20% 올랐다.", ["NAND price up 2026Q1 30..30", "NAND price up 2026Q2 20..20"]),
    (
        "낸드 계약가 인상률은 3분기 30%, 4분기 20%로 예상된다.",
        ["NAND price up 2026Q3 30..30 g", "NAND price up 2026Q4 20..20 g"],
    ),
    (
        "D램 평균판매가격은 2분기에 20%, 3분기에 10% 상승할 전망이다.",
        ["DRAM price up 2026Q2 20..20 g", "DRAM price up 2026Q3 10..10 g"],
    ),
    (
        "D램 계약가는 1분기 90%, 2분기 60%, 3분기 20% 오른다.",
        ["DRAM price up 2026Q1 90..90", "DRAM price up 2026Q2 60..60", "DRAM price up 2026Q3 20..20 g"],
    ),
    ("HBM 수요는 올해 50%, 내년 30% 늘어날 것이다.", ["HBM demand up 2027 30..30 g", "HBM demand up 2026 50..50 g"]),
    ("D램은 3분기에 20%, 낸드는 10% 오른다.", ["DRAM price up 2026Q3 20..20 g", "NAND price up 2026Q3 10..10 g"]),
    ("DDR5 32GB를 작년에 12만원에 샀는데 지금은 38만원이네요.", ["DRAM price up - .."]),
    ("4TB SSD가 200달러였던 게 엊그제인데 이제 500달러로도 못 산다.", ["NAND price up - .."]),
    ("1TB SSD가 15만원이었는데 요즘은 9만원에 판다.", ["NAND price down - .."]),
    ("램 16GB가 5만원대였는데 벌써 11만원이다.", ["DRAM price up - .."]),
    ("3만원짜리 SSD를 샀는데 배송비가 2500원이다.", []),
    ("D램 매출이 3억 달러였는데 이번에는 5억 달러다.", []),
    ("메모리 매출이 30만원이었는데 50만원이 됐다.", []),
    ("노트북이 100만원이었는데 D램 부족으로 130만원이 됐다.", ["DRAM supply tight - .."]),
    ("DDR4 8Gb 현물가가 5달러였지만 지금은 8달러다.", ["DRAM price up - .."]),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_korean_constructions_give_their_claims(sentence: str, expected: list[str]) -> None:
    """A Korean sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
