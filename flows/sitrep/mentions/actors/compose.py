"""Noun groups from parts: article, adjectives, nationality, role, name, "of" phrase."""

from __future__ import annotations

from functools import cache

from sitrep import lexicons
from sitrep import patterns as re
from sitrep.matcher import Match
from sitrep.mentions.actors.draft import Draft
from sitrep.mentions.actors.lexicon import Part
from sitrep.mentions.actors.openings import is_modifier, is_past_form, modifiers, opening, pointing
from sitrep.model import ActorMention, Page, Sentence

_S = r"[ \t\xa0\n]"
# What may part two words: a few spaces; more where a line ends among them (``chains`` sees to that).
_SPACE = r"[ \t\xa0\n]{1,20}"
_PARTED = re.compile(r"[ \t\xa0]{4}")
_GAP = re.compile(rf"(['’]s?|\.)?(?:{_SPACE}+|-)((?:[A-Za-z0-9][\w.-]*+{_SPACE}+){{0,3}}+)\Z")
_OWN_COUNTRY = re.compile(
    lambda: (
        rf"{_SPACE}{re.any_of(modifiers('countries'))}['’]s{_SPACE}(?:{re.any_of(modifiers('adjectives'))}{_SPACE})?\Z"
    )
)
_APPOSITION = re.compile(rf",{_SPACE}\Z")
_OF = re.compile(lambda: rf"{_SPACE}({re.any_of(_words('links'))}){_SPACE}", re.IGNORECASE)
# A verb of sending stands so many words before who is sent ("led a small trade mission to X").
_NEAR_VERB = 3
_LONGEST_LINK = 44
# So many capital letters are no name of a person.
_ACRONYMS = 3
_HEADS = frozenset({"office", "force", "people", "person"})
_NAME_WORD = re.compile(
    rf"{_S}{{1,2}}(?:([^\W\d_a-zß-öø-ÿ][\w’'-]*\.?)|([a-z]{{1,4}})(?= [A-Z])"
    r"|([a-z]{2,4}-[A-Z][\w’'-]*)|([“\"][A-Z][\w’' -]{1,20}[”\"]))"
)
# What follows "forces" where it is a verb: "Putin forces the mayor to resign".
_ORDERED = re.compile(lambda: rf"{_SPACE}(?:[A-Z]|{re.any_of(modifiers('behind_forcing'))}\b)")
# What follows a noun for people where it is a verb: "Russia recruits 35,000 people", "Chad guards its border".
_OBJECT = re.compile(
    lambda: rf"{_SPACE}(?:\d|{re.any_of(modifiers('determiners'))}\b|{re.any_of(_words('before_counts'))}\b)"
)
# What follows a weapon that only tells with what others attack.
_MEANS = re.compile(lambda: rf" {re.any_of(_words('joining_means'))} [\w-]+ {re.any_of(_words('attacks'))}\b")
_RELATIVE = re.compile(lambda: rf"\b{re.any_of(lexicons.load('clauses')['relatives'])} \Z")
# Code points that hold a relative pronoun with the spaces beside it, and a prefix such as "counter-".
_LONGEST_RELATIVE, _LONGEST_PREFIX = 8, 8
_UNIT_NUMBER = re.compile(rf"{_S}\d{{1,3}}(?![\d.,:%-]|{_S}*[a-z])")
_NEXT_NAME = re.compile(r" ([A-Z][a-z]+)\b")
_POSSESSIVE = re.compile(r"['’]s\Z")
_ACRONYM = re.compile(rf"{_S}?\(([A-Z][A-Za-z0-9-]{{1,9}})\)")
# What tells that the name behind a role is that of a group: "the fundamentalist Umma (Nation) party".
_CALLED = re.compile(lambda: rf" (?:\([^()]{{1,30}}\) )?{re.any_of(_words('named_groups'))}\b(?!['’-])")
_SUFFIX = re.compile(lambda: rf",?{_S}{re.any_of(_suffixes())}\b(?!['’-])\.?", re.IGNORECASE)
# What is never the rest of a group that begins before it.
_NEVER_BEHIND = frozenset({"pronoun", "reference", "state", "seat", "people"})
# Those that may belong to no one state; roles of those who bear arms.
_ORGANISED = frozenset({"group", "body", "agency"})
_ARMED = frozenset({"MIL", "REB", "SPY", "COP"})
# Kinds of mention that somebody works at or in.
_EMPLOYERS = ("force", "office", "agency")
_NAMED = ("state", "seat", "demonym", "group", "body", "agency")


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicons.load("actor_titles")["name_particles"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(lexicons.load("actor_titles")["name_suffixes"])


@cache
def _not_names() -> frozenset[str]:
    return frozenset(lexicons.load("actor_titles")["not_names"])


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicons.load("actor_groups")[group])


