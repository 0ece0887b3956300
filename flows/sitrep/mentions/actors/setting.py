"""What a page as a whole says of its actors: the state it is about, who issued it, and whom the issuer fights."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from operator import itemgetter

from sitrep import headed, lexicons
from sitrep import patterns as re
from sitrep.folding import Folded
from sitrep.mentions.actors.draft import Draft
from sitrep.mentions.actors.lexicon import parts
from sitrep.mentions.actors.reference import listed
from sitrep.model import ActorMention, Page, PlaceMention, Sentence
from sitrep.territories import sovereign

# How many sentences from the top a bulletin has to name the body that issued it.
_TOP = 3
# How far into a sentence, in code points, the word stands for what it opens.
_OPENING = 48
# How many sentences at the top may say that several issued it.
_HEAD = 2
_DOMINANT = 1.5
# Two sides are those named far more often than any third state.
_ASIDE = 2
# Few places are those of a state told about if it is named a tenth as often as another.
_HARDLY = 10
# The state at home is alone in the page if no other is named a third as often.
_ALONE = 3
# A state that fights its own rebels has another foe if that is named nearly as often as itself.
_AS_MUCH = 0.75
# The blocks that a name alone on the first line is taken for, and how long such a line may be.
_MASTHEADS = frozenset({"boilerplate", "byline"})
_LINE = 80
_OURS = frozenset({"enemy", "speaker"})
_OUR_FORCES = re.compile(lambda: rf"\b{re.any_of(listed('our'))} (?:[a-z-]+ )?{re.any_of(listed('own_forces'))}\b")
_WORD = re.compile(r"[a-z0-9]+")
# "PRESIDENT ZELENSKYY: Thank you", "Mr. Guterres: ...".
_LABEL = re.compile(r"((?:[A-Z][\w.’'-]*[ \t\xa0]{1,2}){0,4}[A-Z][\w.’'-]*):[ \t\xa0]")
_SPEAKERS = frozenset({"person", "office"})
_SEVERAL = re.compile(
    lambda: rf"\bjoint\s+(?:\w+\s+)?{re.any_of(listed('statements'))}\b|\b{re.any_of(listed('several_issuers'))}\b",
    re.IGNORECASE,
)
_DATED = re.compile(r",?\s+(?:\d{1,2}\b|[A-Z][a-z]+\.?\s+\d)")


@dataclass(frozen=True, slots=True)
class Setting:
    """``home``: the state that the page is about. ``issuer``: the state whose ministry or staff speaks in the page,
    where it speaks of an enemy or of "our" forces. ``foe``: the state it fights. All are alpha-3
    or None. ``sides``: the two states that the page tells of far more than of others, or none.
    ``internal``: rebels of the state at home fight in the page, and its forces
    or those of no state that it names are all that fight them. ``turns``: where those begin to speak whom a line opens
    with ("PRESIDENT RUTO: ..."), in code points, each with the speaker's state. ``joint``: several states issued it.
    ``parts``: where parts of the page begin that names of states head, each with its setting.
    """

    home: str | None
    issuer: str | None
    foe: str | None
    sides: tuple[str, ...]
    internal: bool
    turns: tuple[tuple[int, str | None], ...] = ()
    joint: bool = False
    parts: tuple[tuple[int, Setting], ...] = ()

    def at(self, char_start: int) -> Setting:
        """The setting of the part of the page in which a place is."""
        if not self.parts:
            return self
        part = bisect_right(self.parts, char_start, key=itemgetter(0)) - 1
        return self.parts[part][1] if part >= 0 else self

    def speaks(self, char_start: int) -> str | None:
        """The state of who says "we" at a place: the speaker of the turn, else who issued the page."""
        at = bisect_right(self.turns, char_start, key=itemgetter(0)) - 1
        return self.turns[at][1] if at >= 0 else self.issuer


def read(page: Page, places: list[PlaceMention], drafts: list[Draft]) -> Setting:
    """The setting of a page, from its places and from the actors whose state the text names."""
    actors = [draft.mention for draft in drafts]
    named = Counter([actor.country for actor in actors if actor.country])
    home = _home(places, named)
    issuer = _issuer(page, drafts)
    foe = None
    if issuer is not None:
        others = named.copy()
        others.update(place.country for place in places if place.country)
        others.pop(issuer, None)
        foe = others.most_common(1)[0][0] if others else None
        own_rebels = any(actor.role == "REB" and actor.country == issuer for actor in actors)
        if own_rebels and foe and named[foe] < _AS_MUCH * named[issuer]:
            foe = issuer
    forces = [actor.country for actor in actors if actor.role == "MIL" and actor.country]
    rebels = [actor.name for actor in actors if actor.role == "REB" and actor.country in (None, home)]
    of_home = forces.count(home)
    alone = 3 * (len(forces) - of_home) <= of_home + 3 or _stands_alone(named, home)
    internal = home is not None and alone and not listed("unidentified").issuperset(rebels)
    ours = any(map(_is_ours, drafts))
    turns = _turns(page, drafts, issuer) if ours else ()
    sides = (home,) if internal and home else _sides(named)
    whole = Setting(home, issuer, foe, sides, internal, turns, ours and _is_joint(page))
    parts_of = headed.parts(page, places)
    return replace(whole, parts=tuple((at, _of_part(whole, state)) for at, state in parts_of)) if parts_of else whole


def _of_part(whole: Setting, state: str | None) -> Setting:
    """The setting of a part that is of one state, of several (None), or of the whole page again."""
    return whole if state == headed.WHOLE else replace(whole, home=state, sides=(), internal=False)


def _is_ours(draft: Draft) -> bool:
    """Whether a mention is of the one who speaks: "we", "our troops"."""
    return draft.reference == "speaker" or draft.owner == "speaker"


def _turns(page: Page, drafts: list[Draft], issuer: str | None) -> tuple[tuple[int, str | None], ...]:
    """The turns of the speakers of a transcript; one of whom no state is known speaks for who issued the page."""
    view = page.view
    known = {draft.mention.char_start: draft.mention for draft in drafts if draft.mention.kind in _SPEAKERS}
    found = []
    for block in page.blocks:
        label = _LABEL.match(view, block.char_start, block.char_end)
        if label is None:
            continue
        actor = known.get(block.char_start)
        told = actor is not None and actor.char_end <= label.end()
        if told or label[1].isupper():
            found.append((block.char_start, (actor.country if told else None) or issuer))
    return tuple(found)


def _stands_alone(named: Counter[str], home: str | None) -> bool:
    """Whether no other state is named nearly as often as the one at home."""
    return named[home or ""] >= _ALONE * max((n for state, n in named.items() if state != home), default=0)


def _ranked(count: Counter[str]) -> list[tuple[str, int]]:
    """What was counted, the most frequent first; of few, as here, that is far faster than ``most_common``."""
    return sorted(count.items(), key=itemgetter(1), reverse=True)


def _sides(named: Counter[str]) -> tuple[str, ...]:
    ranked = _ranked(named)[:3]
    if len(ranked) < 2 or ranked[1][1] < 2 or (len(ranked) > 2 and ranked[1][1] < _ASIDE * ranked[2][1]):
        return ()
    return tuple(sorted(state for state, _ in ranked[:2]))


def _home(places: list[PlaceMention], named: Counter[str]) -> str | None:
    """The state of most places below state level, else of most mentions; None in a near tie.

    A single place, or a few where its state is hardly named, tells nothing in a page that is mostly of others.
    """
    count = Counter([place.country for place in places if place.country and place.precision != "country"])
    ranked = _ranked(count)[:2]
    most = max(named.values(), default=0)
    told = named[ranked[0][0]] if ranked else 0
    if not ranked or (told * _ASIDE < most if count.total() == 1 else (told + 1) * _HARDLY < most):
        ranked = _ranked(named)[:2]
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= _DOMINANT * ranked[1][1]:
        return sovereign(ranked[0][0])
    return None


def _issuer(page: Page, drafts: list[Draft]) -> str | None:
    """The state of the ministry, staff or army that a page opens with, where the page takes its side."""
    if not any([draft.reference in _OURS or draft.owner == "speaker" for draft in drafts]):
        return None
    above = _masthead(page) or _publishing_state(page)
    if above is not None:
        return above
    first = page.sentences[0].seq if page.sentences else 0
    if _is_joint(page):
        return None
    stated = _is_stated(page)
    top = [draft for draft in drafts if draft.seq - first < _TOP]
    for draft in top:
        actor = draft.mention
        if not actor.country:
            continue
        sentence = page.sentences[draft.seq]
        opens = not page.view[sentence.char_start : actor.char_start].strip()
        if actor.kind in ("office", "force", "people"):
            issuing = listed("issuers") & _tokens(page, actor.char_start, actor.char_end)
            # Whom a sentence tells of further on ("sanctions on X's Defence Ministry") issued nothing by that.
            if issuing and (opens or _OUR_FORCES.search(page.folded.text)):
                return actor.country
        if stated and actor.kind == "state" and _DATED.match(page.view, actor.char_end):
            return actor.country  # the seat that a statement is dated from
        if opens and actor.role in ("GOV", "MIL") and page.view[actor.char_end : actor.char_end + 1] == ":":
            return actor.country  # the label of who speaks
        if actor.role in ("GOV", "MIL") and _is_stated_by(page, sentence, actor):
            return actor.country
    return _letterhead(page, top)


def _is_stated(page: Page) -> bool:
    """Whether a page opens with a word for what is issued ("Statement", "Remarks")."""
    head = page.sentences[0]
    return not listed("statements").isdisjoint(_tokens(page, head.char_start, head.char_end))


def _is_stated_by(page: Page, sentence: Sentence, actor: ActorMention) -> bool:
    """Whether a sentence opens with a word for what is issued and goes on to an actor ("Statement by the Ministry")."""
    opening = min(actor.char_start, sentence.char_start + _OPENING)
    return not listed("statements").isdisjoint(_tokens(page, sentence.char_start, opening))


def _is_joint(page: Page) -> bool:
    """Whether a page opens as what several issue do ("Joint Statement by the G7")."""
    head = page.sentences[0]
    return _is_stated(page) and bool(_SEVERAL.search(page.view, head.char_start, head.char_end))


def _letterhead(page: Page, top: list[Draft]) -> str | None:
    """The state in the lines of nothing but names that a page opens with, where one names an office of state."""
    names = {seq for seq in {draft.seq for draft in top} if _is_names(page, seq)}
    lines = [draft for draft in top if draft.seq in names]
    signed = any(_is_office(page, draft) for draft in lines)
    return next((draft.mention.country for draft in lines if draft.mention.country), None) if signed else None


@cache
def _sites() -> dict[str, str]:
    return {row["suffix"]: row["country"] for row in lexicons.rows("government_sites", ("suffix",))}


def _publishing_state(page: Page) -> str | None:
    """The state whose government or armed forces publish under the host of the page's address, if it speaks alone."""
    head = page.sentences[min(_HEAD, len(page.sentences)) - 1]
    told = _WORD.findall(page.view[page.sentences[0].char_start : head.char_end].lower())
    if not (listed("several_issuers") | listed("perhaps_several")).isdisjoint(told):
        return None
    labels = (page.document.url or "").partition("//")[2].partition("/")[0].partition(":")[0].lower().split(".")
    ends = (".".join(labels[i:]) for i in range(len(labels)))
    return next((_sites()[end] for end in ends if end in _sites()), None)


