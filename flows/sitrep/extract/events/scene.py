"""An act in its sentence with the actors its noun groups name, before what the rest of the document adds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from sitrep.extract.events import accords, counterparts, dating, placing
from sitrep.extract.events import actors as sides
from sitrep.extract.events.actors import Actor
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, DATE, NP, REL, SUB, VG
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.words import listed
from sitrep.model import BY_NAME, DateMention, Page, PlaceMention
from sitrep.model import Sentence as Span

# How many sides of one act are told apart: more stand in no list but that of who signed a treaty.
_MOST = 32
# Acts that two sides do with one another.
SHARED = ("AGREE", "CONSULT", "COOPERATE")
# Kinds of mentions that may be a side of a fight.
_SIDES = ("state", "demonym", "force", "group", "people")


@dataclass(slots=True)
class Scene:
    """``doers`` and ``patients`` in the order of the text; ``target`` is the span of what is no actor, or None.

    ``event_type`` is that of ``found``, whose act is settled by now.
    """

    span: Span
    found: Found
    event_type: str
    start: int
    end: int
    doers: list[Actor]
    patients: list[Actor]
    target: tuple[int, int] | None
    place: PlaceMention | None
    place_how: str
    date: DateMention | None
    date_how: str
    sentence: Sentence

    @property
    def sweeping(self) -> bool:
        """Is the subject all there are of some craft or forces ("any ship that sails there")?"""
        subjects = self.found.clause.subjects if self.found.clause is not None else []
        first = next(iter(subjects), -1)
        told = texts(self.sentence, subjects) if self.sentence.lower_of(first) in listed("sweeping_words") else set()
        return not (told.isdisjoint(kinds()["craft"]) and told.isdisjoint(kinds()["forces"]))

    @classmethod
    def of(cls, span: Span, sentence: Sentence, found: Found, dates: list[DateMention]) -> Scene:
        """The scene of an act; ``dates`` are those of its sentence."""
        alone = found.nominal and found.doer_rule == "modifier"
        doers = [a for g in found.doers[:_MOST] for a in sides.of_group(sentence, g, alone)]
        if found.act.mode == "drill" and len({a.country for a in doers if a.country}) > 1:
            found.act, found.together = found.act._replace(event_type="COOPERATE", root="06"), True  # "the two states"
        if found.act.event_type == "CONSULT" and found.patient_rule.startswith("prep:"):
            met_with = [g for g in found.patients if not counterparts.is_thing_of_state(sentence, g)]
            found.things, found.patients = found.things or found.patients, met_with
        known = {g: sides.of_group(sentence, g) for g in found.patients}
        patients = counterparts.of_groups(sentence, found.patients[:_MOST])
        if alone:
            doers = doers[:1]
        doers = [_spoken(sentence, found, a) for a in doers]
        if found.patient_rule == "light verb":
            patients = [_spoken(sentence, found, a) for a in patients]  # "said it had received a request"
        if found.act.event_type == "CONCEDE" and found.patient_rule in ("prep:for", "prep:in"):
            patients = [a for a in patients if a.kind != "seat"]
        mediated = found.act.frame.name == "mediate"
        if mediated and found.patient_rule == "prep:in" and not {*found.things} <= {*found.patients}:
            patients = []  # "mediated the talks in Doha"
        shared = found.act.frame.together or (found.nominal and found.act.event_type in SHARED)
        as_one = len(doers) == 2 and (doers[0].kind == "pronoun" or doers[0].char_start == doers[1].char_start)
        together = (found.together or (shared and as_one)) and not accords.each_alone(sentence, found.act)
        met = found.act.frame.name == "meet" and any(a.kind != "thing" for a in patients)
        if (
            together
            and not met
            and len(doers) > 1
            and not any(a.country and a.via not in sides.GUESSED for a in patients)
        ):
            doers, patients = doers[:1], doers[1:]
        both = doers[0] if len(doers) == 1 and doers[0].kind == "pronoun" and not patients else None
        if both is not None and both.country and both.via == "setting" and found.act.event_type in SHARED:
            patients = [both]  # "the two sides signed a truce", of a war at home
        if found.act.event_type == "CONSULT" and len(doers) > 1 and not mediated:
            own = {a.country for a in doers}
            # "X and Y convened their X-Y group"
            patients = [a for a in patients if a.head or a.country not in own]
            if not patients:
                doers, patients = doers[:1], doers[1:]
        if found.act.event_type == "COOPERATE" and len({a.country for a in doers if a.country}) > 1:
            if patients and {a.country for a in patients} <= {a.country for a in doers}:
                doers, patients = doers[:1], doers[1:]  # "X and Y began an exercise with 900 of X's troops"
        target = None
        things = found.things or [g for g in found.patients if not any(a.head for a in known[g])]
        if things:
            target = sides.span(sentence, things[0])[0], sides.span(sentence, things[-1])[1]
        place = placing.place_of(sentence, found)
        date = dating.date_of(sentence, found, dates)
        return cls(
            span, found, found.act.event_type, sentence.starts[found.start], sentence.end(found.end - 1),
            doers, patients, target, place[0] if place else None, place[1] if place else "",
            date[0] if date else None, date[1] if date else "", sentence,
        )  # fmt: skip

    @property
    def armed(self) -> bool:
        return self._doers_are("weapons", "forces", "assaults")

    @property
    def laid(self) -> bool:
        """Is it a bomb or mine that does it, of which nobody tells who laid it?"""
        return self._doers_are("bombs")

    @property
    def flown(self) -> bool:
        """Is it weapons that do it, of nobody named ("rockets landed on a village")?"""
        return self._doers_are("weapons")

    @property
    def hurled(self) -> bool:
        """Is it missiles or drones that do it?"""
        return self._doers_are("munitions")

    @property
    def people(self) -> bool:
        return self._doers_are("people", "protesters", "speakers")

    @property
    def left(self) -> str | None:
        """The state of the place that a force comes from ("the carrier sailed from Toulon"), or None."""
        preps = self.found.clause.preps if self.found.clause is not None else []
        places = [p for prep, groups in preps if prep == "from" for g in groups for p in self.sentence.chunks[g].places]
        return places[0].country if places and self.armed else None

    @property
    def tried(self) -> bool:
        """Is it a state's own critics that it holds or puts on trial?"""
        told = self.event_type == "COERCE" and self.found.act.mode in ("arrest", "restrict", "ban")
        return told and self._concerns("critics_at_home")

    @property
    def fought(self) -> bool:
        return not kinds()["forces"].isdisjoint(texts(self.sentence, self.found.patients))

    @property
    def fighters(self) -> bool:
        """Is the act done to fighters of a side?"""
        return any(a.role in ("MIL", "REB") for a in self.patients)

    @property
    def unknown(self) -> bool:
        return self._doers_are("unknown")

    @property
    def mutual(self) -> bool:
        """Do the two sides do the same to one another ("traded fire")?"""
        found = self.found
        lemmas = found.act.words[:1]
        if found.nominal and found.doer_rule == "light verb" and found.clause is not None:
            lemmas = self.sentence.chunks[found.clause.index].lemmas  # "exchanged small-arms fire"
        done = self.event_type == "ASSAULT" or (self.event_type == "CONCEDE" and self.apiece)
        return done and not listed("mutual_verbs").isdisjoint(lemmas)

    @property
    def apiece(self) -> bool:
        """Do several do the same, each for himself ("X and Y each freed 90 men")?"""
        return any(word.lower in listed("distributives") for word in self.sentence.words)

    def only_other(self, state: str) -> str | None:
        """The one other state whose forces, people or land an attack's sentence speaks of, or None."""
        if self.event_type != "ASSAULT":
            return None
        sentence = self.sentence
        judging = listed("topic_verbs")
        told = [v for v in sentence.verbs if sentence.is_speech(v) or not judging.isdisjoint(sentence.chunks[v].lemmas)]
        telling = {g for v in told for g in sentence.clause(v).subjects}
        told = {
            a.country
            for i, chunk in enumerate(sentence.chunks)
            if i not in telling and i not in self.found.doers
            for a in chunk.actors
            if a.kind in _SIDES and a.via in BY_NAME and a.country not in (None, state)
        }
        return told.pop() if len(told) == 1 else None

    @property
    def captives(self) -> bool:
        """Is it done to hostages or a crew, who may be of any state?"""
        return self._concerns("of_any_state")

    @property
    def frees(self) -> bool:
        """Is it done for prisoners?"""
        return self._concerns("captives")

    @property
    def lets_go_foes(self) -> bool:
        """Is it done for soldiers or for those who are told as taken ("ten captured Indians were freed")?"""
        return self.found.act.mode == "release" and not self.captives and (self.fighters or self._concerns("taken"))

    @property
    def hostile(self) -> bool:
        """Is it told as done by the enemy of whoever speaks?"""
        return self._doers_are("enemies")

    def rebels(self, state: str) -> bool:
        """Does the sentence speak of rebels of a state, or of no other one ("clashes with militants")?"""
        if self.event_type != "ASSAULT":
            return False
        actors = [a for chunk in self.sentence.chunks for a in chunk.actors]
        return any(a.role == "REB" and a.country in (None, state) for a in actors)

    @property
    def takes_side(self) -> bool:
        """Is it an agreement or an attack that the act is about, so that whoever backs it sides with somebody?"""
        return self._concerns("agreements") or self._concerns("assaults")

    @property
    def ends_war(self) -> bool:
        """Is it a truce that somebody agrees to, with whom he fights?"""
        clause = self.found.clause
        if clause is None or self.found.control not in (None, "asserted", "planned", "hypothetical"):
            return False
        groups = (*self.found.patients, *self.found.things, *clause.objects)
        ends = [self.sentence.words[self.sentence.chunks[g].end - 1] for g in groups]
        return any(word.plain in kinds()["pauses_of_war"] for word in ends)

    @property
    def reciprocal(self) -> bool:
        """Do two states do it to one another ("accused each other of shelling")?"""
        states = [a.country for a in self.doers]
        at_home = len(states) == 2 and states[0] is not None and states[0] == states[1]
        if self.event_type in SHARED or None in states or (len(set(states)) != len(states) and not at_home):
            return False
        both = len(self.doers) == 2 or (len(self.doers) == 1 and self.doers[0].kind == "pronoun")
        if not both or self.found.clause is None:
            return False
        severed = self.found.act.mode == "break" and len(self.doers) == 2
        if severed and not self.patients and not self.found.modal:
            return True  # "X and Y severed relations"
        near = [self.found.clause.objects, self.found.patients]
        told = [[word.lower for word in self.sentence.words_of(groups[0])] for groups in near if len(groups) == 1]
        whole = any(" ".join(words) in listed("reciprocals") for words in told)
        # "expelled each other's diplomats"
        if whole or any(" ".join(words[:2]) in listed("reciprocal_owners") for words in told):
            return True
        links = [link for groups in near if len(groups) == 1 for link in self.sentence.of_chain(groups[0])[1:]]
        owners = (" ".join(word.lower for word in self.sentence.words_of(link)[:2]) for link in links)
        return self.apiece and not listed("reciprocal_owners").isdisjoint(owners)  # "each expelled ten of the other's"

    @property
    def penal(self) -> bool:
        """Is it sanctions that are eased or imposed?"""
        return self._concerns("punishments")

    @property
    def strikes_foreigners(self) -> bool:
        """Is it done to people from abroad of no state that is told?"""
        return self._concerns("foreigners")

    @property
    def lays(self) -> bool:
        """Is it a ban, a siege or the like that is laid on somebody?"""
        return self._concerns("sanctions") or not kinds()["sanctions"].isdisjoint(self.found.act.words)

    @property
    def lifts(self) -> bool:
        """Is it a ban, a siege or the like that somebody ends?"""
        return self.event_type == "CONCEDE" and self.lays

    @property
    def borders(self) -> bool:
        """Is it crossings of a border that are opened or shut?"""
        return self.event_type in ("COERCE", "CONCEDE") and self._concerns("crossings_told")

    @property
    def settles(self) -> bool:
        """Does a third party bring about a truce or a deal of others here ("brokered a ceasefire")?"""
        done = self.found.control in (None, "asserted") and not self.found.modal
        dealt = self._concerns("agreements") or self._concerns("dealings")
        return done and self.found.act.frame.name == "mediate" and dealt

    @property
    def told_passive(self) -> bool:
        """Is the act told by a verb with an auxiliary of the passive, and not of where its subject is by the way?"""
        clause = self.found.clause
        if clause is None or clause.how != "subject" or self.sentence.kind(clause.subjects[0] - 1) == REL:
            return False
        return self.sentence.chunks[clause.index].passive

    @property
    def by_the_way(self) -> bool:
        """Is the act told in a participle behind what it is done with ("one battery lent by X")?"""
        return self.found.clause is not None and self.found.clause.passive and not self.told_passive

    @property
    def follows(self) -> bool:
        """Is it told as what comes of the act before ("..., leaving ten dead")?"""
        return self.found.clause is not None and self.found.clause.how == "participle"

    @property
    def aside(self) -> bool:
        """Does the act stand in a clause of time or reason with a subject of its own ("hours after rockets landed")?"""
        first = self.found.doers[0] - 1 if self.found.doers else 0
        return self.sentence.kind(first) == SUB and self.sentence.lower(first) != "that"

    @property
    def neutral(self) -> bool:
        return self._concerns("neutral")

    @property
    def booty(self) -> bool:
        """Is it arms and vehicles that fighters take from those who bear them, and no cargo?"""
        taken = self.found.act.mode == "confiscate" and self._concerns("arms_borne")
        return taken and not self.neutral and not self._concerns("shipments")

    @property
    def goes_on_against_them(self) -> bool:
        """Is it arms, posts or men of no side it names that an act is done to, in no place of its own?"""
        taken = self.event_type == "ASSAULT" or self.booty or self._concerns("forces")
        return taken and not self.neutral and self.place_how not in ("clause", "object")

    @property
    def decreed(self) -> bool:
        """Is the act a rule laid down for a whole land ("imposed martial law")?"""
        words = [word.lower for word in self.sentence.words[self.found.start : self.found.end]]
        pairs = {f"{a} {b}" for a, b in pairwise(words)}
        if self.found.act.mode == "martial-law" and not self.found.nominal:
            return True
        return self._concerns("decrees") or not kinds()["decrees"].isdisjoint({*words, *pairs})

    @property
    def civic(self) -> bool:
        """Is it done to those whom a state rules: parties, papers, meetings ("outlawed two parties")?"""
        return self._concerns("civic_bodies")

    def reached(self, place: PlaceMention | None) -> bool:
        """Is the place where the act goes to ("delivered food through X")?"""
        if place is None or place is not self.place or self.place_how != "clause" or place.char_start < self.end:
            return False
        chunks = self.sentence.chunks
        at = next((i for i, chunk in enumerate(chunks) if place in chunk.places), 0)
        return self.sentence.lower_of(at - 1) in listed("aid_prepositions")

    def joint(self, actor: Actor) -> bool:
        """Does only its setting give a force of several states its state ("coalition jets")?"""
        return actor.via in ("context", "setting", "coreference") and self.of_many(actor)

    def of_many(self, actor: Actor) -> bool:
        """Is an actor named as one of several states or of another one ("foreign troops")?"""
        first, end = (bisect_left(self.sentence.starts, offset) for offset in (actor.char_start, actor.char_end))
        words = [word.lower for word in self.sentence.words[first:end]]
        pairs = {f"{a} {b}" for a, b in pairwise(words)}
        return not kinds()["joint"].isdisjoint({*words, *pairs})

    @property
    def counted(self) -> bool:
        """Are the doers told as a number only?"""
        chunks, words = self.sentence.chunks, self.sentence.words
        return bool(self.found.doers) and all(
            word.number or not word.lower[0].isalnum()
            for group in self.found.doers
            for word in words[chunks[group].start : chunks[group].end]
        )

    def _doers_are(self, *names: str) -> bool:
        """Does a word of one of these kinds stand in the groups of who does it?"""
        words = texts(self.sentence, self.found.doers)
        return any([not kinds()[name].isdisjoint(words) for name in names])

    def _concerns(self, kind: str) -> bool:
        """Does a word of a kind stand in the groups of what the act is done to?"""
        groups = [*self.found.patients, *self.found.things]
        return any([not kinds()[kind].isdisjoint(texts(self.sentence, [group])) for group in groups])

    def says(self, kind: str, actor: Actor | None, page: Page) -> bool:
        """Does a word of a kind of ``act_objects.yaml`` stand in the actor's group?"""
        if actor is None or actor.char_end <= actor.char_start:
            return False
        return not kinds()[kind].isdisjoint(page.view[actor.char_start : actor.char_end].lower().split())

    def pair(self, opponents: Opponents) -> None:
        """Count who stands against whom here, and whom penalties are laid on."""
        if self.event_type == "SANCTION":
            opponents.punished.update({a.country for a in self.patients if a.country and a.via not in sides.GUESSED})
        if self.event_type != "ASSAULT" or self.found.control == "purpose":
            return
        ours = [a.country for a in self.doers if a.country]
        theirs = [a.country or a.place_country for a in self.patients if a.country or a.place_country]
        if not theirs and self.place is not None and self.place.country:
            theirs = [self.place.country]
        weight = 2 if self.patients and any(a.country for a in self.patients) else 1
        for one in ours:
            for other in theirs:
                if one != other or not any(a.role in ("MIL", "GOV", "STA") for a in self.doers):
                    opponents.add(one, other, weight)


