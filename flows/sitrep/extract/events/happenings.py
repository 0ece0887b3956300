"""Acts of a noun that no verb does, told as something that happened: "shelling of X by Y", "talks with Z failed"."""

from __future__ import annotations

from functools import cache

from sitrep import inflection
from sitrep.extract.events import possessors, rulers
from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import of_kind, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, STOP, VG, P
from sitrep.extract.events.nominal import find, governor_of, happens, names_anybody, of_noun, quantified
from sitrep.extract.events.words import GENITIVES, listed

# Acts that whom they come from makes known, also where nobody stands for whom they are meant.
_SENT = ("REQUEST", "THREATEN", "PROTEST")

# Those whose gestures are protests.
_PROTESTING = frozenset(("nationals", "protesters", "unions", "workers"))

# How many chunks from a verb of shielding the act stands: behind an object and a preposition.
_SHIELDED_WITHIN = 3
# How what is struck hangs on the noun of an attack.
_STRUCK = ("noun:of", "noun:on", "noun:against", "noun:at")


def bare(sentence: Sentence, index: int, headline: bool) -> Found | None:
    """The act of a noun group that no verb does, where its doer is named and it is told as something that happened.

    That is: as the subject of a finite verb, or in a report or a group of its own with a patient or a place. The title
    of a section ("Russian Mobilization") is none.
    """
    if index > 1 and quantified(sentence, index - 2) == index:
        return None
    if sentence.lower_of(index - 1) in listed("about"):
        topic = index - 2
        while sentence.kind(topic) in (ADV, DATE):
            topic -= 1
        talks = find(sentence, topic) if sentence.kind(topic) == NP else None
        if talks is not None and talks[0].event_type == "CONSULT":
            return None  # "negotiations today on a pullback"
        led = sentence.kind(topic) == NP and sentence.lower(index - 1) in listed("before_topics")
        told = find(sentence, index) if led else None
        if told is not None and told[0].event_type == "CONSULT":
            return None  # "evidence about contacts between X and Y"
    if _opposed(sentence, index):
        return None
    governor = governor_of(sentence, index)
    found = of_noun(sentence, index, governor)
    if found is None or not possessors.settle(sentence, found, index):
        return None
    if found.act.event_type == "PROTEST" and not found.patients:
        found.patients = rulers.pressed(sentence, index, quantified(sentence, index))
        if found.patients:
            found.patient_rule = "who gives way"
            return found
    if governor is None and _entered(sentence, found, index):
        return found
    if governor is None and not headline and _noted(sentence, found, index):
        return found
    if governor is None and not found.doers:
        victims = _victims(sentence, found, index)
        if victims:
            if not any(sentence.chunks[g].places for g in found.patients):
                found.patients, found.patient_rule = victims, "clause"
            return found
    if governor is None and not found.patients:
        found.patients = _sufferers(sentence, found, index)
        if found.patients:
            found.patient_rule = "clause"
            return found
    if governor is None and _resented(sentence, found, index):
        if found.act.event_type == "COERCE" and not found.doers:
            found.doers, found.doer_rule = _who_is_blamed(sentence, index), "clause"
        return found
    told = governor is not None and index in governor.subjects
    if told and sentence.chunks[governor.index].copula and sentence.chunks[governor.index].modal:
        return None  # "strikes on Iran would be illegal"
    agreed = found.act.frame.name == "pact" and found.together and told and not sentence.chunks[governor.index].copula
    done = told and found.doer_rule in ("noun:by", "noun:from")  # "the arrest of X by Y drew protests"
    done = done and (bool(found.patients) or found.act.event_type in _SENT)
    done = done or (found.patient_rule == "light verb" and bool(found.doers))  # "drew criticism from X"
    done = done or (told and _answered(sentence, found, governor))
    done = done or possessors.is_told(sentence, found, governor, index)
    if told and found.act.frame.name == "visit" and happens(sentence, governor):
        done = done or (bool(found.doers) and bool(found.patients))
    if told and found.act.frame.name == "visit" and found.doers and not sentence.chunks[governor.index].modal:
        called_off = not sentence.lexis.light["stop"].isdisjoint(sentence.chunks[governor.index].lemmas)
        done = done or (bool(found.patients) and not called_off)  # "X's journey to Y stunned Z"
    if told and found.act.event_type == "COERCE" and not _wanted(sentence, governor):
        done = done or (found.doer_rule == "modifier" and bool(found.patients))  # "X's blockade of Y has left"
    if told and found.act.event_type == "PROTEST":
        done = done or _halts(sentence, governor)
    if found.act.mode == "solidarity" and sentence.lower_of(index - 1) == "in" and not found.doers:
        found.doers, found.doer_rule = _who_leaves(sentence, index), "clause"  # "marched in solidarity with X"
        return found if found.patients and sentence.names_other(found.doers) else None
    if found.act.frame.name == "visit" and not found.doers:
        done = done or (bool(found.patients) and _amid(sentence, found, index))
    if found.act.light and not agreed and not done and not (told and happens(sentence, governor)):
        if not _exists(sentence, index):
            return None
    if told and _fails(sentence, found, governor):
        return None
    kind = found.act.event_type
    if kind == "CONSULT" and index == 2 + 2 * (sentence.kind(1) == COMMA) and not sentence.verbs:
        return _in_talks(sentence, found, index)
    if governor is not None and index in governor.objects and QUAD[kind] < 3:
        if listed("rejecting_verbs").intersection(sentence.chunks[governor.index].lemmas):
            return None  # "vetoed talks with"
    if kind == "CONSULT" and not found.doers:
        errand = _errand(sentence, index)
        if errand is not None:
            found.doers, found.doer_rule, found.clause = errand.subjects, "errand", errand
            found.control, found.modal = errand.control, sentence.chunks[errand.index].modal
            if not listed("errand_expectations").isdisjoint(sentence.chunks[errand.index].lemmas):
                found.control = "planned"
        elif _amid(sentence, found, index):
            found.doers, found.doer_rule = _who_leaves(sentence, index), "clause"
        states = {a.country for g in found.doers for a in sentence.chunks[g].actors if a.country}
        found.together = not found.patients and len(states) > 1
    if kind == "CONSULT" and not (found.together or found.patients):
        return None
    if found.act.frame.name == "advance" and not found.patients:
        return None
    is_subject = told
    if headline and not is_subject:
        return None
    undergone = found.patient_rule == "light verb"
    known = any(
        sentence.chunks[link].actors or (found.doer_rule == "noun:from" and sentence.chunks[link].places)
        for g in found.doers
        for link in sentence.of_chain(g)
    )
    if not undergone and not known:
        risen = kind == "PROTEST" and governor is not None
        risen = risen and ((is_subject and happens(sentence, governor)) or _exists(sentence, index))
        if risen and _somewhere(sentence, governor):
            return found
        if risen and (there := _whose_land(sentence, governor)):
            found.doers, found.doer_rule = there, "place"  # "riots broke out in the X capital"
            return found
        exists = _exists(sentence, index)
        places = kind == "ASSAULT" and _known_struck(sentence, found)
        # "There was an airstrike on a market in X".
        places = places or (kind == "ASSAULT" and exists and bool(found.patients) and _somewhere(sentence, governor))
        places = places or (
            found.act.mode == "restrict" and told and happens(sentence, governor) and _known_struck(sentence, found)
        )
        halted = kind == "PROTEST" and is_subject and _halts(sentence, governor)
        if not (places and (is_subject or exists)) and not halted:
            return None
    if found.act.frame.name == "visit" and not is_subject and found.doer_rule != "clause":
        return None
    if (is_subject and kind != "MOBILIZE") or undergone:
        return found
    if governor is not None and index in governor.objects and sentence.is_speech(governor.index):
        return found
    located = (
        found.patients
        or found.together
        or any(
            sentence.kind(k) == NP and sentence.chunks[k].places
            for k in range(index + 1, min(index + 6, len(sentence.chunks)))
        )
    )
    return found if located else None


