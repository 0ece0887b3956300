"""Acts named by a noun: "a strike on Y by X", "X's shelling of Y", "talks between X and Y", "launched an attack"."""

from __future__ import annotations

from functools import cache

from sitrep.extract.events import forms
from sitrep.extract.events.acts import QUAD, Act, kinds, nouns
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import of_kind, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, STOP, VG, P
from sitrep.extract.events.tokens import Word
from sitrep.extract.events.words import listed
from sitrep.model import ActorMention

# Acts that whom they come from makes known, also where nobody stands for whom they are meant.
_SENT = ("REQUEST", "THREATEN", "PROTEST")


def find(sentence: Sentence, index: int) -> tuple[Act, int, int] | None:
    """The act noun that heads noun group ``index``: the entry and its word span (end exclusive)."""
    known = sentence.known_acts
    if index not in known:
        known[index] = _find(sentence, index)
    return known[index]


def _find(sentence: Sentence, index: int) -> tuple[Act, int, int] | None:
    chunk, words = sentence.chunks[index], sentence.words
    table = nouns()
    # "exchange of prisoners": the entry runs over an "of" group.
    if sentence.kind(index + 1) == P and sentence.lower(index + 1) == "of" and sentence.kind(index + 2) == NP:
        tail = sentence.chunks[index + 2]
        for phrase, act in table.get(words[tail.end - 1].lower, ()):
            if "of" not in phrase:
                continue
            start = chunk.end - phrase.index("of")
            if start >= chunk.start and _stands(words, start, phrase[:-1]):
                return act, start, tail.end
    last = chunk.end - 1
    for phrase, act in table.get(words[last].lower, ()):
        start = last + 1 - len(phrase)
        if start < chunk.start or words[start].lower != phrase[0] or not _stands(words, start, phrase[:-1]):
            continue
        if not act.needs_prep or _led_on(sentence, index, act):
            named = words[start].actor, words[last].actor
            if any(a is not None and _names(a, phrase) for a in named) or words[last].place is not None:
                continue
            return act, start, last + 1
    return None


def _stands(words: list[Word], start: int, phrase: tuple[str, ...]) -> bool:
    """Do the words from ``start`` on read like the phrase?"""
    return [word.lower for word in words[start : start + len(phrase)]] == [*phrase]


def _led_on(sentence: Sentence, index: int, act: Act) -> bool:
    """Does what an act noun needs stand behind its preposition ("withdrawal from the treaty")?"""
    k = index + 1
    if sentence.kind(k) != P or sentence.kind(k + 1) != NP:
        return False
    return any(
        prep == sentence.lower(k) and of_kind(sentence, names, [k + 1], texts(sentence, [k + 1]))
        for prep, names in act.needs_prep
    )


def _names(actor: ActorMention, phrase: tuple[str, ...]) -> bool:
    """Is the noun part of somebody's name, and no act ("The Military Operations Command")?"""
    return actor.kind == "body" or (actor.country is not None and not (actor.kind == "office" and len(phrase) > 1))


def quantified(sentence: Sentence, index: int) -> int:
    """The noun group that a group of quantity counts ("a series of raids", "dozens of raids"), else ``index``."""
    chunk = sentence.chunks[index]
    head = sentence.words[chunk.end - 1]
    if not (head.lower in listed("quantity_nouns") or head.number):
        return index
    if sentence.kind(index + 1) == P and sentence.lower(index + 1) == "of" and sentence.kind(index + 2) == NP:
        return index + 2
    return index


def counted(sentence: Sentence, index: int) -> tuple[int, tuple[Act, int, int] | None]:
    """The act noun that heads a noun group or the group that it counts (see ``find``), and the group that has it."""
    hit = find(sentence, index)
    if hit is None:
        inner = quantified(sentence, index)
        if inner != index:
            return inner, find(sentence, inner)
    return index, hit


def _state(sentence: Sentence, group: int) -> bool:
    last = sentence.words[sentence.chunks[group].end - 1].actor
    return last is not None and last.kind == "state"


def _modifiers(sentence: Sentence, index: int, start: int) -> bool:
    """Is there somebody in the noun group before the act noun?"""
    chunk = sentence.chunks[index]
    return any(sentence.words[k].actor is not None for k in range(chunk.start, start))


