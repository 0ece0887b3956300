"""Acts named by a noun: "a strike on Y by X", "X's shelling of Y", "talks between X and Y", "launched an attack"."""

from __future__ import annotations

from functools import cache

from sitrep.extract.events import owners
from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds, nouns
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.conditions import of_kind, texts
from sitrep.extract.events.found import Found
from sitrep.extract.events.groups import ADV, CONJ, DATE, MARK, NP, VG, P
from sitrep.extract.events.leads import code_name
from sitrep.extract.events.tokens import Word
from sitrep.extract.events.words import listed
from sitrep.model import ActorMention


def find(sentence: Sentence, index: int) -> tuple[Act, int, int] | None:
    """The act noun that heads noun group ``index``: the entry and its word span (end exclusive)."""
    known = sentence.known_acts
    if index not in known:
        known[index] = _find(sentence, index)
    return known[index]


@cache
def _phrases(head: str) -> list[tuple[int, dict[tuple[str, ...], list[Act]]]]:
    """The noun entries of a head by their length, longer ones first, so that each length is one lookup."""
    by_length: dict[int, dict[tuple[str, ...], list[Act]]] = {}
    for phrase, act in nouns()[head]:
        by_length.setdefault(len(phrase), {}).setdefault(phrase, []).append(act)
    return list(by_length.items())


@cache
def _of_phrases() -> dict[str, list[tuple[tuple[str, ...], Act]]]:
    """Noun entries that run over an "of" group ("exchange of prisoners"), by their last word."""
    heads = [head for head, phrases in nouns().phrases.items() if any("of" in words for words, *_ in phrases)]
    return {head: [entry for entry in nouns()[head] if "of" in entry[0]] for head in heads}


def _find(sentence: Sentence, index: int) -> tuple[Act, int, int] | None:
    chunk, words = sentence.chunks[index], sentence.words
    if sentence.kind(index + 1) == P and sentence.lower(index + 1) == "of" and sentence.kind(index + 2) == NP:
        tail = sentence.chunks[index + 2]
        for phrase, act in _of_phrases().get(words[tail.end - 1].lower, ()):
            start = chunk.end - phrase.index("of")
            if start >= chunk.start and _stands(words, start, phrase[:-1]):
                return act, start, tail.end
    end, head = chunk.end, words[chunk.end - 1].lower
    if head not in nouns().phrases:
        return _code_named(sentence, index)
    for length, entries in _phrases(head):
        start = end - length
        if start < chunk.start:
            continue
        phrase = tuple([word.lower for word in words[start:end]])
        for act in entries.get(phrase, ()):
            if act.needs_subject:
                continue  # told by its doer (``_of_doer``)
            if not act.needs_prep or _led_on(sentence, index, act):
                named = words[start].actor, words[end - 1].actor
                if any(a is not None and _names(a, phrase) for a in named) or words[end - 1].place is not None:
                    continue
                return act, start, end
    return None


def _code_named(sentence: Sentence, index: int) -> tuple[Act, int, int] | None:
    """The act of an operation that is told by its code name ("Operation Rising Lion against X"), as ``find`` has it."""
    chunk, words = sentence.chunks[index], sentence.words
    k = code_name(words, chunk)
    if k is None:
        return None
    acts = (act for phrase, act in nouns()[words[k].lower] if len(phrase) == 1 and _led_on(sentence, index, act))
    act = next(acts, None)
    return (act, k, chunk.end) if act is not None else None


def _of_doer(sentence: Sentence, found: Found) -> Act:
    """The act that a noun names by who does it: a strike of workers is none on anybody."""
    phrase = tuple([word.lower for word in sentence.words[found.start : found.end]])
    doers = found.doers
    if len(doers) == 1 and sentence.lower(doers[0]) in listed("plural_pronouns"):
        before = next((v for v in reversed(sentence.verbs) if v < doers[0]), None)
        doers = sentence.clause(before).subjects if before is not None else doers  # "to call off a strike they planned"
    told = texts(sentence, doers)
    for act in dict(_phrases(phrase[-1])).get(len(phrase), {}).get(phrase, ()):
        if act.needs_subject and of_kind(sentence, act.needs_subject, doers, told):
            return act
    return found.act


