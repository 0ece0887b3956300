"""What a pronoun or a definite group can stand for: the subjects, pairs and joint groups of the sentences before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitrep import patterns as re
from sitrep.mentions.actors.reference import listed
from sitrep.model import ActorMention

_CROWDS = frozenset({"group", "force", "body"})
_THINGS = frozenset({"state", "force", "group", "body", "office"})
# What each kind of pronoun or noun may stand for, the likeliest first.
_STANDS_FOR = {
    "person": ("person",), "thing": ("thing", "plural"), "group": ("group", "body"), "country": ("country",),
    "body": ("body",),
}  # fmt: skip
_TRIO = 3
_TWO = 2
# How many sentences a pronoun may look back; two who met and a noun that tells its kind reach a little farther.
_REACH = 2
_FAR_REACH = 5
_PAIR_REACH = 4
# Of more states than this, "they" is a crowd and no joint doer.
_MOST = 8
_FARTHEST = 90
# Code points in which the word before a pronoun stands ("including them").
_WORD_BEFORE = 10
_JOINT = re.compile(r"[\s,]*(?:[,&]|\band\b)[\s,]*(?:(?:and|the)\s+)*\Z")
# Others whom nobody knows, behind the last of those that commas part ("Russia, China and five members").
_MORE = re.compile(r",?\s+and\s+(?:[a-z\d]|[A-Z]\w+ [a-z])")
_LISTED = re.compile(lambda: rf"(?:,|\s+{re.any_of(listed('goes_on'))})\s+[A-Z]")
_JOINED = re.compile(lambda: rf"\b{re.any_of(listed('goes_on'))}\b|[;:]")
_GOES_ON = re.compile(lambda: rf",?\s+{re.any_of(listed('goes_on'))}\s+[a-z]+\s+\Z")


@dataclass(slots=True)
class _Candidate:
    seq: int
    members: tuple[ActorMention, ...]
    subject: bool


class Memory:
    """Who was spoken of last, by what a pronoun can stand for; the subject of a sentence counts before its objects."""

    def __init__(self, view: str, folded: str) -> None:
        self.view = view
        self._folded = folded
        self._oblique, self._meeting, self._passed_over = map(listed, ("oblique", "meeting", "possessives"))
        self._human = listed("human")
        self.latest: dict[str, _Candidate] = {}
        self.earlier: dict[str, _Candidate] = {}
        self.beside: dict[str, _Candidate] = {}
        self._persons: tuple[int, tuple[ActorMention, ...]] = (-1, ())
        self._he: tuple[int, ActorMention, int] | None = None
        self._crowd: _Candidate | None = None
        self.pair: _Candidate | None = None
        self.met: _Candidate | None = None
        self._heard: _Candidate | None = None
        self._spoken_to: _Candidate | None = None
        self.first_official: str | None = None
        self.by_role: dict[str, str] = {}
        self.by_noun: dict[str | None, str] = {}
        self.persons: dict[str, str] = {}
        self.bodies: set[str] = set()
        self.holders: dict[str, list[str]] = {}
        self.states: list[str] = []
        self._seq = -1
        self._last: ActorMention | None = None
        self._run: tuple[ActorMention, ...] = ()
        self._host: tuple[ActorMention, ...] = ()
        self._subjects: set[str] = set()

    def note(self, seq: int, actor: ActorMention, plural: bool, titles: Iterable[str] = (), main: bool = False) -> None:
        """Remember an actor of sentence ``seq``; actors come in the order of the text.

        ``main``: it opens the main clause behind a subordinate one, whose actors count less.
        """
        what, country, role = actor.kind, actor.country, actor.role
        kind = "person" if what == "person" else "plural" if plural else "thing" if what in _THINGS else None
        if kind is None:
            if what == "demonym" and country and _LISTED.match(self.view, actor.char_end):
                self._join(seq, actor, False)  # "Thai and Cambodian troops"
            return
        subject = not self.is_oblique(actor)
        found = _Candidate(seq, (actor,), subject)
        alone = what == "office" and role != "GOV" and (actor.name or "").rsplit(" ", 1)[-1] in self._human
        if kind != "thing" or not alone:  # a delegate speaks for his state: "Kenya's delegate said that its men"
            self._put(kind, found, main)
        if kind == "person":
            self._persons = (seq, (*self._persons[1], actor) if self._persons[0] == seq else (actor,))
        if what == "state":
            self._put("country", found)
        elif what == "group" or (role == "REB" and kind != "person"):
            self._put("group", found)
        elif role == "IGO" and country is None:
            whole = actor if what == "body" else replace(actor, name=None)
            self.bodies.add(self.view[actor.char_start : actor.char_end].lower().split()[-1])
            self._put("body", _Candidate(seq, (whole,), subject))
        if titles and what == "office" and kind == "thing":
            self._put("person", found)  # "The representative of France ... She"
        self._join(seq, actor, subject)
        if kind == "plural" or what in _CROWDS:
            self._crowd = _Candidate(seq, (actor,), False)
        if not country:
            return
        told = actor.via != "context"
        if kind == "person":
            if actor.name:
                self.persons.setdefault(actor.name, country)
            if told and role == "GOV" and self.first_official is None:
                self.first_official = country
        if role and (told or role != "REB" or role not in self.by_role):
            self.by_role[role] = country
        if told:
            self.by_noun[actor.name] = country
            if what == "office" and not plural and " " in (actor.name or ""):
                self.by_noun[(actor.name or "").rsplit(" ", 1)[-1]] = country  # "the ministry", of one told in full
            for title in titles:
                known = self.holders.setdefault(title, [])
                if country not in known:
                    known.append(country)

    def again(self, seq: int, kind: str, members: tuple[ActorMention, ...], actor: ActorMention) -> None:
        """Keep on the stage whom the pronoun ``actor`` of sentence ``seq`` stands for."""
        found = _Candidate(seq, members, not self.is_oblique(actor))
        if kind == "person" and found.subject and not self._is_object(actor):
            self._he = seq, members[0], actor.char_start
        if len(members) > 1:
            self._pair(found)
        elif kind in ("person", "thing", "plural"):
            self._put(kind, found)
        elif kind in ("group", "country", "body"):
            self._put("thing", found)  # "The group has claimed both attacks. It ..."

    def heard(self, seq: int, actor: ActorMention) -> None:
        """Remember who said something in sentence ``seq``."""
        self._heard = _Candidate(seq, (actor,), True)

    def speaker(self, seq: int) -> tuple[ActorMention, ...]:
        """Who goes on to speak in "he said": the one who spoke last, where that is not long ago."""
        heard, person = self._heard, self.latest.get("person")
        if heard is None or seq - heard.seq > _REACH:
            return ()
        if person is not None and person.subject and heard.seq < person.seq < seq:
            return ()  # "..., an envoy said. X had set a deadline. He warned ..."
        return heard.members

    def leader(self, seq: int) -> str | None:
        """The state of the last one in office told of as acting, for whom "the president" stands in ``seq``."""
        known = [table.get("person") for table in (self.latest, self.beside, self.earlier)]
        fit = [c for c in known if c is not None and c.subject and 0 < seq - c.seq <= _REACH]
        last = max(fit, key=lambda c: c.seq).members[0] if fit else None
        return last.country if last is not None and last.role == "GOV" and _is_known(last) else None

    def free_of(self, seq: int, states: Iterable[str]) -> bool:
        """Whether none of some states has acted in sentence ``seq`` so far."""
        return seq != self._seq or self._subjects.isdisjoint(states)

    def holds_pair(self, seq: int) -> bool:
        """Whether two who met are within reach of sentence ``seq``."""
        return self.met is not None and seq - self.met.seq <= _PAIR_REACH

    def unknown(self, seq: int) -> None:
        """Several act together in sentence ``seq`` of whom not all are known: who "they" are stays open."""
        self.pair = self.met = _Candidate(seq, (), True)

    def other(self, seq: int, actor: ActorMention) -> tuple[ActorMention, ...]:
        """Whom "him" stands for beside the one who does it to him: "He urged him", "Blair praised him"."""
        if not self._is_object(actor):
            return ()
        persons = self._persons[1] if self._persons[0] == seq else ()
        if self._he is not None and self._he[0] == seq and not (persons and persons[-1].char_start > self._he[2]):
            doer = self._he[1]
        elif persons and self._he is not None and self._he[0] == seq:
            doer = persons[-1]  # "he said ... and Maduro accused him"
        elif len(persons) == 1 and persons[0].char_end < actor.char_start:
            doer = persons[0]
        elif persons and _GOES_ON.match(self.view, persons[-1].char_end, actor.char_start):
            return persons[-1:]  # "met the premier and urged him"
        else:
            return ()
        known = [table.get("person") for table in (self.latest, self.beside, self.earlier)]
        fit = [c for c in known if c is not None and seq - c.seq <= _REACH and c.members[0].name != doer.name]
        return max(fit, key=lambda c: c.seq).members if fit else ()

    def done_to(self, seq: int, actor: ActorMention) -> tuple[ActorMention, ...]:
        """Whom "it" stands for right behind a verb of asking or charging: whom its subject did something to before
        ("condemned Israel and urged it")."""
        doer, other = self.latest.get("thing"), self.beside.get("thing")
        if doer is None or other is None or doer.seq != seq or other.seq != seq:
            return ()
        first, second = doer.members[0], other.members[0]
        if self.view[actor.char_start : actor.char_end].lower() != "it" or first.char_end > second.char_start:
            return ()
        words = self._folded[second.char_end : actor.char_start].split()
        asks = bool(words) and (words[-1] in listed("asking") or words[-1] in listed("charging"))
        goes_on = asks and not listed("goes_on").isdisjoint(words[-3:-1])
        apart = not _JOINT.search(self.view, first.char_end, second.char_start)
        return other.members if goes_on and apart and first.country != second.country else ()

    def charged(self, seq: int, actor: ActorMention) -> tuple[ActorMention, ...]:
        """Whom "it" stands for right behind a verb of charging whose subject is the only one told of in its sentence:
        somebody told of before, and never the subject itself ("Sri Lanka denied it. India accused it of theft")."""
        doer, before = self.latest.get("thing"), self.earlier.get("thing")
        if doer is None or before is None or doer.seq != seq or seq - before.seq > _REACH:
            return ()
        told = self._folded[max(0, actor.char_start - _WORD_BEFORE) : actor.char_start].split()
        if (
            self.view[actor.char_start : actor.char_end].lower() != "it"
            or not told
            or told[-1] not in listed("charging")
        ):
            return ()
        one, other = doer.members[0].country, before.members[0].country
        return before.members if one and other and one != other and self._subjects == {one} else ()

    def _is_told(self, actor: ActorMention | None) -> bool:
        """Whether it stands right behind a verb of telling others ("Iran and China urged both sides")."""
        before = self._folded[max(0, actor.char_start - _WORD_BEFORE) : actor.char_start].split() if actor else ()
        return bool(before) and before[-1] in listed("telling_others")

    def _is_object(self, actor: ActorMention) -> bool:
        return self.view[actor.char_start : actor.char_end].lower() in listed("objects")

    def recall(self, kind: str, seq: int, actor: ActorMention | None = None) -> tuple[ActorMention, ...]:
        """Whom a pronoun of sentence ``seq`` stands for: one, the members of a pair, or nobody known.

        Two of whom one acts in the sentence itself are not those that it speaks of ("Mali told both sides").
        """
        if kind in ("sides", "leaders", "trio"):
            pair = self.met if kind == "leaders" else self.pair
            spoken = self._spoken_to
            if spoken is not None and len(spoken.members) > 1 and (pair is None or spoken.seq > pair.seq):
                pair = spoken
            if pair is None or seq - pair.seq > _PAIR_REACH or (kind == "trio") != (len(pair.members) == _TRIO):
                return ()
            acts = seq == self._seq and seq != pair.seq and any(m.country in self._subjects for m in pair.members)
            return () if acts or (seq == pair.seq and self._is_told(actor)) else pair.members
        if kind == "plural":
            found = (actor and self._others(seq, actor)) or self._several(seq)
            return self._acted_on(seq, actor, found) if actor is not None and found else found
        for which in _STANDS_FOR[kind]:
            known = self._best(which, seq)
            if known is not None:
                return known.members
        return ()

    def before(self, kind: str, seq: int) -> tuple[ActorMention, ...]:
        """Whom a word of one of ``kind`` stood for in the sentences before ``seq``."""
        known = [table.get(which) for which in _STANDS_FOR[kind] for table in (self.latest, self.earlier)]
        fit = [c for c in known if c is not None and 0 < seq - c.seq <= _REACH]
        return max(fit, key=lambda c: (c.seq, c.subject)).members if fit else ()

    def elsewhere(self, seq: int) -> tuple[ActorMention, ...]:
        """The last state told of that does nothing in sentence ``seq``: to which "the country" is others' country."""
        known = [table.get("country") for table in (self.latest, self.beside, self.earlier)]
        fit = [c for c in known if c and seq - c.seq <= _FAR_REACH and c.members[0].country not in self._subjects]
        return max(fit, key=lambda c: c.seq).members if fit and seq == self._seq else ()

    def _others(self, seq: int, actor: ActorMention) -> tuple[ActorMention, ...]:
        """Whom "them" stands for behind who acts on them: "Troops freed 40 villagers, and doctors saw them"."""
        last = self._last
        if last is None or seq != self._seq or self.view[actor.char_start : actor.char_end].lower() != "them":
            return ()
        between = self.view[last.char_end : actor.char_start]
        if _JOINED.search(between):
            return ()
        known = [table.get("plural") for table in (self.latest, self.beside)]
        fit = [c for c in known if c is not None and c.seq == seq and c.members[0].char_end <= last.char_start]
        return max(fit, key=lambda c: c.members[0].char_start).members if fit else ()

    def _acted_on(self, seq: int, actor: ActorMention, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Whom "them" stands for where the first choice acts in the sentence itself: others, if any were told of."""
        if seq != self._seq or self.view[actor.char_start : actor.char_end].lower() != "them":
            return found
        if not listed("counted_among").isdisjoint(
            self._folded[max(0, actor.char_start - _WORD_BEFORE) : actor.char_start].split()[-1:]
        ):
            return found
        own = {member.country for member in found if member.country}
        known = [
            c for t in (self.latest, self.beside, self.earlier) if (c := t.get("plural")) and seq - c.seq <= _REACH
        ]
        stateless = not own and any(c.seq == seq and c.subject and c.members == found for c in known)
        if not stateless and (not own or not own <= self._subjects):
            return found
        others = [c for c in known if c.members[0].country]
        if not stateless:
            others = [c for c in others if c.members[0].country not in self._subjects]
        return max(others, key=lambda c: c.seq).members if others else found

    def _several(self, seq: int) -> tuple[ActorMention, ...]:
        group, pair = self._best("plural", seq), self.pair
        here = self._here(seq)
        if here is not None and (pair is None or pair.seq < seq):
            return here.members
        if (
            pair is not None
            and seq - pair.seq <= _REACH
            and (group is None or pair.seq >= group.seq or not group.subject)
        ):
            return pair.members
        found = group or self._best("thing", seq)
        return found.members if found else ()

    def _here(self, seq: int) -> _Candidate | None:
        """A group named earlier in the sentence itself ("Hamas, where they ...")."""
        group = self.latest.get("plural")
        if group is not None and group.seq == seq:
            return group
        return self._crowd if self._crowd is not None and self._crowd.seq == seq else None

    def _best(self, kind: str, seq: int) -> _Candidate | None:
        """The last subject, else the last of all; a subject within reach outranks what hangs on a preposition."""
        known, before = self.latest.get(kind), self.earlier.get(kind)
        if known is None or seq - known.seq > (_FAR_REACH if kind in ("group", "country", "body") else _REACH):
            return None
        if not known.subject and before is not None and before.subject and seq - before.seq <= _REACH:
            return before
        return known

    def _put(self, kind: str, found: _Candidate, main: bool = False) -> None:
        known = self.latest.get(kind)
        if known is not None and known.seq == found.seq:
            if found.subject and (main or not known.subject):
                self.latest[kind], found = found, known
            self.beside[kind] = found
            return
        if known is not None:
            self.earlier[kind] = known
        self.latest[kind] = found

    def _join(self, seq: int, actor: ActorMention, subject: bool) -> None:
        """Follow "A and B" and "A met B" through a sentence."""
        if seq != self._seq:
            self._seq, self._last, self._run, self._host, self._subjects = seq, None, (), (), set()
        if actor.country and subject and actor.role != "CVL":
            self._subjects.add(actor.country)
        last, self._last = self._last, actor
        if last is None or actor.char_start < last.char_end:
            self._run = (actor,)
            return
        met, near = False, actor.char_start - last.char_end <= _FARTHEST
        between = self.view[last.char_end : actor.char_start if near else last.char_end + _FARTHEST]
        if _JOINT.match(between):
            self._run = (*self._run, actor)
        else:
            words = self._folded[last.char_end : last.char_end + len(between)].split()
            while words and (words[-1] in self._passed_over or words[-1].isdigit()):
                words.pop()  # "met with his counterpart", "with 12 ministers"
            if not self._host and not self._meeting.isdisjoint(words):
                self._host = self._run
            if self._host and near and words:
                met = words[-1] == "with" or words[-1] in self._meeting
                if not met and words[-1] in listed("before_hearers") and not self._meeting.isdisjoint(words):
                    self._spoken_to = _Candidate(seq, _of_states((*self._host, actor)), True)
            self._run = (*self._host, actor) if met else (actor,)
            if not met:
                return
        members = _of_states(self._run)
        more = not met and len(members) > 1
        more = more and (actor.kind == "body" or ("and" not in between and _MORE.match(self.view, actor.char_end)))
        if more or len(members) > _MOST or (met and len(members) < 2 and not _is_known(actor)):
            self.unknown(seq)
        elif len(members) > 1 and (met or self._stands_out(seq, self._run)):
            self._pair(_Candidate(seq, members, True))
        elif len(members) == 1 and len(self._run) > 1 and self._stands_out(seq, self._run):
            self._put("plural", _Candidate(seq, members, True))
            if _at_war(self._run):
                self._pair(_Candidate(seq, self._run, True))

    def _pair(self, found: _Candidate) -> None:
        self.pair = found
        if any(member.kind in ("person", "office") for member in found.members):
            self.met = found

    def _stands_out(self, seq: int, run: tuple[ActorMention, ...]) -> bool:
        """Whether joint names are a subject, or the two ends of a "between", and no places or objects in passing."""
        known = self.pair
        if known is not None and known.seq == seq and known.members[:1] == run[:1]:
            return True
        before = self.view[max(0, run[0].char_start - 12) : run[0].char_start].lower().split()
        return not before or before[-1] == "between" or before[-1] not in self._oblique

    def is_oblique(self, actor: ActorMention) -> bool:
        """Whether the actor hangs on a preposition ("in Kyiv", "with the minister")."""
        start = actor.char_start
        before = self.view[start - 12 if start > 12 else 0 : start].rsplit(maxsplit=1)
        return bool(before) and before[-1].lower() in self._oblique


def _is_known(actor: ActorMention) -> bool:
    """Whether the text itself says whose the actor is."""
    return actor.country is not None and actor.via != "context"


def _at_war(run: tuple[ActorMention, ...]) -> bool:
    """Whether two of one state stand there of whom one is a rebel and the other is none."""
    return len(run) == _TWO and [actor.role for actor in run].count("REB") == 1 and all(actor.country for actor in run)


def _of_states(run: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """One member of each state."""
    found: dict[str, ActorMention] = {}
    for member in run:
        if member.country is not None and _is_known(member):
            found.setdefault(member.country, member)
    return tuple(found.values())
