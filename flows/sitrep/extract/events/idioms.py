"""Where the rest of a verb of several words stands, and what may stand between its words: an owner ("took Moscow's
side"), who gets something ("gave three envoys the boot"), adverbs, adjectives and dates ("came under fire on Monday
from")."""

from __future__ import annotations

from sitrep.extract.events import words as w
from sitrep.extract.events.acts import QUAD, Act
from sitrep.extract.events.clauses import Sentence
from sitrep.extract.events.groups import DATE, NP, P
from sitrep.extract.events.tokens import Word

# How many words may stand between a verb and its particle ("took four men in"); between other words of an idiom, two.
_GAP, _SHORT_GAP = 6, 2
# Up to how many noun groups, each hung on the one before, an idiom may hold.
_HUNG_ON = 3
# Endings by which a word of no known class modifies the noun behind it.
_MODIFYING = ("al", "ic", "ous", "ive", "ary", "ful", "ant", "ent", "able", "less", "ly", "ing", "ed")


def behind(sentence: Sentence, act: Act, chunk_end: int, limit: int) -> int | None:
    """The word index after the rest of a verb of several words, or None where it is not there.

    What belongs to somebody by "of" may belong to him by a genitive ("came to X's aid"): then it ends before the "of".
    """
    ends_in_owner = w.ends_in_owner(act.words)
    if sentence.last_at(act.words[-1 - ends_in_owner]) < chunk_end:
        return None
    words, articles = sentence.words, w.listed("articles") if QUAD[act.event_type] in (1, 3) else ()
    k, owned = chunk_end, False
    for n, wanted in enumerate(act.words[1:]):
        if owned:
            break
        belongs = ends_in_owner and n == len(act.words) - 3
        gap = 0
        if wanted in articles and k < limit and act.words[n + 2 : n + 3] == (words[k].lower,):
            continue  # "issues warning to", in headlines
        particle = n == 0 and wanted in sentence.lexis.separable and len(act.words) == 2
        held = len(act.words) > 2 or act.frame.name == "deadline"  # "gave the rebels until noon"
        particle = particle or (n == 0 and held and wanted in w.listed("object_idioms"))
        particle = particle or (n == 0 and wanted in w.listed("resultatives"))
        apart = particle and wanted in w.listed("resultatives")
        room = _GAP if particle else _SHORT_GAP
        if not n and wanted in w.listed("articles") and k + 1 < limit and (words[k + 1].lower,) != act.words[2:3]:
            k = _past_recipient(sentence, act, k, wanted)  # "showed the envoy the door"
        while k < limit and words[k].lower != wanted:
            word = words[k]
            if not n and word.lower == "," and (past := _past_name(words, k)):
                limit = min(max(limit, past + room), len(words))
                k = past
                continue
            if n and word.classes & w.PREP and (dated := _past_date(sentence, k)) > k:
                k, limit = dated, min(limit + dated - k, len(words))  # "had harsh words on Tuesday for"
                continue
            given = _past_recipient(sentence, act, k, wanted) if not n else k
            if given > k and given < limit:
                k = given  # "gave three Turkish envoys the boot"
                continue
            owner = _past_owner(words, k) if not n or belongs else k
            if owner > k and owner < limit and gap < room:
                k, gap = owner, gap + 1  # "took Moscow's side"
                owned = belongs
                continue
            if gap >= room:
                return None
            if particle and word.classes & w.CONJ and any(sentence.chunks[v].start == k + 1 for v in sentence.verbs):
                return None  # "crossed the river and fired back"
            if not (_skippable(words, act, n, k, limit) or (particle and _inner(act, word, apart))):
                return None
            k, gap = k + 1, gap + (particle or not word.classes & w.DET)
        if k >= limit:
            return None
        k += 1
    dated = k < len(words) and words[k].date
    return None if dated and words[k - 1].lower in w.listed("final_prepositions") else k  # "gave ground on Monday"


