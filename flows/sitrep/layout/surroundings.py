"""What stands around an article, told by where it stands: boxes of other stories, comments, menus, the page's end."""

from __future__ import annotations

from itertools import pairwise

from sitrep import patterns as re
from sitrep.layout import boilerplate, bylines
from sitrep.layout.drafts import Draft
from sitrep.layout.words import is_prose, key_of, words

_AUTHOR_BOX = re.compile(
    lambda: rf"(?:[A-ZÀ-Þ][\w.'’-]+ ){{1,4}}{re.any_of(words().author_is | words().author_does)}\b"
)
_NAME_TOLD = re.compile(r"((?:[A-ZÀ-Þ][\w.'’-]+ ){1,4})([a-z]+)\b")
_NUMBER = re.compile(r"\A\W*\d{1,2}[.)]\s+")
_AFTER_LABEL = re.compile(r"\W{0,3}\w+:\s")
# A label and what follows it have so many words, where they tell the sources of a text.
_MIN_SOURCES = 4
_NOTE = re.compile(r"\[\d{1,3}\]\s")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w.'’-]+")
# Where a writer writes from is no part of the name: "Ann Roe in Nairobi, Kenya".
_POSTED = re.compile(lambda: rf"\b{re.any_of(words().before_posts)}(?:,? [A-ZÀ-Þ][\w.'’-]+){{1,6}}")
# How many lines may give a writer's name, post and networks above what tells of the writer.
_ABOVE_WRITER = 3
# How many lines may be the head of a page.
_HEAD = 12
# The line of contents may stand below a first paragraph that sums the text up, and no further than so many lines.
_BELOW_SUMMARY = 3
_ABOUT_AUTHOR = re.compile(
    lambda: (
        rf" {re.any_of(words().author_is)} {re.any_of(words().author_determiners)} | {re.any_of(words().author_does)} "
    )
)
# A teaser is one sentence; a paragraph of the article often more.
_NEXT_SENTENCE = re.compile(r"[a-z\d][.!?][\"'”’)]{0,2}\s+[\"'“‘(]?[A-ZÀ-Þ]")
_MAY_HEAD = frozenset({"", "heading", "boilerplate", "paragraph", "bullet"})
# Kinds that a sign or a form tells: words alone do not make them the page's.
_SIGNED = frozenset({"table", "image", "question", "answer"})
_MAX_ENTRY_WORDS, _MIN_MENU, _MIN_CONTENTS = 4, 4, 2
_MAX_VALUE_WORDS, _MIN_TAGS = 8, 4
_FIGURE_DIGITS, _LISTED_FIGURES = 2, 0.4
_MAX_TAIL_WORDS, _MAX_WEDGED_WORDS = 14, 18
# Behind the head of a page's end all is outside where no more paragraphs than this stand together, and where all of
# them are no more than this share of those before. One such head may stand within an article.
_MAX_STRAY, _MAX_STRAY_SHARE, _MIN_END_HEADS = 2, 0.66, 2
# Behind a button to comment the article goes on after no more lines of the page's own.
_BEHIND_BUTTON = 12
_MAX_TEASER_WORDS, _MIN_HEADLINE_WORDS, _LONG_HEADLINE_WORDS = 40, 4, 6


def mark_own_words(drafts: list[Draft]) -> None:
    """Mark what its own words tell, and the menu entries beside it."""
    for i, draft in enumerate(drafts):
        if draft.outside or (draft.kind not in _SIGNED and boilerplate.is_boilerplate(draft)):
            if draft.outside or not 0 < i < _HEAD or not bylines.tells_kind_and_day(draft):
                draft.kind = "boilerplate"
        elif draft.kind == "image" and boilerplate.is_entry(draft):
            draft.kind = "boilerplate"  # the sign of a network to share on
    for label, value in pairwise(drafts):
        if label.kind in ("", "heading", "boilerplate") and boilerplate.is_field_label(label):
            if value.kind == "" and value.n_words <= _MAX_VALUE_WORDS and not value.has_stop:
                label.kind = value.kind = "boilerplate"
    for order in (range(1, len(drafts)), range(len(drafts) - 2, -1, -1)):
        for i in order:
            draft = drafts[i]
            beside = draft.kind in ("", "bullet", "heading") and drafts[i - order.step].kind == "boilerplate"
            if beside and boilerplate.is_entry(draft) and not _precedes_prose(drafts, i):
                draft.kind = "boilerplate"


