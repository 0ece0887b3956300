"""Whether the company that an entry of the lexicon of acts asks for is there: the kinds of its subject and objects."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import category

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import Act, kinds
from sitrep.extract.events.appositions import renamed
from sitrep.extract.events.cargo import words_of_cargo
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.complements import Clause
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, NP, STOP, SUB, VG, P
from sitrep.extract.events.tokens import Word
from sitrep.inflection import BASE, PAST, THIRD
from sitrep.model import ActorMention

# People that flee are no army in retreat; people that arrive or parachute may be one.
_CROWD: dict[str, tuple[str, ...]] = {"RETREAT": ()}


# Roles of those who fight.
_FIGHTING = ("MIL", "REB")
# Roles of states and of those who rule them, for whom "it" stands.
_RULES = ("STA", "GOV")


def texts(sentence: Sentence, groups: list[int]) -> set[str]:
    """The words (and pairs of words) of noun groups with their "of" chains. Not to be changed: they are kept."""
    if len(groups) == 1:
        return sentence.known_texts.get(groups[0]) or _texts_of(sentence, groups[0])
    return set().union(*[_texts_of(sentence, group) for group in groups])


def _texts_of(sentence: Sentence, group: int) -> set[str]:
    found = sentence.known_texts.get(group)
    if found is None:
        first, *others = sentence.of_chain(group)
        found = _texts_of_link(sentence, first)
        if others:
            found = found.union(*[_texts_of_link(sentence, link) for link in others])
        sentence.known_texts[group] = found
    return found


def _texts_of_link(sentence: Sentence, link: int) -> set[str]:
    chunk = sentence.chunks[link]
    if chunk.end - chunk.start == 1:
        return set(_parts(sentence.words[chunk.start].plain))
    words = [word.plain for word in sentence.words[chunk.start : chunk.end]]
    found = set(words)
    found.update([f"{before} {word}" for before, word in pairwise(words)])
    counted = False
    for word in words:
        figure = word[:1].isdigit()
        if counted or figure or "-" in word:
            found.update(_parts(word, counted))
        counted = figure
    return found


@lru_cache(maxsize=1 << 14)
def _parts(word: str, counted: bool = False) -> tuple[str, ...]:
    """A word, those that its hyphens join, and what the letters behind a number in it, or before it, stand for."""
    parts = [word, *(word.split("-") if "-" in word else ())]
    if (counted or word[0].isdigit()) and (spelled := w.magnitude(word)):
        parts.append(spelled)
    return tuple(parts)


def close_texts(sentence: Sentence, groups: list[int]) -> set[str]:
    """The words of noun groups without their "of" chains, unless they only count what hangs on them."""
    counted = w.listed("quantity_nouns")
    links = [
        link
        for group in groups
        for n, link in enumerate(sentence.of_chain(group))
        if n == 0 or sentence.words[sentence.chunks[group].end - 1].lower in counted
    ]
    return {
        word.lower for link in links for word in sentence.words[sentence.chunks[link].start : sentence.chunks[link].end]
    }


def heads(sentence: Sentence, groups: list[int]) -> set[str]:
    """The last words of groups and of what hangs on them, and their words that name no actor, in lower case."""
    found: set[str] = set()
    for group in groups:
        for link in sentence.of_chain(group):
            chunk = sentence.chunks[link]
            found.add(sentence.words[chunk.end - 1].lower)
            found.update(word.lower for word in sentence.words[chunk.start : chunk.end] if word.actor is None)
    return found


def _are_fighters(sentence: Sentence, groups: list[int]) -> bool:
    """Does a pronoun stand for fighters told of before ("they left the town")?"""
    return any(
        actor.kind == "pronoun" and actor.role in _FIGHTING and len(sentence.words_of(group)) == 1
        for group in groups
        for actor in sentence.chunks[group].actors
    )


def _any_actor(sentence: Sentence, groups: list[int], *of_kinds: str) -> bool:
    """Does somebody of these kinds stand in the groups?"""
    wanted = of_kinds or ("force", "people", "group", "person", "pronoun")
    links = [link for group in groups for link in sentence.of_chain(group)]
    if any(
        actor.kind in wanted
        # "its airport" is nobody
        and (actor.kind != "pronoun" or sentence.words[sentence.chunks[link].end - 1].actor is actor)
        for link in links
        for actor in sentence.chunks[link].actors
    ):
        return True
    return "person" in wanted and any(renamed(sentence, link) is not None for link in links)


def _bring(sentence: Sentence, names: frozenset[str], subjects: list[int]) -> bool:
    """Are those who arrive laden with something of one of these kinds?"""
    return of_kind(sentence, names, [], words_of_cargo(sentence, subjects))


def _before_name(sentence: Sentence, group: int) -> Word | None:
    """The word before a name that nobody knows, where the two make up a noun group ("Ghana's Mensah")."""
    chunk = sentence.chunks[group]
    words = sentence.words[chunk.start : chunk.end]
    known = max((k for k, word in enumerate(words) if word.actor is not None), default=len(words))
    name = words[known + 1 :]
    whole = all(word.text.istitle() and not word.classes and word.place is None for word in name)
    return words[known] if name and whole else None


def _by_name(sentence: Sentence, group: int) -> bool:
    """Is somebody told by his state and a name ("Ghana's Mensah")?"""
    word = _before_name(sentence, group)
    return word is not None and word.actor.kind == "state" and word.lower.endswith(w.GENITIVES)


def _national_by_name(sentence: Sentence, group: int) -> bool:
    """Is somebody told by his nation and a name ("American John Doe")?"""
    word = _before_name(sentence, group)
    return word is not None and word.actor.kind == "demonym"


def _last(sentence: Sentence, group: int) -> Word:
    """The last word of a noun group, before a particle or an adverb ("gave Hong Kong back")."""
    chunk = sentence.chunks[group]
    last = sentence.words[chunk.end - 1]
    behind = last.lower in sentence.lexis.separable or (last.actor is None and last.lower.endswith("ly"))
    parted = chunk.end - chunk.start > 1 and behind
    return sentence.words[chunk.end - 2] if parted else last


def _heading(sentence: Sentence, groups: list[int]) -> list[ActorMention]:
    """Who heads the groups: the actors that they end with."""
    ends = [_last(sentence, g).actor for group in groups for g in sentence.of_chain(group)]
    return [actor for actor in ends if actor is not None]


def _any_place(sentence: Sentence, groups: list[int]) -> bool:
    """Does a place head one of the groups? ("Russia's wealth" is no place.)"""
    for group in groups:
        for link in sentence.of_chain(group):
            last = _last(sentence, link)
            if last.place is not None and not last.lower.endswith(w.GENITIVES):
                return True
    return False


def of_kind(sentence: Sentence, names: frozenset[str], groups: list[int], words: set[str]) -> bool:
    """Is one of these kinds among noun groups, or a word of it among ``words``?"""
    of_words, of_mentions = _tests(names)
    for members in of_words:
        if not members.isdisjoint(words):
            return True
    return bool(of_mentions) and any(among(sentence, groups) for among in of_mentions)


def _any_somebody(sentence: Sentence, groups: list[int]) -> bool:
    return any(sentence.chunks[link].actors for group in groups for link in sentence.of_chain(group))


def _any_belligerent(sentence: Sentence, groups: list[int]) -> bool:
    return any(
        actor.kind in ("state", "force", "group", "demonym", "pronoun") or actor.role in ("MIL", "REB")
        for actor in _heading(sentence, groups)
    )


def _any_state(sentence: Sentence, groups: list[int]) -> bool:
    heads = _heading(sentence, groups)
    return any(a.kind == "state" or (a.kind == "pronoun" and a.country and a.role in _RULES) for a in heads)


def _any_nationals(sentence: Sentence, groups: list[int]) -> bool:
    headed = any(actor.kind in ("people", "demonym") for actor in _heading(sentence, groups))
    return headed or any(_national_by_name(sentence, group) for group in groups)


def _are_leaders(sentence: Sentence, groups: list[int]) -> bool:
    """Does somebody by name or office head each of the groups, and are they joined ("called X a hero": not so)?"""
    if not groups:
        return False
    told = _heading(sentence, groups)
    joined = len(groups) == 1 or any(sentence.kind(k) == CONJ for k in range(*groups[:2]))
    k = groups[-1] + 1
    named = sentence.kind(k) == COMMA and sentence.lower_of(k + 1) in w.listed("indefinite_articles")
    joined = joined and not named and len(told) == len(groups)
    return joined and all(actor.kind in ("person", "office") for actor in told)


def _any_guest(sentence: Sentence, groups: list[int]) -> bool:
    """Is it people who head one of the groups, and nothing that is theirs ("welcomed the leader's readiness")?"""
    for group in groups:
        last = sentence.words[sentence.chunks[group].end - 1]
        if last.actor is not None and last.lower not in w.listed("thing_pronouns"):
            return True
        if last.lower in kinds()["officials"] or last.lower in kinds()["people"]:
            return True
    return False


def _tells_of_subjects(sentence: Sentence, groups: list[int]) -> bool:
    """What a kind that asks for who does it asks of all other groups: nothing that they have."""
    return False


_Among = Callable[["Sentence", list[int]], bool]

# The kinds that mentions are of, and not words: whether one of them is among noun groups.
_OF_MENTIONS: dict[str, _Among] = {
    "actor": _any_actor,
    "place": _any_place,
    "somebody": _any_somebody,
    "belligerent": _any_belligerent,
    "state": _any_state,
    "nationals": _any_nationals,
    "leader": _are_leaders,
    "guest": _any_guest,
    "subject_force": _tells_of_subjects,
}


@cache
def _tests(names: frozenset[str]) -> tuple[list[frozenset[str]], list[_Among]]:
    """The words of those of some kinds that are of words, and the tests of those that mentions are of."""
    of_words = [kinds()[name] for name in names if name not in _OF_MENTIONS]
    return of_words, [_OF_MENTIONS[name] for name in names if name in _OF_MENTIONS]


def _states(sentence: Sentence, clause: Clause) -> bool:
    """Does a verb give out a statement: with "that" behind it, or at the end of one (", a rights group protested")?"""
    k = clause.index + 1
    while sentence.kind(k) in (ADV, DATE) or (sentence.kind(k) == P and sentence.kind(k + 1) == NP):
        k += 1 if sentence.kind(k) != P else 2
    if sentence.kind(k) == SUB and sentence.lower(k) == "that":
        return True
    if clause.objects or sentence.kind(k) != STOP or not clause.subjects or clause.subjects[0] < 2:
        return False
    aimed = any(prep in w.listed("protest_prepositions") for prep, _ in clause.preps)
    before = clause.subjects[0] - 1
    told = any(sentence.kind(j) == VG and sentence.chunks[j].finite for j in range(before))
    return sentence.kind(before) == COMMA and told and not aimed


def stated_of(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause of what a verb states ("said [that] X left", "said in a note that X left"), or None."""
    k = clause.index + 1
    while sentence.kind(k) in (ADV, DATE):
        k += 1
    aside = k
    while sentence.kind(aside) == P and sentence.kind(aside + 1) == NP:
        aside += 2
        while sentence.kind(aside) in (ADV, DATE):
            aside += 1
    if sentence.kind(aside) == SUB and sentence.lower(aside) == "that":
        k = aside
    if sentence.kind(k) == SUB and sentence.lower(k) == "that":
        k += 1
    if sentence.kind(k) != NP:
        return None
    return next((c for c in sentence.clauses() if c.index > k and c.subjects[:1] == [k]), None)


