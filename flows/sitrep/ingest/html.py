"""HTML to the text that a reader sees, with the elements it stood in.

What is never read: scripts, styles, templates, comments, form controls, and elements hidden by the ``hidden``
attribute, ``aria-hidden``, an inline style, or a class or id that a style sheet of the page hides. Everything else is
text, menus too: layout says later which is which.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from sitrep import patterns as re
from sitrep.ingest.html_metadata import Metadata, read_metadata
from sitrep.model import Element

_UNREAD = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "canvas", "audio",
    "video", "svg", "math", "map", "select", "datalist", "textarea", "input", "progress", "meter", "param",
    "source", "track", "link", "meta", "base", "title", "rp", "rt",
})  # fmt: skip
_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "ul",
})  # fmt: skip
_ROWS = frozenset({"tbody", "tfoot", "thead", "tr"})
_KEPT = _BLOCK | _ROWS | frozenset({"a", "time", "td", "th", "img", "b", "strong", "em", "i", "span", "cite"})
_KEPT_ATTRIBUTES = (
    "class", "id", "role", "href", "src", "alt", "title", "colspan", "rowspan", "datetime", "rel", "itemprop",
    "itemtype", "scope", "start", "type", "data-component", "data-testid",
)  # fmt: skip
# Fields of a form that ask a reader for what no article asks: an address, a search.
_ASKING = frozenset({"email", "search", "password", "tel"})
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
# White space that HTML collapses; a no-break space is none of it.
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_SIMPLE = re.compile(r"([.#])([A-Za-z_][\w-]*)\Z")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_WORD_END = re.compile(r"\w\Z")

_NONE, _SPACE, _LINE, _PARAGRAPH = range(4)
_SEPARATOR = ("", " ", "\n", "\n\n")


@dataclass(frozen=True, slots=True)
class Rendered:
    """An HTML document as text: what a reader sees in reading order, the elements it came from, and its metadata.

    Blocks are parted by a blank line, table rows by a line feed and cells by a tab. ``elements`` are in document order
    with code point offsets into ``text``, half-open; an element with no text has a span of no length.
    ``published_edtf`` is a day (EDTF), ``language`` ISO 639-1; unknown metadata is None.
    """

    text: str
    elements: tuple[Element, ...]
    title: str | None
    byline: str | None
    published_edtf: str | None
    language: str | None
    url: str | None
    publisher: str | None


def render(markup: str | bytes) -> Rendered:
    """The text, elements and metadata of an HTML document or fragment, however broken; no markup gives an empty text.

    Bytes are decoded as the document itself declares (byte order mark, ``<meta charset>``). Raises nothing on bad
    markup: it is read as a browser would.
    """
    root = _parse(markup)
    if root is None:
        return Rendered("", (), None, None, None, None, None, None)
    metadata: Metadata = read_metadata(root)
    writer = _Writer(_hidden_names(root))
    writer.walk(root)
    text, elements = writer.finish()
    return Rendered(
        text,
        elements,
        metadata.title,
        metadata.byline,
        metadata.published_edtf,
        metadata.language,
        metadata.url,
        metadata.publisher,
    )


def _parse(markup: str | bytes) -> etree._Element | None:
    if isinstance(markup, str):
        markup = _DECLARATION.sub("", markup).replace("\x00", "").encode("utf-8", "replace")
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    else:
        parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    if not markup.strip():
        return None
    parser.feed(markup)
    try:
        return parser.close()
    except etree.XMLSyntaxError:  # nothing in it that makes an element: there is no text either
        return None


def _hidden_names(root: etree._Element) -> frozenset[str]:
    """``.class`` and ``#id`` names that a style sheet of the page hides, whatever the medium and context."""
    names = set()
    for style in root.iter("style"):
        sheet = style.text or ""
        if "none" not in sheet and "hidden" not in sheet:
            continue
        if "@" in sheet:
            sheet = _without_at_rules(sheet)
        for rule in _RULE.finditer(sheet):
            if _HIDING.search(rule[2]):
                names.update(m[0] for part in rule[1].split(",") if (m := _SIMPLE.match(part.strip())))
    return frozenset(names)


def _without_at_rules(sheet: str) -> str:
    kept, depth, start, conditional = [], 0, 0, False
    for brace in re.finditer(r"[{}]", sheet):
        if brace[0] == "{":
            if depth == 0:
                conditional = "@" in sheet[start : brace.start()]
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not conditional:
                    kept.append(sheet[start : brace.end()])
                start = brace.end()
    return "".join(kept)