def _wanted(sentence: Sentence, clause: Clause) -> bool:
    """Does a verb tell what an act is or would be, and not what it does?"""
    verb = sentence.chunks[clause.index]
    return verb.copula or verb.modal is not None


def _entered(sentence: Sentence, found: Found, index: int) -> bool:
    """Is it what an entry in a list of deeds opens with ("Arrest of 408 suspects", "Shelling of A by Russian guns")?"""
    if QUAD[found.act.event_type] != 4 or found.patient_rule != "noun:of":
        return False
    if any(sentence.kind(i) in (NP, VG) for i in range(index)):
        return False
    counted = any(
        w.number for g in found.patients for w in sentence.words[sentence.chunks[g].start : sentence.chunks[g].end]
    )
    return counted or (found.doer_rule == "noun:by" and names_anybody(sentence, found.doers))


def _noted(sentence: Sentence, found: Found, index: int) -> bool:
    """Is it an attack that a bulletin notes without a verb, with where it was ("29 Jan: raid on a market in X")?"""
    if found.act.event_type != "ASSAULT" or found.patient_rule not in _STRUCK or sentence.verbs:
        return False
    before = [chunk for chunk in sentence.chunks[:index] if chunk.kind == NP]
    opens = all(chunk.places for chunk in before) and (index == 0 or sentence.kind(index - 1) in (STOP, COMMA, MARK))
    return opens and any(chunk.places for chunk in sentence.chunks)


