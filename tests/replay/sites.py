"""The sources' sites as the replay server plays them: a day's worth of each, from the pages in tests/corpus/sources."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

from tests.replay.pdf import make_pdf
from tests.replay.server import Answer, Ask, Site

PAGES = Path(__file__).resolve().parents[1] / "corpus" / "sources"
HTML = "text/html; charset=UTF-8"
XML = "application/xml; charset=utf-8"
GONE = Answer(b"<html><body>404 Not Found</body></html>", "text/html", 404)
RECORD = (
    "证券代码：300223 证券简称：北京君正",
    "投资者关系活动记录表",
    "问：公司存储产品价格走势如何？",
    "答：第三季度DRAM产品价格环比上涨，NOR产品价格环比也有上涨。",
    "预计第四季度DRAM供应偏紧。",
)


def page(name: str) -> bytes:
    """Return a page written by us."""
    return (PAGES / name).read_bytes()


def cninfo(ask: Ask) -> Answer:
    """CNINFO's list, search and company look-up: one company has records, the others' lists say null."""
    code = ask.form.get("stock", "").split(",")[0]
    if ask.path == "/new/information/topSearch/query":
        wanted = ask.form["keyWord"]
        own = json.loads(page("cninfo/company.json"))
        return _json(own if wanted == "300223" else [{"code": wanted, "orgId": f"99{wanted}", "zwjc": wanted}])
    if ask.path == "/new/fulltextSearch/full":
        return Answer(page("cninfo/nothing.json"))
    is_first = ask.form.get("pageNum") == "1"
    is_current = ask.form.get("seDate", "")[11:] >= "2026-11-19"
    if code == "300223" and is_first and is_current:
        return Answer(page("cninfo/relation.json" if ask.form["tabName"] == "relation" else "cninfo/fulltext.json"))
    return Answer(page("cninfo/nothing.json"))


def cninfo_files(ask: Ask) -> Answer:
    """CNINFO's files: a record for every path."""
    return Answer(make_pdf(*RECORD, ask.path.rsplit("/", 1)[-1]), "application/pdf")


def irm(ask: Ask) -> Answer:
    """互动易: one company has questions and records, the others none."""
    code = ask.query.get("stockcode") or ask.form.get("stockCodes") or ask.form.get("keyWord", "")
    if ask.path.endswith("queryKeyboardInfo"):
        own = json.loads(page("irm/companies.json"))
        return _json(own if code == "300223" else {"data": [{"stockCode": code, "secid": f"99{code}"}]})
    if ask.path.endswith("/company/question"):
        is_own = (
            code == "300223"
            and ask.query["startDay"] <= "2026-11-01" <= ask.query["endDay"]
            and ask.query["pageNum"] == "1"
        )
        return Answer(page("irm/questions.json")) if is_own else _json({"pageNo": 1, "total": 0, "rows": []})
    is_own = code == "300223" and ask.form["pageNo"] == "1"
    nothing = {"pageNo": int(ask.form["pageNo"]), "totalRecord": 0, "results": []}
    return Answer(page("irm/records.json")) if is_own else _json(nothing)


def sseinfo(ask: Ask) -> Answer:
    """上证e互动: one company has posts, the others none."""
    if ask.path == "/company.do":
        code = ask.query["stockcode"]
        text = page("sseinfo/company.html").decode()
        number = "519" if code == "688766" else f"9{code}"
        return Answer(text.replace("688766", code).replace("uid=519", f"uid={number}").encode(), HTML)
    is_own = ask.query["uid"] == "519" and ask.query["page"] == "1"
    return Answer(page("sseinfo/feed.html" if is_own else "sseinfo/nothing.html"), HTML)