def of_noun(sentence: Sentence, index: int, governor: Clause | None) -> Found | None:
    """The act that a noun group names with the parts its surroundings give, or None.

    ``governor`` is the clause whose object or subject the noun group is, where there is one.
    """
    inner, hit = counted(sentence, index)
    if hit is None:
        return None
    act, start, end = hit
    found = Found(act, start, end, chunk=index, nominal=True, clause=governor)
    if act.unless and any(kinds()[name] & texts(sentence, [index]) for name in act.unless):
        return None
    frame = act.frame
    if act.light and act.event_type != "CONSULT" and governor is not None and index in governor.objects:
        if listed("having_verbs").issuperset(sentence.chunks[governor.index].lemmas):
            return None  # "has a pact with": a state
    if governor is not None and index in governor.objects and _disowned(sentence, governor):
        return None  # "no group claimed the attack": it was done, by whom nobody says
    if _modifiers(sentence, inner, start):
        found.doers, found.doer_rule = [inner], "modifier"
    elif inner != index and sentence.chunks[index].actors:
        found.doers, found.doer_rule = [index], "modifier"
    k = inner + 1
    ofs: list[int] = []
    if end > sentence.chunks[inner].end:
        k = inner + 3
        if frame.preps.get("of") == "actor1" and not found.doers:
            found.doers, found.doer_rule = [inner + 2], "noun:of"  # "deployments of Chadian troops"
        elif frame.preps.get("of") == "actor2":
            ofs = [inner + 2]
    steps = 0
    while steps < 16:
        steps += 1
        kind = sentence.kind(k)
        if kind in (ADV, DATE, MARK):
            k += 1
            continue
        if kind != P or sentence.kind(k + 1) not in (NP, DATE):
            break
        if sentence.kind(k + 1) == DATE:
            k += 2
            continue
        prep = sentence.lower(k)
        first = k + 1
        groups, k = sentence.coordinated(first, closed=prep in listed("before_all_sides"))
        if prep in listed("before_doers") and groups == [first] and _state(sentence, first):
            k = first + 1  # "condemnation from X of Y's raid"
        part = frame.preps.get(prep)
        if part == "actor2" and prep == "of":
            ofs = [] if _fired(sentence, act, groups) else groups
        elif part == "actor1" and (not found.doers or prep == "by"):
            found.doers, found.doer_rule = groups, f"noun:{prep}"
            found.together = len(groups) > 1 and frame.name in ("pact", "exercise")
        elif part == "actor2" and not found.patients:
            found.patients, found.patient_rule = groups, f"noun:{prep}"
        elif part == "both":
            found.doers, found.doer_rule, found.together = groups, f"noun:{prep}", len(groups) > 1
    if not found.doers and sentence.kind(k) == VG:
        found.doers, found.doer_rule = _attributed(sentence, k), "noun:by"
    if ofs and not found.patients:
        found.patients, found.patient_rule = ofs, "noun:of"
    if governor is not None:
        _light(sentence, found, governor, index)
    return found


def _fired(sentence: Sentence, act: Act, groups: list[int]) -> bool:
    """Is what stands behind "of" what is fired, and not what is hit ("a barrage of missiles")?"""
    heads = {sentence.words[sentence.chunks[g].end - 1].lower for g in groups}
    return act.mode == "heavy-weapons" and heads <= kinds()["munitions"]


def _led(found: Found) -> bool:
    """May those behind "of" be who the verb's subject leads ("hosted a meeting of X", "sent a convoy of A and B")?"""
    return len(found.doers) == 1 or found.act.frame.name == "move"


def _attributed(sentence: Sentence, verb: int) -> list[int]:
    """Who did what a participle hangs on, or is said to have ("an ambush laid by X", "an attack blamed on X")."""
    chunk = sentence.chunks[verb]
    k = verb + 1
    if sentence.kind(k) == P and sentence.kind(k + 1) == P and sentence.lower(k) in listed("separable"):
        k += 1  # "carried out by X"
    if chunk.end - chunk.start > 1 or sentence.kind(k) != P or sentence.kind(k + 1) != NP:
        return []
    told = {f"{lemma} {sentence.lower(k)}" for lemma in chunk.lemmas}
    done = sentence.lower(k) == "by" and not listed("doing_participles").isdisjoint(chunk.lemmas)
    return sentence.coordinated(k + 1)[0] if done or told & listed("attributing_participles") else []


def _disowned(sentence: Sentence, clause: Clause) -> bool:
    """Does nobody own up to what the clause tells?"""
    verb = sentence.chunks[clause.index]
    if listed("owning_verbs").isdisjoint(verb.lemmas):
        return False
    return verb.negated or any(sentence.lower(g) in listed("none_of_them") for g in clause.subjects)


