"""The language of a text (ISO 639-1), by its script and its most frequent words.

Light on purpose: no model is loaded for a text in a language whose words are known here, and garbled words count for
nothing, so that garbled English stays English. The answer depends on the text alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.folding import COMMON_SIGNS, beyond_ascii

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
# What of ASCII is no letter is a space, and its letters are small ones.
_SMALL = bytes(ord(chr(b).lower() if chr(b).isalpha() else " ") if b < 128 else b for b in range(256))
# The only letter whose small form depends on where it stands.
_SIGMA = "Σ"
# Scripts that one language of the press is written in, or that tell it from the others of its script.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
)
# Where a script has several languages and the words decide nothing: letters that one of them has, then the default.
_LETTERS = (
    (
        re.compile("[\u0400-\u04ff]"),
        (("uk", "іїєґ"), ("sr", "ђћ"), ("mk", "ѓќ"), ("sr", "јљњ"), ("be", "ў"), ("ru", "")),
    ),
    (re.compile("[\u0600-\u06ff]"), (("ur", "ےٹڈ"), ("ps", "ښځډ"), ("fa", "پچژگ"), ("ar", ""))),
)
_OTHER_SCRIPTS = re.compile("[\u0370-\u1cff\u2e80-\ud7ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER_SHARE = 0.1
# English needs less proof than a foreign language: a table or a list of losses has few of its frequent words, and a
# text that is taken for foreign has no rows.
_ENGLISH_WORDS = 2
_FOREIGN_WORDS = 5
_FOREIGN_SHARE = 0.12
_MARGIN = 1.3
_SURE_WORDS = 20
_MOST_REPEATED = 8
_MODEL_WORDS = 60


@dataclass(frozen=True, slots=True)
class Detected:
    """A language (None where the text does not tell) and whether the text leaves no doubt about it."""

    language: str | None
    is_sure: bool


@cache
def _languages() -> tuple[str, ...]:
    return tuple(row["language"] for row in lexicons.rows("language_words"))


@cache
def _known() -> dict[str, tuple[float, tuple[int, ...]]]:
    """For each word the languages that have it, as indices into ``_languages``, and how much it proves for each."""
    having: dict[str, list[int]] = {}
    for i, row in enumerate(lexicons.rows("language_words")):
        for word in dict.fromkeys(row["words"].split()):
            having.setdefault(word, []).append(i)
    # A word of many languages proves little.
    return {word: (1 / len(languages), tuple(languages)) for word, languages in having.items()}


def detect(text: str) -> Detected:
    """The language of a text, from its first 6,000 characters and as many of its middle."""
    sample = text[:_SAMPLE]
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        sample += " " + text[middle : middle + _SAMPLE]
    other = len(_OTHER_SCRIPTS.findall(sample)) if not sample.isascii() else 0
    if other > _OTHER_SHARE * len(sample):
        by_script = _by_script(sample, other)
        if by_script is not None:
            return by_script
    listed = _words(sample)
    words, total = Counter(listed), len(listed)
    scores, hits = _score(words)
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    if ranked:
        best = ranked[0]
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        ahead = scores[best] >= _MARGIN * second
        if best == "en" and hits[best] >= _ENGLISH_WORDS and ahead:
            return Detected(best, _is_sure(hits[best], total))
        if ahead and hits[best] >= max(_FOREIGN_WORDS, _FOREIGN_SHARE * total):
            return Detected(best, _is_sure(hits[best], total))
        if hits.get("en", 0) >= max(_ENGLISH_WORDS, 0.1 * total) and scores["en"] * _MARGIN >= scores[best]:
            return Detected("en", False)
    if other > _OTHER_SHARE * len(sample):
        for script, having in _LETTERS:
            if len(script.findall(sample)) > other / 2:
                return Detected(next(lang for lang, own in having if not own or any(c in sample for c in own)), False)
    if total >= _MODEL_WORDS and hits.get("en", 0) < 0.05 * total:
        return Detected(_rarer(sample), False)
    return Detected(None, False)


def _words(sample: str) -> list[str]:
    """The words of a text in small letters. They are what ``_WORD`` finds, but found sign by sign, which is faster."""
    if _SIGMA in sample:
        return list(map(str.lower, _WORD.findall(sample)))
    text = sample.replace("'s ", " ").replace("’s ", " ")  # the genitive of English is no Slavic "s"
    for sign in COMMON_SIGNS:
        text = text.replace(sign, " ")
    text = text.encode("utf-8", "surrogatepass").translate(_SMALL).decode("utf-8", "surrogatepass")
    for sign in () if text.isascii() else set(beyond_ascii(text)):
        if not sign.isalnum() or sign.isdecimal():
            text = text.replace(sign, " ")
        elif (small := sign.lower()) != sign:
            text = text.replace(sign, small)
    return text.split()


def _is_sure(n_hits: int, total: int) -> bool:
    return n_hits >= _SURE_WORDS or n_hits >= max(_FOREIGN_WORDS, 0.25 * total)


def _by_script(sample: str, other: int) -> Detected | None:
    latin = len(_LATIN.findall(sample))
    for language, script in _SCRIPTS:
        n = len(script.findall(sample))
        # Japanese has a third or more of its letters from Chinese.
        if n > other * (0.15 if language == "ja" else 0.4) and n > latin / 2:
            return Detected(language, n >= _SURE_WORDS)
    return None


def _score(words: Counter[str]) -> tuple[dict[str, float], dict[str, int]]:
    known, names = _known(), _languages()
    scores, hits = [0.0] * len(names), [0] * len(names)
    for word in filter(known.__contains__, words):
        n = words[word]
        weight, having = known[word]
        # One word repeated is one proof and a little more.
        weight *= n if n < _MOST_REPEATED else _MOST_REPEATED
        for i in having:
            scores[i] += weight
            hits[i] += n
    found = [i for i, n in enumerate(hits) if n]
    return {names[i]: scores[i] for i in found}, {names[i]: hits[i] for i in found}


def _rarer(sample: str) -> str | None:
    """A language whose words are not listed here, by py3langid's model (slow to load, and seldom asked)."""
    import py3langid

    language, _ = py3langid.classify(sample)
    listed = {row["language"] for row in lexicons.rows("language_words")}
    return None if language in listed or len(language) != 2 else str(language)


def settle(stated: str | None, text: str) -> str | None:
    """The language of a document: what its metadata states unless the text is, without doubt, in another one.

    Feeds and page templates often state one language for all they carry.
    """
    detected = detect(text)
    if stated is None or (detected.is_sure and detected.language != stated):
        return detected.language
    return stated


def code(written: str | None) -> str | None:
    """The ISO 639-1 code in a language tag ("en-GB", "EN", "pt_BR"); None where it has none of two letters."""
    match = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", written or "")
    return match[1].lower() if match else None
