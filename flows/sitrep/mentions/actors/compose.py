"""Noun groups from parts: article, adjectives, nationality, role, name, "of" phrase."""

from __future__ import annotations

import re
from functools import cache

from sitrep import lexicons
from sitrep.matcher import Match
from sitrep.mentions.actors.lexicon import Part
from sitrep.model import ActorMention, Sentence

_GAP = re.compile(r"(['’]s?)?(?:[ \t\xa0\n]{1,3}|-)((?:[A-Za-z0-9][\w.-]*[ \t\xa0\n]{1,2}){0,3})\Z")
_OF = re.compile(r"[ \t\xa0\n]{1,2}(?:of|from|for|in)[ \t\xa0\n]{1,2}(?:(?:the|a|an|its|their)[ \t\xa0\n]{1,2})?\Z")
_LAST_WORD = re.compile(r"([\w’'.,%-]+)[ \t\xa0\n]{1,2}\Z")
_NAME_WORD = re.compile(r"[ \t\xa0\n]{1,2}(?:([^\W\d_a-zß-öø-ÿ][\w’'-]*\.?)|([a-z]{1,4})(?=[- ][A-Z])|([a-z]{2,4}-[A-Z][\w’'-]*))")
_ADJECTIVE = re.compile(r"[a-z][a-z-]*(?:al|ous|ive|ic|ish|ful|less|ary|an|based|backed|held|trained|born|old|led|speaking|aligned|linked)")
_NUMBER = re.compile(r"\d[\d.,]*(?:k|m)?|\d+[-–]\d+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NAMES = ("state", "seat", "demonym", "group", "body", "agency")


@cache
def modifiers() -> frozenset[str]:
    return frozenset(lexicons.load("actor_modifiers")["adjectives"])


@cache
def determiners() -> frozenset[str]:
    return frozenset(lexicons.load("actor_modifiers")["determiners"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicons.load("actor_titles")["name_particles"])


@cache
def _qualifier() -> re.Pattern[str]:
    words = sorted(lexicons.load("actor_modifiers")["qualifiers"], key=len, reverse=True)
    return re.compile(r"\b(?:%s)[ \t\xa0\n]{1,2}\Z" % "|".join(map(re.escape, words)), re.IGNORECASE)


def _is_modifier(word: str) -> bool:
    lower = word.lower()
    return bool(lower in modifiers() or _ADJECTIVE.fullmatch(lower) or _ORDINAL.fullmatch(lower) or "-" in lower)


def _joins(view: str, left: Match[Part], right: Match[Part]) -> bool:
    """Whether a part goes on in the next one: "Russian" + "Security Council", "Kyiv's" + "forces", "rebel" + "leader"."""
    gap = _GAP.match(view, left.char_end, right.char_start)
    if not gap:
        return False
    possessive, between = gap[1], gap[2].split()
    if between and not all(_is_modifier(word) or word[0].isupper() and not possessive for word in between):
        return False
    a, b = left.value, right.value
    if b.kind == "pronoun" or (a.kind == "pronoun" and not _is_possessive(view, left)):
        return False
    if a.kind == "pronoun":
        return b.kind == "role"
    if possessive:
        return b.kind in ("role", "person", "agency", "body") and a.kind in (*_NAMES, "people", "role")
    if a.kind == "demonym":
        return b.kind not in ("state", "seat", "people")
    if a.kind in ("state", "seat", "body", "agency", "group"):
        return b.kind == "role" or (b.kind == "person" and not between) or (b.kind == "demonym" and a.kind == "body")
    if a.kind == "role":
        if between and a.plural:
            return False
        return (b.kind == "person" and not between) or (b.kind == "role" and not a.plural and not between)
    return False


def _is_possessive(view: str, match: Match[Part]) -> bool:
    return view[match.char_start : match.char_end].lower() in ("its", "their", "his", "her")


def chains(view: str, found: list[Match[Part]]) -> list[list[Match[Part]]]:
    """The parts of a sentence, grouped where one goes on in the next."""
    groups: list[list[Match[Part]]] = []
    for match in found:
        if groups and _joins(view, groups[-1][-1], match):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def start_of(view: str, sentence_start: int, start: int) -> int:
    """Where the noun group begins: back over adjectives, numbers and the article."""
    at = best = start
    counted = False
    for _ in range(8):
        word = _LAST_WORD.search(view, max(sentence_start, at - 40), at)
        if not word or word.start(1) < sentence_start:
            break
        text = word[1]
        if text[-1] in ",.;:" and text.lower() not in ("u.s.", "u.n."):
            break
        lower = text.lower()
        if lower in determiners() or _NUMBER.fullmatch(lower):
            at = best = word.start(1)
            counted = True
            if lower in ("the", "a", "an", "its", "their", "his", "her"):
                break
        elif _is_modifier(text):
            at = word.start(1)
            if lower in modifiers() and not counted:
                best = at
        else:
            break
    qualifier = _qualifier().search(view, max(sentence_start, best - 24), best)
    return max(qualifier.start(), sentence_start) if qualifier and best != start else best


def name_end(view: str, end: int, limit: int) -> int:
    """Where a person's name that follows a title ends; ``end`` itself where none follows."""
    at = end
    for _ in range(5):
        word = _NAME_WORD.match(view, at, limit)
        if not word:
            break
        if word[2] and word[2] not in _particles():
            break
        at = word.end()
    while view[at - 1] == "." and at > end and not view[at - 2].isupper():
        at -= 1
    return at


def compose(view: str, sentence: Sentence, chain: list[Match[Part]]) -> ActorMention | None:
    """The actor that a chain of parts names, without coreference; None where it names none."""
    head = chain[-1].value
    first, last = chain[0], chain[-1]
    start, end = first.char_start, last.char_end
    country = role = name = None
    via, kind = "lexicon" if len(chain) == 1 else "composed", head.kind
    for match in chain:
        part = match.value
        if part.country and not country:
            country = part.country
    nation_first = any(m.value.kind in ("demonym", "state", "seat") for m in chain[:-1])
    if head.kind == "role":
        role, kind, name = head.role, "office" if not head.plural else "people", head.name
        if head.role in ("MIL", "SPY", "COP") and not head.title:
            kind = "force" if not head.plural else "people"
        previous = chain[-2].value if len(chain) > 1 else None
        if previous and previous.kind == "group":
            role = "REB"
        elif previous and previous.kind == "body":
            role = "IGO" if previous.role == "IGO" else previous.role
        if head.title:
            named = name_end(view, end, sentence.char_end)
            if named > end:
                kind, name, end = "person", " ".join(view[end:named].split()), named
        start = start_of(view, sentence.char_start, start)
    elif head.kind == "person":
        name, role, kind = head.name, head.role, "person"
        start = start_of(view, sentence.char_start, start) if len(chain) > 1 else start
    elif head.kind == "demonym":
        name, role, kind = head.name, head.role, "demonym"
    else:
        name, role = head.name, head.role
        if head.kind in ("seat", "state"):
            kind = "state"
        elif head.kind == "agency":
            kind = "force" if role == "MIL" else "office"
        elif head.kind == "people":
            kind = "people"
        if head.kind == "body" and nation_first:
            role, kind = "GOV", "office"
        start = start_of(view, sentence.char_start, start)
    return ActorMention(start, end, name, country, role, kind, via, last.char_start)