def _light(sentence: Sentence, found: Found, clause: Clause, index: int) -> None:
    """What the verb that governs the act noun adds: its doer, its patient, its voice and modality."""
    verb = sentence.chunks[clause.index]
    light = sentence.lexis.light
    is_object = index in clause.objects or index in sentence.relative_objects(clause)
    is_passive_subject = index in clause.subjects and clause.passive
    if not is_object and not is_passive_subject:
        if index in clause.subjects:
            found.negated, found.modal = verb.negated, verb.modal
            if _happens(sentence, clause):
                _parts(found, clause)
            elif listed("giving_verbs").intersection(verb.lemmas) and not found.patients:
                found.patients, found.patient_rule = clause.objects[:1], "object"  # "an ultimatum gave X a week"
        return
    lemmas = set(verb.lemmas)
    given = clause.objects[: clause.objects.index(index)] if index in clause.objects else []
    if len(given) == 1 and not found.patients and sentence.kind(index - 1) != CONJ and _somebody(sentence, given):
        found.patients, found.patient_rule = given, "indirect object"  # "sent Harare an ultimatum"
    if "deny" in lemmas and is_object and not found.doers:
        found.doers, found.doer_rule, found.negated = clause.subjects, "denial", True
        return
    if lemmas & light["do"]:
        if clause.passive and is_object and not found.patients and index not in clause.subjects:
            found.patients, found.patient_rule = clause.subjects, "passive subject"  # "was given an ultimatum"
        somebody = any(sentence.chunks[link].actors for g in found.doers for link in sentence.of_chain(g))
        if found.doer_rule == "modifier":
            somebody = sentence.names_other(found.doers)  # "held their first meeting": who held it says more
        modified = found.doer_rule == "modifier" and not found.patients and found.act.frame.name != "move"
        if not somebody or modified:
            agents = [g for p, gs in clause.preps if p == "by" for g in gs]
            subjects = clause.subjects if is_object and not clause.passive else agents
            if subjects:
                if found.doers and not found.patients and found.act.frame.name == "demand":
                    found.patients, found.patient_rule = found.doers, "modifier"
                found.doers, found.doer_rule = subjects, "light verb"
                mutual = found.act.frame.name in ("talks", "pact", "exercise") or lemmas & listed("mutual_verbs")
                found.together = found.together or (bool(mutual) and len(subjects) > 1)
        elif found.doer_rule == "noun:of" and not found.patients and is_object and _led(found):
            found.patients, found.patient_rule = found.doers, "noun:of"  # "X hosted a meeting of the group"
            found.doers, found.doer_rule, found.together = clause.subjects, "light verb", False
        if found.act.mode == "drill" and len(found.doers) > 1:
            found.act = found.act._replace(event_type="COOPERATE", root="06")
            found.together = True
        found.negated, found.modal, found.control = verb.negated, verb.modal, clause.control
        _parts(found, clause)
    elif lemmas & light["undergo"] or (_earned(found.act) and lemmas & light["gain"]):
        if _earned(found.act) and found.patient_rule == "noun:of" and not found.doers:
            found.doers, found.doer_rule, found.patients = found.patients, "noun:of", []  # "won the praise of X"
        if not found.patients:
            found.patients, found.patient_rule = clause.subjects, "light verb"
        found.negated, found.modal, found.control = verb.negated, verb.modal, clause.control
    elif lemmas & light["provoke"] and is_object:
        if not found.patients and found.doers:
            found.patients, found.patient_rule = clause.subjects, "light verb"
        found.negated, found.modal, found.control = verb.negated, verb.modal, clause.control
    else:
        found.negated, found.modal = verb.negated and "deny" in lemmas, None


def _earned(act: Act) -> bool:
    """Is it an act that who undergoes it may have sought ("won praise", "secured a loan")?"""
    return act.event_type in ("AGREE", "SUPPORT", "AID") and act.frame.name != "pact"


def _somebody(sentence: Sentence, groups: list[int]) -> bool:
    return any(sentence.chunks[g].actors for g in groups)


def _exists(sentence: Sentence, index: int) -> bool:
    """Is the noun what there is ("there has been fighting between A and B")?"""
    verb = index - 1
    return sentence.kind(verb) == VG and sentence.chunks[verb].copula and sentence.lower_of(verb - 1) == "there"


def _fails(sentence: Sentence, found: Found, clause: Clause) -> bool:
    """Does the verb say that a truce or a deal came to nothing ("the ceasefire was broken")?"""
    lemmas = set(sentence.chunks[clause.index].lemmas)
    return found.act.event_type in ("CONCEDE", "AGREE") and bool(lemmas & listed("failing"))


