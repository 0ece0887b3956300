"""The acts of one sentence seen together: which are one act, and what one tells of the sides of another."""

from __future__ import annotations

from itertools import pairwise

from sitrep.extract.events.acts import QUAD, kinds, threat
from sitrep.extract.events.addressees import (
    aim,
    both_before,
    doer_of_judged,
    go_on_against,
    leads_up_to,
    names_somebody,
)
from sitrep.extract.events.causatives import CAUSATIVE
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import BEFELL_WHEN, HOLDER, Found
from sitrep.extract.events.groups import COMMA, CONJ, NP, P
from sitrep.extract.events.owners import of_state
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE

# Acts that make somebody leave.
_DRIVING = ("expel", "deport")
# Acts that are done by saying them.
_VOICED = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
# Acts that may follow on another one against the same state, which they do not name again.
_GOING_ON = ("SANCTION", "THREATEN")
# What it comes to that somebody no longer does an act of a type: its type, root code and mode.
_ENDED = {
    "AID": ("SANCTION", "16", "cut"),
    "COOPERATE": ("SANCTION", "16", "cut"),
    "SUPPORT": ("SANCTION", "16", "break"),
    "CONSULT": ("SANCTION", "16", "break"),
    "ASSAULT": ("CONCEDE", "08", "ease"),
    "COERCE": ("CONCEDE", "08", "ease"),
    "SANCTION": ("CONCEDE", "08", "ease"),
}


def _holds(outer: Found, act: Found) -> bool:
    """Is an act a word of another's trigger that says the same or refuses it ("failed to reach agreement")?"""
    return (
        outer.chunk != act.chunk
        and outer.start <= act.start
        and act.end <= outer.end
        and outer.act.event_type in ("REJECT", act.act.event_type)
    )


def joined(sentence: Sentence, found: list[Found]) -> list[Found]:
    """ "killed and wounded" made one act; a deal signed after a meeting given the other side of the meeting."""
    kept: list[Found] = []
    for act in found:
        deed = doer_of_judged(sentence, act, found) if act.act.event_type in ("ACCUSE", "REJECT", "SUPPORT") else []
        if deed:
            act.patients, act.patient_rule = deed, "doer of what is condemned"
        aim(act, sentence, found)
        both_before(act, sentence, kept)
        goes_on = act.act.event_type in _GOING_ON or (act.act.event_type == "REQUEST" and act.act.mode == "demand")
        if goes_on and not act.nominal and not names_somebody(sentence, act.patients):
            go_on_against(act, sentence, kept)
        last = kept[-1] if kept else None
        if last is not None and not act.nominal and not last.nominal and act.act.event_type == last.act.event_type:
            if _side_by_side(sentence, last, act) and not (
                last.patients and act.patients and last.patients != act.patients
            ):
                last.end = act.end
                last.patients = last.patients or act.patients
                last.patient_rule = last.patient_rule or act.patient_rule
                last.things = last.things or act.things
                last.doers = last.doers or act.doers
                continue
        if last is not None and _named_together(sentence, last, act):
            last.end = act.end
            continue
        if last is not None and _counts_on(sentence, last, act):
            last.doers, last.doer_rule = (last.doers, last.doer_rule) if last.doers else (act.doers, act.doer_rule)
            continue
        if (
            act.act.event_type == "AGREE"
            and act.act.frame.together
            and not act.patients
            and last is not None
            and act.clause is not None
        ):
            if last.act.event_type == "CONSULT" and act.clause.how == "coordination" and last.doers == act.doers:
                act.patients, act.patient_rule = last.patients, "coordination"
        if (
            last is not None
            and last.act.event_type == "RETREAT"
            and act.act.frame.name == "move"
            and act.clause is not None
        ):
            if act.clause.how == "coordination":
                continue  # "laid down their arms and crossed into": no advance
        kept.append(act)
    kept = [act for act in kept if not _vowed(sentence, act, kept)]
    kept = [act for act in kept if not _stopped(sentence, act, kept)]
    for act in kept:
        _voiced(sentence, act)
    _let_go(kept)
    _gathered(sentence, kept)
    _befell_when(sentence, kept)
    _came_for(sentence, kept)
    leads_up_to(sentence, kept)
    return [
        act
        for act in kept
        if not _told_by_verb(sentence, act, kept)
        and not _done_by_verb(act, kept)
        and not _background(sentence, act)
        and not _belongs(sentence, act, kept)
        and not (len(kept) > 1 and any([_holds(other, act) for other in kept]))
        and not _warned_of(act, kept)
        and not _foretells(sentence, act, kept)
        and not _owned_up(sentence, act)
        and not _promised_deed(sentence, act, kept)
    ]