def _stands(words: list[Word], start: int, phrase: tuple[str, ...]) -> bool:
    """Do the words from ``start`` on read like the phrase?"""
    return [word.lower for word in words[start : start + len(phrase)]] == [*phrase]


def _led_on(sentence: Sentence, index: int, act: Act) -> bool:
    """Does what an act noun needs stand behind its preposition ("withdrawal from the treaty")?"""
    k = index + 1
    asked = {prep for prep, _ in act.needs_prep}
    if sentence.lower_of(k) == "of" and sentence.kind(k + 2) == P and "of" not in asked:
        k += 2  # "an operation of scale against X"
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
    if governor is not None and index in governor.objects and _is_right(sentence, end - 1, governor):
        return None
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
        groups = [g for g in groups if g == first or not _another(sentence, g)]
        if prep in listed("before_doers") and groups == [first] and _state(sentence, first):
            k = first + 1  # "condemnation from X of Y's raid"
        part = frame.preps.get(prep)
        if part == "actor2" and prep == "of":
            ofs = [] if _fired(sentence, act, groups) else groups
            if act.event_type == "ACCUSE" and find(sentence, groups[-1]) is not None:
                break  # "its condemnation of X's attack on Y"
        elif part == "actor1" and act.event_type == "SANCTION" and found.patients == [first - 2]:
            if not names_anybody(sentence, found.patients):
                found.patients = groups  # "a tariff on goods from X"
        elif part == "actor1" and (not found.doers or prep == "by"):
            found.doers, found.doer_rule = groups, f"noun:{prep}"
            found.together = len(groups) > 1 and frame.name in ("pact", "exercise")
        elif part == "actor2" and not found.patients:
            found.patients, found.patient_rule = groups, f"noun:{prep}"
        elif part == "both":
            found.doers, found.doer_rule, found.together = groups, f"noun:{prep}", len(groups) > 1
    if not found.doers and sentence.kind(k) == VG:
        found.doers, found.doer_rule = _attributed(sentence, k), "noun:by"
        if found.doers and not found.patients:
            laid = [gs for prep, gs in sentence.clause(k).preps if frame.preps.get(prep) == "actor2"]
            found.patients, found.patient_rule = next(iter(laid), []), "noun:on"  # "sanctions imposed by X on Y"
    inside = found.patient_rule == "noun:in" and any(a.country for g in ofs for a in sentence.chunks[g].actors)
    if ofs and (not found.patients or inside):
        found.patients, found.patient_rule = ofs, "noun:of"  # "the blockade of Serbia in the Adriatic"
    if governor is not None:
        _light(sentence, found, governor, index)
    if found.doers and found.doer_rule != "modifier" and not (found.patients or found.act.needs_prep):
        found.act = _of_doer(sentence, found)
    return found


def _is_right(sentence: Sentence, word: int, governor: Clause) -> bool:
    """Is it the right to the act that is given or held, and nothing done ("gave them a veto over the plan")?"""
    if sentence.words[word].lower not in listed("rights_to_act"):
        return False
    return any(
        lemma in listed("giving_verbs") or lemma in listed("having_verbs")
        for lemma in sentence.chunks[governor.index].lemmas
    )