def _resented(sentence: Sentence, found: Found, index: int) -> bool:
    """Is it a deed done to somebody that others are angry at ("rallied over the jailing of a bishop")?"""
    if found.act.event_type not in ("COERCE", "ASSAULT") or not found.patients:
        return False
    if found.patient_rule not in ("noun:of", "possessor"):
        return False
    if sentence.lower_of(index - 1) not in listed("resenting_prepositions") or not any(sentence.verbs):
        return False
    told = (w.lower for g in found.patients for w in sentence.words_of(g))
    return names_anybody(sentence, found.patients) or not kinds()["people"].isdisjoint(told)


def _known_struck(sentence: Sentence, found: Found) -> bool:
    """Is somebody or a place named as what an attack is on?"""
    links = [link for g in found.patients for link in sentence.of_chain(g)]
    return any(sentence.chunks[link].actors or sentence.chunks[link].places for link in links)


def _victims(sentence: Sentence, found: Found, index: int) -> list[int]:
    """Who is killed or hurt in an attack by nobody named ("17 soldiers were killed in an ambush near X"), or []."""
    if found.act.event_type != "ASSAULT" or found.act.light:
        return []
    if sentence.lower_of(index - 1) not in listed("fatal_prepositions"):
        return []
    for clause in sentence.clauses():
        if any(index in groups for _, groups in clause.preps):
            lemmas = sentence.chunks[clause.index].lemmas
            hurt = clause.passive and not listed("hurting_verbs").isdisjoint(lemmas)
            died = not clause.passive and not listed("dying_verbs").isdisjoint(lemmas)
            return clause.subjects if hurt or died else []
    return []


def _sufferers(sentence: Sentence, found: Found, index: int) -> list[int]:
    """Who is shielded against another one's attack, or the state that acts after it ("X puts its army on alert after
    Y's incursion"), or []."""
    if (
        found.act.event_type != "ASSAULT"
        or found.doer_rule != "modifier"
        or sentence.kind(index + 1) not in (STOP, COMMA)
    ):
        return []
    main = next(iter(sentence.clauses()), None)
    if sentence.lower_of(index - 1) not in listed("resenting_prepositions") or main is None or main.index > index:
        return []
    if not listed("bystanding_verbs").isdisjoint(sentence.chunks[main.index].lemmas):
        return []
    shielded = _shielded(sentence, index)
    if shielded:
        return shielded
    ours = {a.country for g in main.subjects for a in sentence.chunks[g].actors if a.kind == "state"}
    theirs = {a.country for a in sentence.chunks[index].actors}
    apart = bool(ours) and None not in theirs and ours.isdisjoint(theirs)
    return main.subjects if apart and not main.passive else []


