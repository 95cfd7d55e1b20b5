"""English changes beside a forecast or an aside, stocks to be worked off, costs of production; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # revised, with the new change told first
    (
        "Citi now expects NAND contract prices to climb by 9-12% QoQ, up from an earlier projection of 4%.",
        ["NAND price up - 9..12 g"],
    ),
    (
        "The agency sees DRAM prices falling 8% in Q4 - down from a prior forecast of a 3% drop.",
        ["DRAM price down 2026Q4 8..8 g"],
    ),
    # beside what is expected
    (
        "NOR prices which rose 6% in Q2 are expected to rise 10% in Q4.",
        ["NOR price up 2026Q2 6..6", "NOR price up 2026Q4 10..10 g"],
    ),
    (
        "Mobile DRAM, up 12% in Q2, is expected to rise 20% in Q4.",
        ["DRAM price up 2026Q2 12..12", "DRAM price up 2026Q4 20..20 g"],
    ),
    (
        "NAND prices that fell 4% in May are set to drop again in October.",
        ["NAND price down 2026-05 4..4", "NAND price down 2026-10 .. g"],
    ),
    # between a subject and its verb
    (
        "Prices of LPDDR5X, facing brisk demand, are expected to jump by 15%.",
        ["DRAM price up - 15..15 g", "DRAM demand up - .."],
    ),
    (
        "Contract prices of SSDs, backed by strong demand, will climb 8%.",
        ["NAND price up - 8..8 g", "NAND demand up - .."],
    ),
    # of its time
    (
        "The NAND market will remain in an oversupply situation in the first half of 2027.",
        ["NAND supply loose 2027H1 .. g"],
    ),
    ("HBM stays in a shortage phase through 2027.", ["HBM supply tight 2027 .. g"]),
    # of parts that end
    (
        "NOR prices will surge due to tightening supply and end-of-life notices.",
        ["NOR price up - .. g", "NOR supply tight - .."],
    ),
    ("The NAND shortage is about to end.", []),
    # room for it
    ("DDR4 runs short, which widens the scope for price increases.", ["DRAM supply tight - .."]),
    ("There is potential for more NAND price hikes.", []),
    # stock to be worked off
    ("It will take time to consume the accumulated DRAM inventory.", []),
    ("Makers keep NAND output below shipments to reduce inventory.", []),
    ("Makers reduced their DRAM inventory.", ["DRAM inventory down - .."]),
    ("Server memory inventory is relatively large.", ["MEMORY inventory loose - .."]),
    ("NAND stocks are sizable.", ["NAND inventory loose - .."]),
    ("DRAM dies are relatively large.", []),
    # costs of production, a share of it
    ("It reduces defects, cuts production costs by 10% and uses NAND flash.", []),
    ("The process lowers manufacturing costs of DRAM by 15%.", []),
    ("SK hynix cuts NAND production by 10%.", ["NAND supply down - 10..10"]),
    ("The share of wafer capacity given to NOR has fallen to 8% of the total.", []),
    ("Hyperscalers keep locking up supply of DRAM.", ["DRAM supply tight - .."]),
    # cuts that are over
    ("Kioxia has ended its NAND production cuts.", []),
    ("Samsung reversed its earlier DRAM output cuts in May.", []),
    ("Makers are unwinding last year's NAND production cuts.", []),
    ("Kioxia ended the year with deeper NAND production cuts.", ["NAND supply down - .."]),
    # what cuts are for
    ("Makers deepen NAND output cuts in Q4 to accelerate inventory reduction.", ["NAND supply down 2026Q4 .. g"]),
    ("NAND inventory fell in May.", ["NAND inventory down 2026-05 .."]),
    # lines of digests
    ("NAND: tight through 2027, prices +30%", ["NAND supply tight 2027 .. g", "NAND price up - 30..30"]),
    ("DRAM: still tight into 2027", ["DRAM supply tight 2027 .. g"]),
    ("Crucial warns SSD prices will keep rising for 30 more days", ["NAND price up - .. g"]),
    ("Winbond to end NOR production, adding to supply woes", ["NOR supply down - .. g", "NOR supply tight - .."]),
    ("Micron will end DDR4 output next year.", ["DRAM supply down 2027 .. g"]),
    ("DRAM stock lasts for 30 days.", []),
    ("NAND: the tight loop of its controller", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_was_is_told_beside_what_is_expected(text: str, claims: list[str]) -> None:
    """Each sentence gives exactly its claims."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
