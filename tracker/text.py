"""Bytes of a document to text: PDF, HTML and plain text in the encodings of East Asian pages.

This module owns layout (line breaks, headers, page numbers, a page's boilerplate) and encodings. It refuses documents
without text with a reason, and knows nothing of what the text says. It never touches the network.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.charsets import CHARSETS, is_clear, weigh_charsets
from tracker.errors import UnreadableDocument

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP container (Word, Excel or an archive)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Pages declare the old name and send the superset.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "cp950",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
}
# A quotation mark, a dash or an accented letter of a Western page stands between bytes of ASCII; East Asian encodings
# put high bytes in pairs, or ones that no Western page holds before ASCII.
_NOT_WESTERN = re.compile(
    rb"[\x80-\xff]{2}"
    rb"|[\x81-\x84\x86-\x90\x98\x9a-\xa8\xaa-\xad\xaf\xb1-\xdf\xf0\xf7\xfd-\xff]"
)
_ESCAPED_JIS = re.compile(rb"\x1b\$[@B]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_\-]+)", re.IGNORECASE)
_LOOKS_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|table|h1)\b", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text, what it was made from, and for a PDF its number of pages."""

    text: str
    media_type: str
    charset: str | None
    pages: int | None


def to_text(content: bytes, media_type: str | None, charset: str | None = None, name: str = "") -> Text:
    """Return a document's text; raise UnreadableDocument where its bytes hold none.

    `media_type` and `charset` are what the server or the user declared; the bytes' own signature wins over the type, a
    declared character set is tried first. `name` is used in messages only.
    """
    where = name or "document"
    if not content.strip():
        raise UnreadableDocument(f"{where}: {len(content)} bytes, nothing in it; expected a PDF, HTML or text document")
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _read_pdf(content, where)
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            message = f"{where}: {kind}; expected PDF, HTML or plain text: export it as one of them"
            raise UnreadableDocument(message)
    if media_type and "pdf" in media_type.lower():
        raise UnreadableDocument(f"{where}: declared as PDF but does not begin with %PDF; download the file again")
    is_html = _is_html(content, media_type)
    text, used = _decode(content, charset or (_declared_charset(content) if is_html else None), where)
    if is_html:
        return _checked(Text(read_html(text), "text/html", used, None), where)
    return _checked(Text(_tidy(text), "text/plain", used, None), where)


def _checked(read: Text, where: str) -> Text:
    """Return the text unless it is blank; raise UnreadableDocument then."""
    if read.text.strip():
        return read
    raise UnreadableDocument(
        f"{where}: {read.media_type} without any text in its body; open the page and save its text"
    )


def _is_html(content: bytes, media_type: str | None) -> bool:
    """Say whether the bytes are a web page: by their own tags first, then by the declared type."""
    if _LOOKS_HTML.search(content[:4096]):
        return True
    return bool(media_type and "html" in media_type.lower())


def _tidy(text: str) -> str:
    """Return text with one kind of line break and no zero-width or private marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u3000", " ")
    return re.sub(r"[\u200b-\u200d\ufeff\ufffe\u00ad]", "", text)


# --- encodings -------------------------------------------------------------------------------------------------------


def _declared_charset(content: bytes) -> str | None:
    """Return the character set that a page's own head declares."""
    head = content[:4096]
    found = _DECLARED.search(head) or _XML_DECLARED.search(head)
    return found[1].decode("ascii") if found else None


def _decode(content: bytes, declared: str | None, where: str) -> tuple[str, str]:
    """Return the text and the character set that it was read with; raise UnreadableDocument for binary data."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _decode_strictly(content, name, where)
    if b"\x00" in content[:65536]:
        raise UnreadableDocument(f"{where}: binary data (zero bytes near the start); expected PDF, HTML or plain text")
    if _ESCAPED_JIS.search(content[:65536]):
        return _decode_strictly(content, "iso2022_jp", where)
    if declared:
        text = _try_decode(content, declared)
        if text is not None and not _is_garbled(text):
            return text, declared.lower()
    text = _try_decode(content, "utf-8")
    if text is not None:
        return _refuse_binary(text, where), "utf-8"
    return _guess_decode(content, where)


def _decode_strictly(content: bytes, charset: str, where: str) -> tuple[str, str]:
    """Decode by a byte order mark; raise UnreadableDocument where the bytes break the promise."""
    try:
        return content.decode(charset).lstrip("\ufeff"), charset
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{where}: marked as {charset} but byte {error.start} does not fit; save it as UTF-8"
        ) from error


def _try_decode(content: bytes, charset: str) -> str | None:
    """Decode, or None where the bytes don't fit or the name is unknown; a cut last character is forgiven."""
    name = _SUPERSETS.get(charset.strip().lower(), charset.strip())
    for cut in range(4):
        try:
            return content[: len(content) - cut].decode(name)
        except LookupError:
            return None
        except UnicodeDecodeError as error:
            if error.start < len(content) - 4:
                return None
    return None


