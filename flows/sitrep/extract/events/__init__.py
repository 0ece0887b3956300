"""Acts: who did what to whom, where and when, as said by whom (codebook, Events)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from sitrep.extract.events import nominal, rows
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, company, kinds, openers, verbs
from sitrep.extract.events.chunks import Chunker
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.groups import COMMA, CONJ, DATE, NP, REL, VG
from sitrep.extract.events.leads import Leads
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.roles import Found, of_verb
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.tokens import tokens_of
from sitrep.extract.events.words import listed
from sitrep.folding import fold
from sitrep.model import Mentions, Page
from sitrep.model import Sentence as Span

_HEADLINES = ("title", "heading", "bullet", "caption", "table")
_MAX_WORDS = 160
_SILENT = ("boilerplate", "question", "byline", "image")
_CLOSING = " \n\"”’')"


def read(page: Page, mentions: Mentions) -> list[dict[str, Any]]:
    """The events of a page, without ``event_id`` and ``event_key``, by ``char_start``."""
    scenes: list[Scene] = []
    for span, vocabulary in _triggered(page, mentions):
        scenes.extend(_of_sentence(page, mentions, span, vocabulary))
    opponents = Opponents()
    opponents.count(mentions)
    for scene in scenes:
        scene.pair(opponents)
    return rows.build(page, mentions, scenes, opponents)


def _triggered(page: Page, mentions: Mentions) -> Iterator[tuple[Span, set[str]]]:
    """The sentences with somebody who may have done something and, in its company, a word that may name what.

    Each with its folded words.
    """
    names = openers().keys()
    folded = fold(page.view)
    somebody = sorted(m.char_start for m in (*mentions.actors, *mentions.places))
    for span in page.sentences:
        start, end = span.char_start, span.char_end
        first = bisect_left(somebody, start)
        if first == len(somebody) or somebody[first] >= end:
            continue
        kind = page.blocks[span.block].kind
        if kind in _SILENT:
            continue
        vocabulary = set(folded[start:end].split())
        for word in names & vocabulary:
            beside = company(word)
            if not beside or not beside.isdisjoint(vocabulary):
                break
        else:
            continue
        if page.view[start:end].rstrip(_CLOSING).endswith("?"):
            continue
        if kind in ("title", "heading") and page.tokens(span)[0].lower in w.listed("question_words"):
            continue
        yield span, vocabulary


def _of_sentence(page: Page, mentions: Mentions, span: Span, vocabulary: set[str]) -> list[Scene]:
    tokens = tokens_of(page, span, mentions, _MAX_WORDS)
    kind = page.blocks[span.block].kind
    chunks = Chunker(tokens.words, kind in _HEADLINES).chunks
    leads = Leads(tokens.words, chunks, vocabulary)
    if not leads:
        return []
    sentence = Sentence(tokens, chunks, w.words())
    leads.nouns = {i for i in leads.nouns if nominal.counted(sentence, i)[1] is not None}
    if not leads:
        return []
    sentence.read_clauses()
    found = _acts(sentence, leads, kind in ("title", "heading", "caption"))
    if not found:
        return []
    dates = mentions.within("dates", span.char_start, span.char_end)
    return [Scene.of(span, sentence, act, dates) for act in found]


def _acts(sentence: Sentence, leads: Leads, headline: bool) -> list[Found]:
    found: list[Found] = []
    taken: set[int] = set()
    for clause in sentence.clauses.values():
        act = of_verb(sentence, clause, leads.verbs[clause.index]) if clause.index in leads.verbs else None
        named = None
        if leads.nouns and (act is None or len(act.act.words) == 1) and nominal.is_light(sentence, clause):
            heads = [*clause.objects, *(clause.subjects if clause.passive else [])]
            heads.extend(g for g in sentence.relative_objects(clause) if g not in heads)
            heads = [group for group in heads if group in leads.nouns]
            named = next((f for f in (nominal.of_noun(sentence, i, clause) for i in heads) if f is not None), None)
            if named is not None and act is not None and act.act.conditional:
                signed = act.act.event_type == "AGREE" and listed("signing_verbs").intersection(act.act.words)
                if signed or named.act.event_type in ("AGREE", "AID") or act.act.event_type == "COOPERATE":
                    named = None
        if named is not None:
            found.append(named)
            taken.add(named.chunk)
            continue
        demand = _must(sentence, clause) if leads.demands else None
        if demand is not None:
            found.append(demand)
        if act is not None and act.act.mode == "refuse" and _says_nothing(sentence, clause):
            continue
        if act is not None and _aims(sentence, act, clause, found):
            continue
        if act is not None and clause.control == "purpose" and clause.how == "gerund":
            continue  # "the importance of defending X"
        if act is not None:
            source = _cause(sentence, act)
            if source is not None:
                taken.add(source)
            found.append(act)
            for i in leads.nouns:
                if sentence.chunks[i].start < act.end and act.start < sentence.chunks[i].end:
                    taken.add(i)
    for i in sorted(leads.nouns - taken):
        act = nominal.bare(sentence, i, headline)
        if act is not None:
            found.append(act)
    found.sort(key=lambda f: (f.start, f.end))
    return _joined(sentence, found)


def _aims(sentence: Sentence, act: Found, clause: Clause, found: list[Found]) -> bool:
    """Does the participle only say what is aimed at by the act before ("launched missiles targeting three ships")?"""
    if not found or not sentence.chunks[clause.index].gerund or found[-1].act.frame.name != "fire":
        return False
    launch = found[-1]
    if launch.patients or clause.index - 1 not in launch.things or not clause.objects:
        return False
    if not listed("aiming_verbs").intersection(sentence.chunks[clause.index].lemmas):
        return False
    launch.patients, launch.patient_rule = act.patients, "object of the participle"
    return True


def _says_nothing(sentence: Sentence, clause: Clause) -> bool:
    """Is what is refused a word to the press ("declined to comment")?"""
    return any(
        c.governor == clause.index
        and listed("unsaid").intersection(sentence.chunks[c.index].lemmas)
        and not any(p == "to" and kinds()["agreeable"] & texts(sentence, groups) for p, groups in c.preps)
        for c in sentence.clauses.values()
    )


def _cause(sentence: Sentence, act: Found) -> int | None:
    """ "Killed in an Israeli raid": the noun gives the verb its doer. Returns its noun group, or None."""
    if act.act.event_type != "ASSAULT" or act.doers or act.clause is None or not act.patients:
        return None
    for prep, groups in act.clause.preps:
        if prep not in listed("cause_prepositions"):
            continue
        for group in groups:
            named = nominal.of_noun(sentence, group, None)
            if named is None or named.act.event_type != "ASSAULT":
                continue
            other = named.doers or (named.patients if named.act.frame.name == "battle" else [])
            if other:
                act.doers, act.doer_rule = other, named.doer_rule or "noun:with"
                return group
    return None


def _must(sentence: Sentence, clause: Clause) -> Found | None:
    """ "X said that Y must Z" is a demand of X on Y."""
    verb = sentence.chunks[clause.index]
    stative = (verb.copula and not verb.adjective) or verb.lemmas == ("have",)
    if verb.modal != "must" or stative or not any(sentence.chunks[g].actors for g in clause.subjects):
        return None
    for k in range(clause.index - 1, -1, -1):
        if sentence.kind(k) == VG and k in sentence.clauses and (sentence.is_speech(k) or _issues(sentence, k)):
            speaker = sentence.clauses[k].subjects
            if speaker and speaker != clause.subjects:
                return Found(
                    verbs()["must"][0], verb.start, verb.start + 1, doers=speaker, doer_rule="speaker",
                    patients=clause.subjects, patient_rule="subject", clause=sentence.clauses[k], chunk=k,
                )  # fmt: skip
            return None
    return None


def _issues(sentence: Sentence, verb: int) -> bool:
    """Does a verb give out what says that somebody must do something ("issued a reminder that")?"""
    heads = (sentence.words[sentence.chunks[g].end - 1].lower for g in sentence.clauses[verb].objects)
    return any(head in listed("speech_nouns") for head in heads)


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


def _accused(act: Found, sentence: Sentence, found: list[Found]) -> None:
    """Who is condemned for an act is its doer; who is threatened with one its patient."""
    if _pledged_against(act, found):
        act.act = act.act._replace(event_type="REJECT", root="12", mode="refuse")
    if any(sentence.chunks[link].actors for g in act.patients for link in sentence.of_chain(g)):
        return
    if act.nominal and act.act.event_type not in ("REQUEST", "SANCTION"):
        return
    if act.act.event_type == "ACCUSE" and act.clause is not None:
        links = {link for g in act.clause.objects for link in sentence.of_chain(g)}
        source = next((f for f in found if f.nominal and f.chunk in links and f.doers), None)
        by = next((gs for prep, gs in act.clause.preps if prep == "by"), [])
        if source is not None:
            act.patients, act.patient_rule = source.doers, "doer of what is condemned"
        elif any(sentence.chunks[g].actors for g in by) and not act.clause.passive:
            act.patients, act.patient_rule = by, "doer of what is condemned"
    elif act.act.event_type == "THREATEN":
        source = next((f for f in found if f.start > act.start and sentence.names_other(f.patients)), None)
        named = (c.objects for c in sentence.clauses.values() if c.governor == act.chunk)
        objects = next((o for o in named if sentence.names_other(o)), [])
        if source is not None:
            act.patients, act.patient_rule = source.patients, "patient of the threat"
        elif objects and not act.patients:
            act.patients, act.patient_rule = objects, "object of the threat"
    elif act.act.event_type == "SANCTION" and act.clause is not None and not act.patients:
        aims = (c for c in sentence.clauses.values() if c.governor == act.clause.index and c.control == "purpose")
        hit = [gs for c in aims for prep, gs in c.preps if act.act.frame.preps.get(prep) == "actor2"]
        act.patients, act.patient_rule = (hit[0], "purpose") if hit else (act.patients, act.patient_rule)
    elif act.act.event_type == "REJECT":
        source = next((f for f in found if f.clause and f.clause.governor == act.chunk and f.patients), None)
        if source is not None and act.act.mode == "refuse":
            act.patients, act.patient_rule = source.patients, "patient of what is refused"
    elif act.act.event_type == "REQUEST" and act.clause is not None:
        that = act.chunk + 1
        while sentence.kind(that) == DATE:
            that += 1
        asked = next((c for c in sentence.clauses.values() if c.index > act.chunk and c.subjects), None)
        if sentence.lower_of(that) == "that" and asked is not None and asked.subjects[0] == that + 1:
            act.patients, act.patient_rule = asked.subjects, "subject of the demand"


def _deed(sentence: Sentence, act: Found, found: list[Found]) -> Found | None:
    """The act that a "which" behind a comma sums up ("sent arms to X, which Y condemned")."""
    first = act.clause.subjects[0] if act.clause is not None and act.clause.subjects else -1
    if sentence.kind(first - 1) != REL or sentence.kind(first - 2) != COMMA:
        return None
    before = [f for f in found if f.chunk < first and f.doers and f.doers != act.doers]
    return before[-1] if before else None


def _joined(sentence: Sentence, found: list[Found]) -> list[Found]:
    """ "killed and wounded" made one act; a deal signed after a meeting given the other side of the meeting."""
    kept: list[Found] = []
    for act in found:
        deed = _deed(sentence, act, found) if act.act.event_type in ("ACCUSE", "REJECT") else None
        if deed is not None:
            act.patients, act.patient_rule = deed.doers, "doer of what is condemned"
        _accused(act, sentence, found)
        last = kept[-1] if kept else None
        if (
            last is not None
            and not act.nominal
            and not last.nominal
            and act.chunk == last.chunk + 2
            and act.act.event_type == last.act.event_type
        ):
            if sentence.kind(last.chunk + 1) == CONJ and not (
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
    return [
        act
        for act in kept
        if not _told_by_verb(act, kept)
        and not _background(sentence, act)
        and not _vowed(sentence, act, kept)
        and not any(_holds(other, act) for other in kept)
    ]


def _vowed(sentence: Sentence, act: Found, others: list[Found]) -> bool:
    """ "Vowed to crush" is no agreement: the act vowed is a row of its own."""
    if act.act.frame.name != "pledge" or act.nominal:
        return False
    following = next((f for f in others if f.start > act.start), None)
    if following is None or QUAD[following.act.event_type] != 4 or following.act.event_type == "MOBILIZE":
        return False
    if following.negated:
        return False  # "pledged not to attack"
    return following.clause is not None and (
        following.clause.governor == act.chunk or sentence.lower_of(act.chunk + 1) == "that"
    )


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
        reduced = not verb.passive and verb.end - verb.start == 1 and sentence.kind(act.chunk - 1) == NP
        told = act.act.mode in ("endorse", "heavy-weapons") and reduced
        return told and any(
            c.index != act.chunk and sentence.chunks[c.index].finite and link in (*act.patients, *act.things)
            for c in sentence.clauses.values()
            for group in (*c.subjects, *c.objects)
            for link in sentence.of_chain(group)
        )
    if verb.passive or verb.end - verb.start > 1 or act.act.frame.subject != "actor1":
        return False
    return any(
        sentence.chunks[k].finite and k != act.chunk and not sentence.chunks[k].passive for k in sentence.clauses
    )


def _told_by_verb(act: Found, others: list[Found]) -> bool:
    """ "Its strike killed ten": the verb is the act, and takes over what the noun says of doer and patient."""
    if not act.nominal or act.clause is None or act.chunk not in act.clause.subjects:
        return False
    verb = next(
        (f for f in others if not f.nominal and f.clause is act.clause and f.act.event_type == act.act.event_type), None
    )
    if verb is None:
        return False
    verb.doers = act.doers
    verb.doer_rule = act.doer_rule
    verb.nominal_subject = True
    if not verb.patients:
        verb.patients, verb.patient_rule = act.patients, act.patient_rule
    return True
