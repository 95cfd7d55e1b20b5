"""Bytes to text: encodings of East Asian pages, web pages without their frame, PDFs with their lines joined."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tracker.errors import UnreadableDocument
from tracker.text import join_lines, to_text

SENTENCES = {
    "gb18030": "公司预计三季度存储价格继续上涨，供应依然偏紧。",
    "big5": "公司預計第三季記憶體價格持續上漲，供應吃緊。",
    "euc-kr": "3분기 D램 고정거래가격이 상승했다.",
    "shift_jis": "DRAMの契約価格は前四半期比で上昇した。",
    "utf-8": "DRAM 가격・価格・价格",
    "utf-16": "存储价格上涨",
}


@pytest.mark.parametrize(("charset", "sentence"), SENTENCES.items())
def test_encoding_is_found_without_a_declaration(charset: str, sentence: str) -> None:
    """Plain text in the encodings of the region reads right, declared or not."""
    assert to_text(sentence.encode(charset), "text/plain").text == sentence
    assert to_text(sentence.encode(charset), "text/plain", charset).text == sentence


@pytest.mark.parametrize(
    ("charset", "sentence"),
    [
        ("gb18030", "DDR3现货价跌4%。"),
        ("gb18030", "DRAM价格"),
        ("big5", "NAND wafer 下跌 5% in 3Q26"),
        ("euc-kr", "노어 가격 4% 인하"),
        ("shift_jis", "DRAM価格、3割下落"),
        ("shift_jis", "2026年1月9日 大口取引価格下落"),
        ("euc_jp", "NAND価格が4%上昇"),
        ("iso2022_jp", "メモリー価格下落"),
        ("cp1252", "Kioxia’s “contract” prices"),
    ],
)
def test_few_words_are_enough_to_find_an_encoding(charset: str, sentence: str) -> None:
    """A line that names a product and a price in a script of its own is not taken for another language's."""
    assert to_text(sentence.encode(charset), "text/plain").text == sentence


def test_wrong_declaration_gives_way_to_what_the_bytes_say() -> None:
    """A page declared as UTF-8 that is none is read as what it is."""
    assert to_text(SENTENCES["gb18030"].encode("gb18030"), "text/plain", "utf-8").text == SENTENCES["gb18030"]


def test_byte_order_mark_wins() -> None:
    """A byte order mark names the encoding and is no part of the text."""
    assert to_text(b"\xef\xbb\xbfDRAM", None).text == "DRAM"


def test_web_page_without_its_frame() -> None:
    """Navigation, footer and side boxes go; headings, paragraphs and the cells of a table stay apart."""
    page = """<html><head><title>t</title><meta charset="gb2312"></head><body>
    <nav><a>首页</a></nav><div class="sidebar">推荐</div>
    <article><h1>存储价格</h1><p>DRAM价格<b>上涨</b>。</p>
    <table><tr><td>PC DRAM</td><td>up 3~8%</td></tr></table></article>
    <div class="footer">版权所有</div><script>var x = 1;</script></body></html>"""
    read = to_text(page.encode("gbk"), "text/html")
    assert read.media_type == "text/html"
    assert "DRAM价格上涨。" in read.text
    assert "PC DRAM\tup 3~8%" in read.text
    assert not any(word in read.text for word in ("首页", "推荐", "版权所有", "var x"))


HIDDEN = "NAND价格下跌9%。"


@pytest.mark.parametrize(
    "frame",
    [
        f'<header><div class="gnb"><ul><li><a href="/">首页</a></li><li><a>{HIDDEN}</a></li></ul></div></header>',
        f'<header><a href="/">首页</a> <a href="/1">{HIDDEN}</a></header>',
        f'<div id="GNB"><a href="/1">{HIDDEN}</a></div>',
        f'<div class="lnb_wrap"><span>{HIDDEN}</span></div>',
        f'<div class="relatedNews"><p>{HIDDEN}</p></div>',
        f'<ul class="list"><li><a href="/1">{HIDDEN}</a></li><li><a href="/2">更多</a></li></ul>',
        f'<div style="color:red; DISPLAY: none"><p>{HIDDEN}</p></div>',
        f'<p style="visibility:hidden">{HIDDEN}</p>',
        f'<p class="txt blind">{HIDDEN}</p>',
        f'<div class="d-none"><p>{HIDDEN}</p></div>',
        f'<div class="menu"><ul><li><a href="/1">{HIDDEN}</a></li><li style="display:none">x</li></ul></div>',
    ],
)
def test_what_is_no_part_of_an_article_goes(frame: str) -> None:
    """Menus, lists of other pages and what the page does not show go, where no element says which is the article."""
    told = "本月PC DRAM合约价上涨6%，供应依然偏紧，预计下季度继续上涨。"
    body = f'<div class="article-view"><h1>存储行情</h1><p>{told}</p></div>'
    for page in (f"<body>{frame}{body}</body>", f"<body>{body}{frame}</body>"):
        read = to_text(f"<html>{page}</html>".encode(), "text/html")
        assert read.text == f"存储行情\n\n{told}\n"


@pytest.mark.parametrize(
    "body",
    [
        "<header><h1>DRAM</h1></header>",
        '<div class="hidden md:block"><p>DRAM</p></div>',
        '<div class="d-none d-lg-flex">DRAM</div>',
        '<ul><li><a href="/1">DRAM</a> prices rose.</li><li>NAND fell.</li></ul>',
        '<ul><li><a href="/1">DRAM prices rose</a></li><li><a href="/2">NAND prices fell</a></li></ul>' * 3,
        '<div style="display:none"><p>DRAM prices rose and rose, and then they rose again.</p></div>',
    ],
)
def test_what_may_be_the_page_itself_stays(body: str) -> None:
    """Titles, parts shown on some screens, lists that tell something, and whatever is most of the page."""
    assert "DRAM" in to_text(f"<html><body>{body}<p>End of it.</p></body></html>".encode(), "text/html").text


