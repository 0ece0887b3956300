"""What on a page is no part of the article, told by its own words: menus, prompts, share rows, footers."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.layout.drafts import Draft
from sitrep.layout.words import key_of

_COPYRIGHT = r"(?i:\W{0,4}(?:©|\(c\)\s|&copy;|copyright\b\W{0,4}(?:©|\(c\)|\d{4}|\w+ \d{4})))"
# The symbol of a document of the UN, and the page of so many, as the heads and feet of pages give them.
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.]{0,12}){2,5}\Z|(?:[\d-]+ )?\d{1,3}/\d{1,3}(?: [\d-]+)?\Z"
# What wire services send before and behind a text: the turn's start and end, and the slug (ANPA 1312).
_SLUG = r"(?:ZCZC|NNNN)\b|(?:[A-Za-z] ){0,3}(?:BC|AM|PM)-[A-Z][\w-]+ "
# The name of a file in the place of a caption.
_FILE = r"(?i:(?:IMG|DSC|WhatsApp Image|Screenshot)[ _-]?\d|\S{1,200}\.(?:jpe?g|png|gif|webp)\Z)"
_OWNED = re.compile(_COPYRIGHT)
# The address of a page and nothing else.
_ADDRESS = r"(?:\w{2,12}:\s{0,2})?https?://\S{1,400}\Z"
_FORMAL = re.compile(rf"\^|{_COPYRIGHT}|{_SLUG}|{_SYMBOL}|{_FILE}|{_ADDRESS}")
# What parts entries: a sign, a dash or a stroke between spaces, three spaces. One set of characters opens the pattern,
# so that the engine can skip to them.
_PART_SIGN = re.compile(r"[|·•▪»›>→◦]")
_PARTS = re.compile(r"[|·•▪»›>→◦/–—\-\s](?:(?<=[|·•▪»›>→◦])|(?<=\s[/–—-])(?=\s)|(?<=\s)\s{2,})")
_DIGIT = re.compile(r"[0-9]")
_NUMBER = re.compile(r"[0-9](?<!\w[0-9])[0-9]*(?:\b ?|(?=[a-z]{1,3}\b))")
_CRUMB = re.compile(r"[»›>]")
_YEAR, _YEAR_DIGITS = re.compile(r"1\d|20|21"), 4
# A day in figures counts nothing.
_DAY = re.compile(r"\W{0,3}(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}\Z")
_MAX_CONTACT_WORDS = 8
# A line of two or three numbers and nothing else counts readers, shares and comments ("0 1,245").
_COUNTERS_APART = (1, 2)
_TWEET = re.compile(r"\(@\w{2,30}\).{0,40}\d{4}\Z")
# A row of entries need not be known to the last word.
_COVERED, _MIN_COVERED = 0.8, 5
_LONGEST = 320
# The lists of phrases that tell what lines and sentences are. Figures may stand within one; longer lines are none.
_LONGEST_COUNTED = 12
_TELLING = ("whole", "start", "inside", "page_words")
_LONGEST_PROMPT, _LONGEST_LABEL, _LONGEST_HEAD = 1200, 24, 80
# One word to the reader and one about the page may meet in an article; more seldom do.
_FEW_SIGNS, _LONG_PROMPT_WORDS = 2, 40


class _Words(NamedTuple):
    whole: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    labels: frozenset[str]
    labels_below: frozenset[str]
    field_labels: frozenset[str]
    inside: AhoCorasick
    telling: frozenset[str]
    entries: frozenset[str]
    entry_words: frozenset[str]
    box_heads: frozenset[str]
    counted_heads: frozenset[str]
    box_head_starts: tuple[str, ...]
    comment_heads: frozenset[str]
    comment_prompts: frozenset[str]
    author_heads: frozenset[str]
    end_heads: frozenset[str]
    to_reader: frozenset[str]
    reader: frozenset[str]
    page_words: AhoCorasick
    about_page: frozenset[str]


@cache
def _words() -> _Words:
    lists = lexicons.load("layout_boilerplate")
    keys = {name: [key for phrase in entries if (key := key_of(phrase))] for name, entries in lists.items()}
    starts: dict[str, list[str]] = {}
    for phrase in keys["start"]:
        starts.setdefault(phrase.split()[0], []).append(phrase)
    entries = frozenset(keys["share"] + keys["menu"] + keys["languages"])
    return _Words(
        whole=frozenset(keys["whole"]),
        starts={first: tuple(phrases) for first, phrases in starts.items()},
        labels=frozenset(keys["labels"]),
        labels_below=frozenset(keys["labels_below"]),
        field_labels=frozenset(keys["field_labels"]),
        inside=AhoCorasick([f" {phrase} " for phrase in keys["inside"]]),
        telling=frozenset(_longest_word(phrase) for name in _TELLING for phrase in keys[name]),
        entries=entries,
        entry_words=frozenset(word for entry in entries for word in entry.split()),
        box_heads=frozenset(keys["box_heads"]),
        counted_heads=frozenset(keys["counted_heads"]),
        box_head_starts=tuple(f"{phrase} " for phrase in keys["box_head_starts"]),
        comment_heads=frozenset(keys["comment_heads"]),
        comment_prompts=frozenset(keys["comment_prompts"]),
        author_heads=frozenset(keys["author_heads"]),
        end_heads=frozenset(keys["end_heads"]),
        to_reader=frozenset(keys["to_reader"]),
        reader=frozenset(keys["reader"]),
        page_words=AhoCorasick([f" {phrase} " for phrase in keys["page_words"]]),
        about_page=frozenset(_longest_word(phrase) for phrase in keys["page_words"]),
    )


def _longest_word(phrase: str) -> str:
    return max(phrase.split(), key=len)


def is_boilerplate(draft: Draft) -> bool:
    """Whether a draft's own words tell that it stands around an article and not in it."""
    words = draft.words
    if draft.char_end - draft.char_start > _LONGEST:
        return (bool(_OWNED.match(words)) and draft.n_words < 120) or _speaks_of_page(draft)
    if _FORMAL.match(words) or (words[-1:].isdigit() and _TWEET.search(words)):
        return True
    folded, tokens, lists = draft.folded, draft.tokens, _words()
    if not folded:
        return draft.kind in ("", "heading", "bullet")
    n_words = len(tokens)
    told = not lists.telling.isdisjoint(tokens)
    if told or (n_words <= _LONGEST_COUNTED and _DIGIT.search(folded) and not _DAY.match(words)):
        bare = _without_numbers(folded)
        if bare in lists.whole or folded in lists.whole:
            return True
        if not bare and n_words == 1 and draft.kind == "" and not draft.at_hour:
            return len(folded) != _YEAR_DIGITS or not _YEAR.match(folded)
        if not bare and draft.kind == "" and words.count(" ") in _COUNTERS_APART:
            return True
    if n_words <= _MAX_CONTACT_WORDS and "@" in words and _EMAIL.search(words):
        return True
    if draft.kind == "" and len(folded) == 2 * n_words - 1:
        return True
    sentence = n_words >= 8 and draft.has_stop
    quoted = words[0] in "“\"‘'«"
    if not quoted and (_is_labelled(words) or (told and _starts(folded, n_words, sentence))):
        return True
    if is_menu(draft):
        return True
    if not sentence and n_words <= 30 and draft.kind != "heading" and draft.link_share > 0.9:
        return True
    if not told:
        return False
    if _speaks_of_page(draft):
        return True
    if n_words > 45 or "“" in words or '"' in words:
        return False
    if lists.inside.find_matches_as_indexes(f" {folded} "):
        if sentence:
            return not lists.to_reader.isdisjoint(tokens)
        return n_words <= 16
    return False


