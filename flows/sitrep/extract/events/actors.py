"""From noun groups to actors: whose country and role a group has, what it says, and what is left over as target."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import kinds
from sitrep.extract.events.appositions import called, held_by, host, renamed
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.conditions import texts
from sitrep.extract.events.groups import CONJ, NP, REL, VG, P
from sitrep.extract.events.words import listed
from sitrep.inflection import PARTICIPLE
from sitrep.model import BY_NAME, ActorMention
from sitrep.territories import coded_to

# How the state of somebody is known that the words themselves do not tell.
GUESSED = ("context", "setting")
# How a state is known that the text names with the actor itself.
_TOLD = (*BY_NAME, "place")


@dataclass(slots=True, unsafe_hash=True)
class Actor:
    """One side of an act. ``kind`` is the mention's, or ``thing`` where only the noun group is there; ``head`` says
    whether the mention is the head of its group (else it is a modifier: "Iranian missiles")."""

    char_start: int
    char_end: int
    name: str | None
    country: str | None
    role: str | None
    kind: str
    via: str
    head: bool
    place_country: str | None = None


def of_country(actor: Actor | None, country: str | None) -> Actor | None:
    """Somebody, known or not, with a state given to him; as he is where there is none to give."""
    if country is None:
        return actor
    if actor is None:
        return Actor(-1, -1, None, country, None, "inferred", "", False)
    country = coded_to(country, actor.role, actor.name)
    return Actor(
        actor.char_start,
        actor.char_end,
        actor.name,
        country,
        actor.role,
        actor.kind,
        actor.via,
        actor.head,
        actor.place_country,
    )


def span(sentence: Sentence, group: int) -> tuple[int, int]:
    """The code points of a noun group with its "of" chain."""
    chain = sentence.of_chain(group)
    return sentence.span(chain[0], chain[-1] + 1)


def _behind(sentence: Sentence, link: int) -> tuple[str, str | None] | None:
    """Country and role of who stands behind a noun group: "rebels in X", "a drone attributed to Y"."""
    k = link + 1
    if sentence.kind(k) == REL and sentence.kind(k + 1) == NP and sentence.kind(k + 2) == VG:
        if sentence.lexis.ownership.isdisjoint(sentence.chunks[k + 2].lemmas):
            return None
        actor = next((m for m in sentence.chunks[k + 1].actors if m.country), None)
        return (actor.country, actor.role) if actor else None  # "rockets that Hamas had fired"
    if (
        sentence.kind(k) == VG
        and sentence.chunks[k].end - sentence.chunks[k].start == 1
        and sentence.chunks[k].form & PARTICIPLE
    ):
        if not sentence.lexis.ownership.intersection(sentence.chunks[k].lemmas):
            return None
        if (
            sentence.kind(k + 1) == P
            and sentence.lower(k + 1) in listed("before_owners")
            and sentence.kind(k + 2) == NP
        ):
            actor = next((m for m in sentence.chunks[k + 2].actors if m.country), None)
            return (actor.country, actor.role) if actor else None
        return None
    if sentence.kind(k) == P and sentence.lower(k) in listed("inner_prepositions") and sentence.kind(k + 1) == NP:
        group = sentence.chunks[k + 1]
        actor = next((m for m in group.actors if m.country), None)
        place = next((p for p in group.places if p.country), None)
        if actor and sentence.lower(k) != "in":
            return actor.country, actor.role
        if place and sentence.chunks[link].actors:
            return place.country, None
    return None


def _tool(sentence: Sentence, group: int) -> bool:
    """Is the noun group a weapon, a force or people, of whom "from X" tells the side?"""
    found = texts(sentence, [group])
    return any(kinds()[kind] & found for kind in ("weapons", "forces", "people", "protesters", "arms", "officials"))


def of_group(sentence: Sentence, group: int, alone: bool = False) -> list[Actor]:
    """The actors of one noun group: usually one; none is an empty ``thing``. Not to be changed: they are kept."""
    known = sentence.known_actors
    if (group, alone) not in known:
        known[group, alone] = _of_group(sentence, group, alone)
    return known[group, alone]


def _of_group(sentence: Sentence, group: int, alone: bool) -> list[Actor]:
    found = _within(sentence, group, alone)
    if len(found) == 1 and found[0].kind == "thing":
        others = _counted_on(sentence, group)
        if others:
            return [replace(a, char_start=found[0].char_start, char_end=found[0].char_end) for a in others]
    if len(found) == 1 and found[0].kind == "office" and found[0].via not in _TOLD and not alone:
        holder = held_by(sentence, sentence.of_chain(group)[-1])
        if holder is not None:
            return [replace(found[0], name=holder.name, country=holder.country, role=holder.role)]
    if sentence.kind(group - 1) != REL or sentence.lower(group - 1) not in listed("possessive_relatives"):
        return found
    if any(actor.country and actor.via in _TOLD for actor in found):
        return found
    plural = sentence.words[sentence.chunks[group].end - 1].lower.endswith("s")
    owners = _owners(sentence, group - 2, plural)
    return [replace(actor, country=m.country, via="modifier") for m in owners for actor in found] or found


def _counted_on(sentence: Sentence, group: int) -> list[Actor]:
    """Of whom a bare count goes on to tell how many more ("killed a Kenyan soldier and wounded three others")."""
    chunk = sentence.chunks[group]
    words = sentence.words[chunk.start : chunk.end]
    if not words[0].number or any(not word.number and word.lower not in listed("more_words") for word in words[1:]):
        return []
    if len(words) < 2 or (sentence.kind(group + 1) == P and sentence.lower(group + 1) == "of"):
        return []
    for k in range(group - 1, -1, -1):
        if sentence.kind(k) != NP or not sentence.chunks[k].actors:
            continue
        first = sentence.words[sentence.chunks[k].start]
        if not (first.number or first.lower in listed("indefinite_articles")):
            return []
        told = of_group(sentence, k)
        return [a for a in told if a.country and a.via not in GUESSED and a.kind in ("people", "person")]
    return []


def _owners(sentence: Sentence, before: int, several: bool) -> list[ActorMention]:
    """Who owns what a "whose" behind a noun group goes on to speak of ("Ghana, whose army"): if ``several``, all who
    are joined there ("Ghana and Togo, whose armies")."""
    last = sentence.antecedent(before)
    first = last[0] - 2 if last else -1
    joined = several and sentence.kind(first + 1) == CONJ and sentence.kind(first) == NP
    told = (
        next((m for link in sentence.of_chain(group) for m in sentence.chunks[link].actors if m.country), None)
        for group in ([first, *last] if joined else last)
    )
    return [owner for owner in told if owner is not None]


def _of_others(sentence: Sentence, word: int) -> bool:
    """Does a word name those who are of another state than the owner before it?"""
    return sentence.words[word].plain in kinds()["others"]


def _is_other(word: str) -> bool:
    """Does a word name those who stand for or against somebody?"""
    return word in kinds()["others"] or word in kinds()["companions"]


def _of_another(sentence: Sentence, link: int) -> bool:
    """Is a noun group those who stand for or against the state in its genitive ("Ghana's Western allies")?"""
    chunk = sentence.chunks[link]
    if not _is_other(sentence.words[chunk.end - 1].plain):
        return False
    owning = (word for word in sentence.words[chunk.start : chunk.end - 1] if word.lower.endswith(w.GENITIVES))
    return any(word.place is not None or (word.actor and word.actor.kind == "state") for word in owning)


def _names_them(sentence: Sentence, mention: ActorMention) -> bool:
    """Does a name behind the genitive tell who the others are ("Iran's Houthi allies")?"""
    words = sentence.words
    inside = [k for k, start in enumerate(sentence.starts) if mention.char_start <= start < mention.char_end]
    return bool(inside) and inside[0] > 0 and words[inside[0] - 1].lower.endswith(w.GENITIVES)


def _within(sentence: Sentence, group: int, alone: bool) -> list[Actor]:
    chunk = sentence.chunks[group]
    chain = [group] if alone else sentence.of_chain(group)
    mentions: list[tuple[ActorMention, bool]] = []
    for n, link in enumerate(chain):
        part = sentence.chunks[link]
        another = bool(part.actors) and _of_another(sentence, link)
        for mention in part.actors:
            if another and mention.kind == "state":
                continue
            if another and not (mention.via in BY_NAME and _names_them(sentence, mention)):
                mention = replace(mention, country=None)
            if mention.role == "MED" and any(m.country for m, _ in mentions):
                continue  # nobody is a newspaper's
            opening = sentence.words[part.start].lower
            if opening in listed("first_person"):
                if mention.kind == "pronoun":
                    if mention.country and part.end - part.start == 1:
                        mentions.append((mention, n == 0))  # "we": the state that speaks in the page
                    continue
                possessive = sentence.words[part.start].classes & w.POSS
                ours = possessive and mention.char_start == sentence.starts[part.start]
                if ours or mention.via in ("coreference", "context"):
                    mention = replace(mention, country=None)  # "our allies" are nobody named before
            heads = mention.char_end >= sentence.end(part.end - 1)
            if mention.kind == "pronoun" and not heads and len(part.actors) > 1:
                if mention.members and (not part.actors[-1].country or part.actors[-1].via in ("context", "setting")):
                    head = part.actors[-1]  # "the two countries' ministers": one of each
                    mentions = [(replace(head, members=mention.members, country=None), True)]
                    break
                continue  # "his counterpart": the owner is not the one
            if mention.kind == "pronoun" and not heads and _of_others(sentence, part.end - 1):
                mention = replace(mention, country=None)  # "its neighbour"
            mentions.append((mention, heads and (n == 0 or mention.kind == "pronoun")))
        if any(m.country and m.via not in GUESSED for m in part.actors):
            break
    place = next((p.country for link in chain for p in reversed(sentence.chunks[link].places) if p.country), None)
    a, b = span(sentence, group)
    if all(m.kind == "pronoun" and not head for m, head in mentions):
        whose = sentence.words[chunk.end - 1].plain
        told = called(sentence, chain[-1]) if _is_other(whose) else None
        if told is not None:
            return [Actor(a, b, told.name, told.country, told.role, told.kind, told.via, True, place)]
        guest = next((m for m in chunk.actors if m.kind == "pronoun"), None)
        state = host(sentence, group, guest.country) if guest and whose in kinds()["hosts"] else None
        if state is not None:
            return [Actor(a, b, None, state, "GOV", "office", "place", True, place)]
    if not any((m.country and m.via != "context") or m.members for m, _ in mentions):
        tail = None if alone or _of_another(sentence, group) else _behind(sentence, chain[-1])
        if (
            tail is not None
            and not any(m.role == "IGO" for m, _ in mentions)
            and (
                mentions[0][0].kind in ("people", "office", "force", "pronoun") if mentions else _tool(sentence, group)
            )
        ):
            own = mentions[0][0] if mentions else None
            kind = own.kind if own else "group"
            return [
                Actor(a, b, own and own.name, tail[0], own.role if own else tail[1], kind, "modifier", bool(own), place)
            ]
    if not mentions and chunk.places and len(chain) == 1:
        seat = chunk.places[-1]
        start, end = sentence.span(group, group + 1)
        if seat.char_start <= start and end <= seat.char_end + 2 and seat.country:
            return [Actor(a, b, seat.name, seat.country, "STA", "seat", "place", True, seat.country)]
    if not mentions:
        told = renamed(sentence, chain[-1])
        if told is not None:
            name = " ".join(word.text for word in sentence.words[chunk.start : chunk.end])
            return [Actor(a, b, name, told.country, told.role, "person", told.via, True, place)]
        if not kinds()["insurgents"].isdisjoint(texts(sentence, [group])) and _tool(sentence, group):
            return [Actor(a, b, None, None, "REB", "people", "context", True, place)]  # "rebel mortars"
        return [Actor(a, b, None, None, None, "thing", "", False, place)]
    best = next((m for m, head in mentions if head), None) or mentions[0][0]
    if best.country is None and best.kind not in ("body", "pronoun"):
        owner = next((m for m, _ in mentions if m.country), None)
        if owner is not None:
            head = any(m is best and h for m, h in mentions)
            return [Actor(a, b, owner.name, owner.country, owner.role or best.role, best.kind, owner.via, head, place)]
    if best.via in GUESSED and best.kind in ("people", "office", "force") and not alone:
        # "The crew of a Dutch tanker": whose they are is told behind.
        others = (m for m, _ in mentions if m is not best and m.country and m.via not in GUESSED)
        owner = next((m for m in others if m.role != "MED"), None)
        if owner is not None:
            return [Actor(a, b, owner.name, owner.country, best.role or owner.role, best.kind, "modifier", True, place)]
    whole = any(m is best and h for m, h in mentions)
    if best.members:
        return [
            Actor(best.char_start, best.char_end, m.name, m.country, m.role, "pronoun", best.via, whole, place)
            for m in best.members
        ]
    head = any(m is best and h for m, h in mentions)
    if chunk.actors and not head and len(chunk.actors) > 1:
        owners = sorted((m for m in chunk.actors if m.country), key=lambda m: m.kind == "pronoun")
        best = next(iter(owners), best)  # "its Russian backer"
    return [Actor(best.char_start, best.char_end, best.name, best.country, best.role, best.kind, best.via, head, place)]