def _masthead(page: Page) -> str | None:
    """The one state whose offices are named in the short lines above the title of what they issue."""
    named: set[str] = set()
    for block in takewhile(lambda block: block.kind in _MASTHEADS, page.blocks):
        line = page.quote(block.char_start, block.char_end)
        if len(line) <= _LINE:
            named.update(_offices(line))
    return named.pop() if len(named) == 1 else None


def _offices(line: str) -> Iterator[str]:
    """The states of the offices of state that a line names."""
    for _, _, known in parts().find(Folded(line), line):
        for part in known:
            if part.kind == "agency" and part.country and part.role in ("GOV", "MIL"):
                yield part.country


def _is_office(page: Page, draft: Draft) -> bool:
    line, actor = page.sentences[draft.seq], draft.mention
    if not listed("letterhead_offices").isdisjoint(_tokens(page, line.char_start, line.char_end)):
        return True
    opens = _tokens(page, line.char_start, actor.char_start) <= listed("letterheads")
    return opens and actor.kind in ("office", "force") and actor.role in ("GOV", "MIL")


def _is_names(page: Page, seq: int) -> bool:
    """Whether a line is made of capitalised words and what links them: "Office of the President"."""
    line = page.quote(page.sentences[seq].char_start, page.sentences[seq].char_end).rstrip()
    words = [word for word in line.split() if word[0].isalpha()]
    return (line.isupper() or not line.endswith(".")) and all(
        word[0].isupper() or word in listed("letterheads") for word in words
    )


def _tokens(page: Page, start: int, end: int) -> set[str]:
    return set(page.view[start:end].lower().split())
