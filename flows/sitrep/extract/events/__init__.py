"""Acts: who did what to whom, where and when, as said by whom (codebook, Events)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sitrep import headed, lexicons
from sitrep import patterns as re
from sitrep.extract.events import demands, ellipses, happenings, joining, lead_ins, nominal, orders, rows, ultimatums
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, kinds, threat
from sitrep.extract.events.chunks import Chunker
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.company import Vocabulary, company
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import is_time, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import SUB
from sitrep.extract.events.leads import Leads
from sitrep.extract.events.opponents import Opponents
from sitrep.extract.events.roles import of_verb
from sitrep.extract.events.runs import Runs, openings_of, runs_of, vocabulary_of
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.tokens import Tokens, tokens_of
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE
from sitrep.model import Block, Mentions, Page
from sitrep.model import Sentence as Span

_HEADLINES = ("title", "heading", "bullet", "caption", "table")
_MAX_WORDS = 160
_SILENT = ("boilerplate", "question", "byline", "image")
_CLOSING = " \n\"”’')"
# The time of day that an entry of a live page opens with.
_HOUR = re.compile(
    lambda: rf"\d{{1,2}}[:.]\d{{2}}(?: {re.any_of(_clock())}\b)*+(?: ?[:|–—-])?\s+",
    re.IGNORECASE,
)

# A line of a list that only counts something: "soldiers killed – 7 (+1)".
_TALLY = re.compile(r"\W*+[^\d.;:!?–—]{3,60}[–—:-]\s[^\d\n]{0,20}\d[\d.,\s]*+(?:\([^()\n]*\))?+\W*+\Z")


@cache
def _clock() -> frozenset[str]:
    """What stands behind a time of day ("08:35 GMT")."""
    return frozenset(lexicons.load("layout_words")["clock"])


def read(page: Page, mentions: Mentions) -> list[dict[str, Any]]:
    """The events of a page, without ``event_id`` and ``event_key``, by ``char_start``."""
    scenes: list[Scene] = []
    led = lead_ins.read(page, mentions)
    for span, runs, vocabulary in _triggered(page, mentions, led):
        scenes.extend(_of_sentence(page, mentions, span, runs, vocabulary, led.get(span.seq)))
    opponents = Opponents()
    opponents.count(mentions, bool(headed.parts(page, mentions.places)))
    for scene in scenes:
        scene.pair(opponents)
    return rows.build(page, mentions, scenes, opponents)


def _triggered(page: Page, mentions: Mentions, led: Container[int]) -> Iterator[tuple[Span, Runs, Vocabulary]]:
    """The sentences with somebody who may have done something and, in its company, a word that may name what.

    Each with its runs and its folded words. ``led`` are those that it is told before who does it.
    """
    view = page.view
    somebody = sorted([m.char_start for m in (*mentions.actors, *mentions.places)])
    for span in page.sentences:
        start, end = span.char_start, span.char_end
        first = bisect_left(somebody, start)
        if (first == len(somebody) or somebody[first] >= end) and span.seq not in led:
            continue
        block = page.blocks[span.block]
        kind = block.kind
        if kind in _SILENT or (kind == "table" and _names_columns(page, block, span)):
            continue
        text = view[start:end]
        if kind == "bullet" and _TALLY.match(text):
            continue
        runs = runs_of(text)
        opening = openings_of(runs)
        if not opening:
            continue
        vocabulary = vocabulary_of(runs)
        for word in opening:
            beside, of = company(word)
            if of & vocabulary.kinds or not beside.isdisjoint(vocabulary.words):
                break
        else:
            continue
        if text.rstrip(_CLOSING).endswith("?"):
            continue
        hour = _HOUR.match(view, start, end) if text[0].isdigit() else None
        if hour is not None and hour.end() < end:
            span = replace(span, char_start=hour.end())
            runs = runs_of(view[hour.end() : end])
        if kind in ("title", "heading") and _asks(page.tokens(span)[0].lower, text):
            continue
        yield span, runs, vocabulary


def _asks(opening: str, text: str) -> bool:
    """Does a title ask: by its first word, or before what it goes on with ("Will X invade Y? All you need to know")?"""
    return opening in listed("question_words") or (opening in listed("asking_openers") and "?" in text)


def _of_sentence(
    page: Page, mentions: Mentions, span: Span, runs: Runs, vocabulary: Vocabulary, who: Tokens | None
) -> list[Scene]:
    tokens = tokens_of(page, span, mentions, _MAX_WORDS, runs)
    if who is not None:
        tokens = lead_ins.behind(who, tokens)
    kind = page.blocks[span.block].kind
    chunks = Chunker(tokens.words, kind in _HEADLINES and who is None).chunks
    leads = Leads(tokens.words, chunks, vocabulary)
    if not leads:
        return []
    sentence = Sentence(tokens, chunks, w.words())
    leads.nouns = {i for i in leads.nouns if nominal.counted(sentence, i)[1] is not None}
    if not leads:
        return []
    acts = _acts(sentence, leads, kind in ("title", "heading", "caption"))
    acts = [act for act in acts if not _to_press(sentence, act)]
    if kind in ("caption", "table"):
        acts = [act for act in acts if not _only_counts(sentence, act)]
    if not acts:
        return []
    dates = mentions.within("dates", span.char_start, span.char_end)
    return [Scene.of(span, sentence, act, dates) for act in acts]


def _acts(sentence: Sentence, leads: Leads, headline: bool) -> list[Found]:
    found: list[Found] = []
    taken: set[int] = set()
    light = [i for i in sentence.verbs if nominal.is_light(sentence, i)] if leads.nouns else ()
    for i in sorted({*leads.verbs, *light, *leads.demands}):
        clause = sentence.clause(i)
        act = of_verb(sentence, clause, leads.verbs[clause.index]) if clause.index in leads.verbs else None
        named = None
        if i in light and (act is None or len(act.act.words) == 1):
            heads = [*clause.objects, *(clause.subjects if clause.passive else [])]
            heads.extend(g for g in sentence.relative_objects(clause) if g not in heads)
            heads = [group for group in heads if group in leads.nouns]
            if len(clause.objects) == 2 and not listed("giving_verbs").isdisjoint(sentence.chunks[i].lemmas):
                heads.reverse()  # "gave the peace plan its blessing"
            named = next((f for f in (nominal.of_noun(sentence, i, clause) for i in heads) if f is not None), None)
            if named is not None and act is not None and act.act.conditional:
                signed = act.act.event_type == "AGREE" and listed("signing_verbs").intersection(act.act.words)
                if act.act.event_type == "AGREE" and clause.passive and named.together and not act.doers:
                    act.doers, act.doer_rule, act.together, act.patients = named.doers, named.doer_rule, True, []
                if (
                    signed
                    or act.act.refused
                    or named.act.event_type in ("AGREE", "AID")
                    or act.act.event_type == "COOPERATE"
                ):
                    if named.act.event_type == act.act.event_type:
                        taken.add(named.chunk)  # "began a joint drill": one act
                    named = None
            if named is not None and act is not None and act.act.event_type == "AGREE":
                if not listed("approving_verbs").isdisjoint(act.act.words) and QUAD[named.act.event_type] in (1, 3):
                    taken.add(named.chunk)
                    named = None  # "approved X's request"
        if act is not None and act.act.event_type in ("CONSULT", "SUPPORT") and _is_received(sentence, clause, leads):
            act = None  # "was met with a refusal", "was greeted with dismay"
        if act is not None and (_only_feels(sentence, clause) or (clause.how == "" and sentence.is_terms(i))):
            act = None
        if act is not None and act.act.event_type == "MOBILIZE" and _only_names(sentence, i):
            act = None
        if act is not None and act.act.frame.name == "provide" and _only_has(sentence, clause):
            act = None
        if act is not None and _only_speaks(sentence, clause, act):
            act = None
        if named is not None and act is not None and act.act.frame.name == "mediate":
            if named.act.event_type != "CONSULT":
                taken.add(named.chunk)
                _settle(sentence, act, named)
                named = None
        if named is not None:
            found.append(named)
            taken.add(named.chunk)
            continue
        demand = (demands.made(sentence, clause) or orders.given(sentence, clause)) if i in leads.demands else None
        if demand is not None:
            found.append(demand)
            if act is not None and demand.patient_rule == "who is told":
                act.doers = demand.patients  # "told X it must leave"
        if act is not None and act.act.mode == "refuse" and (act.negated or _says_nothing(sentence, clause)):
            continue  # "did not rule out": nothing refused
        if act is not None and (_aims(sentence, act, clause, found) or _answers(sentence, clause, leads)):
            continue
        if act is not None and clause.control == "purpose" and clause.how == "gerund":
            continue  # "the importance of defending X"
        if act is not None:
            _lifted(sentence, act)
            _cause(sentence, act)
            found.append(act)
            found.extend(ellipses.repeated(sentence, act))
            if _menaces(sentence, act) or _faces(sentence, act):
                found.append(_threat(sentence, act))
            for i in leads.nouns:
                if sentence.chunks[i].start < act.end and act.start < sentence.chunks[i].end:
                    taken.add(i)
    for i in sorted(leads.nouns - taken):
        act = happenings.bare(sentence, i, headline)
        if act is None and not any(f.act.event_type == "PROTEST" for f in found):
            act = happenings.gesture(sentence, i)
        if act is not None:
            found.append(act)
    found.sort(key=lambda f: (f.start, f.end))
    joined = joining.joined(sentence, found)
    ultimatum = ultimatums.given(sentence, joined)
    return [*joined, ultimatum] if ultimatum is not None else joined


def _names_columns(page: Page, block: Block, span: Span) -> bool:
    """Does a sentence stand in the first line of a table, which counts nothing?"""
    end = page.view.find("\n", block.char_start, block.char_end)
    line = page.view[block.char_start : end] if end >= 0 else ""
    return span.char_start < end and not any(map(str.isdigit, line))


def _only_counts(sentence: Sentence, found: Found) -> bool:
    """Does a bare participle tell what a table counts, in it or its caption ("Soldiers killed, 5-9 May")?"""
    if found.clause is None or found.nominal or found.clause.objects:
        return False
    told = [sentence.chunks[v] for v in sentence.verbs]
    return all(verb.form & PARTICIPLE and not (verb.passive or verb.perfect or verb.modal) for verb in told)


def _to_press(sentence: Sentence, found: Found) -> bool:
    """Does a talk only tell whom somebody gave a statement ("speaking to reporters", "at a press conference")?"""
    if found.act.event_type != "CONSULT":
        return False
    if found.nominal and not listed("press_words").isdisjoint(word.lower for word in sentence.words_of(found.chunk)):
        return True
    if not found.patients:
        return False
    return all(
        bool(actors) and all(actor.role == "MED" for actor in actors)
        for actors in (sentence.chunks[group].actors for group in found.patients)
    )


def _is_received(sentence: Sentence, clause: Clause, leads: Leads) -> bool:
    """Does a verb of meeting and greeting tell how something is taken?"""
    if listed("receiving_verbs").isdisjoint(sentence.chunks[clause.index].lemmas):
        return False
    things = all(sentence.words[sentence.chunks[g].end - 1].actor is None for g in clause.subjects)
    taken = clause.passive and things and any(prep == "with" for prep, _ in clause.preps)
    return taken or bool(leads.nouns.intersection(clause.objects[:1]))


def _only_feels(sentence: Sentence, clause: Clause) -> bool:
    """Does the participle only say how gladly the act behind it is done ("is honoured to welcome X")?"""
    adjective = sentence.chunks[clause.index].adjective
    if adjective is None or sentence.lexis.control_adjectives[adjective] != "asserted":
        return False
    return any(c.governor == clause.index and sentence.chunks[c.index].infinitive for c in sentence.clauses())


def _only_names(sentence: Sentence, verb: int) -> bool:
    """Does a participle only tell whose or what somebody is, who is no force ("a rights group based in Chad")?"""
    if not sentence.reduced(verb) or sentence.lower(verb) not in listed("seated_participles"):
        return False
    told = [actor for group in sentence.antecedent(verb - 1) for actor in sentence.chunks[group].actors]
    return not any(actor.role == "MIL" for actor in told)


def _only_has(sentence: Sentence, clause: Clause) -> bool:
    """Does a participle only tell what somebody has, and of nobody who gave it ("militants armed with rifles")?"""
    return sentence.reduced(clause.index) and not any(prep == "by" for prep, _ in clause.preps)


def _only_speaks(sentence: Sentence, clause: Clause, act: Found) -> bool:
    """Does the verb only tell that somebody says something ("X conceded that", "he asked not to be named")?"""
    if act.act.event_type == "CONCEDE" and len(act.act.words) == 1:
        timed = all(is_time(sentence, group) for group in clause.objects)
        return sentence.is_speech(clause.index) and not clause.preps and timed
    if act.act.event_type != "REQUEST" or clause.objects:
        return False
    asked = (sentence.chunks[c.index] for c in sentence.clauses() if c.governor == clause.index)
    return any(verb.negated and not listed("identifying_verbs").isdisjoint(verb.lemmas) for verb in asked)


def _settle(sentence: Sentence, act: Found, named: Found) -> None:
    """ "Brokered a truce between X and Y": who mediates only brings the two to what the noun names."""
    if not nominal.names_anybody(sentence, act.patients) and named.doer_rule.startswith("noun:"):
        act.patients, act.patient_rule = named.doers, named.doer_rule


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


def _answers(sentence: Sentence, clause: Clause, leads: Leads) -> bool:
    """Does a verb of answering only open the act that it is done by ("retaliated by closing its market")?"""
    if listed("answering_verbs").isdisjoint(sentence.chunks[clause.index].lemmas):
        return False
    means = clause.index + 2
    return means in leads.verbs and sentence.clause(means).how == "gerund"


def _says_nothing(sentence: Sentence, clause: Clause) -> bool:
    """Is what is refused a word to the press ("declined to comment")?"""
    return any(
        c.governor == clause.index
        and listed("unsaid").intersection(sentence.chunks[c.index].lemmas)
        and not any(p == "to" and kinds()["agreeable"] & texts(sentence, groups) for p, groups in c.preps)
        and sentence.lower_of(c.index + 1) not in sentence.lexis.separable  # "refused to give up land"
        and listed("negotiated").isdisjoint(texts(sentence, c.objects))  # "refused to discuss autonomy"
        for c in sentence.clauses()
    )


def _lifted(sentence: Sentence, act: Found) -> None:
    """ "X's ban on Y was lifted", "sanctions imposed by X on Y were lifted": who laid it on lifts it."""
    if act.act.mode != "ease" or act.clause is None or not act.clause.passive or act.doers:
        return
    for group in act.clause.subjects:
        laid = nominal.of_noun(sentence, group, None)
        if laid is not None and laid.doers:
            act.doers, act.doer_rule = laid.doers, laid.doer_rule
            act.patients, act.patient_rule = laid.patients, laid.patient_rule


def _cause(sentence: Sentence, act: Found) -> None:
    """ "Killed in an Israeli raid", "damaged by shelling from X": the noun gives the verb its doer. In place."""
    if act.act.event_type != "ASSAULT" or act.clause is None or not act.patients:
        return
    fought = nominal.of_noun(sentence, act.doers[0], None) if len(act.doers) == 1 and not act.clause.passive else None
    if fought is not None and fought.together and fought.act.frame.name == "battle":
        act.doers, act.doer_rule, act.patients, act.together = fought.doers, fought.doer_rule, [], True
        return  # "fighting between X and Y killed 30 people"
    if act.doers and sentence.names_other(act.doers) and act.doer_rule != "prep:by":
        return
    for prep, groups in [("", act.doers), *act.clause.preps]:
        if prep and prep not in listed("cause_prepositions"):
            continue
        for group in groups:
            named = nominal.of_noun(sentence, group, None)
            if named is None or named.act.event_type != "ASSAULT":
                continue
            other = named.doers or (named.patients if named.act.frame.name == "battle" else [])
            if other:
                act.doers, act.doer_rule = other, named.doer_rule or "noun:with"
                return


def _menaces(sentence: Sentence, act: Found) -> bool:
    """Does a speaker say what they may do to somebody: on a condition ("would strike if"), or as a hint of it?"""
    if act.negated or act.clause is None:
        return False
    if _leaves_unless(sentence, act):
        return True
    if QUAD[act.act.event_type] != 4 or act.act.event_type == "PROTEST":
        return False
    words = {sentence.lower(g) for g in act.doers}
    verb = sentence.told_by(act.chunk)
    before = verb is not None and verb < act.chunk
    spoken = before and not words.isdisjoint(listed("speaking_pronouns"))
    hinted = before and not listed("hinting_verbs").isdisjoint(sentence.chunks[verb].lemmas)
    own = hinted and not sentence.others(act.doers, sentence.clause(verb).subjects)
    if hinted and (spoken or own) and act.modal in listed("modals_possible"):
        return True
    if verb is not None and act.modal in listed("modals_planned"):
        if any(sentence.lower(g) in listed("sweeping_words") for g in (*act.patients, *act.things)):
            return True  # "it would shoot down any plane"
    whoever = any(sentence.lower(g) in listed("free_choice") for g in act.patients)
    if whoever and spoken and act.act.event_type == "ASSAULT" and act.modal in listed("modals_planned"):
        return sentence.names_other(act.patients)  # "said it would sink any X ship"
    subs = [i for i, c in enumerate(sentence.chunks) if c.kind == SUB and sentence.lower(i) in listed("conditions")]
    if act.modal in listed("modals_planned") and act.clause.passive and not act.doers:
        if any(sentence.lower_of(g) in listed("sweeping_words") for g in act.clause.subjects):
            return verb is not None  # "any ship that sails there will be seized"
    if not subs or act.clause.subjects[:1] == [subs[0] + 1]:
        return False
    told = verb is not None and _is_of_own(sentence, act, verb)
    if act.modal not in listed("modals_planned"):
        last_chance = any(sentence.lower(i) in listed("ultimata") for i in subs)
        return told and last_chance and act.modal in listed("modals_possible")
    if not act.doers:
        return act.clause.passive and before
    return spoken or told or not words.isdisjoint(listed("first_person"))


def _is_of_own(sentence: Sentence, act: Found, verb: int) -> bool:
    """Does one of their own tell what the doers may do ("Turkey would bomb Syria if ..., its president said")?"""
    if not listed("foretelling_verbs").isdisjoint(sentence.chunks[verb].lemmas):
        return False  # "warned that it would": the warning is the threat
    told, own = (
        {a.country for g in groups for link in sentence.of_chain(g) for a in sentence.chunks[link].actors}
        for groups in (sentence.clause(verb).subjects, act.doers)
    )
    return bool(own) and None not in own and told == own


def _leaves_unless(sentence: Sentence, act: Found) -> bool:
    """Does somebody say that they will leave or walk out unless they get what they want?"""
    leaving = act.act.event_type == "RETREAT" or not listed("boycotting_verbs").isdisjoint(act.act.words[:1])
    if not leaving or act.modal not in listed("modals_planned") or not act.doers:
        return False
    verb = sentence.told_by(act.chunk)
    subs = [i for i, c in enumerate(sentence.chunks) if c.kind == SUB and sentence.lower(i) in listed("ultimata")]
    return verb is not None and any(not verb < i < act.chunk and act.clause.subjects[:1] != [i + 1] for i in subs)


def _faces(sentence: Sentence, act: Found) -> bool:
    """Is somebody told what the speaker will do ("told X that it would close the bridge")?"""
    if QUAD[act.act.event_type] != 4 or act.act.event_type == "PROTEST" or act.negated:
        return False
    verb = sentence.told_by(act.chunk)
    if verb is None or act.modal not in listed("modals_planned"):
        return False
    told = not listed("telling_verbs").isdisjoint(sentence.chunks[verb].lemmas)
    spoken = {sentence.lower(g) for g in act.doers} <= listed("speaking_pronouns") | listed("first_person")
    return told and spoken and bool(act.doers) and sentence.names_other(sentence.clause(verb).objects)


def _threat(sentence: Sentence, act: Found) -> Found:
    verb = sentence.told_by(act.chunk)
    speaker = sentence.clause(verb).subjects if verb is not None else []
    near = [groups for _, groups in act.clause.preps] if act.clause is not None else []
    told = sentence.clause(verb).objects if verb is not None and _faces(sentence, act) else []
    return Found(
        threat(), act.start, act.end, doers=act.doers or speaker, doer_rule="speaker",
        patients=told or act.patients or next((groups for groups in near if sentence.names_other(groups)), []),
        patient_rule="patient of the threat", clause=act.clause, chunk=act.chunk,
    )  # fmt: skip