def named_after_leaders() -> frozenset[str]:
    """Nouns for bodies that are called after who leads them: "the Assad regime"."""
    return _words("named_after_leaders")


def _is_past(word: str) -> bool:
    lower = word.lower()
    past = is_past_form(lower) and lower not in modifiers("described_by")
    return past and (word.islower() or word.isupper())


def _joins(view: str, left: Match[Part], right: Match[Part]) -> bool:
    """Whether a part goes on in the next one: "Russian" + "Security Council", "Kyiv's" + "forces"."""
    a, b = left.value, right.value
    if a.kind == "reference":
        return False
    if a.kind == "pronoun" and (b.kind != "role" or _owner(view, left) is None):
        return False
    if a.kind == "pronoun" and _OWN_COUNTRY.match(view, left.char_end, right.char_start):
        return True  # "his country's soldiers"
    if a.title and b.kind == "person" and _APPOSITION.match(view, left.char_end, right.char_start):
        return True
    gap = _GAP.match(view, left.char_end, right.char_start)
    if not gap:
        return False
    possessive, between = gap[1], gap[2].split()
    if possessive == ".":
        return a.title and a.kind == "role" and not between and b.kind in ("person", "role")
    if a.kind == "pronoun":
        return all(map(is_modifier, between))
    if len(between) == 1 and a.kind == "role" and view[left.char_end] == "-":
        return b.kind == "role"  # "army-led government"
    if between and not all(_may_stand_between(a, b, word, possessive) for word in between):
        return False
    if any(_tells(between, k) for k in range(1, len(between))):
        return False
    if any(_parts(between, k) for k in range(1, len(between))):
        return False
    if len(between) > 1 and not possessive and _is_past(between[0]) and between[1].lower() in modifiers("determiners"):
        return False  # "The British killed one officer"
    if possessive:
        if a.kind == "person":
            return b.kind == "role"
        return b.kind in ("role", "person", "agency", "body") and a.kind in (*_NAMED, "people", "role")
    if a.kind == "person":
        led = b.kind == "role" and b.name in named_after_leaders()
        return led and not between and not _ORDERED.match(view, right.char_end)
    if a.kind == "demonym":
        return True
    if a.kind in ("state", "seat", "body", "agency", "group"):
        if b.kind == "body" or b.kind == "person":
            return not between and (a.kind == "body" or b.kind == "person")  # "the U.N. General Assembly"
        if b.kind == "agency" and a.kind == "state" and view[left.char_start : left.char_end].isupper():
            return not between  # "the U.S. Pacific Fleet"
        return b.kind == "role" or (b.kind == "demonym" and a.kind == "body")
    if a.kind == "role":
        if a.plural or between:
            return b.kind == "person" and not between
        if b.kind == "group" and a.role == b.role:
            return True  # "the rebel Sudan Liberation Army", whatever name a rebel may have
        return b.kind in ("person", "role") or (b.kind in ("group", "agency") and (b.acronym or not a.title))
    return False


def _tells(between: list[str], k: int) -> bool:
    """Whether a word between two parts is what somebody did: "a Turkish raid killed nine people"."""
    if between[k] not in modifiers("done_to"):
        return False
    after = between[k + 1] if k + 1 < len(between) else ""
    return not is_modifier(between[k - 1]) or after[:1].isdigit() or after in modifiers("determiners")


def _parts(between: list[str], k: int) -> bool:
    """Whether a word between two parts parts them, as what somebody does to the other: "Chad's jailing of soldiers"."""
    return between[k] in _words("counting_links") and between[k - 1].lower() not in _words("counting_nouns")


