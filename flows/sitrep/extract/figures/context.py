"""What a figure takes from beyond its own words: the line over its list, the topic, the figure it restates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from sitrep import lexicons
from sitrep.extract.figures.binding import Scene
from sitrep.extract.figures.forces import Forces
from sitrep.extract.figures.governed import Governed
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.losers import HIT
from sitrep.extract.figures.questions import asked
from sitrep.extract.figures.roles import Roles, closed, speech_forms, words
from sitrep.extract.figures.rows import TOLD, Figure, Lead
from sitrep.extract.figures.surroundings import NOBODY, Force
from sitrep.extract.figures.units import Units
from sitrep.model import ActorMention, Mentions, Page, Sentence, Token

_UNREAD: Any = object()
_OPENING = 6
# The longest line that names a side over a list, in tokens.
_SIDE = 12
_TOLD_OF = 12
# How many tokens behind a count its other time may stand, and how long a year is written.
_TIME, _YEAR = 4, 4
# The blocks that stand over a list, and what a title alone can tell of all that is in it.
_HEADINGS = frozenset({"heading", "title"})
_TITLED = frozenset({"supplied", "casualties", "destroyed"})


@cache
def _setting(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The single words, and the phrases, of a group of ``units_context``."""
    entries = lexicons.load("units_context")[group]
    return frozenset(e for e in entries if " " not in e), tuple(e for e in entries if " " in e)


@cache
def _restating_ends() -> tuple[str, ...]:
    return tuple(words("restating_ends"))


