"""English told by what is wanted, taken away or dear: "needs huge amounts of HBM", "diverts NAND supply"."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

WANTED = [
    ("Robotaxis consume enormous quantities of NOR flash.", ["NOR demand up - .."]),
    ("Each rack requires huge amounts of HBM and SSDs.", ["HBM demand up - ..", "NAND demand up - .."]),
    ("The new consoles need more GDDR7.", ["DRAM demand up - .."]),
    ("There is plenty of demand for eSSDs in Asia.", ["NAND demand up - .."]),
    # a wish for another thing, and a part list
    ("The update requires more power than the SSD can give.", []),
    ("Robotaxis consume enormous quantities of electricity, says the maker of NOR flash.", []),
]  # fmt: skip
SCARCE = [
    ("Robot makers divert NOR supply from makers of toys.", ["NOR supply tight - .."]),
    ("Cloud firms are soaking up the available SSD supply.", ["NAND supply tight - .."]),
    ("HBM lines are crowding out DDR4 supply.", ["DRAM supply tight - .."]),
    ("A smaller supply of DDR3 is left for makers of routers to fight over.", ["DRAM supply tight - .."]),
    ("NOR makers are struggling to keep pace.", ["NOR supply tight - .."]),
    ("The quarter's NAND output has already been sold.", ["NAND supply tight - .."]),
    ("There is no more LPDDR4 available.", ["DRAM supply tight - .."]),
    ("The deal was signed on SRAM tightness.", ["SRAM supply tight - .."]),
    ("Caution on spending prolongs the supply imbalance in NOR.", ["NOR supply tight - .."]),
    ("Long shortages of NOR have cleared the way for dearer contracts.", ["NOR supply tight - .."]),
    ("We have no NOR supply imbalance concerns.", []),
    ("HBM cannibalizes commodity supply.", []),
    ("The shortage of NOR has cleared.", []),
]  # fmt: skip
LED = [
    ("NOR revenue grew 30% on EV-led demand.", ["NOR demand up - .."]),
    ("eSSD sales rose in the quarter, with demand mainly driven by banks.", ["NAND demand up 2026Q2 .."]),
    ("GDDR sales doubled amid console-driven demand.", ["DRAM demand up - .."]),
    ("Makers of meters are doing well on AI-driven demand.", []),
]  # fmt: skip
DEAR = [
    ("Winbond readies more NOR hikes.", ["NOR price up - .."]),
    ("The SSD rally has not run its course.", ["NAND price up - .."]),
    ("Makers of phones face a memory cost crunch.", ["MEMORY price up - .."]),
    ("A memory rally lifted the shares of Kioxia.", []),
    ("SSDs have grown steadily more expensive since spring.", ["NAND price up - .."]),
    ("DDR3 remains pricier in Q3 2026.", ["DRAM price up 2026Q3 .."]),
    ("NOR contract prices reached their highest level since 2018.", ["NOR price up - .."]),
    ("SRAM prices touched their lowest point on record.", ["SRAM price down - .."]),
    ("Prices of DDR4 modules went into the stratosphere.", ["DRAM price up - .."]),
    ("HBM stays more expensive than DDR5.", []),
]  # fmt: skip
HEADS = [
    ("Makers complain of higher NOR prices and SRAM shortages.", ["NOR price up - ..", "SRAM supply tight - .."]),
    ("Rising DDR4 pricing and robust NAND demand help distributors.", ["DRAM price up - ..", "NAND demand up - .."]),
    ("NOR prices and SRAM prices rose, say makers of meters.", ["NOR price up - ..", "SRAM price up - .."]),
]  # fmt: skip
TABLE = WANTED + SCARCE + LED + DEAR + HEADS


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[s for s, _ in TABLE])
def test_told_by_what_is_wanted_or_out_of_reach(sentence: str, expected: list[str]) -> None:
    """What is used up in masses is wanted, what is taken from others is short, and two nouns share no change."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="multiple").claims] == expected
