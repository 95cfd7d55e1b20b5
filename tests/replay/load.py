"""Sites under load: PDFs as large as real ones, and a company with as many investor-relations records as one likes."""

from __future__ import annotations

import datetime as dt
import json

from tests.replay.pdf import make_pdf
from tests.replay.server import Answer, Ask, Site
from tests.replay.sites import cninfo, page

PAD = 212_000  # bytes of a record's PDF, as CNINFO's list states it
FIRST_DAY = dt.date(2016, 2, 1)
CHINA = dt.timezone(dt.timedelta(hours=8))


def padded(site: Site) -> Site:
    """Return a site whose PDFs are as large as real ones."""

    def answer(ask: Ask) -> Answer:
        was = site(ask)
        if was.media != "application/pdf":
            return was
        return Answer(was.body + b"\n%" + b"0" * max(0, PAD - len(was.body)), was.media)

    return answer


def records(count: int) -> dict[str, Site]:
    """Return a CNINFO with so many records of one company since 2016, newest first."""
    rows = []
    sample = json.loads(page("cninfo/relation.json"))["announcements"][0]
    for number in range(count):
        day = FIRST_DAY + dt.timedelta(days=number * 3900 // count)
        moment = dt.datetime.combine(day, dt.time(18), CHINA)
        own = {"announcementId": f"12{number:08d}", "announcementTime": int(moment.timestamp() * 1000)}
        rows.append((day, {**sample, **own, "adjunctUrl": f"finalpage/{day}/12{number:08d}.PDF"}))
    rows.reverse()

    def listed(ask: Ask) -> Answer:
        code, _, _ = ask.form.get("stock", "").partition(",")
        if not ask.path.endswith("/hisAnnouncement/query") or code != "300223" or ask.form["tabName"] != "relation":
            return Answer(page("cninfo/nothing.json")) if "hisAnnouncement" in ask.path else cninfo(ask)
        first, last = (dt.date.fromisoformat(day) for day in ask.form["seDate"].split("~"))
        own = [row for day, row in rows if first <= day <= last]
        at = (int(ask.form["pageNum"]) - 1) * 30
        return Answer(json.dumps({"announcements": own[at : at + 30] or None, "totalAnnouncement": len(own)}).encode())

    def record(ask: Ask) -> Answer:
        return Answer(make_pdf("投资者关系活动记录表", ask.path[-14:], "公司DRAM产品价格环比上涨。"), "application/pdf")

    return {"www.cninfo.com.cn": listed, "static.cninfo.com.cn": record}