def _is_garbled(text: str) -> bool:
    """Say whether a decoding shows replacement marks or control characters in number."""
    sample = text[:20000]
    return len(_CONTROLS.findall(sample)) + sample.count("\ufffd") > max(2, len(sample) // 200)


def _refuse_binary(text: str, where: str) -> str:
    """Return the text; raise UnreadableDocument where control characters show that it is none."""
    if _is_garbled(text):
        raise UnreadableDocument(
            f"{where}: binary data (control characters throughout); expected PDF, HTML or plain text"
        )
    return text


def _guess_decode(content: bytes, where: str) -> tuple[str, str]:
    """Choose the encoding whose text looks most like a language; raise UnreadableDocument where none does."""
    western = None if _NOT_WESTERN.search(content) else _try_decode(content, "cp1252")
    if western is not None:
        return _refuse_binary(western, where), "cp1252"
    guesses = weigh_charsets(content)
    if is_clear(guesses):
        return _refuse_binary(guesses[0].text, where), guesses[0].charset
    from charset_normalizer import from_bytes

    match = from_bytes(content[:200_000]).best()
    guessed = _try_decode(content, match.encoding) if match else None
    if guessed is None:
        tried = ", ".join(["UTF-8", *CHARSETS])
        raise UnreadableDocument(
            f"{where}: no known encoding fits its {len(content)} bytes (tried {tried}); save it as UTF-8"
        )
    return _refuse_binary(guessed, where), match.encoding if match else "unknown"


# --- PDF -------------------------------------------------------------------------------------------------------------

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—·]?\s*\d{1,4}\s*[-–—·]?|第\s*\d+\s*[页頁](?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?|\d+\s*/\s*\d+"
    r"|page\s+\d+(?:\s+of\s+\d+)?|\d+\s*페이지|\d+\s*ページ)\s*",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[。！？!?；;：:][”’」』）)\"']*$|[.][”’\")]*$")
_STARTS_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|[•●■◆▪·\-–*]\s|[问答問][:：]|Q\d*[:：.]|A\d*[:：.]|第[一二三四五六七八九十]+[章节節])"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff，。、；：（）％“”]")


