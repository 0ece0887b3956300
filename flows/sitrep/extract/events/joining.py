"""The acts of one sentence seen together: which are one act, and what one tells of the sides of another."""

from __future__ import annotations

from collections.abc import Collection

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds, threat
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import stated_of, texts
from sitrep.extract.events.found import HOLDER, Found
from sitrep.extract.events.groups import COMMA, CONJ, NP, REL, SUB
from sitrep.extract.events.owners import of_state
from sitrep.extract.events.words import listed

# Acts that make somebody leave.
_DRIVING = ("expel", "deport")
# Kinds of mentions that may be threatened with what will become of them.
_POWERS = ("state", "seat", "force", "group")
# Acts that are done by saying them.
_VOICED = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
# Acts that may follow on another one against the same state, which they do not name again.
_GOING_ON = ("SANCTION", "THREATEN")
_HOSTILE = ("ACCUSE", "SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT", "REQUEST")


def _holds(outer: Found, act: Found) -> bool:
    """Is an act a word of another's trigger that says the same or refuses it ("failed to reach agreement")?"""
    return (
        outer is not act
        and outer.start <= act.start
        and act.end <= outer.end
        and outer.act.event_type in ("REJECT", act.act.event_type)
    )


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
    return ours or sentence.names_other(groups)


def _placed(sentence: Sentence, act: Found) -> bool:
    """Is it a place that is attacked ("vowed to strike Haifa")?"""
    return act.act.event_type == "ASSAULT" and any(sentence.chunks[g].places for g in act.patients)


def _names(sentence: Sentence, groups: list[int]) -> bool:
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


def _accused(act: Found, sentence: Sentence, found: list[Found]) -> None:
    """Who is condemned for an act is its doer; who is threatened with one its patient."""
    if act.act.frame.name in ("charge", "trace") and not act.doers:
        told = sentence.told_by(act.chunk)
        act.doers, act.doer_rule = (sentence.clause(told).subjects, "speaker") if told is not None else ([], "")
    if _pledged_against(act, found):
        act.act = act.act._replace(event_type="REJECT", root="12", mode="refuse")
    if act.act.frame.name == "menace" and act.act.event_type == "THREATEN" and not sentence.names_other(act.patients):
        told = _addressed(sentence, act.chunk)  # "told X that it would bear the consequences"
        act.patients, act.patient_rule = (told, "who is told") if told else (act.patients, act.patient_rule)
    if _names(sentence, act.patients):
        return
    if act.nominal and act.act.event_type not in ("REQUEST", "SANCTION", "THREATEN", "REJECT"):
        return
    if act.act.states and act.clause is not None:
        stated = stated_of(sentence, act.clause)
        act.patients, act.patient_rule = (stated.subjects, "subject of the charge") if stated else ([], "")
    elif act.act.event_type == "AGREE" and act.clause is not None:
        makers = _makers(sentence, act) if act.act.frame.name in ("accept", "agree") else []
        act.patients, act.patient_rule = _promised(sentence, act, found) or makers, "patient of what is promised"
    elif act.act.event_type == "ACCUSE" and act.clause is not None and _charged(sentence, act.clause):
        act.patients, act.patient_rule = _charged(sentence, act.clause), "subject of the charge"
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
        behind = [f for f in found if f.start > act.start]
        led = [f for f in behind if f.clause is not None and f.clause.governor == act.chunk]
        source = next((f for f in led or behind if _aimed_at(sentence, f.patients) or _placed(sentence, f)), None)
        aimed = _aims(sentence, act, listed("goal_prepositions") | listed("hostile_prepositions"))
        if source is not None:
            act.patients, act.patient_rule = source.patients, "patient of the threat"
        elif aimed:
            act.patients, act.patient_rule = aimed, "object of the threat"
        elif doomed := _doomed(sentence, act):
            act.patients, act.patient_rule = doomed, "subject of the threat"
        elif act.act.mode == "threaten" and (bound := _bound(sentence, act)):
            act.patients, act.patient_rule = bound, "subject of the condition"
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