def _without_numbers(folded: str) -> str:
    return _NUMBER.sub("", folded).strip() if _DIGIT.search(folded) else folded


def _speaks_of_page(draft: Draft) -> bool:
    """Whether sentences speak to the reader of the page about the page: cookies, newsletters, comments, money."""
    if draft.char_end - draft.char_start > _LONGEST_PROMPT or "“" in draft.words or '"' in draft.words:
        return False
    lists = _words()
    tokens = draft.tokens
    if lists.about_page.isdisjoint(tokens):
        return False
    hits = lists.page_words.find_matches_as_indexes(f" {draft.folded} ", overlapping=True)
    subjects = {index for index, _, _ in hits}
    if not subjects:
        return False
    spoken_to = lists.to_reader.intersection(tokens)
    if lists.reader.isdisjoint(spoken_to):
        return bool(spoken_to) and len(subjects) > _FEW_SIGNS
    if len(tokens) > _LONG_PROMPT_WORDS and len(subjects) < _FEW_SIGNS:
        return False
    return len(spoken_to) + len(subjects) > _FEW_SIGNS


def speaks_to_reader(draft: Draft) -> bool:
    """Whether sentences that quote nobody speak to a reader."""
    quoted = "“" in draft.words or '"' in draft.words
    return not quoted and not _words().reader.isdisjoint(draft.tokens)