class _Writer:
    """Writes the text piece by piece, and notes where each element begins and ends in it."""

    def __init__(self, hidden_names: frozenset[str]):
        self.hidden_names = hidden_names
        self.pieces: list[str] = []
        self.position = 0
        self.pending = _NONE
        self.last = ""
        self.elements: list[list] = []
        self.open: list[int] = []
        self.unstarted: list[int] = []
        self.preformatted = 0

    def finish(self) -> tuple[str, tuple[Element, ...]]:
        return "".join(self.pieces), tuple(Element(*row) for row in self.elements)

    def walk(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, node in walker:
            tag = node.tag
            if not isinstance(tag, str):
                if event == "end":
                    self.write(node.tail)
                continue
            if event == "start":
                if tag == "input" and node.get("type") in _ASKING:
                    self.ask(node.get("type"))
                if tag in _UNREAD or self.is_hidden(node):
                    walker.skip_subtree()
                    continue
                self.enter(node, tag)
                self.write(node.text)
            else:
                if not (tag in _UNREAD or self.is_hidden(node)):
                    self.leave(tag)
                if node is not root:
                    self.write(node.tail)

    def is_hidden(self, node: etree._Element) -> bool:
        get = node.get
        if get("hidden", "until-found") != "until-found" or get("aria-hidden") == "true":
            return True
        if node.tag == "dialog" and get("open") is None:
            return True
        style = get("style")
        if style and _HIDING.search(style):
            return True
        if self.hidden_names:
            names = self.hidden_names
            if f"#{get('id')}" in names or any(f".{name}" in names for name in (get("class") or "").split()):
                return True
        return False

    def enter(self, node: etree._Element, tag: str) -> None:
        if tag in _BLOCK:
            self.part(_PARAGRAPH)
        elif tag in _ROWS:
            self.part(_LINE)
        elif tag in ("td", "th"):
            self.enter_cell(node)
        elif tag == "br":
            self.part(_PARAGRAPH if self.pending == _LINE else _LINE)
        elif tag == "img":
            self.image(node)
            return
        elif tag == "q":
            self.write("“")
        elif self.is_apart(node, tag):
            self.part(_SPACE)
        if tag == "pre":
            self.preformatted += 1
        if tag == "br":
            return
        if tag in _KEPT:
            self.note(node, tag)

    def leave(self, tag: str) -> None:
        if tag == "q":
            self.write("”")
        if tag == "pre":
            self.preformatted -= 1
        if tag in ("br", "img"):
            return
        if tag in _KEPT:
            index = self.open.pop()
            row = self.elements[index]
            if row[1] < 0:
                self.unstarted.pop()  # the innermost open element without text is the last one
                row[1] = row[2] = self.position
            else:
                row[2] = self.position
        if tag in _BLOCK:
            self.part(_PARAGRAPH)
        elif tag in _ROWS:
            self.part(_LINE)

    def ask(self, what: str) -> None:
        """Note a form's field in the innermost element around it that holds text."""
        index = next((i for i in reversed(self.open) if self.elements[i][1] >= 0), None)
        if index is not None:
            self.elements[index][4]["asks"] = what

    def note(self, node: etree._Element, tag: str) -> int:
        attributes = {name: value for name in _KEPT_ATTRIBUTES if (value := node.get(name)) is not None}
        index = len(self.elements)
        self.elements.append([tag, -1, -1, self.open[-1] if self.open else -1, attributes])
        self.open.append(index)
        self.unstarted.append(index)
        return index

    def enter_cell(self, node: etree._Element) -> None:
        before = node.getprevious()
        while before is not None and not (isinstance(before.tag, str) and before.tag in ("td", "th")):
            before = before.getprevious()
        if before is None or self.is_hidden(before):
            self.part(_LINE)
            self.flush()
        else:
            self.pending = _NONE
            self.put("\t")

    def image(self, node: etree._Element) -> None:
        alt = _SPACES.sub(" ", _UNSEEN.sub("", node.get("alt") or "")).strip()
        shown = bool(re.search(r"\w", alt))
        if shown:
            self.part(_PARAGRAPH)
        index = self.note(node, "img")
        if shown:
            self.put_word(alt)
            self.elements[index][2] = self.position
            self.part(_PARAGRAPH)
        else:
            self.unstarted.pop()
            self.elements[index][1] = self.elements[index][2] = self.position
        self.open.pop()

    def is_apart(self, node: etree._Element, tag: str) -> bool:
        """Whether the page's style sets an inline element apart from the one right before it."""
        if tag == "sup":
            before = node.getprevious()
            return node.find("a") is not None or (self.last[-1:].isdigit() and not (before is not None and before.tail))
        if tag not in ("a", "span", "time", "b", "strong"):
            return False
        before = node.getprevious()
        if before is None or before.tail or not isinstance(before.tag, str) or not _WORD_END.search(self.last):
            return False
        if tag == "time" or before.tag == "time" or tag == before.tag == "a":
            return True
        names, names_before = node.get("class"), before.get("class")
        return bool(names and names_before and names != names_before)

    def part(self, separator: int) -> None:
        if separator > self.pending:
            self.pending = separator

    def flush(self) -> None:
        if self.pending and self.position:
            self.put(_SEPARATOR[self.pending])
        self.pending = _NONE

    def put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.position += len(piece)
        self.last = piece

    def put_word(self, piece: str) -> None:
        self.flush()
        for index in self.unstarted:
            self.elements[index][1] = self.position
        self.unstarted.clear()
        self.put(piece)

    def write(self, raw: str | None) -> None:
        if not raw:
            return
        if self.preformatted:
            self.write_preformatted(raw)
            return
        words = _SPACES.sub(" ", _UNSEEN.sub("", raw))
        if words.startswith(" "):
            self.part(_SPACE)
        body = words.strip(" ")
        if not body:
            return
        self.put_word(body)
        if words.endswith(" "):
            self.part(_SPACE)

    def write_preformatted(self, raw: str) -> None:
        for number, line in enumerate(raw.replace("\r\n", "\n").split("\n")):
            if number:
                self.part(_PARAGRAPH if self.pending == _LINE else _LINE)
            if line.strip():
                self.put_word(_UNSEEN.sub("", line).rstrip())
                if line[-1:].isspace():
                    self.part(_SPACE)
