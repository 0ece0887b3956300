"""Plain text and Markdown to drafts of blocks: signs of markup, lines joined into paragraphs, tables set apart."""

from __future__ import annotations

from itertools import pairwise

from sitrep import patterns as re
from sitrep.layout import tabular
from sitrep.layout.drafts import Draft
from sitrep.layout.lines import Line, split
from sitrep.layout.words import words as word_lists

_HEADING = re.compile(r"(#{1,6})[ \t]*(?=[^#\s])")
_RULE = re.compile(r"(?:([-*_=~#])[ \t]*)(?:\1[ \t]*){2,}\Z|\\?#{2,}\Z|-+\s*(?:30|0|ENDS?)\s*-+\Z", re.I)
_UNDERLINE = re.compile(r"(=|-)\1{2,}\Z")
_BULLET = re.compile(
    r"(?:[-*+•▪●◦‣·–—○■□►▶➤✓✔∙⁃]|\\[-*+]|[✅❌✖➡👉🔴🟢🟡🔵⚫🔹🔸🔷🔶🔺🔻⚡❗‼📌📍]\ufe0f?)\s+(?=\S)|[•▪●◦‣■►▶➤](?=\S)"
)
_NUMBERED = re.compile(r"(?:\(?(\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|(\d{1,3})\\?\.)\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+")
_IMAGE = re.compile(
    r"\[?!\[([^\[\]]{0,1000})\]\(\s*<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)>?[^()]{0,400}\)"
)
_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,400})\]\(([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)[^()]{0,300}\)")
_REFERENCE = re.compile(r"\[\^?[^\[\]]{1,60}\]:\s*\S+")
_ASKED = re.compile(
    r"(?:\*\*|__)?(Q(?:uestion)?|A(?:nswer)?)(?:\s?\d{1,3})?\s?[:.]\s?(?:\*\*|__)?\s*(?=\S)|(Q)[ \u00a0]{2,}(?=\S)"
)
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,300})\1[:.]?\Z")
_WHOLE_ITALIC = re.compile(r"([*_])(?=[^\s*_])(.{1,600})(?<=[^\s*_])\1\Z", re.S)
_FIRST_SPECIAL = frozenset("#>-*+•▪●◦‣·–—○■□►▶➤✓✔∙⁃✅❌✖➡👉🔴🟢🟡🔵⚫🔹🔸🔷🔶🔺🔻⚡❗‼📌📍![|_=~\\(0123456789")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\Z")
_STOP = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_LONGEST_NUMBER = 6
_MIN_WIDTH, _MAX_WIDTH, _MIN_WRAPPED = 40, 140, 3


def read(text: str) -> list[Draft]:
    """Drafts that cover a plain text or Markdown document, in order, with the kinds that its signs alone decide."""
    lines = split(text)
    regions = _regions(text, lines)
    tables = {region.first: region for region in regions}
    captions = {region.caption for region in regions} - {None}
    width = _wrap_width(lines, regions)
    drafts: list[Draft] = []
    i, n = 0, len(lines)
    while i < n:
        line = lines[i]
        if line.char_start == line.char_end:
            i += 1
            continue
        region = tables.get(i)
        if region is not None:
            drafts.append(_table(text, lines, region.first, region.last, region.source_form))
            i = region.last + 1
            continue
        last = _last_of_block(lines, i, width, tables)
        draft = _draft(text, lines, i, last)
        if i in captions:
            draft.kind = "caption"
        drafts.append(draft)
        i = last + 1
    return drafts


def _regions(text: str, lines: list[Line]) -> list[tabular.Region]:
    """The tables found; where no two lines stand together there is nothing to look for."""
    if "\n" not in text:
        return []
    starts = [line.char_start - line.indent for line in lines]
    raw = [(start, line.char_end, text[start : line.char_end]) for start, line in zip(starts, lines, strict=True)]
    return tabular.regions(raw)


