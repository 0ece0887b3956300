"""Places that no list knows but the text itself says are some: "the village of X", "near X", "the X River", "in X"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache
from operator import itemgetter

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import fold
from sitrep.matcher import Automaton
from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.around import strip_possessive, word_after, word_before, words
from sitrep.mentions.places.choose import demonyms
from sitrep.model import Page, PlaceMention, Sentence

# Of bounded length, so that no text takes more than linear time.
_WORD = r"(?:[a-z]{2}-)?[A-Z][\w’'-]{1,24}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_OF = re.compile(rf"of ({_NAME})")
_CONTAINED = re.compile(r"(?:,| in| in the)[ \t\xa0]{1,3}")
# Where no capitals tell, words may stand before the article that are no part of the name.
_ARTICLE = re.compile(r"(?:.*\s)?([Tt]he|THE)\s")
# A name behind "in" or "at". The capital stands first, and is looked back at behind it: the engine then skips all other
# characters at once.
_WITHIN = re.compile(r"[A-Z](?<=\b[Ii]n .|\b[Aa]t .)[\w’'-]{2,24}(?: [A-Z][\w’'-]{1,24}){0,2}")
# "Houthi-controlled" and the like.
_COMPOUND = re.compile(r"-[a-z]{4}")
_LOWER = re.compile(r"\b[a-z]+\b")
# No name with its article is longer (code points).
_LONGEST = 96
# An adjective, a kind of place and "of".
_BEFORE_KIND = 3
# Of two states spoken of, the one is the page's where it is named so much more often.
_DOMINANT = 2


@cache
def _cues() -> tuple[Automaton, list[str]]:
    """The words beside which names are looked for, and for each the group of ``place_context`` that it is of."""
    cues = [(f"{kind} of", "site_of") for kind in words("site_of")]
    cues += [(cue, group) for group in ("only_before_places", "kinds_behind_names") for cue in words(group)]
    return Automaton([fold(cue) for cue, _ in cues]), [group for _, group in cues]


@cache
def _near() -> re.Pattern[str]:
    """A preposition that only a place follows, and a name behind it."""
    before = "|".join(sorted(words("only_before_places"), key=len, reverse=True))
    return re.compile(rf"\b(?i:{before}) ({_NAME})")


@cache
def _kind_behind() -> re.Pattern[str]:
    """A name in front of a word for what it is, as in "the Ahmar mountains", "Lomba River"."""
    kinds = "|".join(sorted(words("kinds_behind_names"), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:[Tt]he |THE )?{_NAME} (?:{kinds}|{kinds.title()}|{kinds.upper()})\b")


def read(page: Page, found: list[PlaceMention], weight: Counter[str]) -> list[PlaceMention]:
    """The places besides those ``found``, none of which they overlap.

    The country is that of the place named right behind it, else of the adjective before "village of X", else of the
    nearest below state level in the sentence, else the one that the page mostly speaks of. A name whose country none of
    them tells is left out, but for a "village of X".
    """
    starts = {mention.char_start: mention for mention in found}
    named = sorted({*_named(page), *_within(page, starts)})
    if not named:
        return []
    taken = [(mention.char_start, mention.char_end) for mention in found]
    mostly = _only(weight)
    added: list[PlaceMention] = []
    at = last = 0
    for start, end, name, sure in named:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        sentence = page.sentence_at(start)
        if start < last or (at < len(taken) and taken[at][0] < end) or sentence is None:
            continue
        behind = _CONTAINED.match(page.view, end)
        container = next((starts[i] for i in (behind.end(), behind.end() - 4) if i in starts), None) if behind else None
        told = container.country if container else _owner(page.view, start) if sure else None
        country = told or _beside(found, at, start, sentence) or mostly
        if country is None and not sure:
            continue
        precision = "region" if name.rsplit(" ", 1)[-1].lower() in words("region_after") else "point"
        added.append(PlaceMention(start, end, name, country, None, None, None, precision))
        last = end
    return added


def _owner(view: str, start: int) -> str | None:
    """The country in the adjective before what a place is told to be ("the Thai province of Sisaket")."""
    before = view[max(0, start - _LONGEST) : start].split()[-_BEFORE_KIND:]
    return next((demonyms()[word] for word in before if word in demonyms()), None)


def _beside(found: list[PlaceMention], at: int, start: int, sentence: Sentence) -> str | None:
    """The country of the place nearest to ``start`` in its sentence; ``at`` is the first place behind it."""
    near = [
        mention
        for mention in found[max(0, at - 1) : at + 1]
        if sentence.char_start <= mention.char_start < sentence.char_end and mention.precision != "country"
    ]
    return min(near, key=lambda mention: abs(mention.char_start - start)).country if near else None


def _only(weight: Counter[str]) -> str | None:
    ranked = sorted(weight.items(), key=itemgetter(1), reverse=True)[:2]
    if ranked and (len(ranked) == 1 or ranked[0][1] >= _DOMINANT * ranked[1][1]):
        return ranked[0][0]
    return None


def _named(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """The spans and names of what may be a place, and whether the text says outright that it is a settlement."""
    view, offset = page.view, page.folded.offset
    automaton, groups = _cues()
    near_until = kind_until = 0
    for index, a, b in sorted(automaton.hits(page.folded), key=itemgetter(1)):
        group, start = groups[index], offset(a + 1)
        if group == "site_of":
            of = offset(b - 2) - 1
            match = _OF.match(view, of) if view[of - 1] == " " else None
            kind = word_before(view, of, 0) if match else None
            if kind is not None and kind[1] in words("site_of"):
                yield *_span(view, match), True
        elif group == "only_before_places":
            match = _near().match(view, start) if start >= near_until else None
            if match:
                near_until = match.end()
                start, end, name = _span(view, match)
                if not _is_other(name):
                    yield start, end, name, False
        else:
            match = _kind_behind().search(view, max(kind_until, start - _LONGEST), start + 2 * _LONGEST)
            if match and match.start() < start:
                kind_until = match.end()
                article = _ARTICLE.match(match[0])
                name = match[0][article.end() :] if article else match[0]
                if name[0].isupper() and not _is_other(name):
                    yield match.start() + (article.start(1) if article else 0), kind_until, name, False


def _within(page: Page, known: Container[int]) -> Iterator[tuple[int, int, str, bool]]:
    """The names behind "in" and "at" in sentences that tell of war, less those ``known`` and what is no place."""
    for match in _WITHIN.finditer(page.view):
        if match.start() in known:
            continue
        sentence = page.sentence_at(match.start())
        if sentence is None or sentence.case != "mixed":
            continue
        name = strip_possessive(match[0])
        following = word_after(page.view, match.end(), sentence.char_end)
        behind = strip_possessive(following[1]) if following else ""
        if (
            name.isupper()
            or _COMPOUND.search(name)
            or _is_other(name)
            or not words("never_places").isdisjoint((*name.split(" "), behind))
        ):
            continue
        told = _LOWER.findall(page.view, sentence.char_start, sentence.char_end)
        if not words("told_of_war").isdisjoint(told) and name.lower() not in told:
            yield match.start(), match.start() + len(name), name, False


def _span(view: str, match: re.Match[str]) -> tuple[int, int, str]:
    start = match.start(1)
    end = start + len(strip_possessive(match[1]))
    return start, end, view[start:end]


def _is_other(name: str) -> bool:
    """Whether a name opens with a word for somebody, a day or a thing, and so is no place's."""
    first = strip_possessive(name.split(" ", 1)[0])
    return (
        first in demonyms()
        or name in demonyms()
        or first in words("first_names")
        or first in words("name_before")
        or first.lower() in words("known_before")
        or first in words("not_places")
        or (name.isupper() and len(name) <= 5)
        or gazetteer.key(first) in _forces()
    )


@cache
def _forces() -> frozenset[str]:
    """First words of the names of armed groups, bodies and services."""
    return frozenset(
        gazetteer.key(name).split(" ")[0]
        for file in ("armed_groups", "peoples", "bodies", "agencies")
        for row in lexicons.rows(file)
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    )