def _of_somebody(sentence: Sentence, stated: Clause | None) -> bool:
    return stated is not None and sentence.names_other(stated.subjects)


def _demanded(sentence: Sentence, clause: Clause) -> bool:
    """Is what a verb states something that somebody shall do ("insisted that X leave", "asks that X should leave")?"""
    stated = stated_of(sentence, clause)
    if stated is None:
        return False
    demanding, verb = sentence.chunks[clause.index], sentence.chunks[stated.index]
    if verb.modal:
        return verb.modal in w.listed("modals_hypothetical")
    bare = verb.finite and verb.form & BASE and not verb.form & (PAST | THIRD)
    head = sentence.words[sentence.chunks[stated.subjects[0]].end - 1]
    plural = head.lower.endswith("s") and not (head.actor is not None and head.actor.kind == "state")
    return bool(bare and (demanding.form & PAST or not plural))


def holds(sentence: Sentence, act: Act, clause: Clause, objects: list[int], subjects: list[int]) -> bool:
    """Does what stands around a verb group meet the conditions of an entry? ``objects`` are the logical ones.

    What the verb group and its noun groups tell comes first: for what it states and what hangs on it, all clauses of
    the sentence have to be read.
    """
    verb = sentence.chunks[clause.index]
    if act.modal and verb.modal not in act.modal:
        return False
    if act.refused and not (verb.negated and (verb.modal or verb.adjective or act.event_type == "THREATEN")):
        return False
    if act.active and clause.passive:
        return False
    if act.needs_adverb and act.needs_adverb.isdisjoint(_adverbs(sentence, clause)):
        return False
    if act.pair and not _two_sides(sentence, clause, subjects):
        return False
    return _is_about(sentence, act, clause, objects, subjects) and _leads_on(sentence, act, clause)