@pytest.mark.parametrize(("before", "after"), [("", ""), ("<p>", "</p>"), ("\n <div><span>", "</span></div>\n ")])
def test_rows_of_a_table_follow_each_other(before: str, after: str) -> None:
    """Each row is one line, its cells parted by tabs, whatever blocks they hold; two tables stay apart."""
    rows = [["Item", "1Q26", "2Q26F"], ["Mobile DRAM", "up <b>5</b>~9%", "flat"]]
    body = [f"<tr>{''.join(f'<td>{before}{cell}{after}</td>' for cell in row)}</tr>" for row in rows]
    table = f"<table><thead>{body[0]}</thead>\n<tbody>\n{body[1]}\n</tbody></table>"
    read = to_text(f"<html><body><p>Contract prices</p>{table}{table}<p>End</p></body></html>".encode(), "text/html")
    lines = "Item\t1Q26\t2Q26F\nMobile DRAM\tup 5~9%\tflat"
    assert read.text == f"Contract prices\n\n{lines}\n\n{lines}\n\nEnd\n"


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs() -> None:
    """A cell that holds an article is not put on one line."""
    article = "".join(
        f"<p>Paragraph {number} of a long article, in words enough to fill a line.</p>" for number in range(9)
    )
    read = to_text(f"<html><body><table><tr><td>Menu</td><td>{article}</td></tr></table></body></html>".encode(), None)
    assert read.text.count("\n\n") >= 8


def make_pdf(pages: list[list[str]], *, password: str | None = None) -> bytes:
    """Return a PDF with one line of text below the other on each page, headed and numbered."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=password)
    for number, lines in enumerate(pages, start=1):
        canvas.setFont("STSong-Light", 10)
        if lines:
            canvas.drawString(50, 820, "某存储公司投资者关系活动记录表")
            canvas.drawString(280, 30, f"第 {number} 页 共 {len(pages)} 页")
        for row, line in enumerate(lines):
            canvas.drawString(50, 780 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_pdf_lines_are_joined_and_its_frame_goes() -> None:
    """Sentences broken at the margin are whole again; headers and page numbers are gone; questions keep their lines."""
    pages = [
        ["问：DRAM价格的情况如何？", "答：二季度国内客户的价格已经完成上调，海外客户也开始逐步调整，预计三季度的",
         "价格还会继续上涨。"],
        ["问：NOR的情况呢？", "答：NOR Flash价格一季度和二季度都有所上涨，不过涨幅要比公司的DRAM产品小一些",
         "。公司会密切关注。"],
    ]  # fmt: skip
    read = to_text(make_pdf(pages), "application/pdf")
    assert read.pages == 2
    assert "预计三季度的价格还会继续上涨。" in read.text
    assert "活动记录表" not in read.text
    assert "共 2 页" not in read.text
    assert read.text.count("\n问：") == 1


def test_english_lines_are_joined_with_a_space() -> None:
    """A broken English word loses its hyphen, broken sentences get their space back, list items stay apart."""
    lines = [
        "Contract prices of DRAM will in-",
        "crease in the third quarter because",
        "demand is strong.",
        "1. NAND",
        "2. NOR",
    ]
    assert join_lines(lines) == (
        "Contract prices of DRAM will increase in the third quarter because demand is strong.\n1. NAND\n2. NOR\n"
    )


@pytest.mark.parametrize(
    ("content", "media_type", "message"),
    [
        (b"", None, "0 bytes"),
        (b"PK\x03\x04rest", None, "ZIP container"),
        (b"\x89PNG\r\n", None, "PNG image"),
        (b"\x00\x01\x02\x03" * 40, None, "binary data"),
        (b"%PDF-1.4 nothing more", "application/pdf", "broken PDF"),
        (b"no pdf at all", "application/pdf", "does not begin with %PDF"),
        (b"<html><body><script>1</script></body></html>", "text/html", "without any text"),
    ],
)
def test_document_without_text_is_refused_with_a_reason(content: bytes, media_type: str | None, message: str) -> None:
    """What was found, in which document, and what to do."""
    with pytest.raises(UnreadableDocument, match=message) as caught:
        to_text(content, media_type, name="note.bin")
    assert str(caught.value).startswith("note.bin: ")


def test_scanned_pdf_is_reported_as_such() -> None:
    """Pages without a text layer are a scan, not an empty document."""
    with pytest.raises(UnreadableDocument, match="scanned: 2 pages, no text layer"):
        to_text(make_pdf([[], []]), "application/pdf", name="scan.pdf")


def test_encrypted_pdf_is_reported_as_such() -> None:
    """A PDF with a password says so."""
    with pytest.raises(UnreadableDocument, match="encrypted PDF"):
        to_text(make_pdf([["DRAM"]], password="secret"), "application/pdf")


def test_deeply_nested_page_is_read() -> None:
    """Twenty thousand nested elements neither crash nor take long."""
    page = "<html><body>" + "<div>" * 20_000 + "DRAM" + "</div>" * 20_000 + "</body></html>"
    assert to_text(page.encode(), "text/html").text.strip() == "DRAM"