def mark_contents(drafts: list[Draft], body: int) -> None:
    """Mark a table of contents above the first prose (index ``body``): lines together that all come again below it.

    It may as well be one line, with bars between what comes again. The line above the first prose may be the heading of
    the first part.
    """
    head = max(body - 1, 0)
    below = {draft.folded for draft in drafts[head:] if not draft.is_long}
    for draft in drafts[: body + _BELOW_SUMMARY]:
        if draft.kind == "" and bylines.has_parts(draft):
            if sum(not below.isdisjoint(_keys(part)) for part in bylines.parts(draft)) >= _MIN_CONTENTS:
                draft.kind = "boilerplate"
    run: list[Draft] = []
    for draft in [*drafts[:head], None]:
        if draft is not None and draft.kind in ("", "bullet") and draft.folded in below and draft.words[-1:] != ".":
            run.append(draft)
        elif draft is None or draft.kind != "boilerplate":
            if len(run) >= _MIN_CONTENTS:
                for entry in run:
                    entry.kind = "boilerplate"
            run = []


def _keys(part: str) -> tuple[str, str]:
    """A part of a line folded for lookup, as written and without its number."""
    return key_of(part), key_of(_NUMBER.sub("", part))


def mark_top(drafts: list[Draft], title: int, body: int) -> None:
    """Mark what stands before the title, and menus between it and the first prose (index ``body``)."""
    for draft in drafts[: max(title, 0)]:
        if draft.kind not in ("byline", "table"):
            draft.kind = "boilerplate"
    for draft in drafts[max(title, -1) + 1 : body]:
        leads_away = draft.kind == "bullet" or draft.link_share > 0.6 or draft.n_words <= _MAX_ENTRY_WORDS
        if draft.before_main and draft.kind in ("", "bullet") and leads_away:
            draft.kind = "boilerplate"
    for draft, below in pairwise(drafts[max(title, -1) + 1 : body + 1]):
        if draft.kind in ("", "heading") and below.kind == "byline" and boilerplate.is_kind_of_story(draft):
            draft.kind = "boilerplate"
    run: list[Draft] = []
    for draft in [*drafts[max(title, -1) + 1 : body], None]:
        if (
            draft is not None
            and draft.kind in ("", "bullet")
            and draft.n_words <= _MAX_ENTRY_WORDS
            and not draft.has_stop
        ):
            run.append(draft)
            continue
        if len(run) >= _MIN_MENU and not _gives_figures(run):
            for entry in run:
                entry.kind = "boilerplate"
        run = []


def _gives_figures(run: list[Draft]) -> bool:
    """Whether short lines are a list of the text: many hold a figure, as the entries of menus do not."""
    figures = sum(sum(map(str.isdigit, entry.words)) >= _FIGURE_DIGITS for entry in run)
    return figures > _LISTED_FIGURES * len(run)


def mark_boxes(drafts: list[Draft], title: int) -> None:
    """Mark heads of comments, other stories and authors' boxes, with what stands under them."""
    prosaic = [is_prose(draft) for draft in drafts]
    first_prose = prosaic.index(True) if True in prosaic else len(drafts)
    for draft in drafts[first_prose:]:
        if draft.kind in ("", "heading") and boilerplate.leads_away(draft):
            draft.kind = "boilerplate"
    i, n = 0, len(drafts)
    while i < n:
        fits = drafts[i].kind in _MAY_HEAD and i != title
        head = boilerplate.head_of(drafts[i]) if fits else None
        if head is None:
            i += 1
            continue
        drafts[i].kind = "boilerplate"
        i += 1
        if head == "comments" and i > first_prose and not _is_button(drafts, i - 1):
            for draft in drafts[i:]:
                draft.kind = "boilerplate"
            return
        if head != "comments":
            i = _end_of_box(drafts, i, head)
    _mark_tags(drafts, first_prose)
    _mark_wedged(drafts, max(title, 0), first_prose)
    _mark_joined(drafts, first_prose)


def _is_button(drafts: list[Draft], i: int) -> bool:
    """Whether a prompt to comment stands in the middle of an article, which goes on behind it."""
    if not boilerplate.prompts_comment(drafts[i]):
        return False
    behind = next((draft for draft in drafts[i + 1 : i + 1 + _BEHIND_BUTTON] if draft.kind != "boilerplate"), None)
    return behind is not None and (is_prose(behind) or behind.sign == "#")


