"""From a clause to the parts of an act: which noun groups are doer and patient, by the frame of the lexicon entry."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.events import accords, causatives, owners, passives, patients, phrasal
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds, statives, verbs
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause, Preps
from sitrep.extract.events.conditions import holds, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import CONJ, Chunk
from sitrep.extract.events.idioms import behind

# Acts of those who speak for a state, whom its seat may stand for.
_VOICED = ("SUPPORT", "ACCUSE", "REJECT")
# Acts of which who is done to comes from the land that does it.
_DRIVING = ("deport", "expel", "judicial")
# Acts of handing over goods, which are their givers' ("Turkish drones were sold to X").
_GIVING = ("AID", "COOPERATE")


def of_verb(sentence: Sentence, clause: Clause, acts: list[Act]) -> Found | None:
    """Of the acts that a verb group may name (see ``Leads``) the first that it does name, with its parts, or None."""
    chunk = sentence.chunks[clause.index]
    if chunk.copula and not chunk.adjective and chunk.lemmas != ("be",):
        return None
    limit = sentence.chunks[clause.end - 1].end if clause.end > clause.index else chunk.end
    limit = max(limit, chunk.end)
    if chunk.adjective:
        for act in statives().get(chunk.adjective, ()):
            stative = Clause(clause.index, clause.subjects, clause.how, preps=clause.preps, control=clause.control)
            found = _fit(sentence, stative, act, chunk.main, chunk.end)
            if found is not None:
                return found
    if chunk.negated and chunk.modal:
        acts = sorted(acts, key=lambda act: not act.refused)  # "will not accept the demands of X"
    causing = causatives.caused_by(sentence, clause)
    phrased = _is_phrased(sentence, chunk)
    for act in acts:
        end = chunk.main + 1
        told, owned = clause, False
        if causing is not None:
            turned = causatives.turned(sentence, clause, causing, act)
            if turned is None:
                continue
            found = _fit(sentence, turned, act, chunk.main, end) if len(act.words) == 1 else None
            if found is not None:
                verb = sentence.chunks[causing]
                found.negated, found.modal = verb.negated, verb.modal
                return found
            continue
        if chunk.passive and act.words[0] == "be":
            told = replace(clause, passive=False) if act.frame.subject == "actor1" else clause
            act = act._replace(words=act.words[1:])
        if len(act.words) == 1 and phrased and act.event_type == "ASSAULT":
            continue
        if len(act.words) > 1:
            reached = behind(sentence, act, end, min(limit + max(3, len(act.words)), len(sentence.words)))
            if reached is None:
                continue
            end = reached
            owned = sentence.words[end - 1].lower != act.words[-1]
            if owned:
                act = act._replace(words=act.words[:-1])  # "came to X's aid"
            if (
                act.event_type == "RETREAT"
                and act.frame.object is None
                and phrasal.moves_others(sentence, chunk.end, end)
            ):
                continue  # "drove the rebels out of the town"
        found = _fit(sentence, told, act, chunk.main, end, owned)
        if found is not None:
            return found
    return None


def _is_phrased(sentence: Sentence, chunk: Chunk) -> bool:
    """Does a particle behind a verb make another verb of it ("thrashed out the terms", which is no beating)?"""
    particle = sentence.words[chunk.end].lower if chunk.end < len(sentence.words) else ""
    if particle not in sentence.lexis.separable:
        return False
    return any(act.words[1:2] == (particle,) for lemma in chunk.lemmas for act in verbs().get(lemma, ()))


def _fit(sentence: Sentence, clause: Clause, act: Act, start: int, end: int, owned: bool = False) -> Found | None:
    """The act with its parts, where the clause is one that its verb, from word ``start`` to ``end``, may be told in.

    ``owned``: the verb ends in what belongs to whom it is done to.
    """
    chunk, frame = sentence.chunks[clause.index], act.frame
    if frame.name in ("menace", "charge") and not chunk.finite:
        return None  # "to stop playing with fire"
    if (
        frame.name == "menace"
        and clause.passive
        and any(p == "by" and sentence.names_other(g) for p, g in clause.preps)
    ):
        return None  # "will be attacked by X": told of X, and not as a threat of who speaks
    if clause.passive and frame.name == "meet" and not any(p == "by" for p, _ in clause.preps):
        return None
    if len(act.words) > 1:
        objects, preps = phrasal.after(sentence, clause, end, act.words)
        for inner in sentence.verbs:
            if clause.index < inner and sentence.chunks[inner].start < end:
                preps = [*preps, *sentence.clause(inner).preps]  # "stepped in to mediate between X and Y"
                if act.event_type == "CONSULT":
                    objects = objects or sentence.clause(inner).objects  # "flew in to meet X"
    else:
        objects, preps = clause.objects, clause.preps
    agreed = accords.sides(sentence, clause) if act.event_type == "AGREE" and not objects else None
    if agreed:
        clause = replace(clause, subjects=[clause.index - 1], how="participle")
    subjects = clause.subjects
    passive = passives.is_passive(sentence, clause, act, objects, preps, end) or bool(agreed)
    if passive and frame.together and act.words[-1] == "with":
        passive = False  # "were locked in combat with X"
    if passive and frame.name == "move" and act.words[-1] in w.listed("final_prepositions"):
        return None  # "were moved into the Gulf": brought there
    if passive and act.event_type == "RETREAT" and any(p == "by" and owners.named(sentence, gs) for p, gs in preps):
        return None  # "were driven out of the town by X"
    if act.intransitive and (passive or any(sentence.chunks[g].end > end for g in objects)):
        return None
    logical_objects = subjects if passive and frame.subject == "actor1" else objects
    if passive and (frame.name == "deadline" or (frame.ditransitive and frame.subject == "actor1" and objects)):
        logical_objects = [*subjects, *objects]  # "were given 48 hours", "was handed ten guns by X"
    if not holds(
        sentence, act, clause, logical_objects, [g for p, gs in preps if p == "by" for g in gs] if passive else subjects
    ):
        return None
    found = Found(act, chunk.start if act.refused else start, end, clause=clause, chunk=clause.index)
    found.negated, found.modal = chunk.negated and not act.refused, None if act.refused else chunk.modal
    found.control = clause.control
    if frame.name == "pledge" and act.event_type != "AGREE" and found.control in (None, "asserted"):
        found.control = "planned"
    asker = sentence.clause(clause.governor).subjects if clause.governor is not None else []
    asker = asker if clause.how == "object control" and clause.control == "hypothetical" else []
    if act.needs_recipient and not any(
        (named and owners.named(sentence, gs)) or (act.mode == "aid" and any(sentence.chunks[g].places for g in gs))
        for p, gs in [*preps, ("", _given_to(sentence, subjects, objects, passive))]
        for named in (not p or p in w.listed("recipient_prepositions"),)
        if named or frame.preps.get(p) == "actor2"
    ):
        if not asker:
            return None
        found.patients, found.patient_rule = asker, "who asks"
    if passive and frame.subject == "actor1":
        if not _of_passive(sentence, found, clause, objects, preps, agreed):
            return None
    elif frame.subject == "actor2":
        _of_undergoer(sentence, found, clause, objects, preps)
    else:
        _of_doer(sentence, found, clause, objects)
    if owned and frame.subject == "actor1":
        found.patients, found.patient_rule = phrasal.inside(sentence, clause, act, end)[-1:], "modifier"
    _by_prepositions(sentence, found, preps, passive)
    if act.mode == "drill" and len(found.doers) > 1:
        found.act, found.together = act._replace(event_type="COOPERATE", root="06"), True
    patients.settle(sentence, clause, act, found, end)
    reflexives = w.listed("reflexives")
    if found.patients and all(sentence.lower(g) in reflexives for g in found.patients):
        if reflexives.isdisjoint(act.words):
            return None  # "defended itself"
        found.patients, found.patient_rule = next(
            ((groups, f"prep:{prep}") for prep, groups in preps if prep in w.listed("local_prepositions")), ([], "")
        )  # "blew himself up in Baghdad"
    if frame.name == "swap" and len(found.doers) > 1 and not owners.of_state(sentence, found.patients):
        found.things, found.patients, found.patient_rule = found.things or found.patients, [], ""
    paired = frame.together or act.event_type == "COOPERATE" or _of_ties(sentence, found)
    if paired and len(found.doers) > 1 and not owners.named(sentence, found.patients):
        found.together = True
    if len(found.doers) == len(found.patients) > 1:
        found.one_by_one = any(word.lower in w.listed("pairing_adverbs") for word in sentence.words)
    return found


def _of_ties(sentence: Sentence, found: Found) -> bool:
    """Do several promise what they can only do with one another ("X and Y pledged to deepen their ties")?"""
    if found.act.event_type != "AGREE" or len(found.doers) < 2:
        return False
    return any(
        clause.governor == found.chunk and kinds()["relations"] & texts(sentence, clause.objects)
        for clause in sentence.clauses()
    )


def _of_passive(
    sentence: Sentence,
    found: Found,
    clause: Clause,
    objects: list[int],
    preps: Preps,
    agreed: tuple[list[int], list[int]] | None,
) -> bool:
    """Agent and passive subject; False where the verb is none that the subject may undergo. In place.

    ``agreed`` are the sides of an accord, where it is one that the verb tells of (see ``accords.sides``).
    """
    act, frame, subjects = found.act, found.act.frame, clause.subjects
    agents = passives.agents(sentence, clause, act, preps)
    found.doers, found.doer_rule = agents, "agent" if agents else ""
    if not agents and act.event_type in _VOICED:
        seats = [gs for p, gs in preps if p == "in" and owners.of_state(sentence, gs)]
        found.doers, found.doer_rule = next(iter(seats), []), "seat"  # "was welcomed in Accra"
    extra = clause.objects if frame.ditransitive or frame.with_object else []
    held = len(act.words) > 1 and act.words[-1] in w.listed("final_prepositions")
    if held and frame.object == "thing" and frame.preps.get(act.words[-1]) == "actor2":
        aimed = bool(objects) and objects != subjects
        found.patients = objects if aimed else subjects  # "was fired at X", "were fired on"
        found.patient_rule, found.things = "passive subject", subjects if aimed else []
    else:
        logical = [*subjects, *extra] if frame.object == "thing" else subjects
        _place_objects(sentence, found, logical, "passive subject")
        goods = frame.name == "give" and act.event_type in _GIVING and act.mode != "judicial"
        if goods and not agents and found.things == subjects and owners.of_state(sentence, subjects):
            found.doers, found.doer_rule = subjects, "modifier"
        launched = frame.name == "fire" and not agents and found.things == subjects
        if launched and owners.of_state(sentence, subjects) and not _from_somewhere(sentence, preps):
            found.doers, found.doer_rule = subjects, "modifier"  # "waves of X's drones were launched at Y"
    if act.event_type == "SANCTION" and not agents and len(act.words) > 1:
        laid = phrasal.inside(sentence, clause, act, found.end)  # "was hit with X's sanctions"
        if owners.of_state(sentence, laid) and laid != subjects:
            found.doers, found.doer_rule = laid, "modifier"
    if agreed and not agents:
        found.doers, found.patients, found.doer_rule = *agreed, "clause"
    if frame.object is None:
        if act.event_type != "RETREAT" or not owners.named(sentence, subjects):
            return False
        found.doers, found.doer_rule, found.patients = subjects, "passive subject", []
    if act.event_type in ("MOBILIZE", "RETREAT") and not agents and owners.named(sentence, subjects):
        found.doers, found.doer_rule = subjects, "passive subject"
    return True


def _from_somewhere(sentence: Sentence, preps: Preps) -> bool:
    """Does the text tell where something comes from ("missiles fired from X")?"""
    return any(p in w.listed("leaving_prepositions") and owners.named(sentence, gs) for p, gs in preps)


def _of_undergoer(sentence: Sentence, found: Found, clause: Clause, objects: list[int], preps: Preps) -> None:
    """Of verbs whose subject is who it is done to ("came under fire from X"). In place."""
    act, frame, subjects = found.act, found.act.frame, clause.subjects
    found.patients, found.patient_rule = subjects, "subject"
    held = act.words[-1] in w.listed("final_prepositions") and "actor1" in frame.preps.values()
    if len(act.words) > 1 and (held or frame.preps.get(act.words[-1]) == "actor1"):
        found.doers, found.doer_rule = objects, f"prep:{act.words[-1]}"  # "fell to X", "came under fire from X"
    else:
        found.things = objects
    within = phrasal.inside(sentence, clause, act, found.end)
    if not within and act.event_type == "CONCEDE" and not any(p == "from" for p, _ in preps):
        within = sentence.others(objects, subjects)  # "received 95 soldiers from Russia"
    if within and not found.doers and owners.named(sentence, within):
        found.doers, found.doer_rule = within, "modifier"


def _of_doer(sentence: Sentence, found: Found, clause: Clause, objects: list[int]) -> None:
    """Of verbs whose subject is who does it. In place."""
    act, frame = found.act, found.act.frame
    found.doers, found.doer_rule = clause.subjects, clause.how
    if (
        frame.object == "thing"
        and frame.name != "agree"
        and not (act.pair and act.words[-1] not in w.listed("party_prepositions"))
        and act.words[-1] in w.listed("final_prepositions")
        and len(act.words) > 1
        and objects
        and not owners.own(sentence, objects)
        and not (act.event_type == "REQUEST" and _arms_alone(sentence, objects))
    ):
        found.patients, found.patient_rule = objects, f"prep:{act.words[-1]}"
        objects = []
    elif frame.object is None and len(act.words) > 1 and frame.preps.get(act.words[-1]) == "actor2":
        found.patients, found.patient_rule = objects, f"prep:{act.words[-1]}"
    _place_objects(sentence, found, objects, "object")


def _by_prepositions(sentence: Sentence, found: Found, preps: Preps, passive: bool) -> None:
    """The parts that the frame of the verb has prepositions lead. In place."""
    act, frame = found.act, found.act.frame
    for prep, groups in preps:
        part = frame.preps.get(prep)
        if part is None and frame.name == "free" and prep == "to" and _is_own(sentence, found):
            part = "actor2"
        if act.event_type == "ASSAULT" and sentence.answered(found.chunk, groups[0]):
            continue
        if part == "actor2" and frame.together and len(found.doers) > 1 and prep in w.listed("setting_prepositions"):
            continue  # "A and B strengthened their ties at a ceremony in X"
        if part == "actor2" and frame.together and len(found.doers) > 1 and not owners.of_state(sentence, groups):
            continue  # "raised their ties to an alliance"
        if passive and prep == "by" and part == "actor2":
            continue
        if part == "actor2" and prep == "on" and found.patients and kinds()["borders"] & texts(sentence, groups):
            continue  # "hit a depot on the Romanian border"
        if part == "actor2" and prep == "in" and act.event_type == "SANCTION" and _of_talks(sentence, found):
            continue  # "suspended peace talks in Quito"
        both = frame.together and part is not None and len(groups) > 1 and prep in w.listed("pair_prepositions")
        if (both or part == "actor1") and not found.doers:
            found.doers, found.doer_rule = groups, f"prep:{prep}"
        elif prep == "by" and passive and groups == found.doers:
            continue
        elif part == "actor2" and found.patients and prep in (act.words[-1], found.patient_rule.removeprefix("prep:")):
            if not owners.of_state(sentence, found.patients) and owners.of_state(sentence, groups):
                found.patients = groups  # "met with leaders, including with X"
        elif part == "actor2" and (
            not found.patients
            or not owners.named(sentence, found.patients)
            or (_is_own(sentence, found) and owners.named(sentence, groups))
            or (frame.object == "thing" and _passed_on(sentence, found, groups))
            or (act.event_type == "REQUEST" and _asked_back(sentence, found, groups))
        ):
            if found.patients and not found.things:
                found.things = found.patients
            found.patients, found.patient_rule = groups, f"prep:{prep}"
        elif (
            prep in w.listed("leaving_prepositions")
            and passive
            and not found.doers
            and (act.mode in _DRIVING or act.event_type == "SANCTION")
            and owners.named(sentence, groups)
        ):
            found.doers, found.doer_rule = groups, "prep:from"  # "were deported from Angola"
        elif part == "origin" and passive and not found.doers and owners.named(sentence, groups):
            found.doers, found.doer_rule = groups, "prep:from"  # "missiles fired from Iran"
        elif part == "thing" and not found.things:
            found.things = groups
        elif prep == "including" and found.patients and not owners.of_state(sentence, found.patients):
            found.patients = groups  # "met leaders, including X"


def _is_own(sentence: Sentence, found: Found) -> bool:
    """Would a pronoun that it is done to stand for who does it ("Britain handed it back", "met himself with X")?"""
    told, own = ([a for g in groups for a in sentence.chunks[g].actors] for groups in (found.patients, found.doers))
    pronouns = bool(told) and all(a.kind == "pronoun" for a in told)
    return pronouns and {a.country for a in told} <= {a.country for a in own if a.country}


def _of_talks(sentence: Sentence, found: Found) -> bool:
    """Is it talks that somebody ends or puts off?"""
    return not kinds()["dialogues"].isdisjoint({*found.act.words, *texts(sentence, found.things)})


def _arms_alone(sentence: Sentence, objects: list[int]) -> bool:
    """Is it arms that are asked for, and nobody's ("asked for 500 tanks")?"""
    words = texts(sentence, objects)
    armed = not (words.isdisjoint(kinds()["arms"]) and words.isdisjoint(kinds()["weapons"]))
    return armed and not owners.of_state(sentence, objects)


