"""The lexicon of acts, compiled: which verb or noun, in what company, names which act of PLOVER."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from sitrep import inflection, lexicons

QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "CONCEDE": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_CONDITIONS = (
    "needs",
    "unless",
    "needs_head",
    "needs_subject",
    "needs_any",
    "modal",
    "unless_subject",
    "unless_object",
    "unless_head",
    "needs_adverb",
)

_FLAGS = ("intransitive", "says", "states", "refused", "demands", "active", "pair")

# Kinds of objects that the models of arms belong to, where a number in their name tells them from other words.
_ARMAMENT = ("arms", "forces", "weapons", "flown_arms")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the parts of a clause mean for an act; see ``lexicons/act_frames.yaml``."""

    name: str
    object: str | None
    preps: dict[str, str]
    subject: str
    owner: str | None
    together: bool
    ditransitive: bool
    with_object: bool


class Act(NamedTuple):
    """One entry: ``words`` in full, its act, its frame and its conditions.

    ``needs*`` and ``unless*`` name kinds of ``act_objects.yaml`` (``needs_head`` words); ``unless_head`` those of
    which the first object's last word may be none; ``needs_adverb`` adverbs of
    which one must stand in or beside the verb group, ``modal`` the auxiliaries a verb must have, ``needs_prep`` the
    kinds of which a preposition must bring one, ``unless_prep`` those it must not bring; ``active`` asks for a verb in
    the active, ``intransitive`` for one without an object as well, ``refused`` for one that is negated ("will not
    accept"), whose negation is the act itself, ``says`` for one whose object is a statement ("protested that"),
    ``states`` for a statement about somebody ("charged that X killed"), ``demands`` for what somebody shall do
    ("insisted that X leave"), ``leads_to`` for one of these verbs as the
    complement; ``pair`` for one that takes two sides (subjects of two states, or somebody "with" them); ``close`` looks
    for what it needs in the object alone, not in what hangs on it by "of"; ``light`` marks a noun that is an act only
    as the object of a verb that does it.
    """

    words: tuple[str, ...]
    event_type: str
    root: str
    mode: str | None
    frame: Frame
    rule: str
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    needs_head: frozenset[str] = frozenset()
    needs_subject: frozenset[str] = frozenset()
    needs_any: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    needs_complement: bool = False
    no_complement: bool = False
    needs_recipient: bool = False
    intransitive: bool = False
    refused: bool = False
    close: bool = False
    needs_prep: tuple[tuple[str, frozenset[str]], ...] = ()
    unless_subject: frozenset[str] = frozenset()
    unless_object: frozenset[str] = frozenset()
    unless_head: frozenset[str] = frozenset()
    needs_adverb: frozenset[str] = frozenset()
    light: bool = False
    says: bool = False
    states: bool = False
    demands: bool = False
    leads_to: frozenset[str] = frozenset()
    unless_prep: tuple[tuple[str, frozenset[str]], ...] = ()
    active: bool = False
    pair: bool = False

    @property
    def conditional(self) -> bool:
        """Does the entry ask for anything beside its own words?"""
        asked = self.needs, self.needs_head, self.needs_subject, self.needs_any, self.needs_prep, self.needs_adverb
        told = self.says, self.states, self.demands, self.refused, self.modal, self.pair
        return any(asked) or any(told)


Named = tuple[tuple[str, ...], Act]
T = TypeVar("T")

# What entries and the forms of their words are read by, beside the lexicons of the types.
_BESIDE = ("act_frames.yaml", "act_objects.yaml", "equipment_models.csv", "syntax.yaml", "verb_forms.csv")

# What parts the phrases of one word.
_LINE = "\n"
# Of what there are thousands, the tuple is made as such: that takes a fifth of the time.
_act = partial(tuple.__new__, Act)
_RULE = Act._fields.index("rule")


@cache
def _frames() -> dict[str, dict[str, Frame]]:
    return {
        kind: {
            name: Frame(
                name=name,
                object=parts.get("object"),
                preps=parts.get("preps", {}),
                subject=parts.get("subject", "actor1"),
                owner=parts.get("owner"),
                together=parts.get("together", False),
                ditransitive=parts.get("ditransitive", False),
                with_object=parts.get("with_object", False),
            )
            for name, parts in frames.items()
        }
        for kind, frames in lexicons.load("act_frames").items()
    }


class _Phrase(NamedTuple):
    """The words of an entry, and where the rest of it stands: the number of its group among those of its type."""

    event_type: str
    group: int
    text: str


def _groups(kind: str, event_type: str) -> list[dict[str, Any]]:
    return lexicons.load(f"acts_{event_type.lower()}").get(kind, [])