def _shielded(sentence: Sentence, index: int) -> list[int]:
    """Who is named as shielded against the act ("X's ability to defend itself against", "guard Y against"), or []."""
    verb = next((v for v in reversed(sentence.verbs) if v < index), None)
    if verb is None or sentence.lower_of(index - 1) not in listed("shielding_prepositions"):
        return []
    if listed("shielding_verbs").isdisjoint(sentence.chunks[verb].lemmas) or index - verb > _SHIELDED_WITHIN:
        return []
    if sentence.kind(verb + 1) == NP and sentence.lower(verb + 1) not in listed("reflexives"):
        groups = [verb + 1]
    else:
        named = sentence.kind(verb - 1) == NP and sentence.chunks[verb - 1].actors
        groups = [verb - 1] if named else sentence.clause(verb).subjects
    return groups if sentence.names_other(groups) else []


def _who_is_blamed(sentence: Sentence, index: int) -> list[int]:
    """Who is punished or blamed for a deed ("banned five judges of X over the jailing of a bishop"), or []."""
    for clause in sentence.clauses():
        if clause.index < index and not clause.passive and sentence.chunks[clause.index].finite:
            others = [
                *clause.objects,
                *(g for p, gs in clause.preps if p not in listed("inner_prepositions") for g in gs),
            ]
            whom = [g for g in others if g < index and any(a.country for a in sentence.chunks[g].actors)]
            return whom[:1] if sentence.names_other(clause.subjects) else []
    return []


def _answered(sentence: Sentence, found: Found, clause: Clause) -> bool:
    """Does the verb tell what somebody's demand, refusal or charge met with ("X's request was backed by Y")?"""
    if found.doer_rule != "modifier" or (QUAD[found.act.event_type] != 3 and found.act.event_type != "SUPPORT"):
        return False
    opens = sentence.chunks[found.doers[0]].start
    owned = any(sentence.words[k].lower.endswith(GENITIVES) for k in range(opens, found.start))
    if owned and any(sentence.chunks[c.index].infinitive and found.chunk in c.subjects for c in sentence.clauses()):
        return True  # "X's refusal to leave the town has"
    return owned and sentence.words[sentence.chunks[clause.index].main].lower in _answers()


@cache
def _answers() -> frozenset[str]:
    """All forms of the verbs that tell what words met with; nouns too ("anger"), they are in no lexicon of verbs."""
    return frozenset(form for verb in listed("answers_to_words") for form in inflection.verb(verb))


def _opposed(sentence: Sentence, index: int) -> bool:
    """Does a noun group stand behind what says that its act is not wanted ("is opposed to mediation")?"""
    if sentence.kind(index - 1) != P or sentence.lower(index - 1) not in listed("opposing_prepositions"):
        return False
    verb = index - 2
    while sentence.kind(verb) in (ADV, DATE):
        verb -= 1
    if sentence.kind(verb) != VG:
        return False
    chunk = sentence.chunks[verb]
    return chunk.adjective in listed("opposed") or bool(listed("opposed").intersection(chunk.lemmas))


def _in_talks(sentence: Sentence, found: Found, index: int) -> Found | None:
    """ "A in talks with B", "A, B in talks": a headline without a verb."""
    before = [*range(0, index - 1, 2)]
    if sentence.lower_of(index - 1) != "in" or not all(sentence.chunks[g].actors for g in before):
        return None
    found.doers, found.doer_rule, found.together = before, "headline", len(before) > 1
    return found if found.together or found.patients else None


def _errand(sentence: Sentence, index: int) -> Clause | None:
    """The clause of who comes or goes for a meeting ("flew to Doha for talks with X", "is due there for talks")."""
    if sentence.lower_of(index - 1) != "for":
        return None
    clause = next((c for c in reversed(list(sentence.clauses())) if c.index < index), None)
    if clause is None or not any(prep == "for" and index in groups for prep, groups in clause.preps):
        return None
    lemmas = {*sentence.chunks[clause.index].lemmas, sentence.chunks[clause.index].adjective}
    goes = not (lemmas.isdisjoint(listed("journeys")) and lemmas.isdisjoint(listed("errand_expectations")))
    goes = goes or (sentence.chunks[clause.index].copula and clause.index < index - 2)  # "is in Doha for talks"
    return clause if goes and sentence.names_other(clause.subjects) else None