def _wrap_width(lines: list[Line], regions: list[tabular.Region]) -> int:
    """The column at which the document's lines were wrapped, 0 where they were not or too few tell."""
    rows = {i for region in regions for i in range(region.first, region.last + 1)}
    # Addresses cannot be wrapped: lines with one, and those before, say nothing of the width.
    followed = [
        line
        for i, (line, following) in enumerate(pairwise(lines))
        if line.text and following.text and i not in rows and "](" not in line.text and "](" not in following.text
    ]
    # The lines of a wrapped paragraph seldom end as sentences do, but for the last.
    if len(followed) < _MIN_WRAPPED or sum(line.text[-1] in ".!?" for line in followed) > 0.6 * len(followed):
        return 0
    lengths = sorted(line.char_end - line.char_start + line.indent for line in followed)
    width = lengths[int(len(lengths) * 0.9)]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return 0
    # Of lines that were wrapped most are about as long; of lines that are paragraphs few.
    return width if sum(length > 0.75 * width for length in lengths) >= 0.6 * len(lengths) else 0


def _last_of_block(lines: list[Line], i: int, width: int, tables: dict) -> int:
    """The last line of the block that begins with line ``i``: lines are joined where a wrap alone parted them."""
    first = lines[i]
    sign = first.text[0] if first.text[0] in _FIRST_SPECIAL else ""
    if sign and (
        _HEADING.match(first.text) or _RULE.match(first.text) or (_IMAGE.match(first.text) and first.text.endswith(")"))
    ):
        return i
    quoted = sign == ">"
    n = len(lines)
    last = i
    while last + 1 < n:
        here, following = lines[last], lines[last + 1]
        text = following.text
        if not text or last + 1 in tables:
            break
        if quoted:
            if text[0] != ">" or not text.strip("> "):
                break
            last += 1
            continue
        if last == i and text[0] in "=-" and _UNDERLINE.match(text):
            last += 1
            break
        if _starts_block(text):
            break
        if not _is_wrapped(here, following, width):
            break
        last += 1
    return last


def _starts_block(text: str) -> bool:
    if text[0] in "QA" and _ASKED.match(text):
        return True
    if text[0] not in _FIRST_SPECIAL and ")" not in text[:_LONGEST_NUMBER]:
        return False
    if text[0] == ">" or _RULE.match(text) or _IMAGE.match(text) or _HEADING.match(text):
        return True
    if _BULLET.match(text):
        # A dash may as well go on a sentence that was wrapped before it.
        return text[0] not in "–—-" or len(text) < 3 or not text[2].islower()
    return bool(_NUMBERED.match(text))


def _is_wrapped(here: Line, following: Line, width: int) -> bool:
    text, after = here.text, following.text
    if (
        following.indent > here.indent + 1
        and _STOP.search(text)
        and not _BULLET.match(text)
        and not _NUMBERED.match(text)
    ):
        return False
    if not width:
        if here.char_end - here.char_start <= _MIN_WIDTH or _TERMINAL.search(text):
            return False
        if after[0].islower() or (after[0] == "[" and bool(_LINK.match(after))):
            return True
        return text[text.rfind(" ") + 1 :] in word_lists().open_ends
    space = after.find(" ")
    word = len(after) if space < 0 else space
    if here.indent + len(text) + 1 + word > width - 2:
        return True
    return after[0].islower() and not _TERMINAL.search(text) and 2 * len(text) > width


def _draft(text: str, lines: list[Line], i: int, last: int) -> Draft:
    first, end = lines[i], lines[last].char_end
    start = first.char_start
    line = first.text
    after_blank = i == 0 or not lines[i - 1].text
    draft = Draft(text, start, end, after_blank=after_blank)
    draft.rows = [(lines[j].char_start, lines[j].char_end) for j in range(i, last + 1)] if last > i else []
    if last > i and _UNDERLINE.match(lines[last].text):
        draft.kind, draft.level = "heading", 1 if lines[last].text[0] == "=" else 2
        draft.words = text[start : lines[last - 1].char_end]
        return draft
    read_signs(draft, line, first.indent)
    return draft