def _leads_on(sentence: Sentence, act: Act, clause: Clause) -> bool:
    """Does a verb group state or lead to what an entry asks for?"""
    if act.needs_prep and not _brings(sentence, act.needs_prep, clause):
        return False
    if act.unless_prep and _brings(sentence, act.unless_prep, clause):
        return False
    if (act.says or act.frame.name == "protest") and act.says is not _states(sentence, clause):
        return False
    if act.states and not _of_somebody(sentence, stated_of(sentence, clause)):
        return False
    if act.demands and not _demanded(sentence, clause):
        return False
    if not (act.needs_complement or act.no_complement):
        return True
    has = any(
        c.governor == clause.index
        and (
            sentence.chunks[c.index].infinitive
            or c.control in ("planned", "purpose")
            or sentence.lower_of(c.index - 1) == "of"
        )
        and (not act.leads_to or not act.leads_to.isdisjoint(sentence.chunks[c.index].lemmas))
        # "is ready to defend itself": a state, and nothing that anybody is promised
        and (act.words[0] != "be" or w.listed("guarding_verbs").isdisjoint(sentence.chunks[c.index].lemmas))
        for c in sentence.clauses()
    )
    return has is not act.no_complement


def _is_about(sentence: Sentence, act: Act, clause: Clause, objects: list[int], subjects: list[int]) -> bool:
    """Do a clause's noun groups meet the conditions of an entry?"""
    words = set()
    if act.close:
        words = close_texts(sentence, objects)
    elif act.needs or act.unless or act.unless_object:
        words = (_elided(sentence, objects) if act.needs else None) or texts(sentence, objects)
    if act.needs and not of_kind(sentence, act.needs, objects, words):
        return False
    if act.unless:
        told = _telling_sense(sentence, clause)
        if of_kind(sentence, act.unless, [], words | texts(sentence, told) if told else words):
            return False
    if act.unless_object:
        # What stands behind a passive belongs to its idiom ("was taken advantage of").
        idle = words | texts(sentence, clause.objects) if clause.passive else words
        if not all(kinds()[name].isdisjoint(idle) for name in act.unless_object):
            return False
    if act.unless_head and objects:
        head = sentence.words[sentence.chunks[objects[0]].end - 1].plain
        if any(head in kinds()[name] for name in act.unless_head):
            return False
    if act.unless_subject:
        if of_kind(sentence, act.unless_subject, subjects, texts(sentence, subjects)):
            return False
    if act.needs_head and act.needs_head.isdisjoint(heads(sentence, objects)):
        return False
    if act.needs_subject and not (
        of_kind(sentence, act.needs_subject, subjects, texts(sentence, subjects))
        or (act.event_type == "AID" and _bring(sentence, act.needs_subject, subjects))
        or (
            "forces" in act.needs_subject
            and (
                _any_actor(sentence, subjects, "force", "group", *_CROWD.get(act.event_type, ("people",)))
                or _are_fighters(sentence, subjects)
            )
        )
        or (
            "officials" in act.needs_subject
            and (_any_actor(sentence, subjects, "person", "office") or any(_by_name(sentence, g) for g in subjects))
        )
    ):
        return False
    if act.needs_any:
        near = [
            *objects,
            *(g for p, gs in clause.preps if p in w.listed("goal_prepositions") for g in gs),
        ]
        if of_kind(sentence, act.needs_any, near, texts(sentence, near)):
            return True
        if "subject_force" in act.needs_any and of_kind(
            sentence, frozenset(("forces",)), subjects, texts(sentence, subjects)
        ):
            return True
        return bool(
            "subject_force" in act.needs_any
            and any(a.role in ("MIL", "REB") for g in subjects for a in sentence.chunks[g].actors)
        )
    return True