def _may_stand_between(a: Part, b: Part, word: str, possessive: str | None) -> bool:
    """Whether a word may stand between two parts of one group: "Nigerian junior foreign minister"."""
    if a.kind in (*_NAMED, "person") and a.kind != "demonym" and not possessive and _is_past(word):
        return False  # "Kenya killed civilians"
    if a.kind in ("state", "seat") and not possessive and word[0].isdigit():
        return False  # "gave Ukraine 30-40 tanks"
    if is_modifier(word) or (word[0].isupper() and not possessive and word.lower() not in modifiers("function_words")):
        return True
    unknown = word.islower() and not word.endswith(("ed", "s", "ing")) and word not in modifiers("function_words")
    owned = a.kind == "demonym" or (a.kind == "body" and a.role == "IGO") or (bool(possessive) and a.kind in _NAMED)
    return unknown and b.kind == "role" and owned  # "the UN aid chief"


def _owner(view: str, match: Match[Part]) -> str | None:
    """The kind of a possessive pronoun; None where the pronoun is none."""
    possessive = view[match.char_start : match.char_end].lower() in modifiers("possessives")
    return match.value.name if possessive else None


def _opens_name(view: str, match: Match[Part]) -> bool:
    """Whether the name of a paper is a word of another name: "the Liberation Army", of whoever."""
    if match.value.kind != "agency" or match.value.role != "MED":
        return False
    behind = _NEXT_NAME.match(view, match.char_end)
    return behind is not None and behind[1].lower() in _words("named_groups")


def chains(page: Page, found: list[Match[Part]]) -> list[list[Match[Part]]]:
    """The parts of a sentence, grouped where one goes on in the next."""
    groups: list[list[Match[Part]]] = []
    last = None
    for match in found:
        if _does(page.view, last, match) or _is_opposed(page.view, match) or _opens_name(page.view, match):
            continue
        if match.value.kind == "role" and not match.value.plural and _MEANS.match(page.view, match.char_end):
            continue  # "the rocket and mortar attacks"
        if (
            last is not None
            and match.value.kind not in _NEVER_BEHIND
            and _joins(page.view, last, match)
            and not _in_columns(page, last.char_end, match.char_start)
        ):
            groups[-1].append(match)
        else:
            groups.append([match])
        last = match
    return groups


def _does(view: str, left: Match[Part] | None, right: Match[Part]) -> bool:
    """Whether a noun for people is what a state or "which" before it does: "Russia recruits 35,000 people a month"."""
    if view[right.char_start : right.char_end].lower() not in _words("like_verbs"):
        return False
    named = (
        left is not None and left.value.kind in ("state", "seat") and not view[left.char_end : right.char_start].strip()
    )
    led = named or _RELATIVE.search(view, max(0, right.char_start - _LONGEST_RELATIVE), right.char_start)
    return bool(led) and _OBJECT.match(view, right.char_end) is not None


def _is_opposed(view: str, match: Match[Part]) -> bool:
    """Whether a noun for people only tells whom something is against: "an anti-gang unit"."""
    if match.value.kind != "role":
        return False
    before = view[max(0, match.char_start - _LONGEST_PREFIX) : match.char_start].lower()
    return before.endswith(tuple(_words("opposing_prefixes")))


def _in_columns(page: Page, start: int, end: int) -> bool:
    """Whether two parts stand in columns: far apart, and on one line."""
    return bool(_PARTED.search(page.view, start, end)) and "\n" not in page.document.text[start:end]


def _name_end(view: str, end: int, limit: int, caseless: bool) -> int:
    """Where a person's name that follows a title ends; ``end`` itself where none follows.

    Where capitals tell nothing, a name is up to three words that are no known words.
    """
    at = end
    for _ in range(3 if caseless else 6):
        word = _NAME_WORD.match(view, at, limit)
        if not word or (word[2] and word[2] not in _particles()) or (word[1] and word[1].rstrip(".") in _not_names()):
            break
        if caseless and (view[at - 1] in ".,;" or _is_common(word[0].strip())):
            break
        if word[1] and word[1].isupper() and word[1].lower() in _words("links"):
            break  # "PRESIDENT MAHAMA OF GHANA: Our troops"
        if word[1] and word[1].isupper() and len(word[1]) >= _ACRONYMS and not caseless and view[end - 1].islower():
            break  # "the paramilitary RSF", but "PRESIDENT MAHAMA"
        at = word.end()
        possessive = _POSSESSIVE.search(view, end, at)
        if possessive:
            return possessive.start()  # "Vice President Harris's Meeting"
    while at > end and view[at - 1] == "." and not view[at - 2].isupper():
        at -= 1
    return at