def sec(ask: Ask) -> Answer:
    """The SEC's archive: tickers and one filing."""
    if ask.path == "/files/company_tickers.json":
        return Answer(page("edgar/tickers.json"), etag=True)
    if ask.path.endswith("0000723125-26-000043.txt"):
        return Answer(page("edgar/filing.txt"), "text/plain", etag=True)
    return Answer(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", XML, 403)


def sec_data(ask: Ask) -> Answer:
    """The SEC's data: lists of filings and facts; companies besides Micron have an old list only."""
    own = "0000723125" in ask.path
    if "companyfacts" in ask.path:
        return Answer(page("edgar/facts.json"), etag=True)
    if own:
        return Answer(page("edgar/submissions.json"), etag=True, gzipped=True)
    names = {row["cik_str"]: row["ticker"] for row in json.loads(page("edgar/tickers.json")).values()}
    table = json.loads(page("edgar/submissions.json"))
    found = re.search(r"CIK0*(\d+)", ask.path)
    table["tickers"] = [names.get(int(found[1]) if found else 0, "?")]
    for column in table["filings"]["recent"].values():
        del column[:2]
    return Answer(json.dumps(table).encode(), etag=True, gzipped=True)


def twse(ask: Ask) -> Answer:
    """The exchange's open data."""
    return Answer(page("twse/revenue_listed.json" if "t187ap05" in ask.path else "twse/news_listed.json"), etag=True)


def tpex(ask: Ask) -> Answer:
    """The counter's open data (with a byte-order mark) and quotes."""
    if "tradingStock" in ask.path:
        return _quote("prices/tpex.json", "8299", ask.query["code"])
    name = "twse/revenue_counter.json" if "t187ap05" in ask.path else "twse/news_counter.json"
    return Answer(b"\xef\xbb\xbf" + page(name), etag=True)


def twse_quotes(ask: Ask) -> Answer:
    """The exchange's quotes."""
    return _quote("prices/twse.json", "2408", ask.query["stockNo"])


def _quote(name: str, own: str, code: str) -> Answer:
    return Answer(page(name).replace(own.encode(), code.encode()))


def mops(ask: Ask) -> Answer:
    """MOPS: one day has messages."""
    body = json.loads(ask.body)
    if ask.path.endswith("t05st02_detail"):
        return Answer(page("mops/detail.json"))
    return Answer(page("mops/day.json" if body["day"] == "20" and body["month"] == "11" else "mops/nothing.json"))


def mops_files(ask: Ask) -> Answer:
    """MOPS' pages of past revenues: one month of one market."""
    found = re.search(r"/t21/sii/t21sc03_115_9_0\.html", ask.path)
    return Answer(page("mops/revenue.html"), "text/html", etag=True) if found else GONE


def opendart(ask: Ask) -> Answer:
    """OpenDART: one company has disclosures."""
    if ask.path.endswith("corpCode.xml"):
        return Answer(zipped("CORPCODE.xml", page("opendart/corp.xml")), "application/x-msdownload")
    if ask.path.endswith("document.xml"):
        name = f"{ask.query['rcept_no']}.xml"
        return Answer(zipped(name, page("opendart/document.xml")), "application/x-msdownload")
    is_own = ask.query["corp_code"] == "00126380" and ask.query["end_de"] >= "20261118" and ask.query["page_no"] == "1"
    return Answer(page("opendart/list.json" if is_own else "opendart/nothing.json"))


def zipped(name: str, content: bytes) -> bytes:
    """Return a ZIP with one file, the same every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 0, 0, 0)), content)
    return buffer.getvalue()


def edinet(ask: Ask) -> Answer:
    """EDINET: one day has filings."""
    if ask.path.startswith("/api/v2/documents/"):
        return Answer(
            make_pdf("半期報告書", "NAND型フラッシュメモリの価格は前四半期比で上昇しました。"), "application/pdf"
        )
    return Answer(page("edinet/day.json" if ask.query["date"] == "2026-11-20" else "edinet/nothing.json"))


def tdnet(ask: Ask) -> Answer:
    """TDnet: one day has one page."""
    return Answer(page("tdnet/day.html"), "text/html") if ask.path == "/inbs/I_list_001_20261120.html" else GONE


def bok(ask: Ask) -> Answer:
    """ECOS: values of a table by series, cut to the span asked for; unknown spans have no data."""
    parts = ask.path.strip("/").split("/")
    key, first_row, last_row, stat, _, start, end, item = (parts[2], *parts[5:7], parts[7], *parts[8:12])
    basis = parts[12] if len(parts) > 12 else ""
    series = json.loads(page("bok/values.json")).get(f"{stat}/{item}/{basis}")
    months = [month for month in series["values"] if start <= month <= end] if series else []
    months = months[int(first_row) - 1 : int(last_row)]
    if not months or not key:
        return Answer(page("bok/nothing.json"))
    table = json.loads(page("bok/page.json"))
    sample = table["StatisticSearch"]["row"][0]
    own = {"STAT_CODE": stat, "ITEM_CODE1": item, "ITEM_NAME1": series["name"], "ITEM_CODE2": basis or None}
    rows = [{**sample, **own, "TIME": month, "DATA_VALUE": series["values"][month]} for month in months]
    return _json({"StatisticSearch": {"list_total_count": len(rows), "row": rows}})


def boj(ask: Ask) -> Answer:
    """Bank of Japan: this year's values, always compressed."""
    table = json.loads(page("boj/page.json"))
    if ask.query["startDate"] != "202601":
        for row in table["RESULTSET"]:
            row["VALUES"] = {"SURVEY_DATES": [], "VALUES": []}
    return Answer(json.dumps(table).encode(), gzipped=True)


def customs(ask: Ask) -> Answer:
    """Korea Customs: both tables of this year."""
    if "Itemtrade" in ask.path:
        text = page("customs/monthly.xml").replace(b"HSCODE", ask.query["hsSgn"].encode())
        return Answer(text if ask.query["strtYymm"] == "202601" else _no_items(), XML)
    return Answer(page("customs/tenday.xml") if ask.query["strtYymm"] == "202601" else _no_items(), XML)


def _no_items() -> bytes:
    header = b"<header><resultCode>00</resultCode></header>"
    return b"<response>" + header + b"<body><items/><totalCount>0</totalCount></body></response>"


def fred(ask: Ask) -> Answer:
    """FRED: the same figures for every series."""
    return Answer(page("fred/table.csv").replace(b"SERIES", ask.query["id"].encode()), "application/csv", etag=True)


def yahoo(ask: Ask) -> Answer:
    """Yahoo's chart: the same bars for every ticker of New York; other exchanges without events, in their own zone."""
    ticker = ask.path.rsplit("/", 1)[-1].replace("%5E", "^")
    table = json.loads(page("prices/yahoo.json"))
    meta = table["chart"]["result"][0]["meta"]
    meta["symbol"] = ticker
    if ticker != "MU":
        table["chart"]["result"][0]["events"] = {}
    if "." in ticker or ticker in {"^KS11", "^TWII"}:
        meta["gmtoffset"], meta["currency"] = 28800, "LCY"
        stamps = table["chart"]["result"][0]["timestamp"]
        # 14:30 UTC would be the evening there: shift the bars to the morning of the same day.
        table["chart"]["result"][0]["timestamp"] = [stamp - 12 * 3600 for stamp in stamps]
    return _json(table)


def eastmoney(ask: Ask) -> Answer:
    """Eastmoney's kline: the same bars for every code."""
    code = ask.query["secid"].split(".")[1]
    return Answer(page("prices/eastmoney.json").replace(b"399006", code.encode()))


def feed(ask: Ask) -> Answer:
    """A feed of any of the publishers."""
    return Answer(page("newsroom/feed.xml").replace(b"NAME", ask.host.encode()), "application/rss+xml", etag=True)


def trendforce(ask: Ask) -> Answer:
    """The press centre."""
    return Answer(page("trendforce/list.html" if ask.path == "/presscenter/news" else "trendforce/page.html"), HTML)


def _json(value: object) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode())