def _doomed(sentence: Sentence, act: Found) -> list[int]:
    """Who is told what will become of him ("warned that Beirut would burn")?"""
    stated = stated_of(sentence, act.clause) if act.clause is not None else None
    if stated is None or stated.objects or sentence.chunks[stated.index].modal not in listed("modals_planned"):
        return []
    doomed = sentence.others(stated.subjects, act.doers)
    return [g for g in doomed if any(a.kind in _POWERS for a in sentence.chunks[g].actors)]


def _bound(sentence: Sentence, act: Found) -> list[int]:
    """Who must do or leave what a threat hangs on ("vowed a crushing blow if X moves")?"""
    subs = (i for i, c in enumerate(sentence.chunks) if i > act.chunk and c.kind == SUB)
    first = next((i + 1 for i in subs if sentence.lower(i) in listed("conditions")), -1)
    return [first] if sentence.kind(first) == NP and sentence.others([first], act.doers) else []


def _against(act: Found, sentence: Sentence, before: list[Found]) -> None:
    """ "Accused X of it and recalled its envoy", "accused by X, Y recalled": it is aimed at whom the act before was."""
    for earlier in reversed(before):
        if earlier.nominal or earlier.act.event_type not in _HOSTILE:
            continue
        other = earlier.patients if earlier.doers == act.doers else []
        other = earlier.doers if earlier.patients == act.doers else other
        if act.doers and of_state(sentence, other):
            act.patients, act.patient_rule = other, "patient of the act before"
            return


def _charged(sentence: Sentence, clause: Clause) -> list[int]:
    """Who is the subject of what the object of a verb says ("repeated its accusation that X armed rebels")."""
    k = clause.objects[-1] + 1 if clause.objects else -1
    if sentence.kind(k) != SUB or sentence.lower(k) != "that" or sentence.kind(k + 1) != NP:
        return []
    return [k + 1] if sentence.names_other([k + 1]) else []


def _addressed(sentence: Sentence, chunk: int) -> list[int]:
    """Whom a verb of speaking before a chunk tells what is said ("told X that attacks would be punished")."""
    told = next((k for k in reversed(sentence.verbs) if k < chunk and sentence.is_speech(k)), None)
    objects = sentence.clause(told).objects if told is not None else []
    behind = objects[-1] + 1 if objects else -1
    leads = sentence.kind(behind) == SUB or behind in sentence.clause(chunk).subjects
    return objects if leads and sentence.names_other(objects) else []


def _makers(sentence: Sentence, act: Found) -> list[int]:
    """Who made what is rejected: "a truce that X had proposed", "a ceasefire proposed by X"."""
    groups = act.things or act.patients
    things = {link for g in groups for link in sentence.of_chain(g)}
    for group in groups:  # "the offer from X was rejected"
        maker = group + 2
        if sentence.lower_of(group + 1) in listed("before_doers") and sentence.kind(maker) == NP:
            if sentence.names_other([maker]):
                return [maker]
    for clause in sentence.clauses():
        if clause.index == act.chunk or listed("offering_verbs").isdisjoint(sentence.chunks[clause.index].lemmas):
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


def _partners(sentence: Sentence, act: Found) -> list[int]:
    """With whom the agreement is that is torn up ("scrapped a treaty with X")."""
    if act.clause is None or act.nominal:
        return []
    left = [g for prep, gs in act.clause.preps if prep in ("from", "out of") for g in gs]
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


def _deed(sentence: Sentence, act: Found, found: list[Found]) -> list[int]:
    """Whose act a "which" or a noun behind a comma sums up ("armed X, which Y condemned", "..., a move Y hailed")."""
    first = act.clause.subjects[0] if act.clause is not None and act.clause.subjects else -1
    summed = first if sentence.kind(first - 1) == REL and sentence.kind(first - 2) == COMMA else -1
    objects = act.clause.objects if act.clause is not None else []
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


