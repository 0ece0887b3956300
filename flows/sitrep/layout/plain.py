"""Plain text and Markdown to drafts of blocks: signs of markup, lines joined into paragraphs, tables set apart."""

from __future__ import annotations

from bisect import bisect_right

from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.layout import tabular
from sitrep.layout.bylines import is_dated
from sitrep.layout.drafts import Draft
from sitrep.layout.lines import Lines, split
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
_LINK = re.compile(
    r"\[(?<!!\[)([^\[\]]{1,400})\]\(([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)[^()]{0,300}\)"
)
_REFERENCE = re.compile(r"\[\^?[^\[\]]{1,60}\]:\s*\S+")
_ASKED = re.compile(
    r"(?:\*\*|__)?(Q(?:uestion)?|A(?:nswer)?)(?:\s?\d{1,3})?\s?[:.]\s?(?:\*\*|__)?\s*(?=\S)|(Q)[ \u00a0]{2,}(?=\S)"
)
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,300})\1[:.]?\Z")
_WHOLE_ITALIC = re.compile(r"([*_])(?=[^\s*_])(.{1,600})(?<=[^\s*_])\1\Z", re.S)
_FIRST_SPECIAL = frozenset("#>-*+•▪●◦‣·–—○■□►▶➤✓✔∙⁃✅❌✖➡👉🔴🟢🟡🔵⚫🔹🔸🔷🔶🔺🔻⚡❗‼📌📍![|_=~\\(0123456789")
_MAY_ASK, _MAY_RULE = "QA", frozenset("-*_=~#\\")
_MAY_START = _FIRST_SPECIAL.union(_MAY_ASK)
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\Z")
_STOP = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_MAY_STOP, _MAY_TERMINATE = frozenset(".!?…\"'”’»)]*_"), frozenset(".!?…:;\"'”’»)]*_")
_LONGEST_NUMBER = 6
# A day with its weekday, year, time and zone is no longer, in code points.
_LONGEST_DAY = 48
_MIN_WIDTH, _MAX_WIDTH, _MIN_WRAPPED = 40, 140, 3
# No word is so long that a line wrapped at a width goes so far beyond it.
_BEYOND = 1.25


def read(text: str) -> list[Draft]:
    """Drafts that cover a plain text or Markdown document, in order, with the kinds that its signs alone decide."""
    lines = split(text)
    texts, starts = lines.texts, lines.starts
    folded = fold(text)
    regions = tabular.regions(lines.indented)
    tables = {region.first: region for region in regions}
    captions = {region.caption for region in regions} - {None}
    width = _wrap_width(text, lines, regions)
    drafts: list[Draft] = []
    i, n = 0, len(texts)
    while i < n:
        if not texts[i]:
            i += 1
            continue
        region = tables.get(i)
        if region is not None:
            drafts.append(_table(text, folded, lines, region))
            drafts[-1].after_blank = i == 0 or not texts[i - 1]
            i = region.last + 1
            continue
        last = _last_of_block(lines, i, width, tables)
        draft = Draft(text, folded, starts[i], lines.ends[last])
        draft.after_blank = i == 0 or not texts[i - 1]
        draft.line_starts = starts[i : last + 1]
        if last > i and _UNDERLINE.match(texts[last]):
            draft.kind, draft.level = "heading", 1 if texts[last][0] == "=" else 2
            draft.words = text[starts[i] : lines.ends[last - 1]]
        else:
            read_signs(draft, texts[i], lines.indents[i])
        if i in captions:
            draft.kind = "caption"
        drafts.append(draft)
        i = last + 1
    return drafts


def _wrap_width(text: str, lines: Lines, regions: list[tabular.Region]) -> int:
    """The column at which the document's lines were wrapped, 0 where they were not or too few tell."""
    rows = {i for region in regions for i in range(region.first, region.last + 1)}
    # Addresses cannot be wrapped: lines with one, and those before, say nothing of the width.
    told = [line if "](" not in line else "" for line in lines.texts] if "](" in text else lines.texts
    followed = [
        line
        for i, (line, words, following) in enumerate(zip(lines.indented, told, told[1:], strict=False))
        if words and following and i not in rows and not (following[0] in _MAY_START and _starts_block(following))
    ]
    # The lines of a wrapped paragraph seldom end as sentences do, but for the last.
    if len(followed) < _MIN_WRAPPED or sum([line[-1] in ".!?" for line in followed]) > 0.6 * len(followed):
        return 0
    lengths = sorted(map(len, followed))
    width = lengths[int(len(lengths) * 0.9)]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or _is_mostly_wider(told, width):
        return 0
    # Of lines that were wrapped most are about as long; of lines that are paragraphs few.
    return width if len(lengths) - bisect_right(lengths, 0.75 * width) >= 0.6 * len(lengths) else 0


def _is_mostly_wider(texts: list[str], width: int) -> bool:
    """Whether most of a text stands in lines that go well beyond a width, as if it had not been wrapped there."""
    wide = sum([len(text) for text in texts if len(text) > _BEYOND * width])
    return 2 * wide > sum(map(len, texts))