def _skippable(words: list[Word], act: Act, n: int, k: int, limit: int) -> bool:
    """May a word stand before the word ``n + 1`` of a verb of several as what tells more of it?"""
    word, wanted, length = words[k], act.words[n + 1], len(act.words)
    if word.classes & (w.DET | w.POSS | w.ADV | w.ADJ) or word.number or "-" in word.lower or word.date:
        return True
    if word.actor is not None and (n or (act.frame.ditransitive and length > 2)):
        return True
    if not word.classes and word.lower.endswith(_MODIFYING):
        return True
    if (not n and length == 2 and _parted(words, k, wanted)) or (
        word.lower in w.listed("distance_units") and words[k - 1].number
    ):
        return True
    whole = k + 1 < limit and words[k + 1].lower == wanted and not words[k + 1].classes
    if not whole or word.classes or word.form or word.actor is not None or not word.text.islower():
        return False
    # "expressed deep remorse to"
    return not n or (QUAD[act.event_type] < 3 and act.words[n] not in w.listed("articles"))


def _inner(act: Act, word: Word, apart: bool) -> bool:
    """May a word stand between a verb and its particle? ``apart``: in any company."""
    if not word.lower[0].isalnum():
        return False
    if apart or word.lower == "of" or not word.classes & (w.PREP | w.SUB | w.AUX):
        return True
    if len(act.words) > 2 and word.lower in w.listed("held_prepositions"):
        return True
    return word.actor is not None  # "declared South Africa's envoy persona non grata"


def _past_date(sentence: Sentence, k: int) -> int:
    """The word index behind a date with its preposition at ``k``, or ``k`` where there is none."""
    if k + 1 >= len(sentence.words) or not sentence.words[k + 1].date:
        return k
    return next((c.end for c in sentence.chunks if c.kind == DATE and c.start == k), k)


def _past_recipient(sentence: Sentence, act: Act, k: int, wanted: str) -> int:
    """The word index behind the noun group at ``k``, with what hangs on it, where that is who gets what the rest of a
    verb is, or whom the whole idiom is done to ("hauled X over the coals", "gave a plan of X the brush-off"); else
    ``k``."""
    held = QUAD[act.event_type] > 2 and act.frame.object is not None
    held = held and (act.words[-1] not in act.frame.preps or not sentence.lexis.classes.get(act.words[-1], 0) & w.PREP)
    if not (act.frame.ditransitive or held) or len(act.words) < 3:
        return k
    words = sentence.words
    group = next((i for i, c in enumerate(sentence.chunks) if c.kind == NP and c.start == k), None)
    for _ in range(_HUNG_ON):
        end = sentence.chunks[group].end if group is not None else len(words)
        if held:
            end += end < len(words) and words[end].lower in w.listed("articles") and words[end].lower != wanted
        if end < len(words) and words[end].lower == wanted:
            return end
        if not held or group is None or sentence.kind(group + 1) != P or sentence.kind(group + 2) != NP:
            return k
        group += 2
    return k


def _parted(words: list[Word], k: int, wanted: str) -> bool:
    """Does a pronoun part a verb from the particle that ends its clause ("took them in")?"""
    if not words[k].classes & w.PRON or k + 1 >= len(words) or words[k + 1].lower != wanted:
        return False
    after = words[k + 2] if k + 2 < len(words) else None
    return after is None or not after.lower[0].isalnum() or bool(after.classes & (w.CONJ | w.SUB))


def _past_owner(words: list[Word], k: int) -> int:
    """The word index behind a name in the genitive that starts at ``k``, or ``k`` where there is none."""
    mention, end = words[k].actor, k
    while mention is not None and end < len(words) and words[end].actor is mention:
        end += 1
        if words[end - 1].lower.endswith(w.GENITIVES):
            return end
    return k


def _past_name(words: list[Word], k: int) -> int | None:
    """The word index behind a name set between commas at ``k`` ("ordered the ambassador, Ali Musa, to leave")."""
    end = k + 1
    while end < len(words) and words[end].text[0].isupper():
        end += 1
    return end + 1 if k + 1 < end < len(words) and words[end].lower == "," else None