def joined(sentence: Sentence, found: list[Found]) -> list[Found]:
    """ "killed and wounded" made one act; a deal signed after a meeting given the other side of the meeting."""
    kept: list[Found] = []
    for act in found:
        deed = _deed(sentence, act, found) if act.act.event_type in ("ACCUSE", "REJECT", "SUPPORT") else []
        if deed:
            act.patients, act.patient_rule = deed, "doer of what is condemned"
        _accused(act, sentence, found)
        if act.act.event_type in _GOING_ON and not act.nominal and not _names(sentence, act.patients):
            _against(act, sentence, kept)
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
    for act in kept:
        _stopped(sentence, act)
        _voiced(sentence, act)
    _gathered(sentence, kept)
    return [
        act
        for act in kept
        if not _told_by_verb(sentence, act, kept)
        and not _background(sentence, act)
        and not _belongs(sentence, act, kept)
        and not any(_holds(other, act) for other in kept)
        and not _warned_of(act, kept)
        and not _owned_up(sentence, act)
        and not _promised_deed(sentence, act, kept)
    ]


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
    if _names(sentence, act.patients):
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


def _side_by_side(sentence: Sentence, last: Found, act: Found) -> bool:
    """Does a coordinator join two verbs, or a comma two of harm to the body ("beaten, wounded and killed")?"""
    between = [sentence.kind(k) for k in range(last.chunk + 1, act.chunk)]
    if between == [CONJ]:
        return True
    return {last.act.root, act.act.root} == {"18"} and between in ([COMMA], [COMMA, CONJ])


def _vowed(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """Is an act only told by what is vowed ("vowed that X would crush")? "Vowed to crush" is made a threat."""
    vows = act.act.frame.name == "pledge" and listed("vowing_verbs").intersection(act.act.words)
    if act.act.event_type != "AGREE" or act.nominal or not vows:
        return False
    following = next((f for f in others if f.start > act.start), None)
    if following is None or following.act.event_type not in ("ASSAULT", "COERCE", "SANCTION"):
        return False
    if following.negated or following.clause is None:
        return False  # "pledged not to attack"
    if following.clause.governor == act.chunk:
        if sentence.chunks[act.chunk].adjective and not sentence.others(following.patients, act.doers):
            return True  # "is ready to fight": a state of mind
        act.act, act.control = threat(), None
        act.patients, act.patient_rule = following.patients, "patient of the threat"
        return False
    return sentence.lower_of(act.chunk + 1) == "that"


def _gathered(sentence: Sentence, acts: list[Found]) -> None:
    """ "Drove their tractors into the city to protest": where no other act is a protest, what they came for is one."""
    if any(act.act.event_type == "PROTEST" and act.control != "purpose" for act in acts):
        return
    for act in acts:
        clause = act.clause if act.act.event_type == "PROTEST" else None
        if clause is not None and clause.how == "purpose" and clause.governor is not None:
            if not listed("gathering_verbs").isdisjoint(sentence.chunks[clause.governor].lemmas):
                act.control = None


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


def _stopped(sentence: Sentence, act: Found) -> None:
    """ "Stopped supplying gas": what was done for somebody and is no more is a sanction."""
    governor = act.clause.governor if act.clause is not None and not act.nominal else None
    if act.act.event_type not in ("AID", "COOPERATE") or governor is None or sentence.chunks[governor].negated:
        return
    stopping = sentence.chunks[governor]
    if act.control == "negated" and listed("stopping_verbs").intersection(stopping.lemmas):
        mate = sentence.clause(governor)
        act.act = act.act._replace(event_type="SANCTION", root="16", mode="cut")
        act.start, act.control, act.modal = stopping.main, mate.control, stopping.modal


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
    if act.nominal or act.clause is None or not act.clause.passive:
        return False
    verb = sentence.chunks[act.chunk]
    if act.doers:
        # "units backed by A captured", "drones launched by B were downed": told of those that another verb tells of
        opens = (act.chunk == 0 and act.act.mode == "endorse") or sentence.kind(act.chunk - 1) == NP
        reduced = not verb.passive and verb.end - verb.start == 1 and opens
        told = act.act.mode in ("endorse", "heavy-weapons") and reduced
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