def _let_go(acts: list[Found]) -> None:
    """Give a release that nobody is told to have done to who arrested the same people in the sentence ("police detained
    two men, who were freed"). In place."""
    for arrest, act in pairwise(acts):
        if act.act.mode != "release" or act.nominal or act.doers or act.clause is None or not act.clause.passive:
            continue
        if arrest.act.event_type == "COERCE" and arrest.act.mode == "arrest" and act.patients == arrest.patients:
            act.doers, act.doer_rule = arrest.doers, "clause"


def _owned_up(sentence: Sentence, act: Found) -> bool:
    """Does who speaks say so of himself ("said it was behind the raid")?"""
    told = {sentence.lower(g) for g in act.patients}
    return act.act.frame.name == "charge" and bool(told) and told <= listed("speaking_pronouns")


def _promised_deed(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """Is a promise to nobody only told by what is promised ("pledged to withdraw its force")?"""
    if act.act.event_type != "AGREE" or act.act.frame.name != "pledge" or act.nominal or act.negated:
        return False
    if sentence.chunks[act.chunk].adjective:
        return False  # "is willing to withdraw": the will is all there is
    if names_somebody(sentence, act.patients):
        return False
    return any(
        f.clause is not None and f.clause.governor == act.chunk and not f.negated and QUAD[f.act.event_type] < 3
        for f in others
        if f is not act and not f.nominal and f.act.event_type != "AGREE"
    )


def _warned_of(act: Found, others: list[Found]) -> bool:
    """Is what would befall somebody only what he is warned of ("warned X that attacks would be punished")?"""
    menace = act.act.event_type == "THREATEN" and act.act.frame.name == "menace"
    return menace and any(f.act.event_type == "THREATEN" and f.act.frame.name != "menace" for f in others)


def _foretells(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """Does somebody only warn of what another one may do ("X warned of attacks by Y")? Nobody is threatened."""
    if act.act.event_type != "THREATEN" or act.nominal or act.clause is None:
        return False
    if listed("foretelling_verbs").isdisjoint(act.act.words[:1]):
        return False
    told = {
        link
        for prep, groups in act.clause.preps
        if prep in listed("about_prepositions")
        for group in groups
        for link in sentence.of_chain(group)
    }
    return any(f.nominal and f.chunk in told and sentence.others(f.doers, act.doers) for f in others)


def _side_by_side(sentence: Sentence, last: Found, act: Found) -> bool:
    """Does a coordinator join two verbs, or a comma two of harm to the body ("beaten, wounded and killed")?"""
    behind = last.chunk + 1
    behind += sentence.kind(behind) == P and sentence.chunks[behind].start < last.end  # "rounded up and arrested"
    between = [sentence.kind(k) for k in range(behind, act.chunk)]
    if between == [CONJ]:
        return True
    return {last.act.root, act.act.root} == {"18"} and between in ([COMMA], [COMMA, CONJ])


def _vowed(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """Is an act only told by what is vowed ("vowed that X would crush")? "Vowed to crush" is made a threat."""
    vows = act.act.frame.name == "pledge" and listed("vowing_verbs").intersection(act.act.words)
    if act.act.event_type != "AGREE" or act.nominal or not vows:
        return False
    following = next((f for f in others if f.start > act.start), None)
    if following is None or following.act.event_type not in ("ASSAULT", "COERCE", "SANCTION", "PROTEST"):
        return False
    if following.negated or following.clause is None:
        return False  # "pledged not to attack"
    if following.control != "negated" and _under(sentence, following, act.chunk):
        if sentence.chunks[act.chunk].adjective and not sentence.others(following.patients, act.doers):
            return True  # "is ready to fight": a state of mind
        act.act, act.control = threat(), None
        act.patients, act.patient_rule = following.patients, "patient of the threat"
        return False
    return sentence.lower_of(act.chunk + 1) == "that"


def _under(sentence: Sentence, act: Found, verb: int) -> bool:
    """Is an act the complement of a verb, or of one that is itself its complement ("vowed to go on striking X")?"""
    clause = act.clause
    for _ in range(3):
        if clause is None or clause.governor is None:
            return False
        if clause.governor == verb:
            return True
        clause = sentence.clause(clause.governor)
    return False


def _gathered(sentence: Sentence, acts: list[Found]) -> None:
    """ "Drove their tractors into the city to protest": where no other act is a protest, what they came for is one."""
    if any(act.act.event_type == "PROTEST" and act.control != "purpose" for act in acts):
        return
    for act in acts:
        clause = act.clause if act.act.event_type == "PROTEST" else None
        if clause is not None and clause.how == "purpose" and clause.governor is not None:
            if not listed("gathering_verbs").isdisjoint(sentence.chunks[clause.governor].lemmas):
                act.control = None


def _befell_when(sentence: Sentence, acts: list[Found]) -> None:
    """ "Two Malians were killed when rebels hit a post": who did what befell somebody, and whom what was done then hit.

    In place.
    """
    for act, cause in pairwise(acts):
        if act.nominal or cause.nominal or not act.act.event_type == cause.act.event_type == "ASSAULT":
            continue
        if act.doers or not act.patient_rule.startswith("passive") or act.negated or cause.negated:
            continue
        when = cause.doers[0] - 1 if cause.doers and cause.clause is not None and cause.clause.how == "subject" else -1
        if sentence.lower_of(when) not in listed("moment_openers") or when < act.chunk:
            continue
        between = (sentence.chunks[v] for v in sentence.verbs if act.chunk < v < when)
        if any(verb.finite and not verb.form & PARTICIPLE for verb in between):
            continue  # "was shot, and another vanished when rebels raided the town"
        if not (of_state(sentence, cause.doers) or kinds()["weapons"].isdisjoint(texts(sentence, cause.doers))):
            continue  # "when rockets hit the town": whose they are is not told
        act.doers, act.doer_rule = cause.doers, BEFELL_WHEN
        if not cause.clause.passive and not names_somebody(sentence, cause.patients) and not _is_place(sentence, cause):
            cause.things = cause.things or cause.patients
            cause.patients, cause.patient_rule = act.patients, BEFELL_WHEN


def _came_for(sentence: Sentence, acts: list[Found]) -> None:
    """ "Flew to Cairo to ask for arms": what somebody goes to others for is asked of them. In place."""
    for act in acts:
        clause = act.clause if act.act.event_type == "REQUEST" and not act.nominal else None
        if clause is None or clause.governor is None or names_somebody(sentence, act.patients):
            continue
        visit = next((f for f in acts if f.chunk == clause.governor and f.act.event_type == "CONSULT"), None)
        if visit is not None and visit.patients and sentence.chunks[clause.index].infinitive:
            act.things = act.things or act.patients
            act.patients, act.patient_rule = visit.patients, "who is visited"


def _is_place(sentence: Sentence, act: Found) -> bool:
    return any(sentence.chunks[g].places for g in (*act.patients, *act.things))


def _voiced(sentence: Sentence, act: Found) -> None:
    """ "Used his speech to appeal to X": what somebody takes an occasion to say is said."""
    clause = act.clause if act.act.event_type in _VOICED and act.control == "purpose" and not act.nominal else None
    if clause is None or clause.how != "purpose" or clause.governor is None:
        return
    verb, mate = sentence.chunks[clause.governor], sentence.clause(clause.governor)
    if listed("occasions").isdisjoint(verb.lemmas) or verb.negated or verb.modal or not verb.finite:
        return
    if mate.control in (None, "asserted", "reported"):
        act.control = mate.control


def _stopped(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """ "Stopped supplying gas": what was done for somebody and is no more is a sanction; what was done to somebody
    ("stopped shelling X"), a concession. Returns whether another act that was found tells it."""
    governor = act.clause.governor if act.clause is not None and not act.nominal else None
    if act.act.event_type not in _ENDED or governor is None or sentence.chunks[governor].negated:
        return False
    stopping = sentence.chunks[governor]
    if act.control != "negated" or listed("stopping_verbs").isdisjoint(stopping.lemmas):
        return False
    kind, root, mode = _ENDED[act.act.event_type]
    act.act = act.act._replace(event_type=kind, root=root, mode=mode)
    twin = next((f for f in others if f is not act and f.act.event_type == kind and f.chunk == governor), None)
    if twin is not None and twin.doers == act.doers:
        twin.patients, twin.patient_rule = twin.patients or act.patients, twin.patient_rule or act.patient_rule
        twin.things = twin.things or act.things
        return True
    mate = sentence.clause(governor)
    act.start, act.control, act.modal = stopping.main, mate.control, stopping.modal
    return False


def _counts_on(sentence: Sentence, last: Found, act: Found) -> bool:
    """ "Two were killed and ten wounded": the second count goes with the first."""
    middle = act.chunk - 1
    return (
        not (act.nominal or last.nominal)
        and act.chunk == last.chunk + 3
        and act.act.event_type == last.act.event_type == "ASSAULT"
        and sentence.kind(last.chunk + 1) == CONJ
        and sentence.kind(middle) == NP
        and all(word.number for word in sentence.words[sentence.chunks[middle].start : sentence.chunks[middle].end])
    )


def _background(sentence: Sentence, act: Found) -> bool:
    """A bare participle inside a noun group, without its doer ("the arms seized last year were returned")."""
    if act.nominal or act.clause is None or not act.clause.passive or act.clause.how == CAUSATIVE:
        return False
    verb = sentence.chunks[act.chunk]
    if act.doers:
        # "units backed by A captured", "drones launched by B were downed": told of those that another verb tells of
        opens = (act.chunk == 0 and act.act.mode == "endorse") or sentence.kind(act.chunk - 1) == NP
        reduced = not verb.passive and verb.end - verb.start == 1 and opens
        told = (act.act.mode == "endorse" or act.act.frame.name == "fire") and reduced
        return told and any(
            c.index != act.chunk and sentence.chunks[c.index].finite and link in (*act.patients, *act.things)
            for c in sentence.clauses()
            for group in (*c.subjects, *c.objects)
            for link in sentence.of_chain(group)
        )
    if verb.passive or verb.end - verb.start > 1 or act.act.frame.subject != "actor1":
        return False
    return any(sentence.chunks[k].finite and k != act.chunk and not sentence.chunks[k].passive for k in sentence.verbs)


def _belongs(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """Is an act only what another one forbids, orders or ends by itself?

    "Barred X from entering", "ordered the envoy to leave the country", "the last soldiers left, ending an operation",
    "a base hosting X".
    """
    if act.nominal or act.clause is None:
        return False
    kind, governor = act.act.event_type, act.clause.governor
    for other in others:
        if other is act or other.nominal:
            continue
        if kind == "ASSAULT" and act.control == "negated" and other.chunk == governor:
            if other.act.event_type == "COERCE":
                return True
        if kind == "RETREAT" and other.act.mode in _DRIVING and other.start < act.start < other.end:
            return True
        if kind == "CONCEDE" and act.clause.how == "participle" and other.act.event_type == "RETREAT":
            if other.doers == act.doers and other.start < act.start:
                return True
        if other.patient_rule == HOLDER and sentence.of_chain(other.things[-1])[-1] + 1 == act.chunk:
            return True
    return False


def _named_together(sentence: Sentence, last: Found, act: Found) -> bool:
    """Does a coordinator join two nouns for what is done together ("held joint patrols and exercises")?"""
    if not (last.nominal and act.nominal) or act.act.event_type != last.act.event_type:
        return False
    joined = act.chunk == last.chunk + 2 and sentence.kind(last.chunk + 1) == CONJ
    return joined and QUAD[act.act.event_type] in (1, 2) and act.patients in ([], last.patients)


def _done_by_verb(act: Found, others: list[Found]) -> bool:
    """Does a noun name again what its verb tells ("wrapped up a joint drill")?"""
    return act.nominal and any(
        f.clause is not None and not f.nominal and act.chunk in f.clause.objects
        for f in others
        if f.act.event_type == act.act.event_type == "COOPERATE"
    )


def _told_by_verb(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """ "Its strike killed ten": the verb is the act, and takes over what the noun says of doer and patient."""
    if not act.nominal:
        return False
    verb = next(
        (
            f
            for f in others
            if not f.nominal
            and f.clause is not None
            and act.chunk in f.clause.subjects
            and (f.clause is act.clause or (f.clause.how == "subject" and not sentence.names_other(f.doers)))
            and f.act.event_type == act.act.event_type
        ),
        None,
    )
    if verb is None:
        return False
    verb.doers = act.doers
    verb.doer_rule = act.doer_rule
    verb.nominal_subject = True
    if not verb.patients:
        verb.patients, verb.patient_rule = act.patients, act.patient_rule
    return True