def _end_of_box(drafts: list[Draft], start: int, head: str) -> int:
    first_kind = drafts[start].kind if start < len(drafts) else ""
    for i in range(start, len(drafts)):
        draft = drafts[i]
        if boilerplate.head_of(draft) is not None:
            return i
        if drafts[start - 1].outside and not draft.outside:
            return i
        if draft.kind == "boilerplate":
            continue
        if draft.in_html and draft.kind == "heading" and draft.link_share < 0.5:
            if (draft.level or 6) <= (drafts[start - 1].level or 0):
                return i
        if i > start and draft.after_blank and not drafts[i - 1].after_blank and _precedes_prose(drafts, i):
            return i
        if draft.kind in ("table", "question", "answer", "title", "byline", "caption") or (
            draft.sign == "#" and draft.link_share < 0.8
        ):
            return i
        if is_prose(draft) and not (head == "author" and i == start):
            if head == "author" or not (_is_teaser(drafts, i) or _is_item(drafts, i, start)):
                return i
        if first_kind == "bullet" and draft.kind not in ("bullet", "image", "caption"):
            return i
        if draft.kind == "bullet" and draft.has_stop and draft.n_words > 12 and draft.link_share < 0.5:
            return i
        draft.kind = "boilerplate"
    return len(drafts)


def _is_item(drafts: list[Draft], i: int, start: int) -> bool:
    """Whether a sentence stands in one group of lines with the head of a box that a blank line parts from the text."""
    glued = drafts[start - 1].after_blank and not any(draft.after_blank for draft in drafts[start : i + 1])
    return glued and drafts[i].n_words <= _MAX_TEASER_WORDS


def _is_teaser(drafts: list[Draft], i: int) -> bool:
    """Whether a sentence in a box sums up the story whose headline stands above it; its day or the next one follow."""
    draft, headline = drafts[i], drafts[i - 1]
    if i + 1 >= len(drafts) or draft.n_words > _MAX_TEASER_WORDS or (draft.after_blank and not headline.after_blank):
        return False
    if headline.has_stop or headline.n_words < _MIN_HEADLINE_WORDS or boilerplate.is_boilerplate(headline):
        return False
    following = drafts[i + 1]
    if following.kind in ("", "byline", "boilerplate") and bylines.may_sign(following):
        return True
    # The heads of an article's parts are shorter than headlines.
    is_next = following.kind in ("", "heading") and not following.has_stop
    if not is_next or min(headline.n_words, following.n_words) < _LONG_HEADLINE_WORDS:
        return False
    alone = i + 3 >= len(drafts) or not is_prose(drafts[i + 3])
    return alone and _precedes_prose(drafts, i + 1) and drafts[i + 2].n_words <= _MAX_TEASER_WORDS


def _mark_tags(drafts: list[Draft], first_prose: int) -> None:
    """Mark the topics of a story: short lines in a row between a paragraph and what is the page's."""
    first = first_prose + 1
    for i in range(first_prose + 1, len(drafts)):
        draft = drafts[i]
        if draft.kind == "" and draft.words[-1].isalnum() and draft.n_words <= _MAX_ENTRY_WORDS:
            continue
        run = drafts[first:i]
        if draft.kind == "boilerplate" and len(run) >= _MIN_TAGS and not _gives_figures(run):
            for tag in run:
                tag.kind = "boilerplate"
        first = i + 1


def _mark_wedged(drafts: list[Draft], title: int, first_prose: int) -> None:
    """Short lines that are no sentences, between two that are the page's, are the page's."""
    last = -1
    for i in range(title + 1, len(drafts)):
        draft = drafts[i]
        if draft.kind == "boilerplate":
            if 0 <= last < i - 1 and drafts[last].sign != "rule":
                for between in drafts[last + 1 : i]:
                    between.kind = "boilerplate"
            last = i
        elif not _may_be_wedged(draft, i > first_prose):
            last = -1


def _mark_joined(drafts: list[Draft], first_prose: int) -> None:
    """Short lines in one group with a line of the page, which blank lines part from all else, are the page's."""
    first = first_prose
    for i in range(first_prose + 1, len(drafts) + 1):
        if i < len(drafts) and not drafts[i].after_blank:
            continue
        alone = i - first == 1
        group = () if alone else drafts[first:i]
        first = i
        if any(draft.kind == "boilerplate" for draft in group):
            if all(draft.kind == "boilerplate" or _may_be_wedged(draft, False) for draft in group):
                for draft in group:
                    draft.kind = "boilerplate"