def _another(sentence: Sentence, index: int) -> bool:
    """Does an act with an owner of its own stand behind a coordinator ("X's raid on Y and its jailing of Z")?"""
    return bool(sentence.words[sentence.chunks[index].start].classes & w.POSS) and find(sentence, index) is not None


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
    is_object = index in clause.objects or index in held(clause) or index in sentence.relative_objects(clause)
    is_passive_subject = index in clause.subjects and clause.passive
    if not is_object and not is_passive_subject:
        if index in clause.subjects:
            found.negated, found.modal = verb.negated, verb.modal
            if happens(sentence, clause) or _is_on(sentence, found, clause):
                _parts(found, clause)
            elif listed("giving_verbs").intersection(verb.lemmas) and not found.patients:
                found.patients, found.patient_rule = clause.objects[:1], "object"  # "an ultimatum gave X a week"
        return
    lemmas = set(verb.lemmas)
    given = clause.objects[: clause.objects.index(index)] if index in clause.objects else []
    aimed = names_anybody(sentence, found.patients)
    if len(given) == 1 and not aimed and sentence.kind(index - 1) != CONJ and names_anybody(sentence, given):
        found.patients, found.patient_rule = given, "indirect object"  # "sent Harare an ultimatum"
    if "deny" in lemmas and is_object and not found.doers:
        found.doers, found.doer_rule, found.negated = clause.subjects, "denial", True
        return
    giving = not lemmas.isdisjoint(listed("giving_verbs"))
    if giving and is_object and found.doer_rule == "modifier" and not found.patients and owners.led(sentence, [index]):
        found.patients, found.patient_rule, found.doers = [index], "indirect object", []  # "lent X moral support"
    if lemmas & light["do"]:
        if clause.passive and is_object and not found.patients and index not in clause.subjects:
            found.patients, found.patient_rule = clause.subjects, "passive subject"  # "was given an ultimatum"
        somebody = any(sentence.chunks[link].actors for g in found.doers for link in sentence.of_chain(g))
        if found.doer_rule == "modifier":
            # "held their first meeting", "launched its invasion of X": who held or launched it says more
            somebody = any(a.kind != "pronoun" for g in found.doers for a in sentence.chunks[g].actors)
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


def _is_on(sentence: Sentence, found: Found, clause: Clause) -> bool:
    """Does the verb only tell whom or what an attack was on ("the deadliest raid was on the port")?"""
    copula = sentence.chunks[clause.index].copula
    if not copula or clause.objects or found.act.event_type != "ASSAULT":
        return False
    return any(prep in listed("struck_prepositions") for prep, _ in clause.preps[:1])


def _earned(act: Act) -> bool:
    """Is it an act that who undergoes it may have sought ("won praise", "secured a loan")?"""
    return act.event_type in ("AGREE", "SUPPORT", "AID") and act.frame.name != "pact"


def names_anybody(sentence: Sentence, groups: list[int]) -> bool:
    """Does an actor stand in one of the groups (indices of chunks)?"""
    return any(sentence.chunks[g].actors for g in groups)


def _parts(found: Found, clause: Clause) -> None:
    """What the groups of a verb of happening add ("fighting broke out between A and B")."""
    for prep, groups in clause.preps:
        part = found.act.frame.preps.get(prep)
        if part == "both" and not found.doers:
            found.doers, found.doer_rule, found.together = groups, f"noun:{prep}", len(groups) > 1
        elif part == "actor2" and not found.patients:
            found.patients, found.patient_rule = groups, f"noun:{prep}"


def is_light(sentence: Sentence, verb: int) -> bool:
    """Is it a verb that does the act which its object names ("launched an attack")?"""
    return not sentence.lexis.light["do"].isdisjoint(sentence.chunks[verb].lemmas)


def governor_of(sentence: Sentence, index: int) -> Clause | None:
    """The clause that has the noun group as its object or subject."""
    for clause in sentence.clauses():
        inside = index in clause.objects or index in held(clause)
        if inside or (index in clause.subjects and not sentence.chunks[clause.index].infinitive):
            return clause
    return None


def held(clause: Clause) -> list[int]:
    """The noun groups right behind a verb and its particle ("beat off three assaults")."""
    if clause.objects or not clause.preps or clause.passive or clause.preps[0][0] not in listed("held_by_particles"):
        return []
    return clause.preps[0][1]


def happens(sentence: Sentence, clause: Clause) -> bool:
    """Does the verb say that its subject came about or goes on ("broke out", "are continuing", "were under way")?"""
    verb = sentence.chunks[clause.index]
    words = sentence.words
    if verb.copula:
        return verb.adjective in listed("happening_adjectives") or any(
            f"{prep} {sentence.lower(groups[0])}" in listed("happening_phrases") for prep, groups in clause.preps[:1]
        )
    idle = all(words[sentence.chunks[g].end - 1].lower in listed("happening_objects") for g in clause.objects)
    return idle and bool(listed("happening").intersection(verb.lemmas))