def all_sites() -> dict[str, Site]:
    """Return every site by host."""
    from tracker.sources.newsroom import SOURCE as NEWSROOM

    feeds: dict[str, Site] = dict.fromkeys(NEWSROOM.hosts, feed)
    return {
        **feeds,
        "www.cninfo.com.cn": cninfo,
        "static.cninfo.com.cn": cninfo_files,
        "irm.cninfo.com.cn": irm,
        "sns.sseinfo.com": sseinfo,
        "www.sec.gov": sec,
        "data.sec.gov": sec_data,
        "openapi.twse.com.tw": twse,
        "www.tpex.org.tw": tpex,
        "www.twse.com.tw": twse_quotes,
        "mops.twse.com.tw": mops,
        "mopsov.twse.com.tw": mops_files,
        "opendart.fss.or.kr": opendart,
        "api.edinet-fsa.go.jp": edinet,
        "www.release.tdnet.info": tdnet,
        "ecos.bok.or.kr": bok,
        "www.stat-search.boj.or.jp": boj,
        "apis.data.go.kr": customs,
        "fred.stlouisfed.org": fred,
        "query1.finance.yahoo.com": yahoo,
        "push2his.eastmoney.com": eastmoney,
        "www.trendforce.com": trendforce,
    }


KEYS = {
    "MEMTRACK_CONTACT": "someone@example.org",
    "MEMTRACK_OPENDART_KEY": "dart-key-0123456789-0123456789-012345678",
    "MEMTRACK_EDINET_KEY": "edinet-key-0123456789",
    "MEMTRACK_CUSTOMS_KEY": "customs/key+0123456789==",
    "MEMTRACK_BOK_KEY": "bok-key-0123456789",
}
# Bounds that a small replayed table can't reach.
SETTINGS = {"twse": {"fewest_companies": 2}, "mops": {"fewest_companies": 2}}