def _parts(found: Found, clause: Clause) -> None:
    """What the groups of a verb of happening add ("fighting broke out between A and B")."""
    for prep, groups in clause.preps:
        part = found.act.frame.preps.get(prep)
        if part == "both" and not found.doers:
            found.doers, found.doer_rule, found.together = groups, f"noun:{prep}", len(groups) > 1
        elif part == "actor2" and not found.patients:
            found.patients, found.patient_rule = groups, f"noun:{prep}"


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
    if _opposed(sentence, index):
        return None
    governor = governor_of(sentence, index)
    found = of_noun(sentence, index, governor)
    if found is None:
        return None
    if governor is None and _entered(sentence, found, index):
        return found
    told = governor is not None and index in governor.subjects
    if told and sentence.chunks[governor.index].copula and sentence.chunks[governor.index].modal:
        return None  # "strikes on Iran would be illegal"
    agreed = found.act.frame.name == "pact" and found.together and told and not sentence.chunks[governor.index].copula
    done = told and found.doer_rule in ("noun:by", "noun:from")  # "the arrest of X by Y drew protests"
    done = done and (bool(found.patients) or found.act.event_type in _SENT)
    done = done or (found.patient_rule == "light verb" and bool(found.doers))  # "drew criticism from X"
    done = done or (told and _answered(sentence, found, governor))
    if told and found.act.frame.name == "visit" and _happens(sentence, governor):
        done = done or (bool(found.doers) and bool(found.patients))
    if told and found.act.event_type == "COERCE" and not sentence.chunks[governor.index].copula:
        done = done or (found.doer_rule == "modifier" and bool(found.patients))  # "X's blockade of Y has left"
    if told and found.act.event_type == "PROTEST":
        done = done or _halts(sentence, governor)
    if found.act.frame.name == "visit" and not found.doers:
        done = done or (bool(found.patients) and _amid(sentence, found, index))
    if found.act.light and not agreed and not done and not (told and _happens(sentence, governor)):
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
        if kind == "PROTEST" and is_subject and _happens(sentence, governor) and _somewhere(sentence, governor):
            return found
        places = found.act.event_type == "ASSAULT" and any(
            sentence.chunks[link].places or sentence.chunks[link].actors
            for g in found.patients
            for link in sentence.of_chain(g)
        )
        halted = kind == "PROTEST" and is_subject and _halts(sentence, governor)
        if not (places and is_subject) and not halted:
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


def _entered(sentence: Sentence, found: Found, index: int) -> bool:
    """Is it what an entry in a list of deeds opens with ("Arrest of 408 suspects", "Shelling of A by Russian guns")?"""
    if QUAD[found.act.event_type] != 4 or found.patient_rule != "noun:of":
        return False
    if any(sentence.kind(i) in (NP, VG) for i in range(index)):
        return False
    counted = any(
        w.number for g in found.patients for w in sentence.words[sentence.chunks[g].start : sentence.chunks[g].end]
    )
    return counted or (found.doer_rule == "noun:by" and _somebody(sentence, found.doers))


def _answered(sentence: Sentence, found: Found, clause: Clause) -> bool:
    """Does the verb tell what somebody's demand, refusal or charge met with ("X's request was backed by Y")?"""
    if found.doer_rule != "modifier" or (QUAD[found.act.event_type] != 3 and found.act.event_type != "SUPPORT"):
        return False
    opens = sentence.chunks[found.doers[0]].start
    owned = any(sentence.words[k].lower.endswith(("'s", "’s", "s'", "s’")) for k in range(opens, found.start))
    if owned and any(sentence.chunks[c.index].infinitive and found.chunk in c.subjects for c in sentence.clauses()):
        return True  # "X's refusal to leave the town has"
    return owned and sentence.words[sentence.chunks[clause.index].main].lower in _answers()


@cache
def _answers() -> frozenset[str]:
    """All forms of the verbs that tell what words met with; nouns too ("anger"), they are in no lexicon of verbs."""
    return frozenset(form for verb in listed("answers_to_words") for form in forms.verb(verb))


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
    goes = not (listed("journeys") | listed("errand_expectations")).isdisjoint(lemmas)
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
    if sentence.kind(k) != COMMA or sentence.kind(k + 1) != NP:
        return []
    main = next((c for c in sentence.clauses() if c.index > k), None)
    return main.subjects if main is not None and not main.passive and min(main.subjects, default=0) > k else []


def _happens(sentence: Sentence, clause: Clause) -> bool:
    """Does the verb say that its subject came about or goes on ("broke out", "are continuing")?"""
    verb = sentence.chunks[clause.index]
    words = sentence.words
    idle = all(words[sentence.chunks[g].end - 1].lower in listed("happening_objects") for g in clause.objects)
    return not verb.copula and idle and bool(listed("happening").intersection(verb.lemmas))


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


def is_light(sentence: Sentence, verb: int) -> bool:
    """Is it a verb that does the act which its object names ("launched an attack")?"""
    return not sentence.lexis.light["do"].isdisjoint(sentence.chunks[verb].lemmas)


def governor_of(sentence: Sentence, index: int) -> Clause | None:
    """The clause that has the noun group as its object or subject."""
    for clause in sentence.clauses():
        if index in clause.objects or (index in clause.subjects and not sentence.chunks[clause.index].infinitive):
            return clause
    return None
