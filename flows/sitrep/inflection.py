"""Inflection of English verbs and nouns: from the form in a lexicon to the forms in a text."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons

BASE, THIRD, PAST, PARTICIPLE, GERUND = 1, 2, 4, 8, 16

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        row["lemma"]: (tuple(row["past"].split("|")), tuple(row["participle"].split("|")))
        for row in lexicons.rows("verb_forms")
    }


def _doubles(lemma: str) -> bool:
    irregular = _irregular_of(lemma)
    base = lemma.removeprefix(irregular[0]) if irregular else lemma  # "overrunning" as "running"
    if base != lemma:
        return _doubles(base)
    if len(lemma) < 3 or lemma[-1] in "aeiouwxyh" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    syntax = lexicons.load("syntax")
    if sum(c in _VOWELS for c in lemma) == 1:
        return True
    return lemma.endswith(tuple(syntax["doubled_endings"])) and lemma not in syntax["not_doubled"]


def third(lemma: str) -> str:
    """The form with -s, of a verb or of a noun."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in lexicons.load("syntax")["adding_es"]:
        return lemma + "es"
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma.endswith("c"):
        return lemma + "ked"
    return lemma + lemma[-1] * _doubles(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + "ing"
    if lemma.endswith("c"):
        return lemma + "king"
    return lemma + lemma[-1] * _doubles(lemma) + "ing"


def _irregular_of(lemma: str) -> tuple[str, tuple[tuple[str, ...], tuple[str, ...]]] | None:
    known = _irregular()
    if lemma in known:
        return "", known[lemma]
    syntax = lexicons.load("syntax")
    if lemma not in syntax["not_prefixed"]:
        for prefix in syntax["verb_prefixes"]:
            rest = lemma.removeprefix(prefix)
            if rest != lemma and rest in known:
                return prefix, known[rest]
    return None


@cache
def verb(lemma: str) -> dict[str, int]:
    """The forms of a verb (hyphenated ones inflect in their last part), each with the bits of what it may be."""
    head, sep, last = lemma.rpartition("-")
    found = [(last, BASE), (third(last), THIRD), (_ing(last), GERUND)]
    irregular = _irregular_of(last)
    if irregular:
        prefix, (past, participle) = irregular
        found.extend((prefix + form, PAST) for form in past)
        found.extend((prefix + form, PARTICIPLE) for form in participle)
    else:
        found.append((_ed(last), PAST | PARTICIPLE))
        if last.endswith(("l", "p", "s")) and last[-2] in _VOWELS and last[-3:-2] not in tuple(_VOWELS):
            # Both spellings: "channeled", "channelled".
            found.extend((form, PAST | PARTICIPLE) for form in (last + "ed", last + last[-1] + "ed"))
            found.append((last + last[-1] + "ing", GERUND))
    before = head + sep
    forms: dict[str, int] = {}
    for form, bit in found:
        forms[before + form] = forms.get(before + form, 0) | bit
    return forms


@cache
def noun(phrase: str) -> tuple[str, ...]:
    """A noun phrase in the singular and the plural: "round of talks" inflects before "of", others at the end."""
    head, of, rest = phrase.partition(" of ")
    before, space, last = head.rpartition(" ")
    plural = "men".join(last.rsplit("man", 1)) if last.endswith("man") else third(last)
    return phrase, before + space + plural + of + rest


def by_ending(text: str, lower: str) -> int:
    """What a word in no lexicon may be: "-ed" and "-ing" tell a verb, unless a capital tells a name."""
    if not lower.endswith(("ed", "ing")) or text[0].isupper() or not lower.isalpha():
        return 0
    if lower.endswith("ing"):
        return GERUND if len(lower) > 5 else 0
    return PAST | PARTICIPLE if len(lower) > 4 and not lower.endswith("eed") else 0