def _is_common(word: str) -> bool:
    lower = word.lower().rstrip(".")
    return lower in modifiers("function_words") or len(lower) < 3 or lower.endswith(("ed", "ing", "tion", "ment"))


def compose(view: str, sentence: Sentence, chain: list[Match[Part]], floor: int) -> Draft:
    """The actor that a chain of parts names, before coreference; ``floor`` is where the actor before it ends, or else
    where its sentence begins.
    """
    first, last = chain[0], chain[-1]
    lead, head = first.value, last.value
    start, end, kind = first.char_start, last.char_end, head.kind
    if kind == "pronoun" or kind == "reference":
        mention = ActorMention(start, end, None, None, None, "pronoun", "coreference", start)
        return Draft(mention, None, True, head.name, head.plural, None, sentence.seq)
    country, belongs, titles = None, True, ()
    served = lead.kind == "body" and lead.role == "IGO" and lead.country is None
    leader = None
    for match in chain:
        part = match.value
        if part.kind == "person" and match is not last:
            at = match.char_start
            leader = ActorMention(at, match.char_end, part.name, part.country, part.role, "person", "lexicon", at)
        if not (served and part.kind == "person"):  # "the EU's top diplomat, X"
            country = country or part.country
        if part.kind in _ORGANISED:
            belongs = False
        elif part.title and part.kind == "role" and part.name:
            titles = (*titles, part.name)
    name, role = head.name, head.role
    if kind == "role":
        if len(chain) > 1:
            role = _role(chain)
        kind = "people" if head.plural else "force" if role in _ARMED and not head.title else "office"
        if head.title and not head.plural:
            short = end + (head.cased and view[end : end + 1] == ".")
            named = _name_end(view, short, sentence.char_end, sentence.case != "mixed")
            if named > short:
                kind, name, end = "person", " ".join(view[short:named].split()), named
                called = _CALLED.match(view, end, sentence.char_end) if view[end : end + 1] == " " else None
                if called:
                    kind, end = "group", called.end()
        unit = _UNIT_NUMBER.match(view, end, sentence.char_end) if kind == "force" else None
        end = unit.end() if unit else end
    elif kind == "seat":
        kind = "state"
    elif kind == "agency":
        kind = "force" if role == "MIL" else "office"
    elif kind == "body" and country:
        role, kind = "GOV", "office"
    if served and kind == "person":
        role = "IGO"
    suffix = _SUFFIX.match(view, end, sentence.char_end) if kind == "person" else None
    end = suffix.end() if suffix else end
    owner = _owner(view, first) if lead.kind == "pronoun" and len(chain) > 1 else None
    if len(chain) > 1 or head.kind not in ("person", "demonym"):
        counts = head.kind in ("role", "people", "group") and owner is None
        start = opening(view, floor, start, counts, len(chain) == 1 and head.kind in _NAMED)
    initials, words = pointing()
    definite = view[start] in initials and words.match(view, start) is not None
    acronym = None
    if "(" in view[end : end + 2] and head.kind not in ("person", "demonym", "people"):
        acronym = _ACRONYM.match(view, end, sentence.char_end)
        end = acronym.end() if acronym else end
    via = "lexicon" if len(chain) == 1 else "composed"
    mention = ActorMention(start, end, name, country, role, kind, via, last.char_start)
    ethnic = lead.kind in ("demonym", "people") and "ethnic " in view[start : first.char_start].lower()
    short = acronym[1] if acronym else None
    stateless = not belongs and country is None
    return Draft(mention, owner, definite, None, head.plural, short, sentence.seq, stateless, ethnic, titles, leader)


