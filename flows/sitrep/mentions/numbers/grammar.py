"""From pieces to values: "two hundred and five", "3.5 million", "half a dozen", "tens of thousands"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.mentions.numbers.lexer import Atom, integral

_CLOSE = re.compile(r" {1,3}|\s?[-‐‑]\s?|\s{1,3}")
_AND = re.compile(r"\s{1,3}and\s{1,3}", re.IGNORECASE)
_AND_A = re.compile(lambda: rf"\s{{1,3}}and\s{{1,3}}{re.any_of(_words('before_fractions'))}\s{{1,3}}", re.IGNORECASE)
_OF_A = re.compile(r"(?:\s{1,3}|-)(?:of\s{1,3})?an?\s{1,3}|\s{1,3}|-", re.IGNORECASE)
_OF = re.compile(lambda: rf"\s{{1,3}}{re.any_of(_words('vague_links'))}\s{{1,3}}", re.IGNORECASE)
_OF_BEHIND = re.compile(r"\s{1,3}of\b", re.IGNORECASE)
_COMMA = re.compile(r",\s{1,2}")
_COUPLE_OF = re.compile(r"\s{1,3}(?:of\s{1,3})?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:^|[^\w])(an?\s{1,3})$", re.IGNORECASE)
_POINT_THREE = re.compile(r"\d{1,3}\.\d{3}")
_BIG = 1000
_COUNTED = re.compile(lambda: rf"[”\"’']?\s{{1,3}}{re.any_of(_words('behind_counts'))}\b", re.IGNORECASE)


class Value(NamedTuple):
    """A number read from one or more atoms: its span, value, and ``kind``.

    ``kind`` is ``count``, ``vague`` (a lower bound that the codebook fixes), ``ordinal``, ``ratio`` (a fraction of
    something), ``suffixed`` (digits with letters glued to them) or ``unread`` (digits that write no value).
    ``scale`` is the power that a word or letter multiplied it by (1 where none did).
    """

    char_start: int
    char_end: int
    value: int | float | None
    kind: str
    scale: int = 1
    suffix: str = ""


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("number_words")[group])


def _gap(view: str, a: Atom, b: Atom) -> str:
    return view[a.char_end : b.char_start] if b.char_start - a.char_end < 12 else "\0"


def _with_article(view: str, start: int) -> int:
    """Where a number begins, with the article that is part of it ("a dozen", "a million")."""
    found = _ARTICLE.search(view, max(0, start - 5), start)
    return found.start(1) if found else start


def read(view: str, atoms: Sequence[Atom]) -> list[Value]:
    """The values of a page, in order; each atom is part of one at most."""
    found: list[Value] = []
    i = 0
    while i < len(atoms):
        value, i = _one(view, atoms, i)
        if value is not None:
            found.append(value)
    return found


def _one(view: str, atoms: Sequence[Atom], i: int) -> tuple[Value | None, int]:
    atom = atoms[i]
    if atom.kind == "fraction":
        return Value(atom.char_start, atom.char_end, atom.value, "ratio"), i + 1
    if atom.kind == "digits":
        if atom.value is None:
            return Value(atom.char_start, atom.char_end, None, "unread"), i + 1
        if atom.suffix and atom.char_end < len(view) and view[atom.char_end].isalpha():
            kind = "ordinal" if atom.suffix.lower() in _words("ordinal_suffixes") else "suffixed"
            return Value(atom.char_start, atom.char_end, atom.value, kind, suffix=atom.suffix), i + 1
    elif atom.kind == "few":
        return _few(view, atoms, i)
    elif atom.kind == "plural_vague":
        return _vague(view, atoms, i)
    elif atom.kind == "ordinals":
        return Value(atom.char_start, atom.char_end, atom.value, "ordinal"), i + 1
    elif atom.kind == "halves":
        return _half(view, atoms, i)
    return _cardinal(view, atoms, i)


def _few(view: str, atoms: Sequence[Atom], i: int) -> tuple[Value | None, int]:
    """ "a few dozen", "several hundred thousand": the codebook's 3 times the scale; alone it is no number."""
    start, value, j = _with_article(view, atoms[i].char_start), 3, i
    while j + 1 < len(atoms) and atoms[j + 1].kind in ("scales", "collectives", "plural_vague"):
        nxt = atoms[j + 1]
        gap = _gap(view, atoms[j], nxt)
        if not (_CLOSE.fullmatch(gap) or _OF.fullmatch(gap)):
            break
        if nxt.kind == "plural_vague":
            broad, j = _vague(view, atoms, j + 1)
            if broad is None:
                return None, j
            tens = view[nxt.char_start : nxt.char_end].lower() == "tens"
            value = broad.value if tens else value * (broad.value // 2)
            return Value(start, broad.char_end, value, "vague", value), j
        value *= nxt.value
        j += 1
    if j == i:
        return None, i + 1
    return Value(start, atoms[j].char_end, value, "vague", value // 3), j + 1


def _vague(view: str, atoms: Sequence[Atom], i: int) -> tuple[Value | None, int]:
    """ "hundreds", "tens of thousands", "thousands upon thousands"."""
    value, j = atoms[i].value, i + 1
    while j < len(atoms) and atoms[j].kind == "plural_vague" and _OF.fullmatch(_gap(view, atoms[j - 1], atoms[j])):
        same = atoms[j].value == atoms[j - 1].value
        value = value if same else max(value * (atoms[j].value // 2), atoms[j].value)
        j += 1
    first = view[atoms[i].char_start : atoms[i].char_end].lower()
    if j == i + 1 and first in _words("mostly_no_counts") and not _COUNTED.match(view, atoms[i].char_end):
        return None, j
    return Value(atoms[i].char_start, atoms[j - 1].char_end, value, "vague"), j


def _half(view: str, atoms: Sequence[Atom], i: int) -> tuple[Value | None, int]:
    """ "half a million", "a quarter of a million", "half a dozen"; any other fraction is a ratio."""
    atom = atoms[i]
    start = _with_article(view, atom.char_start)
    nxt = atoms[i + 1] if i + 1 < len(atoms) else None
    if nxt and nxt.kind in ("scales", "collectives") and _OF_A.fullmatch(_gap(view, atom, nxt)):
        value = integral(atom.value * nxt.value)
        if nxt.value >= 12:
            return Value(start, nxt.char_end, value, "count", nxt.value), i + 2
    if start == atom.char_start and atom.value < 0.5 and atom.value != 0.25 and view[atom.char_end - 1] not in "sS":
        return Value(start, atom.char_end, round(1 / atom.value), "ordinal"), i + 1
    return Value(start, atom.char_end, atom.value, "ratio"), i + 1


def _cardinal(view: str, atoms: Sequence[Atom], i: int) -> tuple[Value | None, int]:
    """A number of digits or words, taken as far as its words still make one number."""
    first = atoms[i]
    start, total, current, scale, limit = first.char_start, 0, first.value, 1, None
    j, before = i + 1, first
    if first.kind == "scales":
        start = _with_article(view, start)
        scale = first.value
        if first.value >= _BIG:
            total, current, limit = first.value, 0, first.value
        else:
            limit = first.value
    elif first.kind in ("collectives", "plural_collectives"):
        return _collective(view, atoms, i, 1, _with_article(view, start))
    elif first.kind == "digits":
        text = view[first.char_start : first.char_end]
        nxt = atoms[j] if j < len(atoms) else None
        scaled = nxt and nxt.kind == "scales" and _CLOSE.fullmatch(_gap(view, first, nxt))
        if _POINT_THREE.fullmatch(text) and text[0] != "0" and not scaled:
            current = int(text.replace(".", ""))
        if first.suffix:
            return Value(start, first.char_end, current, "count", _BIG, first.suffix), j
    while j < len(atoms):
        atom = atoms[j]
        gap = _gap(view, before, atom)
        close = _CLOSE.fullmatch(gap) is not None
        kind, value = atom.kind, atom.value
        if kind == "scales" and close:
            if value >= _BIG:
                total, current = (total * value, current) if not current and total else (total + current * value, 0)
                limit = value
            elif 1 <= current < 10 or before.kind == "digits" or (before.kind in ("units", "tens") and current < 100):
                current *= value
                limit = value
            else:
                break
            scale = value
        elif (
            kind in ("collectives", "plural_collectives") and close and not (before.kind == "scales" and limit is None)
        ):
            return _collective(view, atoms, j, integral(total + current), start)
        elif kind == "plural_vague" and close and before.kind in ("units", "digits") and value >= 24:
            if total + current >= _BIG:
                break  # "in 2014 dozens of men": a year
            return Value(start, atom.char_end, integral((total + current) * (value // 2)), "count", value // 2), j + 1
        elif kind == "units" and close and before.kind == "tens" and 0 < value < 10:
            current += value
        elif kind in ("units", "tens") and _fits(view, atoms, j, limit, before, gap, close):
            current, limit = current + value, None if kind == "units" else limit
        elif (
            kind == "digits"
            and first.kind == "digits"
            and limit
            and before.kind == "scales"
            and _joins(gap)
            and (
                isinstance(value, int)
                and 0 < value < limit
                and not atom.suffix
                and not (j + 1 < len(atoms) and atoms[j + 1].kind == "scales" and atoms[j + 1].value >= limit)
            )
        ):
            current += value
        elif kind == "halves" and close and before.kind in ("units", "tens", "digits") and (total or current) >= 1:
            return Value(start, atom.char_end, integral((total + current) * value), "ratio"), j + 1
        elif kind == "halves" and _AND_A.fullmatch(gap):
            part, j = (scale if before.kind == "scales" else 1) * value, j + 1
            nxt = atoms[j] if j < len(atoms) else None
            if scale == 1 and nxt and nxt.kind == "scales" and _CLOSE.fullmatch(_gap(view, atom, nxt)):
                return Value(start, nxt.char_end, integral((current + part) * nxt.value), "count", nxt.value), j + 1
            return Value(start, atom.char_end, integral(total + current + part), "count", scale), j
        elif (kind == "ordinals" and close and before.kind in ("tens", "scales")) or (
            kind == "halves" and close and before.kind == "tens"
        ):
            return Value(start, atom.char_end, None, "ordinal"), j + 1
        else:
            break
        before = atom
        j += 1
    return Value(start, before.char_end, integral(total + current), "count", scale), j


def _joins(gap: str) -> bool:
    return bool(_AND.fullmatch(gap) or _CLOSE.fullmatch(gap))


def _fits(view: str, atoms: Sequence[Atom], j: int, limit: int | None, before: Atom, gap: str, close: bool) -> bool:
    """Whether a small number word goes on with the number before it: "two hundred | (and) five"."""
    if limit is None or before.kind != "scales":
        return False
    if close or _AND.fullmatch(gap):
        # "two thousand and two hundred" goes on, "three hundred and two hundred" does not.
        value, k = atoms[j].value, j + 1
        while k < len(atoms) and _CLOSE.fullmatch(_gap(view, atoms[k - 1], atoms[k])):
            if atoms[k].kind == "scales":
                return atoms[k].value < limit or (limit == 100 and atoms[k].value >= _BIG)
            if atoms[k].kind not in ("units", "tens"):
                break
            k += 1
        return value < limit
    if _COMMA.fullmatch(gap):
        k = j + 1
        while (
            k < len(atoms)
            and atoms[k].kind in ("units", "tens")
            and _CLOSE.fullmatch(_gap(view, atoms[k - 1], atoms[k]))
        ):
            k += 1
        return (
            k < len(atoms)
            and atoms[k].kind == "scales"
            and atoms[k].value < limit
            and _CLOSE.fullmatch(_gap(view, atoms[k - 1], atoms[k])) is not None
        )
    return False


def _collective(view: str, atoms: Sequence[Atom], j: int, times: int | float, start: int) -> tuple[Value | None, int]:
    """ "two dozen", "a pair of", "a couple of hundred"; a couple or pair alone is people, no number."""
    atom = atoms[j]
    word = view[atom.char_start : atom.char_end].lower()
    value, end, j = integral(times * atom.value), atom.char_end, j + 1
    if atom.value >= 12:
        if word in _words("counts_before_of") and not (_OF_BEHIND.match(view, end) or times > 1):
            return None, j
        return Value(start, end, value, "count", atom.value), j
    nxt = atoms[j] if j < len(atoms) else None
    if (
        word == "couple"
        and nxt
        and nxt.kind in ("scales", "collectives")
        and _COUPLE_OF.fullmatch(_gap(view, atom, nxt))
    ):
        return Value(start, nxt.char_end, value * nxt.value, "count", nxt.value), j + 1
    of = _OF_BEHIND.match(view, end)
    if of is None:
        return None, j
    return Value(start, of.end(), value, "count"), j
