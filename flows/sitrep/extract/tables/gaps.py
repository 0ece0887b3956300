"""Features of the gaps between the words of a flattened table: what tells a cut between two cells from a space in one.

A feature is a short string; ``cuts`` weighs them. They look at the two words, their neighbours, and the same words and
shapes in the other lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitrep import lexicons
from sitrep.extract.tables.classes import ALIKE
from sitrep.extract.tables.pairs import bond
from sitrep.extract.tables.seen import Run, gap_marks
from sitrep.extract.tables.words import Row

_TYPED = frozenset("#%$o:~dmtE")
_LONGEST = 4


@cache
def _name_parts() -> dict[str, str]:
    """Words of column names: ``M`` qualifies one, ``H`` ends one, ``K`` is one, ``B`` ends one or is one."""
    groups = lexicons.load("table_words")
    known = dict.fromkeys(groups["column_modifier"], "M")
    known |= dict.fromkeys(groups["column_head"], "H")
    for word in groups["column_name"]:
        known[word] = {"H": "B", "M": "N"}.get(known.get(word, ""), "K")
    return known


@dataclass(slots=True)
class Lines:
    """The lines of one table with what they share; ``headed`` says that the first is the header.

    ``seen`` holds, for each line, the runs of words that were cells of other tables.
    """

    rows: list[Row]
    headed: bool
    seen: list[list[Run]]

    def features(self) -> list[list[list[str]]]:
        """For each line, for each gap, its features."""
        body = self.rows[1:] if self.headed else self.rows
        shared = _Shared(body)
        found = [_header_features(self.rows[0], shared)] if self.headed else []
        seen = self.seen[self.headed :]
        return found + [_body_features(row, shared, runs) for row, runs in zip(body, seen, strict=True)]


class _Shared:
    """Counts over the lines of the body."""

    def __init__(self, body: list[Row]):
        self.n = len(body)
        self.word: Counter[str] = Counter()
        self.pair: Counter[tuple[str, str]] = Counter()
        self.left: dict[str, set[str]] = defaultdict(set)
        self.right: dict[str, set[str]] = defaultdict(set)
        self.begin: Counter[str] = Counter()
        self.final: Counter[str] = Counter()
        self.shape_pair: Counter[str] = Counter()
        self.from_left: Counter[tuple[int, str]] = Counter()
        self.from_right: Counter[tuple[int, str]] = Counter()
        self.pair_left: Counter[tuple[int, str]] = Counter()
        self.pair_right: Counter[tuple[int, str]] = Counter()
        self.typed_left: Counter[tuple[int, str]] = Counter()
        self.typed_right: Counter[tuple[int, str]] = Counter()
        self.lengths = Counter(len(row.words) for row in body)
        self.typed_counts = Counter(sum(c in _TYPED for c in row.coarse) for row in body)
        self.gram: Counter[tuple[str, ...]] = Counter()
        self.gram_left: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.gram_right: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.runs: dict[tuple[int, int], list[int]] = defaultdict(list)
        for row in body:
            bare, n = row.bare, len(row.words)
            self._count_grams(bare)
            for key, start, end in _runs(row.coarse):
                self.runs[key].append(end - start)
            padded = ["<", *bare, ">"]
            for word in set(bare):
                self.word[word] += 1
            for a, b in set(pairwise(padded)):
                self.pair[a, b] += 1
                self.left[b].add(a)
                self.right[a].add(b)
            marks = "<" + row.coarse + ">"
            for k in set(marks[i : i + 2] for i in range(n + 1)):
                self.shape_pair[k] += 1
            for i, c in enumerate(row.coarse):
                self.from_left[i, c] += 1
                self.from_right[n - 1 - i, c] += 1
            for i in range(n - 1):
                self.pair_left[i, row.coarse[i : i + 2]] += 1
                self.pair_right[n - 2 - i, row.coarse[i : i + 2]] += 1
            for key in _typed_keys(row.coarse):
                self.typed_left[key[0], key[2]] += 1
                self.typed_right[key[1], key[2]] += 1

    def _count_grams(self, bare: list[str]) -> None:
        padded, seen = ["<", *bare, ">"], set()
        for size in range(2, _LONGEST + 1):
            for i in range(1, len(padded) - size):
                gram = tuple(padded[i : i + size])
                self.gram_left[gram].add(padded[i - 1])
                self.gram_right[gram].add(padded[i + size])
                seen.add(gram)
        self.gram.update(seen)


def _runs(coarse: str) -> list[tuple[tuple[int, int], int, int]]:
    """The runs of words that are no values: their (number of values before, behind), start and end."""
    found, start, before = [], 0, 0
    total = sum(c in _TYPED for c in coarse)
    for i, c in enumerate(coarse + "#"):
        if c in _TYPED:
            if i > start:
                found.append(((before, total - before), start, i))
            before += 1
            start = i + 1
    return found


def _typed_keys(coarse: str) -> list[tuple[int, int, str]]:
    """For each gap: how many typed words stand before and behind it, and the two shapes around it."""
    total = sum(c in _TYPED for c in coarse)
    found, before = [], 0
    for i in range(len(coarse) - 1):
        before += coarse[i] in _TYPED
        found.append((before, total - before, coarse[i : i + 2]))
    return found


def _share(count: int, n: int) -> str:
    """The share of the other lines, in six steps; ``count`` includes this line."""
    if n <= 1:
        return "x"
    return str((count - 1) * 5 // (n - 1))


def _few(count: int) -> str:
    return str(count) if count < 4 else "4" if count < 8 else "8"


def _cohesion(pair: int, single: int) -> str:
    return "1" if single < 2 else "a" if pair >= single else "m" if pair * 2 >= single else "s" if pair > 1 else "o"


def _word_features(row: Row, i: int, kind: str, wide: str, broad: list[str], bonds: list[str]) -> list[str]:
    a, b = row.words[i], row.words[i + 1]
    s, n = row.shapes, len(row.words)
    p, q = s[i], s[i + 1]
    before = s[i - 1] if i else "<"
    after = s[i + 2] if i + 2 < n else ">"
    last, first = a[-1], b[0]
    end = last if not last.isalnum() else ""
    open_ = first if not first.isalnum() else ""
    x, y = row.bare[i], row.bare[i + 1]
    common = f"<{row.common}>"[i : i + 4]
    found = [
        f"{kind}2{p}{q}",
        f"{kind}3{before}{p}{q}",
        f"{kind}4{p}{q}{after}",
        f"{kind}5{before}{p}{q}{after}",
        f"{kind}e{end}{q}",
        f"{kind}o{p}{open_}",
        f"{kind}a{x}",
        f"{kind}b{y}",
        f"{kind}n{row.named[i]}{row.named[i + 1]}",
        f"{kind}N{row.named[i]}{row.named[i + 1]}{p}{q}",
        f"{kind}F{''.join((['<', *row.named, '>'])[i : i + 4])}",
        f"{kind}L{min(len(x), 6)}{p}{q}",
        f"{kind}M{min(len(y), 6)}{p}{q}",
        f"{kind}i{row.inside[i]:d}{end}{open_}",
        f"{kind}s{x[-3:]}{q}",
        f"{kind}t{p}{y[-3:]}",
        f"{kind}u{x[-2:]}/{y[-2:]}",
        f"{kind}A{x}{q}",
        f"{kind}B{p}{y}",
        f"{kind}fw{common[1:3]}{p}{q}",
        f"{kind}fx{common[:3]}{p}{q}",
        f"{kind}fX{common[1:]}{p}{q}",
        f"{kind}fv{common}",
        f"{kind}fV{common[1:3]}{row.named[i]}{row.named[i + 1]}",
        f"{kind}wl{wide[i : i + 4]}{q}",
        f"{kind}wr{p}{wide[i + 4 : i + 8]}",
        f"{kind}pp{x[:3]}{q}",
        f"{kind}pq{p}{y[:3]}",
        f"{kind}s4{x[-4:]}",
        f"{kind}p4{y[:4]}",
    ]
    found += _class_features(row, i, kind, broad)
    found += [
        f"{kind}ga{bonds[i + 1]}",
        f"{kind}gb{bonds[i + 1]}{p}{q}",
        f"{kind}gc{bonds[i]}{bonds[i + 1]}{bonds[i + 2]}",
    ]
    if i:
        found.append(f"{kind}z{row.bare[i - 1]}")
    if i + 2 < n:
        found.append(f"{kind}c{row.bare[i + 2]}")
    if p in "fl" or q in "fl":
        found.append(f"{kind}ab{x} {y}")
    return found


def _class_features(row: Row, i: int, kind: str, broad: list[str]) -> list[str]:
    """The classes of the words around a gap; ``broad`` are many classes taken for one, with a sign at both ends."""
    p, q = row.shapes[i], row.shapes[i + 1]
    a, b = row.classes[i] or p, row.classes[i + 1] or q
    return [
        *(f"{kind}ka{a}", f"{kind}kb{b}", f"{kind}kA{a}{q}", f"{kind}kB{b}{p}"),
        *(f"{kind}kc{'/'.join(broad[i + 1 : i + 3])}", f"{kind}k4{'/'.join(broad[i : i + 4])}"),
    ]


def _broad_classes(row: Row) -> list[str]:
    """For each word, the group of its class, or its shape where it has none."""
    return ["<", *(str(c // ALIKE) if c else s for c, s in zip(row.classes, row.shapes, strict=True)), ">"]


def _bonds(row: Row) -> list[str]:
    """For each gap, how strongly the words around it hold together, with a sign at both ends."""
    return ["<", *(str(bond(x, y)) for x, y in pairwise(row.bare)), ">"]


def _header_features(row: Row, shared: _Shared) -> list[list[str]]:
    found = []
    n = len(row.words)
    usual = shared.lengths.most_common(1)[0][0]
    least = min(shared.lengths)
    parts, wide, broad = _name_parts(), f"<<<{row.shapes}>>>", _broad_classes(row)
    many, many_pairs = Counter(row.bare), Counter(pairwise(row.bare))
    bonds = _bonds(row)
    again = ["<", *("-="[many[word] > 1] for word in row.bare), ">"]
    again_pair = ["<", *("-="[many_pairs[pair] > 1] for pair in pairwise(row.bare)), ">"]
    for i in range(n - 1):
        features = _word_features(row, i, "h", wide, broad, bonds)
        a, b = parts.get(row.bare[i], "-"), parts.get(row.bare[i + 1], "-")
        features += [
            "h",
            f"hab{row.bare[i]} {row.bare[i + 1]}",
            f"hP{a}{b}",
            f"hQ{a}{b}{row.shapes[i]}{row.shapes[i + 1]}",
            f"hn{_few(n)}",
            f"hm{max(-3, min(3, n - usual))}",
            f"hk{max(-3, min(3, n - least))}",
            f"hr{''.join(again_pair[i : i + 3])}",
            f"hR{''.join(again[i : i + 4])}",
            f"hs{'-='[row.bare[i] in row.bare[i + 1 :]]}{'-='[row.bare[i + 1] in row.bare[: i + 1]]}",
        ]
        found.append(features)
    return found


def _body_features(row: Row, shared: _Shared, seen: Sequence[Run]) -> list[list[str]]:
    n, m, c, bare = len(row.words), shared.n, row.coarse, row.bare
    keys = _typed_keys(c)
    same = _share(shared.lengths[n], m)
    steady = _share(shared.typed_counts[sum(x in _TYPED for x in c)], m)
    places, wide = _run_places(c, shared), f"<<<{row.shapes}>>>"
    cells, broad, bonds = gap_marks(seen, n), _broad_classes(row), _bonds(row)
    found = []
    for i in range(n - 1):
        pair = c[i : i + 2]
        a, b = bare[i], bare[i + 1]
        ab = shared.pair[a, b]
        left = _share(shared.pair_left[i, pair], m)
        right = _share(shared.pair_right[n - 2 - i, pair], m)
        al, ar = _share(shared.from_left[i, c[i]], m), _share(shared.from_right[n - 1 - i, c[i]], m)
        bl, br = _share(shared.from_left[i + 1, c[i + 1]], m), _share(shared.from_right[n - 2 - i, c[i + 1]], m)
        before, behind, _ = keys[i]
        tl, tr = _share(shared.typed_left[before, pair], m), _share(shared.typed_right[behind, pair], m)
        cohesion = _cohesion(ab, min(shared.word[a], shared.word[b]))
        xa, xb = _cohesion(ab, shared.word[a]), _cohesion(ab, shared.word[b])
        spread_b = f"{_few(len(shared.left[b]))}/{_few(shared.word[b])}"
        spread_a = f"{_few(len(shared.right[a]))}/{_few(shared.word[a])}"
        features = _word_features(row, i, "r", wide, broad, bonds)
        features += [
            "r",
            f"ra{xa}{xb}",
            f"rc{cohesion}{pair}",
            f"rl{spread_b}",
            f"rr{spread_a}",
            f"rlr{spread_a}{spread_b}",
            f"rlp{pair}{_few(len(shared.left[b]))}",
            f"rrp{pair}{_few(len(shared.right[a]))}",
            f"rP{pair}{left}",
            f"rQ{pair}{right}",
            f"rT{pair}{tl}",
            f"rU{pair}{tr}",
            f"rV{pair}{tl}{tr}",
            f"rLR{left}{right}",
            f"rS{pair}{_share(shared.shape_pair[pair], m)}",
            f"rAB{al}{bl}",
            f"rCD{ar}{br}",
            f"r=B{same}{left}{pair}",
            f"rst{steady}{tl}{pair}",
            f"rpos{min(i, 4)}{pair}",
            f"rend{min(n - 2 - i, 4)}{pair}",
            f"rd{b in bare[: i + 1]:d}{a in bare[i + 1 :]:d}{pair}",
            f"rg{_gram_cut(bare, i, shared)}",
            f"rX{_straddling(bare, i, shared)}{pair}",
            f"ru{places[i]}",
            f"rv{places[i]}{pair}",
            f"rk{cells[i]}",
            f"rK{cells[i]}{pair}",
            f"rbeg{shared.pair['<', a] > 1:d}{min(i, 2)}",
        ]
        found.append(features)
    return found


def _run_places(coarse: str, shared: _Shared) -> list[str]:
    """For each gap inside a run of words that are no values: its place in it, and how long such runs are."""
    places = ["-"] * (len(coarse) - 1)
    for key, start, end in _runs(coarse):
        lengths = shared.runs[key]
        many = _share(len(lengths), shared.n)
        extent = f"{min(min(lengths), 4)}{min(max(lengths), 6)}{many}"
        for i in range(start, end - 1):
            places[i] = f"{min(i - start, 3)}{min(end - 2 - i, 3)}/{extent}"
    return places


def _gram_cut(bare: list[str], i: int, shared: _Shared) -> str:
    """The longest runs of words that end before and begin behind a gap and stand in other lines beside other words."""
    ends = begins = 0
    for size in range(2, min(_LONGEST, i + 1) + 1):
        gram = tuple(bare[i + 1 - size : i + 1])
        if shared.gram[gram] > 1 and len(shared.gram_right[gram]) > 1:
            ends = size
    for size in range(2, min(_LONGEST, len(bare) - i - 1) + 1):
        gram = tuple(bare[i + 1 : i + 1 + size])
        if shared.gram[gram] > 1 and len(shared.gram_left[gram]) > 1:
            begins = size
    return f"{ends}{begins}"


def _straddling(bare: list[str], i: int, shared: _Shared) -> int:
    """The length of the longest run of words over a gap that stands in another line too; 0 where there is none."""
    longest = 0
    for size in range(2, _LONGEST + 1):
        for start in range(max(0, i + 2 - size), min(i, len(bare) - size) + 1):
            if shared.gram[tuple(bare[start : start + size])] > 1:
                longest = size
                break
        else:
            break
    return longest