def _amid(sentence: Sentence, found: Found, index: int) -> bool:
    """Is a meeting told as when something else was done or said ("after talks with", "in a phone call with X, Y")?"""
    before = sentence.lower_of(index - 1)
    if before == "of" and sentence.kind(index - 2) == NP:  # "on the sidelines of a meeting with"
        return sentence.words[sentence.chunks[index - 2].end - 1].lower in listed("margins")
    if before == "on" and found.act.frame.name == "visit":
        return True  # "praised X on a visit to Y"
    said = before in ("in", "at") and sentence.kind(index - 2) in (STOP, VG, DATE, COMMA)
    return said or before in listed("after_words")


def _who_leaves(sentence: Sentence, index: int) -> list[int]:
    """Who does what happens after an act ("left after talks with X"): the subject of the clause before it or behind."""
    before = [c for c in sentence.clauses() if c.index < index and sentence.chunks[c.index].finite]
    if before:
        return [] if before[-1].passive else before[-1].subjects
    k = index
    while sentence.kind(k) in (NP, P, CONJ, ADV, DATE, MARK):
        k += 1
    if sentence.kind(k) == COMMA and sentence.kind(k + 1) == VG and sentence.chunks[k + 1].finite:
        return sentence.clause(k + 1).subjects  # "X, on a visit to Y, promised"
    if sentence.kind(k) != COMMA or sentence.kind(k + 1) != NP:
        return []
    main = next((c for c in sentence.clauses() if c.index > k), None)
    return main.subjects if main is not None and not main.passive and min(main.subjects, default=0) > k else []


def _halts(sentence: Sentence, clause: Clause) -> bool:
    """Does a protest bring a place to a halt ("a strike paralysed the capital", "brought Lagos to a standstill")?"""
    if listed("halting_verbs").isdisjoint(sentence.chunks[clause.index].lemmas):
        return False
    return any(sentence.chunks[link].places for g in clause.objects for link in sentence.of_chain(g))


def _somewhere(sentence: Sentence, clause: Clause) -> bool:
    return any(
        sentence.chunks[g].places
        for prep, groups in clause.preps
        if prep in listed("local_prepositions")
        for g in groups
    )


def _whose_land(sentence: Sentence, clause: Clause) -> list[int]:
    """Whose town or region it is where something happens, told by an adjective ("in the Comoran capital"), or []."""
    local = listed("local_prepositions")
    return next((gs for prep, gs in clause.preps if prep in local and sentence.names_other(gs)), [])


def gesture(sentence: Sentence, index: int) -> Found | None:
    """What people do "in protest", where the verb alone tells no protest ("emptied two tankers in a protest at Y")."""
    if sentence.lower_of(index - 1) not in listed("gesture_prepositions"):
        return None
    if sentence.lower(index) not in listed("gesture_openers"):
        return None  # "in the protests"
    found = of_noun(sentence, index, None)
    if found is None or found.act.event_type != "PROTEST" or found.doers:
        return None
    found.doers, found.doer_rule = _who_leaves(sentence, index), "clause"
    told = texts(sentence, found.doers)
    if kinds()["combatants"] & told or not of_kind(sentence, _PROTESTING, found.doers, told):
        return None
    return found


def _exists(sentence: Sentence, index: int) -> bool:
    """Is the noun what there is ("there has been fighting between A and B")?"""
    verb = index - 1
    return sentence.kind(verb) == VG and sentence.chunks[verb].copula and sentence.lower_of(verb - 1) == "there"


def _fails(sentence: Sentence, found: Found, clause: Clause) -> bool:
    """Does the verb say that a truce or a deal came to nothing ("the ceasefire was broken")?"""
    lemmas = set(sentence.chunks[clause.index].lemmas)
    return found.act.event_type in ("CONCEDE", "AGREE") and bool(lemmas & listed("failing"))