def _telling_sense(sentence: Sentence, clause: Clause) -> list[int]:
    """The prepositional groups that tell the sense of a verb, and not what for ("in a bid to break the siege")."""
    told = [g for prep, groups in clause.preps if prep in w.listed("sense_prepositions") for g in groups]
    purposes = sentence.lexis.control_nouns
    return [
        g for g in told if sentence.words[sentence.chunks[g].end - 1].lower not in purposes and not is_time(sentence, g)
    ]


def _two_sides(sentence: Sentence, clause: Clause, subjects: list[int]) -> bool:
    """Do those of several states do it, or somebody with others ("built by X and Y", "runs it with Z")?"""
    beside = [g for prep, groups in clause.preps if prep in w.listed("party_prepositions") for g in groups]
    states = {
        actor.country
        for group in (*subjects, *beside)
        for link in sentence.of_chain(group)
        for actor in sentence.chunks[link].actors
        if actor.country
    }
    return len(states) > 1


def _adverbs(sentence: Sentence, clause: Clause) -> set[str]:
    """The words of a verb group and of the adverbs before it and in its clause."""
    index = clause.index
    beside = [k for k in range(index - 1, max(clause.end, index + 2)) if k == index or sentence.kind(k) == ADV]
    return {word.lower for k in beside for word in sentence.words[sentence.chunks[k].start : sentence.chunks[k].end]}