def _opens_speech(sentence: Sentence, found: Found) -> bool:
    """Does the doer stand right behind a verb of speaking ("Kyiv said [that] it ...")?"""
    if not found.doers or sentence.lower(found.doers[0]) not in listed("told_again"):
        return False
    k = found.doers[0] - 1
    while k >= 0 and sentence.kind(k) in (SUB, DATE, ADV):
        k -= 1
    return sentence.kind(k) == VG and sentence.is_speech(k)


def _hearer(sentence: Sentence, found: Found, actor: Actor) -> Actor:
    """Who is told what he does ("'You are shelling our towns,' X told Y")."""
    verb = sentence.told_by(found.chunk)
    told = sentence.clause(verb).objects if verb is not None else []
    hearer = next((a for group in told for a in sides.of_group(sentence, group) if a.country), None)
    return replace(hearer, char_start=actor.char_start, char_end=actor.char_end, kind="pronoun") if hearer else actor


def _one_of_several(sentence: Sentence, found: Found, verb: int, country: str) -> bool:
    """Is a state one of those who say at ``verb`` what they do ("A and B said they would", "the heads of A and B said
    they")?"""
    subjects = sentence.clause(verb).subjects
    if not subjects or not found.doers or sentence.lower(found.doers[0]) not in listed("plural_pronouns"):
        return False
    named = {a.country for k in range(subjects[0], verb) for a in sentence.chunks[k].actors if a.country}
    return country in named and len(named) > 1


