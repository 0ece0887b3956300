"""Where an act took place: its own clause first, then its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sitrep.extract.events import counterparts, topics
from sitrep.extract.events.acts import QUAD, kinds
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.found import BEFELL_WHEN, Found
from sitrep.extract.events.groups import ADV, COMMA, CONJ, DATE, MARK, NP, VG, P
from sitrep.extract.events.words import GENITIVES, listed
from sitrep.model import BY_NAME, ActorMention, PlaceMention

# Kinds of mention that a place's name may be or be part of, where it stands for whom is spoken to.
_ADDRESSED = ("state", "demonym", "office", "force")
# Kinds of mention whose "of X" tells whose they are.
_HOLDING = ("office", "force", "agency")

# Code points of the longest pronoun for a state, which is no place ("its").
_LONGEST_PRONOUN = 5
_HYPHENS = ("-", "‑")


def segment(sentence: Sentence, chunk: int) -> tuple[int, int]:
    """The clause around a chunk, as chunk indices: between stops, conjunctions and verbs of speaking."""
    bounds = sentence.bounds()
    at = bisect_left(bounds, chunk)
    a = bounds[at - 1] + 1 if at else 0
    at = bisect_right(bounds, chunk, at)
    if at == len(bounds):
        return a, len(sentence.chunks)
    b = bounds[at]
    if sentence.kind(b) == VG:
        subjects = sentence.clause(b).subjects
        if subjects and subjects[0] > chunk:
            b = subjects[0]
    return a, b


def place_of(sentence: Sentence, found: Found) -> tuple[PlaceMention, str] | None:
    """The place of an act in its own sentence, and how near it stands: ``object``, ``clause`` or ``sentence``."""
    event_type = found.act.event_type
    said = QUAD[event_type] in (1, 3) or event_type in ("SANCTION", "AID", "COOPERATE")
    if not sentence.placed:
        return None if said else _stood_for(sentence, found)
    received = found.act.frame.name == "receive" and found.patient_rule == "subject"
    matter = event_type == "CONSULT" and found.act.mode == "discuss"
    owned: dict[int, PlaceMention] = {}
    for group in (*(() if matter else found.things), *(() if received else found.patients)):
        for link in reversed(sentence.of_chain(group)):
            addressed = said and found.act.frame.name not in listed("frames_of_journeys")
            addressed = addressed and not (event_type == "AID" and _brought_to(sentence, link))
            places = _settings(sentence, link, addressed)
            if places and not _owns_people(sentence, link):
                return places[-1], "object"
            if places:
                owned[link] = places[-1]
    held = {seat for group in found.patients for seat in counterparts.seats(sentence, group)}
    a, b = segment(sentence, found.chunk)
    if found.doer_rule == BEFELL_WHEN:
        b = segment(sentence, found.doers[0])[1]  # "were killed when rebels shelled a market in X"
    for span, how in (((found.chunk, b), "clause"), ((a, found.chunk), "clause"), ((0, a), "sentence")):
        if how == "sentence" and (QUAD[event_type] == 3 or event_type == "SANCTION"):
            continue  # said of something else
        candidates = []
        for i in sentence.placed:
            if not span[0] <= i < span[1] or i in found.doers or i in held or i in owned:
                continue
            if _of_other_act(sentence, found, i, how):
                continue
            if not said and all(place.venue for place in sentence.chunks[i].places):
                continue
            prep = sentence.lower(i - 1) if sentence.kind(i - 1) == P else ""
            if how == "sentence" and prep == "of" and _is_holder(sentence, i - 2):
                continue  # "the ministry of defence of X said": whose it is
            local = prep in listed("local_prepositions") or (prep == "of" and _is_part(sentence, i - 2))
            bare = sentence.kind(i - 1) == MARK and sentence.lower(i - 1) == "|"
            local = local or bare
            joined = i - 1 >= 0 and sentence.kind(i - 1) not in (P, CONJ) and sentence.kind(i - 2) == NP
            joined = joined and not _does(sentence, i) and not _is_subject(sentence, i)
            if (local or (joined and how == "clause" and candidates == [])) and _settings(sentence, i, said):
                candidates.append(i)
        if candidates:
            i = candidates[0] if span[0] == found.chunk else candidates[-1] if how == "clause" else candidates[0]
            places = _settings(sentence, i, said)
            finer = [p for p in places if p.precision != "country"]
            return (finer or places)[0 if finer else -1], how
    if owned:
        return next(iter(owned.values())), "object"
    return None if said else _labelled(sentence, found) or _stood_for(sentence, found)


def _stood_for(sentence: Sentence, found: Found) -> tuple[PlaceMention, str] | None:
    """The state that "the country" or its like stands for, where the act's own clause tells that it was done there and
    nobody else of that state does it ("South Africa keeps 900 soldiers in the country")."""
    for k in range(found.chunk + 1, segment(sentence, found.chunk)[1]):
        if sentence.kind(k) != NP or sentence.kind(k - 1) != P or sentence.lower(k - 1) not in listed("within_states"):
            continue
        for actor in sentence.chunks[k].actors:
            end = sentence.span(k, k + 1)[1]
            told = actor.via == "coreference" and actor.role == "STA" and actor.country and actor.char_end >= end - 1
            if told and actor.char_end - actor.char_start > _LONGEST_PRONOUN and not _acts_by_name(sentence, actor):
                name = actor.name or actor.country
                place = PlaceMention(
                    actor.char_start, actor.char_end, name, actor.country, None, None, None, "country", ground=True
                )
                return place, "clause"
    return None


def _acts_by_name(sentence: Sentence, state: ActorMention) -> bool:
    """Is a state told of by its name in a sentence too?"""
    named = (a for chunk in sentence.chunks for a in chunk.actors if a.via in BY_NAME)
    return any(a.country == state.country for a in named)


def _owns_people(sentence: Sentence, group: int) -> bool:
    """Does a noun group name people by whose they are, and not by where ("killed Iran's generals in Syria")?"""
    chunk = sentence.chunks[group]
    owning = any(w.place and w.lower.endswith(GENITIVES) for w in sentence.words[chunk.start : chunk.end - 1])
    last = sentence.words[chunk.end - 1].actor
    return owning and last is not None and last.kind == "people"


def _labelled(sentence: Sentence, found: Found) -> tuple[PlaceMention, str] | None:
    """The place that heads a sentence before a colon, alone or behind a day ("2 June, Timbuktu: rebels shelled")."""
    close = next((i for i, chunk in enumerate(sentence.chunks) if chunk.kind not in (NP, DATE, COMMA, MARK)), -1)
    if close < 1 or close > found.chunk or sentence.lower(close) != ":" or sentence.kind(close - 1) != NP:
        return None
    chunk, named = sentence.chunks[close - 1], [i for i in range(close) if sentence.kind(i) == NP]
    place = chunk.places[-1] if chunk.places else None
    if place is None or len(named) > 1 or place.char_end < sentence.end(chunk.end - 1):
        return None
    return place, "clause"


def _is_part(sentence: Sentence, group: int) -> bool:
    """Does a noun group lead to the place of which it is a part ("on the northern edge of X")?"""
    led = sentence.kind(group) == NP and sentence.kind(group - 1) == P and not sentence.chunks[group].actors
    return led and sentence.lower(group - 1) in listed("local_prepositions")


def _does(sentence: Sentence, group: int) -> bool:
    """Does a noun group do what the verb behind it tells ("a number that Kyiv calls invented")?"""
    return sentence.kind(group + 1) == VG and sentence.chunks[group + 1].finite


def _is_subject(sentence: Sentence, group: int) -> bool:
    """Is a noun group among those who do something in the sentence ("Canada, Japan and Norway condemned")?"""
    return any(group in clause.subjects for clause in sentence.clauses())


def _of_other_act(sentence: Sentence, found: Found, group: int, how: str) -> bool:
    """Does the place of a noun group belong to another act of the sentence, or lie where this one comes from?"""
    chunks, at, event_type = sentence.chunks, found.chunk, found.act.event_type
    prep = sentence.lower(group - 1) if sentence.kind(group - 1) == P else ""
    if how == "sentence" and prep == "for":
        return True  # "left for Moscow as rebels entered the city"
    if prep == "from" and event_type not in ("RETREAT", "MOBILIZE", "COERCE") and not _is_far(sentence, group - 2):
        return True  # where a missile came from is not where it struck
    if QUAD[event_type] in (1, 3) and group - 2 in found.doers and group < at:
        return True  # "the mission in X condemned"
    if sentence.answered(at, group) or topics.is_told(sentence, found, group):
        return True  # "struck depots in retaliation for the raid on X", "met to discuss the war in X"
    objects = found.clause.objects if found.clause is not None and not found.nominal else []
    if event_type == "ACCUSE" and objects and at < objects[0] < group and found.things == objects[:1]:
        return True  # "condemned an attack on a convoy near X"
    first = segment(sentence, at)[0]
    if QUAD[event_type] == 3 and any(sentence.kind(v) == VG for v in range(first, min(group, at))):
        return True  # "condemned the raids in X and urged": said of something else
    if how != "clause" or found.nominal or event_type in ("ASSAULT", "CONSULT"):
        return False
    verbs = [v for v in range(min(at, group) + 1, max(at, group)) if sentence.kind(v) == VG]
    if event_type == "RETREAT" and len(verbs) == 1 and sentence.kind(verbs[0] - 1) == CONJ:
        return False  # "laid down their arms and crossed into X"
    if group > at and len(verbs) > (event_type != "ACCUSE"):
        return True  # "accused X of holding men in Y"
    return any(chunks[v].finite for v in verbs)  # "put its army on alert and moved men to X"


def _is_far(sentence: Sentence, chunk: int) -> bool:
    """Does a chunk tell how far something is ("some 30 km from X")?"""
    measured = sentence.kind(chunk) == ADV
    return measured and not listed("distances").isdisjoint(w.lower for w in sentence.words_of(chunk))


def _settings(sentence: Sentence, group: int, said: bool) -> tuple[PlaceMention, ...]:
    """The places of a noun group where an act can be done; if ``said``, none that is whom it is said to."""
    chunk = sentence.chunks[group]
    if not chunk.places:
        return ()
    named = [a for a in chunk.actors if a.kind in ("group", "body")]
    places = chunk.places
    if named:
        places = tuple([p for p in places if not any(a.char_start < p.char_start < a.char_end for a in named)])
    places = tuple([p for p in places if not _part_of_word(sentence, p)])
    if any([p.precision == "country" for p in places]) and _is_of_forces(sentence, group):
        end = sentence.end(chunk.end - 1)
        places = tuple(p for p in places if p.precision != "country" or p.char_end >= end)  # "a U.S. destroyer"
    prep = sentence.lower(group - 1) if sentence.kind(group - 1) == P else ""
    if prep in listed("setting_prepositions") or not (said or prep in listed("party_prepositions")):
        return places
    if prep in listed("goal_prepositions") and sentence.kind(group - 2) == VG:
        if not listed("journeys").isdisjoint(sentence.chunks[group - 2].lemmas):
            return places  # "flew to X and met"
    addressed = [a for a in chunk.actors if a.kind in _ADDRESSED]
    return tuple(
        p
        for p in places
        if p.precision != "country" and not any(a.char_start <= p.char_start < a.char_end for a in addressed)
    )


def _is_of_forces(sentence: Sentence, group: int) -> bool:
    """Do forces or servicemen stand in a noun group?"""
    words = texts(sentence, [group])
    return not (words.isdisjoint(kinds()["forces"]) and words.isdisjoint(kinds()["servicemen"]))


def _part_of_word(sentence: Sentence, place: PlaceMention) -> bool:
    """Does a place only open a compound that tells whose something is ("U.S.-flagged ships")?"""
    word = bisect_right(sentence.starts, place.char_start) - 1
    behind = sentence.words[word].text[place.char_end - sentence.starts[word] :]
    return behind.startswith(_HYPHENS)


def _is_holder(sentence: Sentence, group: int) -> bool:
    """Is a noun group, or one that it hangs on by "of", an office or a force?"""
    while sentence.kind(group) == NP:
        if any(a.kind in _HOLDING for a in sentence.chunks[group].actors):
            return True
        group = group - 2 if sentence.kind(group - 1) == P and sentence.lower(group - 1) == "of" else -1
    return False


def _brought_to(sentence: Sentence, group: int) -> bool:
    """Is the noun group where something is brought ("delivered radars to Armenia")?"""
    return sentence.kind(group - 1) == P and sentence.lower(group - 1) in listed("aid_prepositions")
