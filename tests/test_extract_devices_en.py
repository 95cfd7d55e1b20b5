"""English outputs, demands and costs of devices beside those of the memory in them; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # devices, and memory for them
    ("DRAM makers gain from booming demand for graphics cards.", []),
    ("Strong demand for AI servers lifted HBM shipments.", []),
    ("CSPs cut their server demand forecasts, so enterprise SSD revenue fell.", []),
    ("Growing demand for smartphones pushed DRAM prices up.", ["DRAM price up - .."]),
    ("Demand for server memory is growing fast.", ["MEMORY demand up - .."]),
    ("Smartphone production is forecast to fall 6% this year, which weighs on mobile DRAM.", []),
    ("Notebook output will shrink 3% in 2026 because DRAM is scarce.", ["DRAM supply tight - .."]),
    ("Phone makers lowered their production targets as memory got expensive.", ["MEMORY price up - .."]),
    ("Handset production rose 5%, DRAMeXchange said.", []),
    ("Demand for server DRAM and enterprise SSDs is growing.", ["DRAM demand up - ..", "NAND demand up - .."]),
    ("Demand for phones and for NAND is weak.", ["NAND demand down - .."]),
    ("Global smartphone unit production will fall 4% this year, and mobile DRAM suffers.", []),
    ("Output of that phone's rivals rose, which took up NAND.", []),
    ("Output of DDR4 for PCs fell.", ["DRAM supply down - .."]),
    ("As semiconductor inventories rise, DRAM prices will fall.", ["DRAM price down - .. g"]),
    ("Memory inventories at phone makers are high.", ["MEMORY inventory loose - .."]),
    # what parts cost whoever procures them, and the side that buys
    ("GDDR7 procurement costs are already rising.", ["DRAM price up - .."]),
    ("Nvidia said that procurement costs for GDDR6 will rise.", ["DRAM price up - .. g"]),
    ("The purchasing price of HBM has climbed by 20%.", ["HBM price up - 20..20"]),
    ("Apple confirmed higher NAND procurement costs.", ["NAND price up - .."]),
    ("Procurement costs of car makers rose as DRAM prices jumped.", ["DRAM price up - .."]),
    ("We keep our Neutral rating; memory supply/demand is a risk.", []),
    ("Memory supply/demand is neutral.", ["MEMORY supply balanced - .."]),
    ("With inventory on the demand side rising, NAND buyers will hold back.", ["NAND inventory up - .."]),
    ("The inventory level of the demand side of DRAM has fallen.", ["DRAM inventory down - .."]),
    ("Client-side DRAM inventories keep rising.", ["DRAM inventory up - .."]),
    ("NAND prices jumped, leaving PC makers with no time to react.", ["NAND price up - .."]),
    ("The increase in cost pressure reflects the DRAM shortage.", ["DRAM price up - ..", "DRAM supply tight - .."]),
    # verbs of the press
    ("Contract prices of DDR5 augmented by 4% in June.", ["DRAM price up 2026-06 4..4"]),
    ("TLC prices were augmented 2-3% this month.", ["NAND price up 2026-08 2..3"]),
    ("Even DDR4 prices were dragged higher by the shortage.", ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("DRAM spot prices are ripping higher.", ["DRAM price up - .."]),
    ("NAND quotes ripped 30% higher in May.", ["NAND price up 2026-05 30..30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_devices_are_no_memory(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