def _last_of_block(lines: Lines, i: int, width: int, tables: dict[int, tabular.Region]) -> int:
    """The last line of the block that begins with line ``i``: lines are joined where a wrap alone parted them."""
    texts = lines.texts
    first = texts[i]
    if first[0] in _FIRST_SPECIAL:
        if _heads_or_rules(first) or (first[0] in "![" and _IMAGE.match(first) and first.endswith(")")):
            return i
        if first[0] == ">":
            return _last_of_quote(texts, i, tables)
    last, n = i, len(texts)
    while last + 1 < n:
        text = texts[last + 1]
        if not text or last + 1 in tables:
            break
        if last == i and text[0] in "=-" and _UNDERLINE.match(text):
            return last + 1
        if (text[0] in _MAY_START or ")" in text[:_LONGEST_NUMBER]) and _starts_block(text):
            # "by June" / "22. Troops": a day at the start of a line goes on a sentence that was wrapped before it.
            if not (width and text[0].isdigit() and not _terminates(texts[last]) and _is_wrapped(lines, last, width)):
                break
        if not _is_wrapped(lines, last, width) or (last == i and _heads_day(first, text)):
            break
        last += 1
    return last


def _heads_day(first: str, text: str) -> bool:
    """Whether a line is a day with its year alone below one that no sentence goes on from, as below a head."""
    if len(text) > _LONGEST_DAY or text[-1] in ".,;" or first[0] in _FIRST_SPECIAL or not is_dated(text):
        return False
    return first[first.rfind(" ") + 1 :] not in word_lists().open_ends


def _last_of_quote(texts: list[str], i: int, tables: dict[int, tabular.Region]) -> int:
    while i + 1 < len(texts) and texts[i + 1][:1] == ">" and i + 1 not in tables and texts[i + 1].strip("> "):
        i += 1
    return i


def _heads_or_rules(text: str) -> bool:
    sign = text[0]
    return bool((sign == "#" and _HEADING.match(text)) or (sign in _MAY_RULE and _RULE.match(text)))


def _starts_block(text: str) -> bool:
    """Whether a line that opens with what may be a sign starts a block whatever stands before it."""
    sign = text[0]
    if sign in _MAY_ASK:
        return bool(_ASKED.match(text))
    if sign == ">" or _heads_or_rules(text) or (sign in "![" and _IMAGE.match(text)):
        return True
    if _BULLET.match(text):
        # A dash may as well go on a sentence that was wrapped before it.
        return sign not in "–—-" or len(text) < 3 or not text[2].islower()
    return bool(_NUMBERED.match(text))


def _is_wrapped(lines: Lines, i: int, width: int) -> bool:
    """Whether a wrap alone parted line ``i`` from the next."""
    text, after = lines.texts[i], lines.texts[i + 1]
    if (
        lines.indents[i + 1] > lines.indents[i] + 1
        and text[-1] in _MAY_STOP
        and _STOP.search(text)
        and not _BULLET.match(text)
        and not _NUMBERED.match(text)
    ):
        return False
    if not width:
        if len(text) <= _MIN_WIDTH or _terminates(text):
            return False
        if after[0].islower() or (after[0] == "[" and bool(_LINK.match(after))):
            return True
        return text[text.rfind(" ") + 1 :] in word_lists().open_ends
    space = after.find(" ")
    word = len(after) if space < 0 else space
    if len(lines.indented[i]) + 1 + word > width - 2:
        return True
    return 2 * len(text) > width and after[0].islower() and not _terminates(text)


def _terminates(text: str) -> bool:
    return text[-1] in _MAY_TERMINATE and bool(_TERMINAL.search(text))


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
    start, sign = draft.char_start, line[0]
    if sign == "#" and (match := _HEADING.match(line)):
        draft.kind, draft.level, draft.sign = "heading", len(match[1]), "#"
        _enter(draft, start + match.end())
        draft.words = draft.words.rstrip("# ")
        if asked := _ASKED.match(draft.words):
            draft.kind = "question" if (asked[1] or asked[2])[0] == "Q" else "answer"
            _enter(draft, draft.inner + asked.end())
        _measure_links(draft)
    elif (sign in _MAY_RULE and _RULE.match(line)) or (sign == "[" and _REFERENCE.match(line)):
        draft.kind, draft.sign = "boilerplate", "rule"
    elif sign in "![" and (match := _IMAGE.match(line)) and len(line) - match.end() <= 2 + 2000 * line.startswith("["):
        draft.kind, draft.url = "image", match[2]
        draft.inner = start + match.start(1)
        draft.words = match[1]
    elif sign == ">" and (match := _QUOTE.match(line)):
        draft.kind = "quote"
        _enter(draft, start + match.end())
    elif match := _BULLET.match(line):
        draft.kind, draft.sign, draft.level = "bullet", sign, indent
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
    pieces, labels, at = [], [], 0
    for link in links:
        label = link[1]
        pieces += (words[at : link.start()], label)
        labels.append(label)
        at = link.end()
    pieces.append(words[at:])
    draft.words = "".join(pieces)
    draft.labels = "".join(labels)


def _table(text: str, folded: str, lines: Lines, region: tabular.Region) -> Draft:
    inside = range(region.first, region.last + 1)
    rows = [(lines.starts[i], lines.ends[i]) for i in inside if lines.texts[i]]
    draft = Draft(text, folded, rows[0][0], rows[-1][1])
    draft.kind, draft.rows, draft.source_form = "table", rows, region.source_form
    return draft