class Context:
    """Answers about one page."""

    def __init__(self, page: Page, mentions: Mentions, units: Units, scene: Scene, forces: Forces):
        self.page, self.mentions, self.units, self.scene, self.forces = page, mentions, units, scene, forces
        self._leads: dict[int, Lead | None] = {}

    def speaks(self, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether the group is who says so: "two diplomats said", "according to two survivors", "as one put it"."""
        nxt = tokens[group.end].lower if group.end < len(tokens) else ""
        before = [t.lower for t in tokens[max(0, group.start - 2) : group.start]]
        behind = [t.lower for t in tokens[group.end : group.end + 2]]
        if " ".join(before) in words("sourcing") or " ".join(behind) in words("wording"):
            return True
        if behind[1:] and behind[1] in words("struck_down"):
            # "five soldiers reported killed"
            return False
        return nxt in speech_forms() and group.hit is not None and nxt not in words("showing", "awaited")

    def labelled(self, governed: Governed, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether a label opens the line that tells of the group: "killed: 40 regulars and 60 irregulars"."""
        label = governed.how in ("adjective", "list") and governed.token < group.start
        return label and any(t.text in words("list_marks") | {","} for t in tokens[governed.token : group.start])

    def delta(self, group: Group, made: list[Figure]) -> Figure | None:
        """The figure that a signed number in brackets adds to: "10,805 (+8)"."""
        number = group.number
        view = self.page.view
        signed = (
            view[number.char_start : number.char_start + 1] == "+"
            or view[number.number_start - 1 : number.number_start] == "+"
        )
        if made and signed and view[max(0, number.char_start - 2) : number.char_start].strip().endswith("("):
            return made[-1]
        return None

    def lead(self, sentence: Sentence) -> Lead | None:
        """What stands over the list that a bullet is in."""
        page = self.page
        if page.blocks[sentence.block].kind != "bullet":
            return None
        known = self._leads.get(sentence.block, _UNREAD)
        if known is not _UNREAD:
            return known
        seq = sentence.block - 1
        while seq >= 0 and page.blocks[seq].kind == "bullet" and seq not in self._leads:
            seq -= 1
        if seq >= 0 and page.blocks[seq].kind == "bullet":
            lead = self._leads[seq]
        else:
            lead = self._lead_of(seq) if seq >= 0 else None
        for block in range(seq + 1, sentence.block + 1):
            self._leads[block] = lead
        return lead

    def question(self, sentence: Sentence, group: Group) -> Lead | None:
        """What the question before asks, where the group answers it."""
        block = self.page.blocks[sentence.block]
        if block.kind not in ("answer", "paragraph", "quote") or block.seq == 0:
            return None
        known = self._leads.get(block.seq, _UNREAD)
        if known is _UNREAD:
            before = self.page.blocks[block.seq - 1]
            text = self.page.view[before.char_start : before.char_end].rstrip()
            sentences = self.scene.within(before.seq) if text.endswith("?") else ()
            known = asked(self.page, self.units, sentences)
            if known is not None:
                actors = [a for a in self.mentions.within("actors", before.char_start, before.char_end) if a.country]
                known.force = self.forces.named(actors[0]) if actors else NOBODY
            self._leads[block.seq] = known
        if known is None or sentence.seq > self.scene.within(block.seq)[0].seq + 1:
            return None
        if group.hit is not None:
            return known if group.hit.unit.kind == known.kind else None
        opens = len(self.page.view[block.char_start : group.number.char_start].split()) <= _OPENING
        return known if opens and group.form == "elided" else None

    def _lead_of(self, seq: int) -> Lead | None:
        block = self.page.blocks[seq]
        text = self.page.view[block.char_start : block.char_end].rstrip()
        headed = block.kind in _HEADINGS
        if not text.endswith(":") and not headed:
            return None
        sentences = self.scene.within(seq)
        if not sentences:
            return None
        sentence = sentences[-1]
        tokens = self.page.tokens(sentence)
        roles = Roles(tokens)
        told = [n.role for n in roles.nouns]
        # "Equipment lost by the Armed Forces:" tells of what befell it, and not of their size.
        role = next((role for role in told if role != "strength"), None)
        role = role or next((v.object_role for v in roles.verbs if v.object_role), None) or next(iter(told), None)
        actors = [a for a in self.mentions.within("actors", sentence.char_start, sentence.char_end) if a.country]
        side = self._side_over(text, tokens, actors) if role is None else None
        if side is not None:
            return Lead(None, side, None, "personnel")
        if role is None or (headed and role not in TOLD | {"destroyed", "supplied"}):
            return None
        if block.kind == "title" and role not in _TITLED:
            # "Five killed in Gao" stands over a list of other things.
            return None
        actors = [a for a in self.mentions.within("actors", sentence.char_start, sentence.char_end) if a.country]
        force = self.forces.named(actors[0]) if actors else NOBODY
        enemy = any(t.lower in words("enemy") for t in tokens)
        if enemy:
            force = Force(None, None, self.forces.sides.foe)
        hits = self.units.hits_in(sentence.char_start, sentence.char_end)
        kinds = {h.unit.kind for h in hits if h.unit.noun not in words("also_adjectives")}
        kind = "civilian" if "civilian" in kinds else "personnel" if kinds or force.country or enemy else None
        lost = [i for i, t in enumerate(tokens) if t.lower in words("loss_nouns")]
        if force.country is None and any(i and tokens[i - 1].lower in words("own") for i in lost):
            force, kind = Force(None, None, self.forces.sides.issuer, True), "personnel"
        if kind is None and role in HIT and self.forces.sides.official:
            # A ministry's list of what was destroyed tells of the other side's losses.
            force, kind = Force(None, None, self.forces.sides.foe, True), "personnel"
        dates = [
            d
            for d in self.mentions.within("dates", sentence.char_start, sentence.char_end)
            if d.edtf and not d.dateline and not self._bracketed(sentence, d.char_start)
        ]
        return Lead(role, force, dates[-1] if dates else None, kind)

    def _side_over(self, text: str, tokens: Sequence[Token], actors: Sequence[ActorMention]) -> Force | None:
        """Whose side a line over a list names and tells nothing else of: "On the side of the army:"."""
        lowers = [t.lower for t in tokens]
        acts = closed("be", "have", "modals", "do")
        if not text.endswith(":") or len(lowers) > _SIDE or not acts.isdisjoint(lowers):
            return None
        if not words("enemy").isdisjoint(lowers):
            return Force(None, None, self.forces.sides.foe)
        if not words("sides").isdisjoint(lowers) and not words("ours").isdisjoint(lowers):
            return Force(None, None, self.forces.sides.issuer, True)
        armed = [a for a in actors if a.kind in ("force", "group")]
        if armed:
            return self.forces.named(armed[0])
        if words("sides").isdisjoint(lowers) or words("forces").isdisjoint(lowers):
            return None
        return self.forces.named(actors[0]) if actors else Force(None, None, self.forces.sides.issuer, True)

    def _bracketed(self, sentence: Sentence, char: int) -> bool:
        before = self.page.view[sentence.char_start : char]
        return before.count("(") > before.count(")")

    def topic(self, sentence: Sentence, group: Group, tokens: Sequence[Token]) -> str | None:
        """The role that was spoken of before a restated number: "How many died? Tehran admits to 190,000"."""
        here = Roles(tokens[: group.start])
        # "the air force reports 12 missiles" tells of no size.
        bodies = words("bodies", "forces")
        named = [n for n in here.nouns if n.role != "deployed" and tokens[n.start].lower not in bodies]
        found = [(n.start, n.role) for n in named] + [
            (v.start, v.subject_role) for v in here.verbs if v.subject_role in TOLD
        ]
        if found:
            return max(found)[1]
        for earlier in self.scene.before(sentence):
            roles = Roles(self.page.tokens(earlier))
            if roles.nouns:
                return roles.nouns[0].role
            told = [v.subject_role for v in roles.verbs if v.subject_role in TOLD]
            return told[-1] if told else None
        return None

    def anaphor(self, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether the count goes back to what was told before it: "the figure is 600", "admits to 190"."""
        nouns, links, restating = words("anaphors"), words("links"), words("restating")
        before = [t.lower for t in tokens[max(0, group.start - 3) : group.start]]
        pair = " ".join(before[-2:])
        one = pair.rsplit(" ", 1)[-1].strip('"“”')
        if pair in restating or (one in restating and len(one) > 4) or pair.rstrip('"“ ').endswith(_restating_ends()):
            return True
        if len(tokens) > 2 and " ".join(before[:-1] if group.start > 2 else before[: group.start - 1]) in restating:
            return True
        for k in range(group.start - 1, max(-1, group.start - 6), -1):
            lower = tokens[k].lower
            if lower in nouns:
                return True
            if not (lower in links or lower in '"“”‘'):
                break
        return self._number_of_those(group, tokens)

    def set_against(self, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether the count is held against that of another time: "14,000 troops, against 8,500 a year ago"."""
        if group.hit is not None or not group.start or tokens[group.start - 1].lower not in words("held_against"):
            return False
        behind = tokens[group.end : group.end + _TIME]
        return any(t.lower in closed("time_nouns") or (t.text.isdigit() and len(t.text) == _YEAR) for t in behind)

    def _number_of_those(self, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether the number is that of those whom a clause tells: "the number who reach a brigade is 18,000"."""
        k = group.start - 1
        if group.hit is not None or k < 3 or tokens[k].lower not in closed("be"):
            return False
        for j in range(k - 1, max(0, k - _TOLD_OF), -1):
            if tokens[j].lower in words("anaphors"):
                return tokens[j + 1].lower in words("relative_pronouns")
            if tokens[j].lower in words("clause_ends") - words("relative_pronouns"):
                return False
        return False

    @cached_property
    def of_hostages(self) -> bool:
        """Whether the page tells of hostages: its captives are no prisoners of war."""
        return not words("hostages").isdisjoint(self.page.folded.text.split(" "))

    @cached_property
    def at_war(self) -> bool:
        war, sport = self.words_of_war_and_sport
        return war >= 3 and war >= 2 * sport

    @cached_property
    def words_of_war_and_sport(self) -> tuple[int, int]:
        """How many words of war and of sport the page has."""
        text = self.page.folded.text
        present = set(text.split(" "))
        war, sport = (
            len(single & present) + sum(f" {phrase} " in text for phrase in phrases)
            for single, phrases in (_setting("military"), _setting("sports"))
        )
        return war, sport