def _spoken(sentence: Sentence, found: Found, actor: Actor) -> Actor:
    """An unresolved "it" or "they" in what somebody says is the one who says it."""
    if found.doers and sentence.lower(found.doers[0]) in listed("second_person"):
        return _hearer(sentence, found, actor)
    if actor.kind != "pronoun":
        return actor
    if actor.country and not _opens_speech(sentence, found):
        return actor
    for k in range(found.chunk - 1, -1, -1):
        if sentence.kind(k) == VG and sentence.is_speech(k):
            if found.doers and found.doers[0] in sentence.clause(k).objects:
                return actor  # "X urged both sides to yield"
            if actor.country and _one_of_several(sentence, found, k, actor.country):
                return actor
            for group in sentence.clause(k).subjects:
                speaker = next((a for a in sides.of_group(sentence, group) if a.country), None)
                if speaker is not None:
                    return replace(speaker, char_start=actor.char_start, char_end=actor.char_end, kind="pronoun")
        elif sentence.kind(k) == NP and sentence.kind(k + 1) == SUB and actor.country is None:
            speaker = next((a for a in sentence.chunks[k].actors if a.country), None)
            if speaker is not None and sentence.words[sentence.chunks[k].end - 1].lower in listed("speech_nouns"):
                return replace(actor, name=speaker.name, country=speaker.country, role=speaker.role)
    return actor