def _read_pdf(content: bytes, where: str) -> Text:
    """Return a PDF's text with the lines of a paragraph joined; raise UnreadableDocument for scans and broken files."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        kind = "encrypted" if "assword" in str(error) else "broken"
        hint = "remove its password" if kind == "encrypted" else "download it again"
        raise UnreadableDocument(f"{where}: {kind} PDF of {len(content)} bytes ({error}); {hint}") from error
    try:
        pages = [_page_lines(document, number) for number in range(len(document))]
    finally:
        document.close()
    if not pages:
        raise UnreadableDocument(f"{where}: PDF without pages; download it again")
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableDocument(
            f"{where}: scanned: {len(pages)} pages, no text layer; run text recognition on it first"
        )
    lines = [line for page in _drop_running_lines(pages) for line in page]
    return Text(join_lines(lines), "application/pdf", None, len(pages))


def _page_lines(document: object, number: int) -> list[str]:
    """Return the text lines of one page, top to bottom."""
    page = document[number]  # type: ignore[index]
    textpage = page.get_textpage()
    try:
        return _tidy(textpage.get_text_bounded()).split("\n")
    finally:
        textpage.close()
        page.close()


def _drop_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Remove page numbers, and headers and footers: first or last lines that most pages share."""
    edges = Counter(line for page in pages for line in {_normal(line) for line in _edge_lines(page)})
    running = {line for line, count in edges.items() if line and count >= max(2, (len(pages) + 1) // 2)}
    kept = []
    for page in pages:
        edge = set(_edge_lines(page))
        kept.append([ln for ln in page if not (ln in edge and (_normal(ln) in running or _PAGE_NUMBER.fullmatch(ln)))])
    return kept


def _edge_lines(page: list[str]) -> list[str]:
    """Return the first two and the last two written lines of a page."""
    written = [line for line in page if line.strip()]
    return written[:2] + written[-2:]


def _normal(line: str) -> str:
    """Return a line without digits and spaces, so that a header with a page number equals its neighbours."""
    return re.sub(r"[\d\s]+", "", line)


def join_lines(lines: list[str]) -> str:
    """Join the broken lines of a paragraph; keep headings, list items and table rows on lines of their own."""
    widest = sorted((len(line.rstrip()) for line in lines), reverse=True)
    full = widest[len(widest) // 10] if widest else 0
    out: list[str] = []
    for line in lines:
        stripped = line.strip()
        if not stripped:
            out.append("")
        elif out and out[-1] and _continues(out[-1], stripped, full):
            out[-1] = _glue(out[-1], stripped)
        else:
            out.append(stripped)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _continues(before: str, line: str, full: int) -> bool:
    """Say whether a line goes on from the line before: that one ran to the margin and ended in mid-sentence."""
    last = before.rsplit("\n", 1)[-1]
    if _ENDS_SENTENCE.search(last) or _STARTS_ITEM.match(line) or re.search(r"\s{3,}|\t", line):
        return False
    # A paragraph that was joined already has outgrown the margin, so any longer line counts as full.
    return len(last) >= 0.75 * full or line[:1].islower()


def _glue(before: str, line: str) -> str:
    """Join two parts of a sentence: without a space between CJK characters, without the hyphen of a broken word."""
    if _CJK.match(line[:1]) or _CJK.match(before[-1:]):
        return before + line
    if before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


# --- HTML ------------------------------------------------------------------------------------------------------------

_DROPPED = (
    "script,style,noscript,template,svg,iframe,form,nav,footer,aside,button,select,figure > figcaption,"
    "[role=navigation],[role=banner],[role=contentinfo],[role=complementary],[aria-hidden=true],[hidden]"
)
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|navigation|[glsft]nb|gnavi?|menus?|sidebar|footer|breadcrumbs?|cookie|share|sharing"
    r"|social|related\w*|recommend\w*|comments?|reply|replies|advert\w*|ads?|banner|subscribe|newsletter|pagination"
    r"|toolbar|topbar|masthead|sitemap|popular|trending|copyright|login|popup|modal|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What a page does not show: by its own style, or by a class that common style sheets hide; a class of the same kind
# that shows it on other screens ("d-none d-md-block", "hidden md:flex") takes it back.
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:hidden|is-hidden|hide|d-none|invisible|sr-only|visually-?hidden|screen-reader-text|screen_?out|blind"
    r"|u_skip|a11y-hidden)(?:$|\s)",
    re.IGNORECASE,
)
_SHOWN_CLASS = re.compile(r"[-:](?:block|flex|inline\S*|grid|table\S*|visible|not-sr-only)(?:$|\s)", re.IGNORECASE)
# A list, or the head of a page, of which this share of the characters are links is a menu or a list of other pages.
_LINKED = 0.9
_MOST_LINKED = 0.8
_NESTS = frozenset(("li", "ul", "ol", "dl", "dd"))
_NAMED_FRAMES = frozenset(("div", "section", "ul", "ol", "p", "span", "header"))
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p"
    " pre section table tr ul title option".split()
)
_TABLE_PARTS = frozenset(("table", "tbody", "thead", "tfoot", "tr"))
# A cell of more parts or characters than these is no cell of a table but a piece of a page laid out by one.
_MOST_PARTS = 60
_LONGEST_CELL = 200
# A cell that spans several rows or columns is written in each of them, if it is a label and no paragraph.
_LONGEST_SPANNING = 60
_MOST_SPANNED = 20


def read_html(markup: str) -> str:
    """Return a page's own text: title, headings, paragraphs and table rows (cells parted by tabs), no boilerplate."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    if tree.body is None:
        return ""
    for node in tree.css(_DROPPED):
        node.decompose()
    whole = len(tree.body.text())
    frames = [n for n in tree.css("[style],[class],[id]") if _is_frame(n)]
    frames = [n for n in frames if len(n.text()) < 0.5 * whole]
    lists = [n for n in tree.css("ul,ol,dl,header") if _is_linked(n)]
    if sum(len(n.text()) for n in lists) < _MOST_LINKED * whole:  # else a page of links, which are what it says
        frames += lists
    for node in _outermost(frames):
        node.decompose()
    parts: list[str] = []
    _walk(_main_node(tree), parts)
    text = _tidy("".join(parts))
    text = re.sub(r"[ \f\v]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", re.sub(r"\t*\n", "\n", text))
    return re.sub(r"\n{3,}", "\n\n", _close_rows(text)).strip() + "\n"


def _is_frame(node: object) -> bool:
    """Say whether an element is by its style or its name none of the page's own text."""
    tag, attributes = node.tag, node.attributes  # type: ignore[attr-defined]
    names = attributes.get("class") or ""
    if _UNSEEN_STYLE.search(attributes.get("style") or ""):
        return True
    if _UNSEEN_CLASS.search(names) and not _SHOWN_CLASS.search(names):
        return True
    identity = attributes.get("id") or ""
    return tag in _NAMED_FRAMES and bool(_BOILERPLATE.search(_CAMEL.sub("-", f"{names} {identity}")))


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Return the nodes that lie in no other of them: what is freed with one around it must not be touched again."""
    ids = {node.mem_id for node in nodes}
    kept = []
    for node in {node.mem_id: node for node in nodes}.values():
        around = node.parent
        while around is not None and around.mem_id not in ids:
            around = around.parent
        if around is None:
            kept.append(node)
    return kept


def _is_linked(node: object) -> bool:
    """Say whether nearly all that an element holds are links, and more than one."""
    if node.parent.tag in _NESTS:  # type: ignore[attr-defined]
        return False  # goes or stays with the list round it
    links = node.css("a")  # type: ignore[attr-defined]
    linked = sum(len(link.text(strip=True)) for link in links)
    return len(links) > 1 and linked >= _LINKED * len(node.text(strip=True))  # type: ignore[attr-defined]


def _close_rows(text: str) -> str:
    """Return the text without the one empty line between two rows of a table; two tables stay apart."""
    lines = ["", *text.split("\n"), ""]
    kept = [
        line
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if line or not ("\t" in above and "\t" in below)
    ]
    return "\n".join(kept)


def _main_node(tree: object) -> object:
    """Return the element that holds the article: the fullest `article` or `main`, else the whole body."""
    body = tree.body  # type: ignore[attr-defined]
    found = [node for node in tree.css("article,main,[role=main]") if node.text().strip()]  # type: ignore[attr-defined]
    best = max(found, key=lambda node: len(node.text()), default=None)
    whole = len(body.text().strip())
    if best is not None and len(best.text().strip()) >= 0.3 * whole:
        return best
    return body


def _walk(root: object, parts: list[str]) -> None:
    """Append the text of an element: line breaks round blocks, a tab after each table cell; no recursion, any depth."""
    stack: list[tuple[object, bool]] = [(root, False)]
    cells: list[int] = []
    tables = [_Spans()]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag  # type: ignore[attr-defined]
        if tag == "-text":
            parts.append(_written(node))
            continue
        if tag == "tr" and leaving:
            tables[-1].end_row(parts)
        if tag in _BLOCKS:
            parts.append("\n")
        if tag == "table":
            tables = tables[:-1] if leaving else [*tables, _Spans()]
        if tag in ("td", "th"):
            if leaving:
                tables[-1].add(node, _end_cell(parts, cells.pop()), parts)
            else:
                tables[-1].fill(parts)
                cells.append(len(parts))
        if leaving or str(tag).startswith(("_", "!")):
            continue
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))  # type: ignore[attr-defined]


class _Spans:
    """The cells of a table that span rows: for each column what goes on in it, and for how many rows more."""

    def __init__(self) -> None:
        self.column = 0
        self.pending: dict[int, tuple[int, str]] = {}

    def fill(self, parts: list[str]) -> None:
        """Write the cells that reach down into this row from above, up to the next one of its own."""
        while self.column in self.pending:
            rows, body = self.pending.pop(self.column)
            if rows > 1:
                self.pending[self.column] = (rows - 1, body)
            parts += [body, "\t"]
            self.column += 1

    def add(self, node: object, body: str, parts: list[str]) -> None:
        """Count a cell that was written; write it again in each further column that it spans."""
        width, height = _span(node, "colspan"), _span(node, "rowspan")
        siblings = [n.tag for n in node.parent.iter()] if width > 1 and node.parent is not None else []  # type: ignore[attr-defined]
        width = 1 if len(siblings) == 1 and not self.column else width
        for number in range(width):
            if number:
                parts += [body, "\t"]
            if height > 1:
                self.pending[self.column] = (height - 1, body)
            self.column += 1

    def end_row(self, parts: list[str]) -> None:
        """Write what reaches down into the end of a row, and begin the next one."""
        if self.column or self.pending:
            self.fill(parts)
        self.column = 0


def _span(node: object, name: str) -> int:
    """Return how many columns or rows a cell spans, within reason."""
    said = (node.attributes.get(name) or "").strip()  # type: ignore[attr-defined]
    return max(1, min(int(said), _MOST_SPANNED)) if said.isascii() and said.isdigit() else 1


def _written(node: object) -> str:
    """Return the characters of a text node: its white space as one space, none of it between the parts of a table."""
    text = re.sub(r"\s+", " ", node.text(deep=False))  # type: ignore[attr-defined]
    parent = node.parent  # type: ignore[attr-defined]
    return "" if text == " " and parent is not None and parent.tag in _TABLE_PARTS else text


def _end_cell(parts: list[str], first: int) -> str:
    """End a table cell by a tab; a short one is put on one line before, whatever blocks it holds.

    Returned is what is written of it where it spans further rows or columns: nothing of a long one.
    """
    label = ""
    if len(parts) - first <= _MOST_PARTS:
        body = "".join(parts[first:])
        if "\t" not in body and len(body) <= _LONGEST_CELL:
            label = " ".join(body.split())
            parts[first:] = [label]
    parts.append("\t")
    return label if len(label) <= _LONGEST_SPANNING else ""