def _role(chain: list[Match[Part]]) -> str | None:
    """The role of a group whose head is a role noun behind other parts: that of the body it serves, if any."""
    head = chain[-1].value
    for match in chain[:-1]:
        part = match.value
        if part.kind == "group" and part.role and part.role != "CVL":
            return part.role
        if part.kind == "person" and (part.role == "REB" or head.role == "IGO"):
            return part.role  # "Putin allies"
        if part.kind == "body" and not any(m.value.kind in ("demonym", "state") for m in chain):
            return part.role
        if part.kind == "role" and part.role in ("OPP", "REB") and head.role in ("GOV", "MIL"):
            return part.role
        if part.kind == "agency" and head.role in ("GOV", "MIL"):
            return part.role
    return head.role


def joined(view: str, drafts: list[Draft]) -> list[Draft]:
    """Heads joined to what they are of: "the commander of a Ukrainian battalion", "Iran's mission to the UN".

    The state comes from what stands behind "of" and "for" where the head has none; behind "in" only for an
    office and its seat.
    """
    found: list[Draft] = []
    for draft in drafts:
        left = found[-1] if found else None
        link = _link(view, left, draft) if left is not None and draft.reference is None else None
        if link is not None and _may_join(link, left, draft) and not (link == "to" and _is_sent(view, left.mention)):
            a, b = left.mention, draft.mention
            serving = left.stateless and (a.role == "IGO" or link == "for")  # "the UN envoy for X"
            posted = link == "to" and a.name not in _words("attached_to")
            given = a.country or (b.country if not (posted or serving) else None)
            sent = b.role == "IGO" and a.kind == "office" and not given  # "an envoy of the Secretary-General"
            role = b.role if sent or _serves(a, b, link) else a.role
            left.mention = ActorMention(a.char_start, b.char_end, a.name, given, role, a.kind, "composed", a.head_start)
            left.owner = left.owner or draft.owner
            left.leader = left.leader or (b if b.kind == "person" else draft.leader)  # "the convoy of President X"
            left.stateless = left.stateless or (not given and (draft.stateless or b.role == "IGO"))
            continue
        found.append(draft)
    return found


def _link(view: str, left: Draft, right: Draft) -> str | None:
    """The preposition between two actors, in lower case, where there is nothing else."""
    start, end = left.mention.char_end, right.mention.char_start
    if end - start > _LONGEST_LINK or left.mention.kind not in _HEADS:
        return None
    link = _OF.match(view, start)
    return link[1].lower() if link and link.end() == end else None


def _serves(a: ActorMention, b: ActorMention, link: str) -> bool:
    """Whether those of a body act in its role: "the leader of Hamas", "two companies of the regiment"."""
    if b.kind in ("group", "body"):
        return a.role in ("GOV", "MIL", "REB") and link in _words("serving_links")
    return a.role == "BUS" and b.role == "MIL" and link == "of"


def _is_sent(view: str, actor: ActorMention) -> bool:
    """Whether an actor is the object of a verb of sending, whose "to" says where ("sent an envoy to X")."""
    start = actor.char_start
    before = view[max(0, start - _LONGEST_LINK) : start].split()
    return not _words("sending").isdisjoint(word.lower() for word in before[-_NEAR_VERB:])


def _may_join(link: str, left: Draft, right: Draft) -> bool:
    a, b = left.mention, right.mention
    if link == "from" and left.owner and a.kind == "people":
        return False  # "evacuated its citizens from Sudan"
    if a.kind == "person":
        return link == "of" and b.kind == "state"
    if link == "to":
        return a.name in _words("posted_to") or a.name in _words("attached_to")
    if link in _words("working_links"):
        name = (a.name or "").split(" ")[-1]
        carried = link == "in" and left.plural  # "soldiers in French aircraft"
        if not carried and a.country is None and b.country and b.kind in _EMPLOYERS and name in _words("employed"):
            return True  # "an official at the Kenyan foreign ministry", "a commander in the Kenyan army"
        seated = a.kind == "office" and b.kind == "state" and name in _words("seated_in")
        return link == "in" and seated and not left.plural
    return b.kind in ("state", "force", "group", "body", "office", "people", "person") and (
        a.country is None or b.country in (a.country, None)
    )