def read_signs(draft: Draft, line: str = "", indent: int = 0) -> None:
    """Fill in what the signs at the start of a draft say of its kind; ``line`` is its first line, if it has several."""
    line = line or draft.words
    if line[0] in "QA*_" and (match := _ASKED.match(line)):
        mark = (match[1] or match[2])[0]
        draft.kind, draft.sign = ("question" if mark == "Q" else "answer"), mark
        _enter(draft, draft.char_start + match.end())
        return
    if line[0] in _FIRST_SPECIAL or ")" in line[:_LONGEST_NUMBER]:
        _read_signs(draft, line, indent)
    if not draft.kind or draft.kind == "bullet":
        _read_emphasis(draft)


def _enter(draft: Draft, inner: int) -> None:
    draft.inner = inner
    draft.words = draft.text[inner : draft.char_end]


def _read_signs(draft: Draft, line: str, indent: int) -> None:
    start = draft.char_start
    if match := _HEADING.match(line):
        draft.kind, draft.level, draft.sign = "heading", len(match[1]), "#"
        _enter(draft, start + match.end())
        draft.words = draft.words.rstrip("# ")
        if asked := _ASKED.match(draft.words):
            draft.kind = "question" if (asked[1] or asked[2])[0] == "Q" else "answer"
            _enter(draft, draft.inner + asked.end())
        _measure_links(draft)
    elif _RULE.match(line) or _REFERENCE.match(line):
        draft.kind, draft.sign = "boilerplate", "rule"
    elif (match := _IMAGE.match(line)) and len(line) - match.end() <= 2 + 2000 * line.startswith("["):
        draft.kind, draft.url = "image", match[2]
        draft.inner = start + match.start(1)
        draft.words = match[1]
    elif line[0] == ">" and (match := _QUOTE.match(line)):
        draft.kind = "quote"
        _enter(draft, start + match.end())
    elif match := _BULLET.match(line):
        draft.kind, draft.sign, draft.level = "bullet", line[0], indent
        _enter(draft, start + match.end())
        _measure_links(draft)
    elif match := _NUMBERED.match(line):
        draft.sign, draft.level = "1" if (match[1] or match[2]).isdigit() else "a", indent
        draft.kind = "bullet"
        _enter(draft, start + match.end())
        _measure_links(draft)
    else:
        _measure_links(draft)


def _read_emphasis(draft: Draft) -> None:
    words = draft.words
    if words[:1] in "*_" and len(words) < 900:
        if match := _WHOLE_BOLD.match(words):
            draft.emphasis = "bold"
            draft.words = match[2]
        elif match := _WHOLE_ITALIC.match(words):
            draft.emphasis = "italic"
            draft.words = match[2]


def _measure_links(draft: Draft) -> None:
    """How much of what a reader sees are links; the words are then what a reader sees."""
    words = draft.words
    if "](" not in words:
        return
    links = list(_LINK.finditer(words))
    if not links:
        return
    pieces, at = [], 0
    for link in links:
        pieces += (words[at : link.start()], link[1])
        at = link.end()
    pieces.append(words[at:])
    draft.words = "".join(pieces)
    draft.link_share = min(1.0, sum(_letters(link[1]) for link in links) / (_letters(draft.words) or 1))


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    plain = text.encode("ascii", "ignore")
    other = 0 if len(plain) == len(text) else sum(map(str.isalnum, _NOT_ASCII.findall(text)))
    return len(plain.translate(None, _ASCII_SIGNS)) + other


def _table(text: str, lines: list[Line], first: int, last: int, source_form: str) -> Draft:
    rows = [(line.char_start, line.char_end) for line in lines[first : last + 1] if line.text]
    return Draft(text, rows[0][0], rows[-1][1], kind="table", rows=rows, source_form=source_form)