def _passed_on(sentence: Sentence, found: Found, groups: list[int]) -> bool:
    """Is it to somebody of a state that one of none is handed ("refused to hand over the general to X")?"""
    return not owners.of_state(sentence, found.patients) and owners.of_state(sentence, groups)


def _asked_back(sentence: Sentence, found: Found, groups: list[int]) -> bool:
    """Is it from somebody else that the doer wants his own ("asked for its sailors back from X")?"""
    return not sentence.others(found.patients, found.doers) and bool(sentence.others(groups, found.doers))


def _granted(sentence: Sentence, objects: list[int]) -> bool:
    """Is it somebody whom the last word is granted to ("offered the ousted leader asylum")?"""
    head = sentence.words[sentence.chunks[objects[-1]].end - 1]
    if head.actor is not None or head.lower not in kinds()["granted"]:
        return False
    return any(actor.country for group in objects for actor in sentence.chunks[group].actors)


def _given_to(sentence: Sentence, subjects: list[int], objects: list[int], passive: bool) -> list[int]:
    """Who gets something without a preposition ("lent X a million", "X was lent a million")."""
    if passive:
        return subjects if objects else []
    return objects[:1] if len(objects) > 1 or owners.led(sentence, objects) else []


def _place_objects(sentence: Sentence, found: Found, objects: list[int], rule: str) -> None:
    """Objects as patient or as the thing that the act is about, as the frame of the verb has it. In place."""
    frame = found.act.frame
    if not objects:
        return
    if frame.object == "actor2":
        named = len(objects) > 1 and not w.listed("naming_verbs").isdisjoint(found.act.words)
        if named and not any(sentence.kind(m) == CONJ for m in range(*objects[:2])):
            objects, found.things = objects[:1], objects[1:]  # "called X a drug lord"
        found.patients, found.patient_rule = objects, rule
    elif frame.ditransitive and len(objects) > 1 and not any(sentence.kind(m) == CONJ for m in range(*objects[:2])):
        found.patients, found.patient_rule, found.things = objects[:1], "indirect object", objects[1:]
    elif frame.ditransitive and (owners.led(sentence, objects) or _granted(sentence, objects)):
        found.patients, found.patient_rule, found.things = objects, "indirect object", objects
    elif frame.with_object and found.clause is not None and any(p == "with" for p, _ in found.clause.preps):
        found.patients, found.patient_rule = objects, rule
        found.things = [g for p, gs in found.clause.preps if p == "with" for g in gs]
    else:
        found.things = objects