def _sets(group: dict[str, Any], name: str) -> dict[str, frozenset[str]]:
    return {prep: frozenset(names) for prep, names in group.get(name, {}).items()}


def _phrases(kind: str) -> Iterator[_Phrase]:
    """The phrases of all groups in the order of the lexicons. Raises LexiconError for one twice of the same conditions
    and for a frame that there is not."""
    frames = _frames()[kind]
    for event_type in QUAD:
        file = f"acts_{event_type.lower()}"
        seen: dict[tuple[Any, ...], set[str]] = {}
        for n, group in enumerate(_groups(kind, event_type)):
            if group["frame"] not in frames:
                raise lexicons.LexiconError(f"lexicons/{file}.yaml: no frame {group['frame']!r} in act_frames.yaml")
            conditions = {name: group[name] for name in _CONDITIONS if name in group}
            asked = (
                *sorted(("unless_prep", prep, *sorted(names)) for prep, names in _sets(group, "unless_prep").items()),
                *sorted(
                    (name, tuple(sorted({*kinds})))
                    for name, kinds in [*_sets(group, "needs_prep").items(), *conditions.items()]
                ),
                *(group.get(name) for name in _FLAGS),
            )
            known = seen.setdefault(asked, set())
            for phrase in group["words"]:
                if phrase in known:
                    raise lexicons.LexiconError(f"lexicons/{file}.yaml: {phrase!r} stands twice in {kind}; keep one")
                known.add(phrase)
                yield _Phrase(event_type, n, phrase)


@cache
def _group(kind: str, event_type: str, n: int) -> Act:
    """What the entries of a group have in common."""
    group = _groups(kind, event_type)[n]
    return Act(
        words=(),
        event_type=event_type,
        root=group["root"],
        mode=group.get("mode"),
        frame=_frames()[kind][group["frame"]],
        rule=f"{event_type}:{kind[:-1]}:",
        needs_complement=group.get("needs_complement", False),
        no_complement=group.get("no_complement", False),
        needs_recipient=group.get("needs_recipient", False),
        intransitive=group.get("intransitive", False),
        refused=group.get("refused", False),
        close=group.get("close", False),
        needs_prep=tuple(sorted(_sets(group, "needs_prep").items())),
        light=group.get("light", False),
        says=group.get("says", False),
        states=group.get("states", False),
        demands=group.get("demands", False),
        leads_to=frozenset(group.get("leads_to", ())),
        unless_prep=tuple(sorted(_sets(group, "unless_prep").items())),
        active=group.get("active", False),
        pair=group.get("pair", False),
        **{name: frozenset(group[name]) for name in _CONDITIONS if name in group},
    )


def _entry(kind: str, phrase: _Phrase) -> Act:
    act = _group(kind, phrase.event_type, phrase.group)
    words = tuple(phrase.text.split())
    named = _act((words, *act[1:_RULE], act.rule + phrase.text, *act[_RULE + 1 :]))
    if kind == "verbs" and _opens_with_adverb(words):
        named = named._replace(words=words[1:], needs_adverb=act.needs_adverb | {words[0]})
    return named


def _opens_with_adverb(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] in _adverbs()


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(lexicons.load("syntax")["adverbs_before"])


class Entries(Mapping[str, tuple[T, ...]]):
    """Entries by one of their words, made when they are first asked for: a text has few words of the thousands.

    ``phrases`` are what they are made of, by the same words: whether there are any for a word is asked of them at once.
    """

    def __init__(self, phrases: Mapping[str, Any], make: Callable[[Any], list[T]]):
        self.phrases = phrases
        self._make = make
        self._made: dict[str, tuple[T, ...]] = {}

    def __getitem__(self, word: str) -> tuple[T, ...]:
        made = self._made.get(word)
        if made is None:
            made = self._made[word] = tuple(self._make(self.phrases[word]))
        return made

    def get(self, word: str, default: Any = None) -> Any:
        return self[word] if word in self.phrases else default

    def __contains__(self, word: object) -> bool:
        return word in self.phrases

    def __iter__(self) -> Iterator[str]:
        return iter(self.phrases)

    def __len__(self) -> int:
        return len(self.phrases)


def derived(name: str, make: Callable[[], T], *modules: str) -> T:
    """What ``make`` makes of the entries and of the forms of their words: see ``lexicons.derived``."""
    files = [f"acts_{event_type.lower()}.yaml" for event_type in QUAD]
    return lexicons.derived(name, [*files, *_BESIDE], (__file__, inflection.__file__, *modules), make)