def _is_labelled(words: str) -> bool:
    colon = words.find(":", 0, _LONGEST_LABEL)
    return colon >= 0 and key_of(words[:colon]) in _words().labels


def _starts(folded: str, n_words: int, sentence: bool) -> bool:
    space = folded.find(" ")
    for phrase in _words().starts.get(folded[:space] if space > 0 else folded, ()):
        if folded.startswith(phrase) and (len(folded) == len(phrase) or folded[len(phrase)] == " "):
            if " " in phrase:
                return n_words <= 45
            if not sentence and n_words <= 8:
                return True
    return False


def is_menu(draft: Draft) -> bool:
    """Whether a line is a row of menu entries, editions, languages or means of sharing."""
    tokens = draft.tokens
    n_words = len(tokens)
    if n_words < 2 or n_words > 40 or draft.has_stop:
        return False
    words, lists = draft.words, _words()
    entries = lists.entries
    # A dash between spaces is folded to three of them.
    if "   " in draft.unsqueezed or _PART_SIGN.search(words):
        parts = [key for part in _PARTS.split(words) if (key := key_of(part))]
    else:
        parts = []
    if len(parts) > 1:
        if parts[0] in entries and _CRUMB.search(words):
            return True
        prompts = sum(_is_prompt(part) for part in parts)
        if 2 * prompts > len(parts):
            return True
        known = sum(part in entries for part in parts)
        return all(part.count(" ") < 5 for part in parts) and 2 * known > len(parts) - 1 and known > 0
    if entries.issuperset(tokens):
        # "Military support" is a heading; entries side by side have a capital each, or none has.
        return not (words[0].isupper() and any(word[0].islower() for word in words.split()[1:]))
    most_unknown = n_words // 5
    if n_words < _MIN_COVERED or lists.entry_words.isdisjoint(tokens[: most_unknown + 1]):
        return False
    known = sum(map(lists.entry_words.__contains__, tokens))
    return known >= _COVERED * n_words and _covered(tokens, entries) >= _COVERED


def _is_prompt(part: str) -> bool:
    return part in _words().whole or _starts(part, part.count(" ") + 1, False)


def _covered(tokens: list[str], entries: frozenset[str]) -> float:
    """The share of words that entries of one to three words cover, read from left to right."""
    i = covered = 0
    while i < len(tokens):
        for size in (3, 2, 1):
            if i + size <= len(tokens) and " ".join(tokens[i : i + size]) in entries:
                covered += size
                i += size
                break
        else:
            i += 1
    return covered / len(tokens)


def is_entry(draft: Draft) -> bool:
    """Whether a line is one entry of a menu, a language or a network."""
    return draft.folded in _words().entries


def is_field_label(draft: Draft) -> bool:
    """Whether a line names a field of the page's record, whose value stands below it."""
    return len(draft.words) <= _LONGEST_HEAD and draft.folded in _words().field_labels


def ends_article(draft: Draft) -> bool:
    """Whether a line heads what stands below articles."""
    if len(draft.words) > _LONGEST_HEAD or draft.n_words > 8:
        return False
    return _without_numbers(draft.folded) in _words().end_heads


def leads_away(draft: Draft) -> bool:
    """Whether a line in the middle of an article announces a film, a gallery or another story ("Video: ...")."""
    words = draft.words
    colon = words.find(":", 0, _LONGEST_LABEL)
    return colon > 0 and not draft.has_stop and key_of(words[:colon]) in _words().labels_below


def is_kind_of_story(draft: Draft) -> bool:
    """Whether a line says no more than what kind of story an article is: "Analysis", "Explainer"."""
    return len(draft.words) <= _LONGEST_LABEL and draft.folded in _words().labels_below


def prompts_comment(draft: Draft) -> bool:
    """Whether a line asks for a comment, as the button or the form for one does."""
    return _without_numbers(draft.folded) in _words().comment_prompts


def head_of(draft: Draft) -> str | None:
    """``comments``, ``box`` (other stories) or ``author`` where a line is the head of such a part, else None."""
    if draft.char_end - draft.char_start > _LONGEST_HEAD or draft.n_words > 8:
        return None
    lists = _words()
    bare = _without_numbers(draft.folded)
    if bare in lists.comment_heads or (bare in lists.counted_heads and bare != draft.folded):
        return "comments"
    if bare in lists.box_heads:
        return "box"
    if bare.startswith(lists.box_head_starts) and draft.n_words <= 6 and not draft.has_stop:
        return "box"
    return "author" if draft.folded in lists.author_heads else None
