"""Find the title among the lines above the article."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.layout.bylines import is_issue, is_time_line, names_periodical
from sitrep.layout.drafts import Draft
from sitrep.layout.words import is_prose, key_of
from sitrep.model import Document

_STOP = re.compile(r"[.;,][\"'”’»)\]*_]*\Z")
_MAX_CHARS, _MAX_WORDS = 240, 34
_DEEPEST = 1000
# How many paragraphs of prose a title is compared with, and on how many letters of each word.
_PARAGRAPHS, _STEM = 8, 5
# The first of them, after the line that sums them up, say again what the title says.
_LEAD = 2
# How far below the best score the first candidate may stay and still be the title.
_SLACK = 0.3
# What each shared word adds, and again each shared with the lead, up to so many of either; what it costs to
# be a short line among short lines.
_MANY, _MOST_SHARED, _LISTED = 0.1, 4, 0.5
# What it costs to stand below a time of day, as the entries of a live blog do.
_TIMED = 1.0
# What it costs to be the issue of a periodical that is named above.
_ISSUE = 1.0
_MAX_ENTRY_WORDS = 4
# From so many words on, what opens the page is its headline rather than the name of a site.
_MIN_HEADLINE = 5
# The entries of menus are little else than links.
_LINKED = 0.6
# What it adds that ingest took a line for the title.
_KNOWN = 0.5


def find_title(drafts: list[Draft], body: int, document: Document) -> int:
    """The index of the title, -1 where the text has none; ``body`` is the index of the first prose.

    A title known beforehand is looked for first in HTML and feeds, where it comes from metadata; of other texts it may
    be a guess from the first lines, and counts as one sign among others. Else the line above the first prose wins that
    shares most words with it, has the form of a headline, and stands by a byline; of lines alike the first.
    """
    wanted = key_of(document.title or "")
    if wanted and (document.elements or document.source_record is not None):
        same = [i for i, draft in enumerate(drafts) if _same(draft, wanted)]
        if same:
            inside = [i for i in same if not drafts[i].outside]
            return inside[0] if inside else same[0]
    candidates = [i for i in range(min(body, len(drafts), _DEEPEST)) if _may_be_title(drafts[i])]
    # What heads one of several statements is the title of none but its own.
    candidates = [i for i in candidates if not drafts[i].heads_statement] or candidates
    if not candidates:
        return -1
    told = next((i for i in range(min(body, len(drafts))) if _is_told(drafts[i])), body)
    if any(draft.kind == "byline" for draft in drafts[candidates[0] + 1 : told]):
        candidates = [i for i in candidates if i < told]
    if len(candidates) == 1:
        return candidates[0]
    times = Counter(drafts[i].folded for i in candidates)
    lead, vocabulary = _vocabularies(drafts, body)
    scores = []
    for i in candidates:
        known = bool(wanted) and _same(drafts[i], wanted)
        opens = known and _opens_page(drafts, i)
        scores.append(_score(drafts, i, lead, vocabulary, times) + _KNOWN * known + _KNOWN * opens)
    best = max(scores)
    first = next(i for i, score in zip(candidates, scores, strict=True) if score >= best - _SLACK)
    return next(i for i in reversed(candidates) if drafts[i].folded == drafts[first].folded)


def _vocabularies(drafts: list[Draft], body: int) -> tuple[set[str], set[str]]:
    """The stems of the longer words of the lead, and of all paragraphs that a title is compared with."""
    prose = islice((drafts[i] for i in range(body, len(drafts)) if is_prose(drafts[i])), _PARAGRAPHS)
    stems = [{word[:_STEM] for word in fold(draft.words[:1500]).split() if len(word) > 3} for draft in prose]
    return set().union(*stems[:_LEAD]), set().union(*stems)


def _same(draft: Draft, wanted: str) -> bool:
    if draft.kind not in ("", "heading", "boilerplate"):
        return False
    if draft.char_end - draft.char_start > 2 * len(wanted) + 60:
        return False
    return draft.folded == wanted or (len(wanted) > 20 and draft.n_words > 3 and draft.folded.startswith(wanted))


def _may_be_title(draft: Draft) -> bool:
    if draft.kind not in ("", "heading") or draft.outside or draft.char_end - draft.char_start > _MAX_CHARS:
        return False
    if not 1 <= draft.n_words <= _MAX_WORDS or _STOP.search(draft.words) or draft.words.endswith(":"):
        return False
    return draft.kind == "heading" or not draft.words[0].islower()


def _is_told(draft: Draft) -> bool:
    """Whether a bullet is a sentence, as those are that sum up an article below its byline, and above its headings."""
    return draft.kind == "bullet" and draft.has_stop and draft.n_words > _MIN_HEADLINE and draft.link_share <= _LINKED


def _opens_page(drafts: list[Draft], i: int) -> bool:
    """Whether a line opens the page and is as long as headlines are; menus and names of sites are shorter."""
    return i == 0 and drafts[0].n_words >= _MIN_HEADLINE


def _is_listed(drafts: list[Draft], i: int) -> bool:
    """Whether a line is short and so are those around it, as in a menu."""
    around = drafts[max(0, i - 1) : i + 2]
    return len(around) == 3 and all(
        draft.kind in ("", "boilerplate", "bullet") and draft.n_words <= _MAX_ENTRY_WORDS for draft in around
    )


def _score(drafts: list[Draft], i: int, lead: set[str], vocabulary: set[str], times: Counter[str]) -> float:
    draft = drafts[i]
    content = [word[:_STEM] for word in draft.tokens if len(word) > 3]
    shared = sum(word in vocabulary for word in content)
    score = shared / (len(content) + 1) + _MANY * min(shared, _MOST_SHARED)
    score += _MANY * min(sum(word in lead for word in content), _MOST_SHARED)
    score += 0.5 * (draft.n_words >= 4)
    score -= _LISTED * _is_listed(drafts, i)
    if i > 0 and is_issue(draft) and names_periodical(drafts[i - 1]):
        score -= _ISSUE
    score -= _TIMED * (i > 0 and is_time_line(drafts[i - 1]))
    if draft.kind == "heading":
        score += 1.0 if draft.level == 1 else 0.25
    following = islice((drafts[j].kind for j in range(i + 1, len(drafts)) if drafts[j].kind != "boilerplate"), 2)
    if "byline" in following:
        score += 0.4
    if times[draft.folded] > 1:
        score += 0.3
    return score - 0.5 * (draft.link_share > 0.8)