@cache
def verbs() -> Entries[Act]:
    """Verb entries by the lemma of their first word: longer ones first, then refusals, prepositions, conditions."""
    return Entries(derived("verbs of acts", _verb_phrases), _of_lemma)


def _verb_phrases() -> dict[str, str]:
    """The phrases of each verb, a line each: of thousands, lines load in a third of the time that tuples do."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in _phrases("verbs"):
        words = phrase.text.split(None, 2)
        found.setdefault(words[_opens_with_adverb(words)], []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=_order)
    return {lemma: _LINE.join(" ".join(map(str, phrase)) for phrase in phrases) for lemma, phrases in found.items()}


def _order(phrase: _Phrase) -> tuple[int, bool, bool, bool]:
    act = _entry("verbs", phrase)
    return -len(act.words), not act.refused, not act.needs_prep, not act.conditional


def _told(lines: str) -> list[_Phrase]:
    found = (line.split(" ", 2) for line in lines.split(_LINE))
    return [_Phrase(event_type, int(group), text) for event_type, group, text in found]


def _of_lemma(lines: str) -> list[Act]:
    return [_entry("verbs", phrase) for phrase in _told(lines)]


@cache
def _of_verb(lemma: str) -> list[_Phrase]:
    return _told(verbs().phrases[lemma])


def worded(lemma: str) -> list[tuple[str, ...]]:
    """The words of all entries of a verb, in their order: what can be told of an entry that is not made."""
    found = [tuple(phrase.text.split()) for phrase in _of_verb(lemma)]
    return [words[1:] if _opens_with_adverb(words) else words for words in found]


@cache
def ranked(lemma: str, rank: int) -> Act:
    """The entry of a verb at a place among all of them, which alone is made."""
    return _entry("verbs", _of_verb(lemma)[rank])


@cache
def nouns() -> Entries[Named]:
    """Noun entries, inflected, by the last word before "of" (their head): ``(words, act)``, longer ones first.

    Their ``phrases`` are each the words, whether the entry is ``light``, and where it stands.
    """
    return Entries(derived("nouns of acts", _noun_phrases), _of_head)


def _noun_phrases() -> dict[str, list[tuple[tuple[str, ...], bool, tuple[str, int, str]]]]:
    found: dict[str, list[tuple[tuple[str, ...], bool, tuple[str, int, str]]]] = {}
    for phrase in _phrases("nouns"):
        light = _group("nouns", phrase.event_type, phrase.group).light
        for form in inflection.noun(phrase.text):
            words = tuple(form.split())
            found.setdefault(words[-1], []).append((words, light, tuple(phrase)))
    return found


def _of_head(phrases: list[tuple[tuple[str, ...], bool, tuple[str, int, str]]]) -> list[Named]:
    named = [(words, _entry("nouns", _Phrase(*phrase))) for words, _, phrase in phrases]
    named.sort(key=lambda pair: (-len(pair[0]), not pair[1].needs_prep))
    return named


@cache
def passives() -> dict[str, tuple[Act, ...]]:
    """Entries of "be" and a participle, by the participle ("be met with force", "be outraged by")."""
    found: dict[str, list[Act]] = {}
    for act in verbs().get("be", ()):
        told = act.frame.name == "menace" or act.event_type == "ACCUSE" or QUAD[act.event_type] < 3
        if len(act.words) > 1 and told:
            found.setdefault(act.words[1], []).append(act)
    return {participle: tuple(acts) for participle, acts in found.items()}


@cache
def statives() -> dict[str, tuple[Act, ...]]:
    """Entries of "be" and one word, by that word ("be hostile")."""
    found: dict[str, list[Act]] = {}
    for act in verbs().get("be", ()):
        if len(act.words) == 2:
            found.setdefault(act.words[1], []).append(act)
    return {word: tuple(acts) for word, acts in found.items()}


def threat() -> Act:
    """The plain act of threatening, of which vows of violence are."""
    return verbs()["threaten"][-1]


def first_verbs() -> Iterable[str]:
    """The lemmas that the verbs of entries begin with."""
    return verbs().keys()


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Kinds of objects by name, singular and plural."""
    return derived("kinds of objects", _kinds)


def _kinds() -> dict[str, frozenset[str]]:
    models = [row["noun"].lower() for row in lexicons.rows("equipment_models")]
    numbered = [name for name in models if any(c.isdigit() for c in name)]
    return {
        name: frozenset(
            form for word in (*members, *(numbered if name in _ARMAMENT else ())) for form in inflection.noun(word)
        )
        for name, members in lexicons.load("act_objects").items()
    }