def _may_be_wedged(draft: Draft, in_body: bool) -> bool:
    if draft.has_stop and not (in_body and draft.words.endswith("?")):
        return False
    if draft.n_words > _MAX_WEDGED_WORDS or draft.emphasis or draft.words[-1:] in ";:,":
        return False
    if draft.kind == "byline":
        return in_body or bylines.is_time_line(draft)
    if bylines.credits_writers(draft):
        return False
    return draft.kind == "" or (
        draft.kind == "bullet" and draft.n_words <= 3 and not any(map(str.isdigit, draft.words))
    )


def mark_end(drafts: list[Draft]) -> None:
    """Mark what follows the head of a page's end, where little prose follows and none of it goes on for long."""
    if sum([draft.kind in _MAY_HEAD and boilerplate.ends_article(draft) for draft in drafts]) < _MIN_END_HEADS:
        return
    prose = [i for i, draft in enumerate(drafts) if is_prose(draft)]
    sizes = [drafts[i].char_end - drafts[i].char_start for i in prose]
    stray, size, total = 0, 0, sum(sizes)
    heads, end, goes_on = 0, len(drafts), False
    for i in range(len(drafts) - 1, -1, -1):
        draft = drafts[i]
        if prose and prose[-1] == i:
            prose.pop()
            size += sizes.pop()
            stray += 1
            goes_on = goes_on or bool(_NEXT_SENTENCE.search(draft.words))
            if stray > _MAX_STRAY or size > _MAX_STRAY_SHARE * (total - size):
                break
            continue
        stray = 0
        if draft.kind in ("table", "question", "answer", "title") or draft.named_byline:
            break
        if prose and not draft.outside and draft.kind in _MAY_HEAD and boilerplate.ends_article(draft):
            heads += 1
            # A box of other stories may as well stand within an article, which then goes on below it.
            within = goes_on and boilerplate.head_of(draft) == "box"
            if heads >= _MIN_END_HEADS and not within:
                end, goes_on = i, False
    for draft in drafts[end:]:
        draft.kind = "boilerplate"


def _precedes_prose(drafts: list[Draft], i: int) -> bool:
    return i + 1 < len(drafts) and (is_prose(drafts[i + 1]) or drafts[i + 1].kind == "question")


def mark_tail(drafts: list[Draft], end: int) -> None:
    """After the last prose (index ``end``): what is no sentence, list, table or answer, and who the author is."""
    leads_on = False
    for i in range(len(drafts) - 1, max(end - 1, 0), -1):
        draft = drafts[i]
        if draft.kind in ("boilerplate", "byline", "caption", "image"):
            leads_on = leads_on or draft.kind != "boilerplate"
            continue
        unfinished = draft.kind in ("", "heading") and i > end and not draft.has_stop and not _NOTE.match(draft.words)
        heads = (draft.kind == "heading" and leads_on) or _tells_sources(draft)
        if _is_author_box(draft):
            end = next((j for j in range(i - 1, 0, -1) if is_prose(drafts[j])), 0)
        elif not unfinished or heads or draft.n_words > _MAX_TAIL_WORDS:
            break
        draft.kind = "boilerplate"


def _tells_sources(draft: Draft) -> bool:
    """Whether a line below the text tells what it was written from: "Sources: official briefings, two interviews"."""
    labelled = not words().told_below.isdisjoint(draft.tokens[:1]) and _AFTER_LABEL.match(draft.words)
    return bool(labelled) and draft.n_words >= _MIN_SOURCES


def mark_writers(drafts: list[Draft], body: int) -> None:
    """Mark what tells of a writer whom a byline names, and the name above it, below the first prose (at ``body``)."""
    signed = [_POSTED.sub("", draft.words) for draft in drafts if draft.kind == "byline"]
    names = {name for line in signed for name in _CAPITALISED.findall(line)}
    if not names:
        return
    for i in range(body + 1, len(drafts)):
        opening = _NAME_TOLD.match(drafts[i].words) if drafts[i].kind == "" else None
        if opening is None or opening[2] not in words().author_verbs or not names.issuperset(opening[1].split()):
            continue
        drafts[i].kind = "boilerplate"
        above = [j for j in range(max(i - _ABOVE_WRITER, body + 1), i) if names.issuperset(drafts[j].words.split())]
        for draft in drafts[above[0] : i] if above else ():
            draft.kind = "boilerplate"


def _is_author_box(draft: Draft) -> bool:
    if draft.kind != "" or draft.n_words > 80 or not _AUTHOR_BOX.match(draft.words):
        return False
    opening = f" {' '.join(draft.tokens[:24])} "
    return bool(_ABOUT_AUTHOR.search(opening)) and any(role in opening for role in words().author_roles)
