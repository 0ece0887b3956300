"""Whom a spoken act is aimed at, where another act of its sentence tells ("accused X of shelling Y")."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import stated_of, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, COMMA, DATE, NP, REL, SUB, VG
from sitrep.extract.events.owners import of_state
from sitrep.extract.events.words import listed

# Kinds of mentions that may be threatened with what will become of them.
_POWERS = ("state", "seat", "force", "group")
# Those of whom a threat may ask something, that they do it or leave it: who visits a place is no such.
_BOUND = (*_POWERS, "office", "people", "demonym")
# Acts by which somebody is judged for what he did.
_JUDGING = ("ACCUSE", "SUPPORT")
# Acts against somebody whom the act that follows on them does not name again.
_HOSTILE = ("ACCUSE", "SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT", "REQUEST")


def _pledged_against(act: Found, found: list[Found]) -> bool:
    """ "Vowed not to return the heights": a refusal, where what is pledged against is to cooperate."""
    return (
        act.act.event_type == "AGREE"
        and act.act.frame.name == "pledge"
        and any(
            f.negated and f.clause is not None and f.clause.governor == act.chunk and QUAD[f.act.event_type] < 3
            for f in found
        )
    )


def _aimed_at(sentence: Sentence, groups: list[int]) -> bool:
    ours = any(sentence.words[sentence.chunks[g].start].lower in listed("first_person") for g in groups)
    several = any(actor.members for g in groups for actor in sentence.chunks[g].actors)  # "both countries"
    return ours or several or sentence.names_other(groups)


def _meant(sentence: Sentence, act: Found) -> bool:
    """Does an act name whom a threat is aimed at, or tell him by a pronoun ("warned that it might bar them")?"""
    if _aimed_at(sentence, act.patients):
        return True
    told = act.patients if act.clause is not None and act.clause.how != "relative" else []
    pronouns = [g for g in told if sentence.lower(g) in listed("object_pronouns")]
    return any(actor.country for group in pronouns for actor in sentence.chunks[group].actors)


def _placed(sentence: Sentence, act: Found) -> bool:
    """Is it a place that is attacked ("vowed to strike Haifa")?"""
    return act.act.event_type == "ASSAULT" and any(sentence.chunks[g].places for g in act.patients)


def names_somebody(sentence: Sentence, groups: list[int]) -> bool:
    """Does somebody stand in the groups, other than the owner of a thing by a pronoun ("its accusation")?"""
    return sentence.names_other(groups) or any(
        sentence.words[sentence.chunks[g].end - 1].actor is not None for g in groups
    )


def _aims(sentence: Sentence, act: Found, leading: Collection[str]) -> list[int]:
    """Who stands in what somebody threatens or refuses to do: its objects, then what one of some prepositions leads."""
    behind = act.chunk + 1 if act.nominal else -1  # "X's threat to attack Y"
    inner = [c for c in sentence.clauses() if c.governor == act.chunk or c.index == behind]
    aimed = [c.objects for c in inner if sentence.chunks[c.index].infinitive]
    aimed.extend(gs for c in inner for prep, gs in c.preps if prep in leading)
    return next((groups for groups in aimed if sentence.names_other(groups) and not _own(sentence, groups)), [])


def _own(sentence: Sentence, groups: list[int]) -> bool:
    """Is it what somebody has ("threatened to withdraw its troops")?"""
    return all(sentence.words[sentence.chunks[g].start].classes & w.POSS for g in groups)


def aim(act: Found, sentence: Sentence, found: list[Found]) -> None:
    """Who is condemned for an act is its doer; who is threatened with one its patient."""
    if act.act.frame.name in ("charge", "trace", "verdict") and not act.doers:
        told = sentence.told_by(act.chunk)
        act.doers, act.doer_rule = (sentence.clause(told).subjects, "speaker") if told is not None else ([], "")
        if act.act.frame.name == "verdict" and not of_state(sentence, act.patients):
            opened = told + 1 if told is not None and told < act.chunk else 0
            named = [g for g in range(opened, act.chunk) if sentence.kind(g) == NP and of_state(sentence, [g])]
            act.patients, act.patient_rule = named[:1], "owner of the object"  # "lifting the ban on X is out of"
    if _pledged_against(act, found):
        act.act = act.act._replace(event_type="REJECT", root="12", mode="refuse")
    if act.act.frame.name == "menace" and act.act.event_type == "THREATEN" and not sentence.names_other(act.patients):
        told = _addressed(sentence, act.chunk)  # "told X that it would bear the consequences"
        told = told or _doers_of(sentence, act.patients, found)  # "any attack by X would be met with a response"
        act.patients, act.patient_rule = (told, "who is told") if told else (act.patients, act.patient_rule)
    if act.act.event_type in _JUDGING and (agents := _agents(sentence, act, found)):
        act.patients, act.patient_rule = agents, "doer of what is condemned"
    if names_somebody(sentence, act.patients):
        return
    if act.act.event_type in _JUDGING and (signed := _makers(sentence, act, "pact_verbs")):
        act.patients, act.patient_rule = signed, "maker of what is judged"
        return
    if act.nominal and act.act.event_type not in ("REQUEST", "SANCTION", "THREATEN", "REJECT"):
        return
    if act.act.states and act.clause is not None:
        stated = stated_of(sentence, act.clause)
        act.patients, act.patient_rule = (stated.subjects, "subject of the charge") if stated else ([], "")
    elif act.act.event_type == "AGREE" and act.clause is not None and not (act.together and len(act.doers) > 1):
        makers = _makers(sentence, act) if act.act.frame.name in ("accept", "agree") else []
        if makers and len(act.doers) > 1 and _only_mediate(makers, found):
            act.together, makers = True, []  # "X and Y accepted a truce brokered by Z": with one another
        act.patients, act.patient_rule = _promised(sentence, act, found) or makers, "patient of what is promised"
    elif act.act.event_type == "ACCUSE" and act.clause is not None and _charged(sentence, act.clause):
        act.patients, act.patient_rule = _charged(sentence, act.clause), "subject of the charge"
    elif act.act.mode == "complain" and act.clause is not None and (when := _occasion(sentence, act)):
        act.patients, act.patient_rule = when, "subject of the occasion"
    elif act.act.event_type == "ACCUSE" and act.clause is not None:
        links = {link for g in act.clause.objects for link in sentence.of_chain(g)}
        source = next((f for f in found if f.nominal and f.chunk in links and f.doers), None)
        by = next((gs for prep, gs in act.clause.preps if prep == "by"), [])
        if source is not None:
            act.patients, act.patient_rule = source.doers, "doer of what is condemned"
        elif any(sentence.chunks[g].actors for g in by) and not act.clause.passive:
            act.patients, act.patient_rule = by, "doer of what is condemned"
        elif not act.together and (not links or kinds()["assaults"].isdisjoint(texts(sentence, act.clause.objects))):
            local = (gs for prep, gs in act.clause.preps if prep == "in" and sentence.names_other(gs))
            act.patients, act.patient_rule = next(local, act.patients), act.patient_rule or "place"
    elif act.act.event_type == "THREATEN" and act.act.frame.name != "menace":
        terms = _terms(sentence, act)
        if not any(a.kind in _BOUND for a in sentence.chunks[terms + 1].actors):
            terms = -1  # "if X's speaker lands in Y": on whom it hangs is no power
        behind = [f for f in found if f.start > act.start and not (act.chunk < terms <= f.chunk)]
        led = [f for f in behind if f.clause is not None and f.clause.governor == act.chunk]
        source = next((f for f in led or behind if _meant(sentence, f) or _placed(sentence, f)), None)
        aimed = _aims(sentence, act, listed("goal_prepositions") | listed("hostile_prepositions"))
        if source is not None:
            act.patients, act.patient_rule = source.patients, "patient of the threat"
        elif aimed:
            act.patients, act.patient_rule = aimed, "object of the threat"
        elif doomed := _doomed(sentence, act):
            act.patients, act.patient_rule = doomed, "subject of the threat"
        elif act.act.mode == "threaten" and (bound := _bound(sentence, act)):
            act.patients, act.patient_rule = bound, "subject of the condition"
        elif met := next((gs for f in found if f.chunk > terms > 0 and (gs := _others_in(sentence, act, f))), []):
            act.patients, act.patient_rule = met, "patient of the condition"
    elif act.act.event_type == "SANCTION" and act.clause is not None and not act.patients:
        aims = (c for c in sentence.clauses() if c.governor == act.clause.index and c.control == "purpose")
        hit = [gs for c in aims for prep, gs in c.preps if act.act.frame.preps.get(prep) == "actor2"]
        act.patients, act.patient_rule = (hit[0], "purpose") if hit else (act.patients, act.patient_rule)
    elif act.act.event_type == "REJECT":
        source = next((f for f in found if f.clause and f.clause.governor == act.chunk and f.patients), None)
        aimed = source.patients if source is not None else _aims(sentence, act, ("with",))
        makers = _makers(sentence, act) or _partners(sentence, act)
        if aimed and act.act.mode == "refuse":
            act.patients, act.patient_rule = aimed, "patient of what is refused"
        elif makers:
            act.patients, act.patient_rule = makers, "maker of what is rejected"
    elif act.act.event_type == "REQUEST" and act.nominal and sentence.lower_of(act.chunk + 1) == "that":
        asked_of = sentence.others([act.chunk + 2], act.doers) if sentence.kind(act.chunk + 2) == NP else []
        act.patients, act.patient_rule = asked_of, "subject of the demand"
    elif act.act.event_type == "REQUEST" and act.clause is not None:
        asked = stated_of(sentence, act.clause)
        asked_of = asked.subjects if asked is not None else _charged(sentence, act.clause)
        links = {link for g in act.clause.objects for link in sentence.of_chain(g)}
        inner = next((f for f in found if f is not act and f.nominal and f.chunk in links and f.doers), None)
        if not asked_of and inner is not None and sentence.names_other(inner.doers):
            asked_of = sentence.others(inner.doers, act.doers)  # "demanded the release of people held by X"
        if asked_of:
            act.patients, act.patient_rule = asked_of, "subject of the demand"
        elif met := _just_met(sentence, act, found):
            act.patients, act.patient_rule = met, "who was met"


def _just_met(sentence: Sentence, act: Found, found: list[Found]) -> list[int]:
    """Who was met by those who then ask for something ("received the envoy of X and asked for trainers")."""
    joined = act.clause is not None and act.clause.how == "coordination" and not act.patients
    if not joined or listed("asking_that").isdisjoint(sentence.chunks[act.chunk].lemmas):
        return []
    before = [f for f in found if f.act.event_type == "CONSULT" and not f.nominal and f.start < act.start]
    return sentence.others(before[-1].patients, act.doers) if before and before[-1].doers == act.doers else []


def _agents(sentence: Sentence, act: Found, found: list[Found]) -> list[int]:
    """Who did what is judged, told behind it by "by" ("condemned the beating of Y's fishermen by X's guards")."""
    links = {link for g in act.clause.objects for link in sentence.of_chain(g)} if act.clause is not None else set()
    deed = next((f for f in found if f.nominal and f.chunk in links and f.doer_rule == "noun:by"), None)
    return deed.doers if deed is not None and not act.nominal else []


def _doomed(sentence: Sentence, act: Found) -> list[int]:
    """Who is told what will become of him ("warned that Beirut would burn")?"""
    stated = stated_of(sentence, act.clause) if act.clause is not None else None
    if stated is None or stated.objects or sentence.chunks[stated.index].modal not in listed("modals_planned"):
        return []
    doomed = sentence.others(stated.subjects, act.doers)
    return [g for g in doomed if any(a.kind in _POWERS for a in sentence.chunks[g].actors)]


def _bound(sentence: Sentence, act: Found) -> list[int]:
    """Who must do or leave what a threat hangs on ("vowed a crushing blow if X moves")?"""
    first = _terms(sentence, act) + 1
    return [first] if sentence.kind(first) == NP and sentence.others([first], act.doers) else []


def _others_in(sentence: Sentence, act: Found, terms: Found) -> list[int]:
    """Who else than the doers of an act undergoes what its condition tells of."""
    return sentence.others(terms.patients, act.doers) if _aimed_at(sentence, terms.patients) else []


def _terms(sentence: Sentence, act: Found) -> int:
    """What opens the condition of a threat, by a conjunction or by inversion ("should X move"), or -1."""
    for i in range(act.chunk + 1, len(sentence.chunks)):
        if sentence.kind(i) == SUB and sentence.lower(i) in listed("conditions"):
            return i
        if sentence.kind(i) == VG and sentence.inverted(i):
            return i
    return -1


# Acts that may name whom they are aimed at only in the act behind them.
_AIMED = ("ACCUSE", "SANCTION", "THREATEN")


def go_on_against(act: Found, sentence: Sentence, before: list[Found]) -> None:
    """ "Accused X of it and recalled its envoy", "accused by X, Y recalled": it is aimed at whom the act before was."""
    for earlier in reversed(before):
        if earlier.nominal or earlier.act.event_type not in _HOSTILE:
            continue
        other = earlier.patients if earlier.doers == act.doers else []
        other = earlier.doers if earlier.patients == act.doers else other
        if act.doers and of_state(sentence, other):
            act.patients, act.patient_rule = other, "patient of the act before"
            return


def leads_up_to(sentence: Sentence, acts: list[Found]) -> None:
    """ "Lodged a protest and warned X": what names nobody is done to whom the next act is done to. In place."""
    for act, following in pairwise(acts):
        if act.nominal or following.nominal or act.act.event_type not in _AIMED or act.negated:
            continue
        joined = following.clause is not None and following.clause.how == "coordination"
        if not joined or act.doers != following.doers or following.act.event_type not in (*_AIMED, "ASSAULT"):
            continue
        if not names_somebody(sentence, act.patients) and names_somebody(sentence, following.patients):
            act.patients, act.patient_rule = following.patients, "patient of the act behind"


def both_before(act: Found, sentence: Sentence, before: list[Found]) -> None:
    """ "Rang A and B and threatened both": it is aimed at those whom an act before named together."""
    told = act.clause.objects if act.clause is not None and act.clause.objects else act.patients
    if len(told) != 1 or " ".join(word.lower for word in sentence.words_of(told[0])) not in listed("those_together"):
        return
    for last in reversed(before):
        one = [f for f in before if f.chunk == last.chunk]  # an act done to several may be told once for each
        for groups in ([g for f in one for g in f.patients], [g for f in one for g in f.doers]):
            together = list(dict.fromkeys(groups))
            if len(together) > 1 and together != act.doers:
                act.patients, act.patient_rule = together, "those of the act before"
                return


def _charged(sentence: Sentence, clause: Clause) -> list[int]:
    """Who is the subject of what the object of a verb says ("repeated its accusation that X armed rebels")."""
    k = clause.objects[-1] + 1 if clause.objects else -1
    while sentence.kind(k) in (ADV, DATE):  # "reiterated its demand today that X leave"
        k += 1
    if sentence.kind(k) != SUB or sentence.lower(k) != "that" or sentence.kind(k + 1) != NP:
        return []
    return [k + 1] if sentence.names_other([k + 1]) else []


def _occasion(sentence: Sentence, act: Found) -> list[int]:
    """Who did what a complaint was made on ("complained when X crossed the border")."""
    opened = next((i for i in range(act.chunk + 1, len(sentence.chunks)) if sentence.kind(i) == SUB), -1)
    if opened < 0 or sentence.lower(opened) not in listed("complaint_openers") or sentence.kind(opened + 1) != NP:
        return []
    return sentence.others([opened + 1], act.doers)


def _addressed(sentence: Sentence, chunk: int) -> list[int]:
    """Whom a verb of speaking before a chunk tells what is said ("told X that attacks would be punished")."""
    told = next((k for k in reversed(sentence.verbs) if k < chunk and sentence.is_speech(k)), None)
    quoted = sentence.told_by(chunk)
    if told is None and quoted is not None and quoted > chunk:  # '"You will regret it," Y told X'
        hearers = sentence.clause(quoted).objects
        return hearers if sentence.names_other(hearers) else []
    objects = sentence.clause(told).objects if told is not None else []
    behind = objects[-1] + 1 if objects else -1
    leads = sentence.kind(behind) == SUB or behind in sentence.clause(chunk).subjects
    return objects if leads and sentence.names_other(objects) else []


def _doers_of(sentence: Sentence, groups: list[int], found: list[Found]) -> list[int]:
    """Who does what these noun groups name."""
    deed = next((f for f in found if f.nominal and f.chunk in groups and names_somebody(sentence, f.doers)), None)
    return deed.doers if deed is not None else []


def _makers(sentence: Sentence, act: Found, made_by: str = "offering_verbs") -> list[int]:
    """Who made what is rejected: "a truce that X had proposed", "a ceasefire proposed by X".

    ``made_by`` names the list of the verbs by which it is made."""
    groups = act.things or act.patients
    things = {link for g in groups for link in sentence.of_chain(g)}
    for group in groups:  # "the offer from X was rejected"
        maker = group + 2
        if sentence.lower_of(group + 1) in listed("before_doers") and sentence.kind(maker) == NP:
            if sentence.names_other([maker]):
                return [maker]
    for clause in sentence.clauses():
        if clause.index == act.chunk or listed(made_by).isdisjoint(sentence.chunks[clause.index].lemmas):
            continue
        if clause.index < act.chunk:  # "presented a draft that X dismissed"
            made, who = [] if clause.passive else clause.objects, clause.subjects
        elif clause.passive:
            made, who = clause.subjects, [g for prep, gs in clause.preps if prep == "by" for g in gs]
        else:
            made, who = sentence.relative_objects(clause), clause.subjects
        if not things.isdisjoint(made) and sentence.names_other(who):
            return who
    return []


def _only_mediate(groups: list[int], found: list[Found]) -> bool:
    """Is it those who bring others to what they agree on?"""
    return any(f.act.frame.name == "mediate" and f.doers == groups for f in found)


def _partners(sentence: Sentence, act: Found) -> list[int]:
    """With whom the agreement is that is torn up ("scrapped a treaty with X")."""
    if act.clause is None or act.nominal:
        return []
    left = [g for prep, gs in act.clause.preps if prep in listed("leaving_prepositions") for g in gs]
    if kinds()["agreements"].isdisjoint(texts(sentence, [*act.clause.objects, *left])):
        return []
    return next((gs for prep, gs in act.clause.preps if prep == "with" and sentence.names_other(gs)), [])


def _promised(sentence: Sentence, act: Found, found: list[Found]) -> list[int]:
    """Whom what is promised or agreed to is for: "pledged to help X restock", "agreed to rebuild X's railways"."""
    governors = {act.chunk}
    alone = act.act.frame.name == "pledge" and len(act.doers) < 2
    for clause in sentence.clauses():
        if clause.governor not in governors:
            continue
        governors.add(clause.index)
        deed = next((f for f in found if f.chunk == clause.index), None)
        if deed is not None and (QUAD[deed.act.event_type] > 2 or deed.patients):
            return sentence.others(deed.patients, act.doers)[:1] if QUAD[deed.act.event_type] < 3 else []
        if alone:
            owned = [g for g in clause.objects if sentence.words[sentence.chunks[g].end - 1].actor is None]
            aimed = [g for prep, gs in clause.preps if prep in listed("goals_of_promises") for g in gs]
            others = sentence.others([*owned, *aimed], act.doers)
            if others:
                return others[:1]
    return []


def doer_of_judged(sentence: Sentence, act: Found, found: list[Found]) -> list[int]:
    """Whose act a "which" or a noun behind a comma sums up ("armed X, which Y hailed", "..., a move hailed by Y")."""
    first = act.clause.subjects[0] if act.clause is not None and act.clause.subjects else -1
    summed = first if sentence.kind(first - 1) == REL and sentence.kind(first - 2) == COMMA else -1
    charged = act.act.words[0] in listed("charging_verbs")
    if charged or sentence.lower_of(first - 1) in listed("person_relatives"):
        summed = -1  # "arrested two men, whom it accused", "attacked Y, which it blames for Z"
    objects = act.clause.objects if act.clause is not None else []
    if act.clause is not None and act.clause.passive and not objects:
        objects = act.clause.subjects
    said = False
    if summed < 0 and len(objects) == 1 and objects[0] < act.chunk and sentence.kind(objects[0] - 1) == COMMA:
        told = texts(sentence, objects)
        said = not kinds()["sayings"].isdisjoint(told)
        if sentence.lower(objects[0]) in listed("indefinite_articles") and (said or kinds()["moves"] & told):
            summed = objects[0]
    if summed < 0:
        return []
    before = [f.doers for f in found if f.chunk < summed and f.doers and f.doers != act.doers]
    if not before and said:
        before = [sentence.clause(k).subjects for k in sentence.verbs if k < summed and sentence.is_speech(k)]
    return before[-1] if before else []