def _elided(sentence: Sentence, objects: list[int]) -> set[str]:
    """The words of the counted group before, where an object is a bare count ("has 500 troops, will send 200 more"), or
    of an object before ("gave back the base and will give back two more")."""
    particles = sentence.lexis.separable
    first = sentence.words[sentence.chunks[objects[0]].start] if objects else None
    if first is None or not (first.number or first.lower in w.listed("bare_counts") or first.lower in particles):
        return set()  # most objects are no counts
    objects = [g for g in objects if sentence.lower(g) not in particles or len(close_texts(sentence, [g])) > 1]
    if not objects or not all(
        word.number or word.lower in w.listed("bare_counts")
        for group in objects
        for word in sentence.words[sentence.chunks[group].start : sentence.chunks[group].end]
    ):
        return set()
    words, start, end = sentence.words, sentence.chunks[objects[0]].start, sentence.chunks[objects[0]].end
    if start and category(words[start - 1].text[:1]) == "Sc":
        return set()  # "$500 million"
    for k in range(objects[0] - 1, -1, -1):
        chunk = sentence.chunks[k]
        if any(word.number for word in sentence.words[chunk.start : chunk.end]) and sentence.kind(k) == NP:
            return texts(sentence, [k])
    if not any(word.lower in w.listed("more_words") for word in words[start:end]):
        return set()
    for verb in [v for v in sentence.verbs if v < objects[0]][-2::-1]:
        clause = sentence.clause(verb)
        held = [g for prep, groups in clause.preps[:1] if prep in particles for g in groups]  # "handed over the base"
        if clause.objects or held:
            return texts(sentence, clause.objects or held)
    return set()


def is_time(sentence: Sentence, group: int) -> bool:
    """Does a noun group tell when, how often or how long?"""
    head = sentence.words[sentence.chunks[group].end - 1]
    return head.date or bool(head.classes & w.TIME) or head.lower in w.listed("counted_times")


def _brings(sentence: Sentence, brought: tuple[tuple[str, frozenset[str]], ...], clause: Clause) -> bool:
    for prep, groups in clause.preps:
        for wanted, names in brought:
            if prep != wanted:
                continue
            if "anything" in names:
                found = not all(is_time(sentence, group) for group in groups)  # "attacked X for three days"
            else:
                found = of_kind(sentence, names, groups, texts(sentence, groups))
            if found:
                return True
    led = {wanted for wanted, names in brought if "anything" in names}
    return bool(led) and any(
        c.governor == clause.index and sentence.chunks[c.index].gerund and sentence.lower_of(c.index - 1) in led
        for c in sentence.clauses()
    )
