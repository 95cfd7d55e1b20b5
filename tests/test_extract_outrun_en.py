"""English supply that is outrun or cut back, stocks of makers, prices that only need to move, courses."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # Period behind "face shortages", sizes "for" products
    ("PC makers are expected to face DRAM shortages by 2027.", ["DRAM supply tight 2027 .. g"]),
    ("Phone makers will face a shortage of LPDDR5X in the fourth quarter.", ["DRAM supply tight 2026Q4 .. g"]),
    # Demand told by volumes, with other verbs
    ("NAND demand will climb from 210 EB in 2025 to 600 EB in 2027.", ["NAND demand up 2027 .. g"]),
    ("AI servers are intensifying demand for NAND flash.", ["NAND demand up - .."]),
    ("The shift to AI is boosting demand for HBM.", ["HBM demand up - .."]),
    ("Weak demand from mobile customers for LPDDR continued.", ["DRAM demand down - .."]),
    ("DRAM demand growth was relatively high in the server segment.", ["DRAM demand up - .."]),
    ("Data centers are consuming HBM faster than suppliers can make it.", ["HBM supply tight - .."]),
    ("Hyperscalers are buying up HBM faster than it can be produced.", ["HBM supply tight - .."]),
    # Cuts told with "on"
    ("Chip makers have cut back on TLC NAND production.", ["NAND supply down - .."]),
    ("Samsung is cutting back on DDR4 production.", ["DRAM supply down - .."]),
    ("SK hynix cut down on NAND output in the third quarter.", ["NAND supply down 2026Q3 .."]),
    ("Kioxia scaled down production of 3D NAND.", ["NAND supply down - .."]),
    ("Micron dialed back its NAND wafer starts.", ["NAND supply down - .."]),
    ("Consumers are cutting back on SSD purchases.", ["NAND demand down - .."]),
    # Money steps and small verbs
    ("The price of a 1TB SSD climbed from about $110 to $189.", ["NAND price up - .."]),
    ("A 2TB SSD went from $120 to $210 in six months.", ["NAND price up - .."]),
    ("The deal boosted the price of NAND wafers by 10%.", ["NAND price up - 10..10"]),
    ("The spot price of MLC fell 4% and that of TLC remained flat.",
     ["NAND price down - 4..4", "NAND price flat - .."]),
    # Trends
    ("DRAM contract prices remain on a downwards trend.", ["DRAM price down - .."]),
    ("NAND prices are on an upwards trajectory.", ["NAND price up - .."]),
    ("DRAM prices stay on a downhill path.", ["DRAM price down - .."]),
    ("NAND contract prices continued on their downward path in July.", ["NAND price down 2026-07 .."]),
    # Products of one list
    ("Server DRAM and high-density QLC SSDs will lead the price increases.",
     ["DRAM price up - .. g", "NAND price up - .. g"]),
    ("DDR5 and enterprise SSDs are leading the price rally.", ["DRAM price up - ..", "NAND price up - .."]),
    ("HBM and server DRAM led the price gains in the second quarter.",
     ["HBM price up 2026Q2 ..", "DRAM price up 2026Q2 .."]),
    # After a bracket
    # Gluts that get worse
    ("The oversupply of NAND is only expected to become more severe in 2027.", ["NAND supply loose 2027 .. g"]),
    ("The NAND glut is likely to become more severe as we head into 2027.", ["NAND supply loose 2027 .. g h"]),
    ("The DRAM shortage is set to get more severe in 2027.", ["DRAM supply tight 2027 .. g"]),
    ("DRAM supply will become more constrained next year.", ["DRAM supply tight 2027 .. g"]),
    ("The QLC supply chain became much tighter.", ["NAND supply tight - .."]),
    ("The DRAM supply chain remains tight.", ["DRAM supply tight - .."]),
    # Prices of what memory is built into or of other parts
    ("The maker announced price hikes across its systems because of a surge in RAM costs.", ["DRAM price up - .."]),
    ("Low-end phones have seen bill-of-materials costs rise 25% on memory.", []),
    ("DRAM shortages caused a spike in GPU prices.", ["DRAM supply tight - .."]),
    ("A DRAM shortage is behind higher laptop prices.", ["DRAM supply tight - .."]),
    ("Smartphone channel inventory in China remains high, DRAMeXchange said.", []),
    ("Notebook inventories are high, and DRAM demand is weak.", ["DRAM demand down - .."]),
    ("Demand for computers, phones and cameras grew, to the benefit of DRAM makers.", []),
    ("Strong AI demand and improving DRAM prices lifted revenue.", ["DRAM price up - .."]),
    ("Revenue rose on data center demand and higher NAND prices.", ["NAND price up - .."]),
    # Not a state
    ("This is a structural change in memory rather than a short NAND squeeze.", []),
    ("It is a structural shift, not just another DRAM shortage.", []),
    ("Such migrations can cause brief shortages of DRAM.", []),
    # What must be
    ("DRAM prices need to rise by 50% for makers to break even.", []),
    ("DRAM prices must at least stabilize before makers invest.", []),
    ("NAND prices would have to fall 60% to displace hard disks.", []),
    ("For SSDs to replace hard disks, NAND prices must fall further.", []),
    # Lead times of other things
    ("Lead times for capacitors stabilized, and SSD prices fell.", ["NAND price down - .."]),
    ("Board lead times will shorten by year end, while NAND prices rise.", ["NAND price up - .."]),
    ("Lead times for DRAM are getting shorter.", ["DRAM supply loose - .."]),
    # Inventories of those who make memory
    ("The inventories of the companies that make server DRAM stayed relatively tight.",
     ["DRAM inventory tight - .."]),
    ("Inventories at firms that produce NAND are lean.", ["NAND inventory tight - .."]),
    # Production squeezed
    ("HBM is squeezing production of DDR4.", ["DRAM supply tight - .."]),
    ("AI memory is crowding out DDR4 production.", ["DRAM supply tight - .."]),
    ("HBM absorbs wafer capacity, squeezing supply of DDR5 and NAND.",
     ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("Micron has to raise DRAM prices to cover its costs.", ["DRAM price up - .."]),
    ("Buyers must pay more for DDR5.", ["DRAM price up - .."]),
    ("DRAM prices must have risen in July.", ["DRAM price up 2026-07 .."]),
    ("A fire can lead to shortages of NAND.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_outrun(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
