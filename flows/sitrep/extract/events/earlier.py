"""What the act before tells of the two sides of an act: whose a count or a force is, and who a pronoun stands for."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events.actors import GUESSED, Actor, of_country
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import ALONE, FOR_OTHERS, SPOKEN, TO_OTHERS, VIOLENT
from sitrep.extract.events.words import POSS, PRON, listed, words
from sitrep.model import BY_NAME, Mentions, Page

# Acts of those who have just met.
_TALKED = ("AGREE", "CONSULT")
# Acts by which somebody is judged, for what is his.
_JUDGED = ("ACCUSE", "SUPPORT")
# Acts that a sentence tells one after another of, all for or against the same.
_GONE_ON_WITH = ("AID", "SANCTION")


def refer(scene: Scene, earlier: Scene) -> None:
    """What the act before tells: whose a count or a force is ("but no unit withdrew"), who "him" is."""
    victim = next((a for a in earlier.patients if a.country), None)
    _deliver(scene, earlier)
    if _expels_own(scene):
        own = {a.country for a in scene.doers}
        others = [a.country for a in (*earlier.patients, *earlier.doers) if a.country and a.country not in own]
        scene.patients = [of_country(a, state) or a for a in scene.patients for state in others[:1]] or scene.patients
    if victim is not None:
        _count_on(scene, earlier, victim.country)
    if victim is not None and scene.event_type in (*TO_OTHERS, "SUPPORT"):
        own = {a.country for a in scene.doers} if victim.country not in {a.country for a in scene.doers} else set()
        scene.patients = [
            of_country(a, victim.country)
            if a.via == "coreference"
            and a.country in own
            and (a.head is (a.kind == "pronoun") or scene.event_type in _JUDGED)
            else a
            for a in scene.patients
        ]
    if (
        victim is not None
        and scene.found.clause is not None
        and scene.found.clause.how in ("coordination", "participle")
        and (earlier.found.clause is None or earlier.found.clause.how != "relative")
    ):
        scene.patients = [
            of_country(a, victim.country) if a.kind == "pronoun" and not a.country else a for a in scene.patients
        ]
    if scene.settles and earlier.event_type in ("AGREE", "CONSULT", "CONCEDE"):
        if not any(a.country for a in scene.patients):
            both = {a.country: a for a in (*earlier.doers, *earlier.patients) if a.country}
            both = {state: a for state, a in both.items() if state not in {d.country for d in scene.doers}}
            scene.patients = [of_country(None, state) for state in both] or scene.patients  # "Qatar brokered the text"
    _same_again(scene, earlier)
    known = next((a for a in earlier.doers if a.country), None)
    if known is None:
        return
    if _are_sent(scene, earlier):
        scene.doers = [replace(a, country=a.country or known.country, role=a.role or "MIL") for a in scene.doers]
    goes_on = scene.found.clause is not None and scene.found.clause.how == "coordination"
    if goes_on and scene.place is None and scene.event_type in SPOKEN and is_meeting(earlier):
        if scene.span is earlier.span and scene.found.doers == earlier.found.doers:
            scene.place, scene.place_how = earlier.place, earlier.place_how  # "met X in Y and asked him to"
    if scene.event_type == "THREATEN" and victim is not None and goes_on and not scene.patients:
        if earlier.event_type in (*TO_OTHERS, *VIOLENT) and known.country in {a.country for a in scene.doers}:
            scene.patients = [of_country(None, victim.country)]  # "accused X and threatened to retaliate"
    if scene.event_type == earlier.event_type in _GONE_ON_WITH and scene.span is earlier.span and victim is not None:
        if known.country in {a.country for a in scene.doers} and not any(a.country for a in scene.patients):
            scene.patients = [of_country(None, victim.country)]  # "called off talks with X and cancelled a visit"
    if scene.event_type == earlier.event_type == "ASSAULT" and _fires_on(scene, earlier):
        scene.doers = [replace(a, country=known.country, via="coreference") for a in scene.doers]
    if scene.event_type in VIOLENT and earlier.event_type in VIOLENT and goes_on and victim is not None:
        if scene.span is earlier.span and scene.goes_on_against_them and not any(a.country for a in scene.patients):
            # "killed 58 Pakistani soldiers and overran 25 posts"
            scene.patients = [of_country(a, victim.country) for a in scene.patients or [None]]
    if scene.event_type in VIOLENT and earlier.event_type in VIOLENT and goes_on and victim is not None:
        own = {a.country for a in scene.doers}
        if scene.span is earlier.span and victim.country not in own:
            scene.patients = [
                replace(a, country=victim.country) if _is_aboard(scene, a) and a.country in own else a
                for a in scene.patients
            ]  # "sank a Greek ship and took its crew"
    if scene.event_type == "CONCEDE" and earlier.event_type == "CONCEDE" and scene.found.act.frame.subject == "actor2":
        own = {a.country for a in scene.patients}
        if own and not scene.doers:
            given = [a for a in (*earlier.doers, *earlier.patients) if a.country and a.country not in own]
            scene.doers = [of_country(None, a.country) for a in given[:1]]  # "got 95 in return"
    if scene.counted and not any(a.country for a in scene.doers):
        scene.doers = [of_country(a, known.country) for a in scene.doers] or [known]
        scene.doers = [replace(a, kind="people", role=a.role or known.role) for a in scene.doers if a]
    elif not scene.aside:
        scene.doers = [
            replace(a, country=known.country) if a.country is None and a.role == "MIL" and known.role == "MIL" else a
            for a in scene.doers
        ]


def _fires_on(scene: Scene, earlier: Scene) -> bool:
    """Do weapons of no named state strike in a clause joined by "and" to what others of one did ("X's missiles hit a
    port, and drones struck a depot")?"""
    if scene.span is not earlier.span or scene.found.nominal or not scene.found.doers or not scene.flown:
        return False
    joined = scene.sentence.lower_of(scene.found.doers[0] - 1) in listed("plain_coordinators")
    named = all(a.country and a.via in BY_NAME for a in earlier.doers)
    return joined and named and all(not a.country or a.via in GUESSED for a in scene.doers)


def _expels_own(scene: Scene) -> bool:
    """Does somebody expel those who by a pronoun would be his own ("X denied it, and Y expelled its ambassador")?"""
    own = {a.country for a in scene.doers if a.country}
    pointed = [a for a in scene.patients if a.via == "coreference" and a.country in own]
    return scene.found.act.mode == "expel" and bool(pointed) and len(pointed) == len(scene.patients)


def _are_sent(scene: Scene, earlier: Scene) -> bool:
    """Do those act who have just been told of as sent by somebody ("sent two agents who attacked a post")?"""
    clause = scene.found.clause
    if earlier.event_type != "MOBILIZE" or scene.span is not earlier.span or clause is None:
        return False
    return clause.how == "relative" and bool(scene.found.doers) and set(scene.found.doers) <= {*earlier.found.things}


def _same_again(scene: Scene, earlier: Scene) -> None:
    """ "Arrested X and charged him": a pronoun behind a verb that goes on stands for whom the verb before is done to.

    In place.
    """
    clause, before = scene.found.clause, earlier.found.clause
    if clause is None or before is None or clause.how != "coordination" or scene.span is not earlier.span:
        return
    if scene.found.doers != earlier.found.doers or clause.passive or before.passive or earlier.found.nominal:
        return
    if not 0 < len(scene.patients) <= len(earlier.patients):
        return
    objects = [scene.sentence.lower(group) for group in scene.found.patients]
    if len(objects) == 1 and objects[0] in listed("object_pronouns"):
        one = scene.patients[0]
        scene.patients = [replace(one, country=a.country, role=a.role) for a in earlier.patients]


def strike_other(scene: Scene, earlier: Scene) -> None:
    """Give "them" whom somebody strikes, and who would be himself, the state that acted right before ("X's bombers flew
    in. Y's guns downed one of them"). In place."""
    own = {a.country for a in scene.doers if a.country}
    near = scene.span.block == earlier.span.block and 0 <= scene.span.seq - earlier.span.seq <= 1
    if scene.event_type not in VIOLENT or scene.found.nominal or not own or not near:
        return
    others = {a.country for a in earlier.doers if a.country} - own
    if len(others) == 1 and scene.patients and all(_is_them(a) and a.country in own for a in scene.patients):
        scene.patients = [replace(a, country=next(iter(others))) for a in scene.patients]


def _is_them(actor: Actor) -> bool:
    return actor.kind == "pronoun" and actor.head


def _is_aboard(scene: Scene, actor: Actor) -> bool:
    """Is somebody told as those of what was struck or taken ("its crew")?"""
    words = texts(scene.sentence, scene.found.patients)
    return actor.via == "coreference" and not kinds()["aboard"].isdisjoint(words)


def _count_on(scene: Scene, earlier: Scene, state: str | None) -> None:
    """ "27 Russians were killed, five surrendered and 19 were taken prisoner": whose the further ones are. In place.

    ``state`` is that of those struck in ``earlier``.
    """
    clause, before = scene.found.clause, earlier.found.clause
    if earlier.event_type not in VIOLENT or before is None or not before.passive or clause is None:
        return
    heads = [scene.sentence.words[scene.sentence.chunks[g].end - 1] for g in clause.subjects]
    if not heads or not all(head.number or head.lower in listed("counted_men") for head in heads):
        return
    if scene.event_type == "RETREAT" and all(not a.country or a.via in GUESSED for a in scene.doers):
        scene.doers = [of_country(a, state) or a for a in scene.doers]
    elif clause.passive and scene.event_type in (*VIOLENT, "CONCEDE") and not any(a.country for a in scene.patients):
        counted = of_country(None, state)
        scene.patients = [counted] if counted is not None else []
        scene.doers = scene.doers or list(earlier.doers)


def _deliver(scene: Scene, earlier: Scene) -> None:
    """ "X gave Y four jets; two more are to be delivered": who gives the rest, and to whom. In place."""
    clause = scene.found.clause
    if scene.event_type != "AID" or clause is None or not clause.passive or scene.doers:
        return
    given = earlier.event_type == "AID" or (earlier.event_type == "AGREE" and earlier.found.act.frame.name != "accept")
    counted = bool(clause.subjects) and all(
        word.number or word.classes for group in clause.subjects for word in scene.sentence.words_of(group)
    )
    if given and counted and not any(a.country for a in scene.patients):
        scene.doers, scene.patients = list(earlier.doers), list(earlier.patients)


def talk_on(scene: Scene, meeting: Scene | None) -> None:
    """ "They discussed", "they agreed" behind a meeting: those who met, and nobody whom they spoke of.

    Where nobody met, civilians spoken of last are none who discuss or agree: who they are stays open.
    """
    if scene.event_type not in _TALKED or not scene.found.act.frame.together or len(scene.doers) != 1:
        return
    sides = [*scene.doers, *scene.patients]
    if not scene.found.doers or any(a.kind != "pronoun" for a in sides):
        return
    said = scene.sentence.lower(scene.found.doers[0])
    if said not in listed("plural_pronouns") - listed("first_person"):
        return
    spoken_of = any(a.role == "CVL" for a in sides) and not any(a.role == "GOV" for a in sides)
    if scene.event_type == "AGREE":
        if scene.found.doers[0] != 0 or any(a.role == "GOV" for a in sides):
            return
    elif scene.patients and not spoken_of:
        return
    if meeting is not None and scene.span.block - meeting.span.block <= 1:
        at = {"char_start": scene.doers[0].char_start, "char_end": scene.doers[0].char_end, "kind": "pronoun"}
        scene.doers, scene.patients = ([replace(a, **at) for a in b[:1]] for b in (meeting.doers, meeting.patients))
    elif spoken_of and scene.found.doers[0] == 0:
        scene.doers, scene.patients = [replace(scene.doers[0], country=None)], []


def is_meeting(scene: Scene) -> bool:
    """Do two meet or speak who are told by name, office or state, one of them at least of a state?"""
    if scene.event_type != "CONSULT" or not scene.doers or not scene.patients:
        return False
    sides = scene.doers[0], scene.patients[0]
    return all(a.kind in ("person", "office", "state") for a in sides) and any(a.country for a in sides)


def told_before(page: Page, mentions: Mentions, scene: Scene) -> None:
    """Give an "it" or "them" that stands for the doer the one other state of the sentence before, or leave it out.

    Where no such state is told it stands for a thing told before ("Israel has rejected it").
    """
    if scene.event_type in VIOLENT or scene.event_type in ALONE:
        return
    own = {a.country for a in scene.doers if a.country}
    rising = any(a.role == "REB" for a in scene.doers)
    if any((a.role == "REB") != rising for a in scene.patients):
        return  # "the minister met the rebels and urged them"
    if scene.patients and all(a.country in own and _is_pronoun(page, a) for a in scene.patients):
        other = _other_before(page, mentions, scene, own)
        scene.patients = [replace(scene.patients[0], country=other)] if other else []


def _other_before(page: Page, mentions: Mentions, scene: Scene, own: set[str | None]) -> str | None:
    """The one state but the doer's that the sentence before names as who does something, or None."""
    if scene.event_type not in (*_JUDGED, *FOR_OTHERS) or scene.span.seq == 0:
        return None
    before = page.sentences[scene.span.seq - 1]
    if before.block != scene.span.block:
        return None
    named = {
        a.country
        for a in mentions.within("actors", before.char_start, before.char_end)
        if a.kind in ("state", "person", "office", "group", "force") and a.via in BY_NAME
    } - {None, *own}
    return named.pop() if len(named) == 1 else None


def _is_pronoun(page: Page, actor: Actor) -> bool:
    bits = words().classes.get(page.phrase(actor.char_start, actor.char_end).lower(), 0)
    return bool(bits & PRON) and not bits & POSS
