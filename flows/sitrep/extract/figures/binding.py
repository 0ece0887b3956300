"""Where: the place of a count, from its clause, its sentence, or earlier in the paragraph; ``Dating`` tells when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from sitrep import datelines, lexicons
from sitrep import patterns as re
from sitrep.extract.figures import openings, other_places
from sitrep.extract.figures.dating import Dating
from sitrep.extract.figures.gaps import new_clause, says
from sitrep.extract.figures.governed import HARM
from sitrep.extract.figures.roles import closed, finite_words, giving_forms, speech_forms, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.model import ActorMention, Mentions, Page, PlaceMention, Sentence, Token

_BETWEEN_CLAUSES = 400
# How many tokens before a place tell that people met there.
_TALK = 8
_NAME, _VERB = 60, 24
_start = attrgetter("char_start")
_NAMED = frozenset({"group", "body", "force", "office"})
_SOURCE = 6
# How far from a place those who speak there are named, in characters.
_SPEAKER = 40
# How far into a sentence the place stands that opens it: "In Kabul,".
_OPENED = 4
_WORD = re.compile(r"[a-z]+")
_BEHIND = re.compile(r"\s{1,2}([a-z]+)")
# "Goma fell", "Goma was shelled": it happens there.
_FALLS = re.compile(
    lambda: (
        rf" (?:had )?(?:{re.any_of(words('places_falling'))}"
        rf"|(?:{re.any_of(closed('past_be'))}|been) (?:[a-z]+ly )?{re.any_of(words('place_verbs'))})\b"
    )
)
_WORD_BEHIND = re.compile(r"\s{1,2}([A-Za-z]+)")
# What ends a clause; a comma before another member of a list does not.
_MARK = re.compile(lambda: rf"[;:] |, (?!(?:and )?(?:\d+|{re.any_of({*words('before_few'), *_small_numbers()})})\b)")
_SAID_PLACE = re.compile(
    lambda: rf"\b{re.any_of(words('before_same_place'))} {re.any_of(words('known_before'))} (\w+)", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(r", (?:and )?that ")
# Roles that are told of no place in particular: only a place of their own sentence is theirs.
ANYWHERE = frozenset({"supplied", "requested", "recruited", "strength", "trained", "withdrawn"})


# What stands between those who are given and what they are given ("supplied with").
_SUPPLIED_WITH = re.compile(lambda: rf"\s{re.any_of(words('supplied_with'))}\s")
# Roles of what is given or raised, of which no place in the clause behind tells.
_HANDED = frozenset({"supplied", "recruited"})


@cache
def _small_numbers() -> frozenset[str]:
    """The words for one to ten."""
    return frozenset(word for word, n in lexicons.load("number_words")["units"].items() if 1 <= n <= 10)


@cache
def _spoken_where() -> frozenset[str]:
    """Forms of verbs of speech whose place is the speaker's, not that of what is told."""
    return speech_forms() - words("showing") - words("noted")


class Scene(Dating):
    """The dates and places of a page by sentence, with what stands before each."""

    def __init__(self, page: Page, mentions: Mentions):
        super().__init__(page, mentions)
        self._places: dict[int, list[tuple[PlaceMention, int]]] = {}
        self._sections: list[PlaceMention | None] = []
        self._places_given: dict[int, PlaceMention | None] = {}

    def places(self, sentence: Sentence) -> list[tuple[PlaceMention, int]]:
        """The places of a sentence where something can happen: (place, rank of its preposition)."""
        known = self._places.get(sentence.seq)
        if known is not None:
            return known
        sources = [
            (c.source_start, c.source_end)
            for c in self.mentions.within("cues", sentence.char_start - _BETWEEN_CLAUSES, sentence.char_end)
            if c.source_start >= 0
        ]
        known = []
        found = self.mentions.within("places", sentence.char_start, sentence.char_end)
        found = sorted([*found, *self._spoken_of(sentence)], key=_start)
        dated = datelines.behind(self.page, sentence)
        labelled = openings.label(self.page, sentence)
        for place in found:
            if place.char_start < dated or place.venue:
                continue
            before = [t.lower for t in self._tokens_before(sentence, place.char_start, 6)]
            rank = (
                0 if place.precision == "point" and _FALLS.match(self.page.view, place.char_end) else self._rank(before)
            )
            if place.char_start < labelled and place.precision != "country":
                known.append((place, 0))
                continue
            if rank is None or (place.precision == "country" and self._owner(place, before)):
                continue
            if self._in_name(place, before[-1:] == ["of"]):
                continue
            days = self.mentions.within("dates", sentence.char_start, place.char_start)
            view = self.page.view
            if other_places.is_behind_day(days, place, view) or other_places.is_agent(place, view):
                continue
            if other_places.is_claimant(place, view):
                continue
            if place.precision == "country" and words("place_verbs") & set(before[-2:]):
                continue
            spoken = len(before) > 1 and before[-1] in words("locative") and before[-2] in _spoken_where()
            behind = _BEHIND.match(self.page.view, place.char_end)
            spoken = spoken or (behind is not None and behind[1] in speech_forms() - words("noted"))
            spoken = spoken or any(self._seat(sentence, place, a, b) for a, b in sources)
            if spoken or any(a <= place.char_start < b for a, b in sources):
                rank += _SOURCE
            known.append((place, rank))
        # "in Ukraine's Dnipropetrovsk region": the nearer name of the two is where it was.
        kept = []
        for i, (place, rank) in enumerate(known):
            nxt = known[i + 1][0] if i + 1 < len(known) else None
            gap = self.page.view[place.char_end : nxt.char_start] if nxt else ""
            if nxt is not None and gap in ("'s ", "’s "):
                continue
            kept.append((place, rank))
        if not kept:
            inner = [p for p in found if p.char_start >= dated and p.precision != "country" and not p.venue]
            inner = [p for p in inner if not self._acts(p) and not self._in_name(p)]
            kept = [(p, 5) for p in inner if not any(a <= p.char_start < b for a, b in sources)]
        self._places[sentence.seq] = kept
        return kept

    def _seat(self, sentence: Sentence, place: PlaceMention, start: int, end: int) -> bool:
        """Whether a place opens what a spokesman of a state or its like says: "In Kabul, a spokesman said"."""
        opens = place.char_start - sentence.char_start <= _OPENED and place.precision == "point"
        if not opens or self.page.view[place.char_end : start].strip(" ") != ",":
            return False
        return not words("spokesmen").isdisjoint(_WORD.findall(self.page.view[start:end].lower()))

    def _spoken_of(self, sentence: Sentence) -> list[PlaceMention]:
        """The states that "the country", "the South" and their like stand for behind a preposition of place."""
        actors = self.mentions.within("actors", sentence.char_start, sentence.char_end)
        # Who sends an army abroad is not where it goes: "South Africa will keep 900 soldiers in the country".
        halves = [a for a in actors if a.role == "STA" and a.country and self._is_half(a)]
        doing = {a.country for a in actors if a.via not in GUESSED | {"coreference"} and a not in halves}
        named = [a for a in actors if a.role == "STA" and a.country and (a.via == "coreference" or a in halves)]
        named = [a for a in named if a.country not in doing]
        return [
            PlaceMention(a.char_start, a.char_end, a.name or a.country, a.country, None, None, None, "country")
            for a in named
            if " " in self.page.view[a.char_start : a.char_end]
            and any(t.lower in words("going_into") for t in self._tokens_before(sentence, a.char_start, 1))
        ]

    def _is_half(self, actor: ActorMention) -> bool:
        """Whether a state is called by half of its name, which is no place's ("in the South")."""
        placed = self.mentions.within("places", actor.char_start, actor.char_end)
        return actor.kind == "state" and actor.via == "lexicon" and not placed

    def _in_name(self, place: PlaceMention, of: bool = False) -> bool:
        """Whether a place belongs to a name: "Tren de Aragua", "the Revolutionary Armed Forces of Colombia"."""
        around = self.mentions.within("actors", place.char_start - _NAME, place.char_start)
        inside = [a for a in around if a.char_end >= place.char_end]
        return any(a.kind == "group" or (of and a.kind in _NAMED and a.via == "lexicon") for a in inside)

    def _acts(self, place: PlaceMention) -> bool:
        """Whether a place stands for whom it is the seat of: "accused Asmara of holding", "the Pentagon keeps"."""
        view = self.page.view
        actors = self.mentions.within("actors", place.char_start, place.char_start + 1)
        if not actors:
            return False
        if any(a.kind == "state" and a.char_start == place.char_start for a in actors):
            return True
        behind = _BEHIND.match(view, place.char_end)
        doing = behind is not None and behind[1] in finite_words()
        before = view[max(0, place.char_start - _VERB) : place.char_start].lower().removesuffix("the ").split()
        done_to = bool(before) and before[-1] in words("to_actors")
        return doing or done_to

    def _owner(self, place: PlaceMention, before: Sequence[str]) -> bool:
        """Whether a state is named as an owner alone: "months of Russia's aggression", "at least 31 U.S. citizens"."""
        view = self.page.view
        if view[place.char_start : place.char_end].lower().removeprefix("the ") in words("attributive_states"):
            behind = _WORD_BEHIND.match(view, place.char_end)
            if behind and behind[1].lower() not in closed("prepositions", "adverbs", "adjectives"):
                return behind[1].lower() not in finite_words() | closed("coordinators", "subordinators")
        if before[-1:] == ["of"] and before[-2:-1] and before[-2] in words("owned_by_states"):
            # "50 servicemen of Azerbaijan", "the provocation of Armenia"
            return True
        owns = view.startswith(("'s ", "’s "), place.char_end)
        return owns and bool(before) and before[-1] in words("weak_locative")

    def _rank(self, before: Sequence[str]) -> int | None:
        """How well the words before a place say that something happens there: 0 best, None not at all."""
        strange = 0
        for steps, word in enumerate(reversed(before)):
            if word in closed("relatives") - words("locative"):
                return None
            if word in words("place_verbs"):
                return 2 + (steps > 1)
            if word in words("locative"):
                return (2 if word in words("weak_locative") else 0) + (steps > 1)
            if (
                word in closed("determiners")
                or word in closed("adjectives")
                or word in words("place_heads")
                or word in "'’-‐"
                or word.endswith(("'s", "’s"))
            ):
                continue
            strange += 1
            if (
                strange > 1
                or not word.isalnum()
                or word in finite_words()
                or word in closed("object_pronouns", "relatives")
            ):
                return None
        return None

    def here(self, behind: Sequence[Token]) -> bool:
        """Whether a place spoken of before, or none in particular, stands first: "there", "on the island"."""
        told = [t.lower for t in behind]
        if told[:1] and told[0] in words("here"):
            return True
        locative = len(told) > 2 and told[0] in words("locative") - words("weak_locative")
        return locative and told[1] in closed("determiners") and told[2] in words("same_place")

    def place_behind(self, sentence: Sentence, char: int, end: int) -> bool:
        mark = _MARK.search(self.page.view, char, end)
        end = mark.start() if mark is not None else end
        return any(char <= p.char_start < end for p, rank in self.places(sentence) if rank <= 1)

    def place(self, sentence: Sentence, char: int, role: str, planned: bool) -> tuple[PlaceMention | None, bool]:
        """The place of what is told at a code point, and whether an earlier sentence gave it."""
        war = openings.war(self.page, sentence, char) if role in HARM else -1
        best = self._nearest_place(sentence, char, role, war, planned and role != "requested")
        if best is not None:
            return best, False
        if war >= 0:
            return None, False
        local = self._local(sentence) if role not in ANYWHERE else None
        if local is not None:
            return local, False
        if (planned or role in ANYWHERE) and not self._same_place(sentence, char):
            return None, False
        place = self._given_before(sentence, self._places_given, self._place_given)
        place = None if place is _NOWHERE else place
        return place, place is not None

    def section(self, block: int) -> PlaceMention | None:
        """The country that is the whole of the heading above a block: "MALI"."""
        while len(self._sections) <= block:
            seq = len(self._sections)
            above = self._sections[-1] if self._sections else None
            at = self.page.blocks[seq]
            if at.kind == "heading":
                named = self.mentions.within("places", at.char_start, at.char_end)
                text = self.page.view[at.char_start : at.char_end]
                whole = len(named) == 1 and named[0].precision == "country"
                whole = whole and not any(
                    c.isalpha() for c in text.replace(self.page.view[named[0].char_start : named[0].char_end], "")
                )
                above = named[0] if whole else None
            self._sections.append(above)
        return self._sections[block]

    def _place_given(self, sentence: Sentence) -> PlaceMention | None:
        """The place that a sentence gives to those behind it."""
        known = [p for p in self.places(sentence) if not (p[0].ground or self._left_behind(sentence, p[0]))]
        places = [p for p in known if not self._of_talks(sentence, p[0])]
        if not places:
            # Where they met or went to is where nothing told behind it happens.
            return _NOWHERE if known else None
        place, rank = min(places, key=lambda p: (p[1], p[0].precision == "country", -p[0].char_start))
        return place if rank <= 3 else self._local(sentence)

    def _local(self, sentence: Sentence) -> PlaceMention | None:
        """The place of one who speaks of what happened where he is: "a doctor in Wau said that ten had died"."""
        for place, rank in self.places(sentence):
            if rank < _SOURCE or place.precision == "country":
                continue
            low = max(sentence.char_start, place.char_start - _SPEAKER)
            near = _WORD.findall(self.page.view[low : place.char_end + _SPEAKER].lower())
            if not words("healers", "local_speakers").isdisjoint(near):
                return place
        return None

    def _left_behind(self, sentence: Sentence, place: PlaceMention) -> bool:
        """Whether a place is where people came from, or with or against whom they are."""
        before = [t.lower for t in self._tokens_before(sentence, place.char_start, 2)]
        near = [word for word in before if word not in closed("determiners")]
        return bool(near) and near[-1] in words("away")

    def _of_talks(self, sentence: Sentence, place: PlaceMention) -> bool:
        """Whether a place is where people met, talked or went to, and not where something is fought."""
        before = [t.lower for t in self._tokens_before(sentence, place.char_start, _TALK)]
        return not words("talking_at").isdisjoint(before) and before[-1] not in words("agent_links")

    def _from(self, place: PlaceMention) -> bool:
        before = self.page.view[max(0, place.char_start - 9) : place.char_start].lower()
        return before.endswith(("from ", "from the "))

    def _of_next(self, gap: str) -> bool:
        """Whether a stretch goes over into a clause with a verb of its own."""
        parted = any(mark in gap for mark in (", ", ";", " and "))
        return parted and not finite_words().isdisjoint(_WORD.findall(gap))

    def _same_place(self, sentence: Sentence, char: int) -> bool:
        """Whether the sentence speaks of a place named before: "will arrive in the city"."""
        said = _SAID_PLACE.finditer(self.page.view, char, sentence.char_end)
        return any(m[1].lower() in words("same_place") for m in said)

    def _nearest_place(
        self, sentence: Sentence, char: int, role: str, floor: int, planned: bool
    ) -> PlaceMention | None:
        """The place of the sentence that is nearest to a code point, none before ``floor``."""
        view = self.page.view
        best: tuple[float, PlaceMention] | None = None
        for place, rank in self.places(sentence):
            if place.char_start < floor:
                continue
            a, b = sorted((char, place.char_start))
            gap = view[a:b].lower()
            if rank >= _SOURCE or _OTHER_CLAUSE.search(gap):
                continue
            parting = planned and place.char_end < char and not closed("coordinators").isdisjoint(gap.split())
            if parting and self._of_talks(sentence, place):
                continue  # "flew envoys to Doha and plans to send 90 men"
            if char < place.char_start and other_places.is_of_later_clause(gap):
                continue
            if role in _HANDED and char < place.char_start and self._of_next(gap):
                continue  # "gave two ships, yet Turkey keeps the Bosphorus shut"
            if char < place.char_start and (says(gap) or new_clause(gap)):
                continue
            if place.precision == "country" and view[max(0, place.char_start - 3) : place.char_start].lower() == "by ":
                continue  # who did it, not where
            if self._from(place):
                if role in ("supplied", "requested"):
                    continue
                rank = 0 if role == "withdrawn" else rank
            parted = 60 * sum(f" {word} " in gap or (word == ";" and ";" in gap) for word in words("clause_parts"))
            if role in HARM and any(f" {phrase} " in gap for phrase in words("bound_for")):
                parted += 60  # "arrested 11 men who were trying to slip into Chad"
            back = 10 if place.char_start < char else 0
            cost = (b - a) / 2 + 25 * rank + parted + back + (20 if place.precision == "country" else 0)
            if best is None or cost < best[0]:
                best = cost, place
        if best is None and role == "supplied":
            return self._recipient(sentence, char)
        return best[1] if best else None

    def _recipient(self, sentence: Sentence, char: int) -> PlaceMention | None:
        """The state that stands right behind a verb of giving, before what it is given ("supplied Chad with 12")."""
        given = [p for p in self.mentions.within("places", sentence.char_start, char) if p.precision == "country"]
        if not given or not _SUPPLIED_WITH.match(self.page.view, given[-1].char_end):
            return None
        before = self._tokens_before(sentence, given[-1].char_start, 1)
        return given[-1] if before and before[-1].lower in giving_forms() else None


_NOWHERE = PlaceMention(0, 0, "", None, None, None, None, "country")
NO_PLACE = dict.fromkeys(
    ("place_text", "place_name", "place_country", "place_lat", "place_lon", "geonames_id", "place_precision")
)
NO_DATE = dict.fromkeys(
    ("date_id", "date_text", "date_edtf", "date_start", "date_end", "date_precision", "date_basis", "date_mod")
)
