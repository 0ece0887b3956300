"""Figures told in sentences: each count with its noun, role, force, place, date and modality."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitrep import lexicons
from sitrep.extract.figures import fitting
from sitrep.extract.figures.binding import NO_DATE, NO_PLACE, Scene, speech_forms
from sitrep.extract.figures.forces import NOBODY, Force, Forces, source_actor
from sitrep.extract.figures.governors import Governed, Governors, inherent, words
from sitrep.extract.figures.groups import Group, Reader
from sitrep.extract.figures.roles import Roles
from sitrep.extract.figures.units import Unit, Units
from sitrep.ids import row_id
from sitrep.model import DateMention, Mentions, NumberMention, Page, PlaceMention, Sentence, Token
from sitrep.scope import modality_at

Row = dict[str, Any]

_FORCES = frozenset({"recruited", "deployed", "surrendered", "deserted", "withdrawn", "trained", "reinforcing", "strength", "casualties", "released"})
_TOLD = frozenset({"killed", "wounded", "captured", "missing", "casualties", "released"})
_STRONG = frozenset({"killed", "wounded", "captured", "destroyed", "missing", "reinforcing", "recruited", "supplied", "requested", "released", "deserted", "withdrawn", "surrendered", "casualties"})
_DELTA = re.compile(r"\(\s?$")
_NONE = re.compile(r"\b(?:no|none)\b")
_ARTICLE = re.compile(r"\b(?:an?|no|none|single|another)\b")
_CIVILIANS_AMONG = re.compile(r"\b(?:\w+ of (?:them|whom)(?: were)?|including [\w,]+|among them [\w,]+) civilians\b")
_UNREAD: Any = object()


@dataclass
class Figure:
    """A figure on its way to a row: what later figures may take from it."""

    group: Group
    kind: str
    role: str
    unit: str | None
    force: Force
    place: PlaceMention | None
    date: DateMention | None
    sentence: Sentence
    governed: Governed | None


@dataclass
class Lead:
    """What the line over a list tells of its bullets ("Total losses of the enemy from ... to ...:")."""

    role: str | None
    force: Force
    date: DateMention | None


class Prose:
    """Reads the figures of one page's sentences."""

    def __init__(self, page: Page, mentions: Mentions, units: Units):
        self.page, self.mentions, self.units = page, mentions, units
        self.scene = Scene(page, mentions)
        self.forces = Forces(page, mentions)
        self._last: dict[int, Figure] = {}
        self._latest: Figure | None = None
        self._leads: dict[int, Lead | None] = {}

    @cached_property
    def _context(self) -> tuple[int, int]:
        """How many words of war and of sport the page has."""
        groups = lexicons.load("units_context")
        text = self.page.folded.text
        war = sum(f" {word} " in text for word in groups["military"])
        sport = sum(f" {word} " in text for word in groups["sports"])
        return war, sport

    @cached_property
    def at_war(self) -> bool:
        war, sport = self._context
        return war >= 3 and war >= 2 * sport

    def read(self) -> list[Row]:
        """The rows of all sentences outside tables, in order."""
        tables = {b.seq for b in self.page.blocks if b.kind == "table"}
        rows: list[Row] = []
        for sentence, numbers, articles in self._triggered():
            if sentence.block not in tables:
                rows.extend(self._sentence(sentence, numbers, articles))
        return rows

    def _triggered(self) -> list[tuple[Sentence, list[NumberMention], bool]]:
        """The sentences with a number that may count, or a noun that an article may count."""
        sentences = self.page.sentences
        starts = [s.char_start for s in sentences]
        found: dict[int, tuple[list[NumberMention], bool]] = {}
        for number in self.mentions.numbers:
            if number.kind == "count":
                i = bisect_right(starts, number.number_start) - 1
                found.setdefault(i, ([], False))[0].append(number)
        view = self.page.view
        for hit in self.units.hits:
            before = view[max(0, hit.char_start - 48) : hit.char_start].lower()
            if not (_NONE if hit.unit.plural else _ARTICLE).search(before):
                continue
            i = bisect_right(starts, hit.char_start) - 1
            if i >= 0 and hit.char_start < sentences[i].char_end:
                numbers, _ = found.get(i, ([], True))
                found[i] = (numbers, True)
        return [(sentences[i], numbers, articles) for i, (numbers, articles) in sorted(found.items())]

    def _sentence(self, sentence: Sentence, numbers: list[NumberMention], articles: bool) -> list[Row]:
        page = self.page
        tokens = page.tokens(sentence)
        if not tokens or len(tokens) > 1200:
            return []
        hits = self.units.hits_in(sentence.char_start, sentence.char_end)
        roles = Roles(tokens)
        if not hits and not roles.verbs and not roles.adjectives and not roles.nouns and not self._last.get(sentence.block):
            return []
        actors = self.mentions.within("actors", sentence.char_start, sentence.char_end)
        every = self.mentions.within("numbers", sentence.char_start - 40, sentence.char_end)
        reader = Reader(tokens, self.units, roles, actors, every, page.view)
        groups = self._groups(reader, numbers, hits if articles else [])
        if not groups:
            return []
        names = {}
        for mention in [*actors, *self.mentions.within("places", sentence.char_start, sentence.char_end)]:
            a = reader.index.get(mention.char_start)
            if a is not None and page.view[mention.char_start].isupper():
                names[a] = max(names.get(a, 0), reader.token_from(mention.char_end))
        governed = Governors(tokens, roles, groups, names).read()
        made: list[Figure] = []
        rows: list[Row] = []
        for group, governor in zip(groups, governed, strict=True):
            row = self._figure(sentence, tokens, actors, group, governor, made)
            if row is not None:
                rows.append(row)
        if made:
            self._last[sentence.block] = made[-1]
        return rows

    def _groups(self, reader: Reader, numbers: list[NumberMention], hits: Sequence) -> list[Group]:
        groups: list[Group] = []
        for number in numbers:
            if number.low is not None and number.low < 0:
                continue
            if any(h.unit.model and h.char_start < number.number_start < h.char_end for h in reader.units.hits_in(number.number_start - 24, number.number_start)):
                continue
            group = reader.behind(number)
            before = reader.before(number)
            if before is not None and (group is None or group.form == "elided" or before.start <= 1):
                group = before
            if group is not None:
                groups.append(group)
        taken = {g.hit.char_start for g in groups if g.hit} | {g.coordinated.char_start for g in groups if g.coordinated}
        for hit in hits:
            if hit.char_start not in taken:
                group = reader.with_article(hit)
                if group is not None and not any(g.start <= group.start < g.end for g in groups):
                    groups.append(group)
        groups.sort(key=lambda g: (g.start, g.end))
        for a, b in zip(groups, groups[1:], strict=False):
            joined = [t.lower for t in reader.tokens[a.end : b.start]]
            if a.people is not None and a.hit is None and b.hit is not None and joined in (["and"], [","], ["or"], [",", "and"]):
                # "255 British and 649 Argentine servicemen": the noun stands once.
                a.hit, a.form = b.hit, "noun"
            if a.form == "part" and a.hit is b.hit:
                b.whole = True
        return groups

    def _figure(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        actors: Sequence,
        group: Group,
        governed: Governed | None,
        made: list[Figure],
    ) -> Row | None:
        earlier = made[-1] if made else self._earlier(sentence)
        restated = (governed is None or governed.how == "far") and self._anaphor(group, tokens)
        anaphor = group.hit is None and group.people is None and (restated or self._anaphor(group, tokens))
        if restated and governed is not None:
            governed = None
        if anaphor and earlier is None:
            earlier = self._latest if self._latest and 0 <= sentence.block - self._latest.sentence.block <= 3 else None
        if self._speaks(group, tokens):
            return None
        unit = group.hit.unit if group.hit else None
        delta = self._delta(group, made)
        lead = self._lead(sentence) if governed is None or governed.how == "noun" else None
        if lead is not None and lead.role and governed is None:
            governed = Governed(lead.role, "lead", group.start)
        if governed is None and restated and earlier is not None and group.hit is not None and earlier.kind == group.hit.unit.kind:
            governed = Governed(earlier.role, "topic", group.start)
        if governed is None and restated:
            topic = self._topic(sentence, group, tokens)
            governed = Governed(topic, "topic", group.start) if topic else None
        kind = delta.kind if delta else self._kind(group, governed, earlier, anaphor)
        if kind is None:
            return None
        char = tokens[group.start].char_start
        end = tokens[group.end - 1].char_end if group.end > group.start else char
        behind = self.scene.place_behind(sentence, end, end + 90)
        number = group.number
        modality, source_start, source_end, cue = modality_at(self.mentions, sentence, number.number_start, number.number_end)
        planned = modality in ("planned", "hypothetical")
        role = fitting.role_of(governed, group, kind, tokens, behind, earlier.role if earlier else None, planned)
        if delta is not None:
            role = delta.role
        if (role is None or anaphor and role in ("strength", "other", "deployed")) and earlier is not None and (anaphor or group.form in ("partitive", "others")):
            role = earlier.role
        kind = self._settled(kind, role, unit, group, sentence)
        if role is None:
            role = "other"
        if not self._kept(group, governed, kind, role, unit, sentence, anaphor):
            return None
        if group.negated or number.high == 0:
            modality = "negated"
        at = tokens[governed.token].char_start if governed and governed.how != "list" else char
        place, place_inferred = self.scene.place(sentence, char, planned)
        date, date_inferred = self.scene.date(sentence, at if governed and governed.how in ("object", "passive", "subject") else char, planned)
        speaker = source_actor(cue, actors, source_start, source_end)
        force = self.forces.of(
            group, governed, role, kind, tokens, actors, place, speaker, self._known_force(earlier, sentence, kind)
        )
        if lead is not None:
            force = lead.force if force.country is None else force
            date = lead.date if date is None else date
        if delta is not None:
            force, date = delta.force, None
        figure = Figure(group, kind, role, unit.noun if unit else None, force, place, date, sentence, governed)
        made.append(figure)
        self._latest = figure
        flags = set(sentence.flags) - {"truncated"}
        if place_inferred or date_inferred:
            flags.add("inferred")
        if number.qualifier == "vague":
            flags.add("vague")
        name = self._unit_name(group)
        return self.row(
            number, sentence.block, None, kind, name, role, force, place, date, modality,
            (source_start, source_end), cue, flags, self._confidence(group, governed, sentence, role),
        )  # fmt: skip

    def _known_force(self, earlier: Figure | None, sentence: Sentence, kind: str) -> Force | None:
        """The force of the figure before, in the paragraph or just above it."""
        if earlier is not None:
            return earlier.force
        latest = self._latest
        if latest is not None and sentence.block - latest.sentence.block <= 2 and (latest.kind == "civilian") == (kind == "civilian"):
            return latest.force
        return None

    def _speaks(self, group: Group, tokens: Sequence[Token]) -> bool:
        """Whether the group is who says so ("two diplomats said")."""
        nxt = tokens[group.end].lower if group.end < len(tokens) else ""
        return nxt in speech_forms() and group.hit is not None and nxt not in ("read", "found", "see", "seen", "showing", "posted", "post", "posts")

    def _delta(self, group: Group, made: list[Figure]) -> Figure | None:
        """The figure that a signed number in brackets adds to: "10,805 (+8)"."""
        number = group.number
        view = self.page.view
        signed = view[number.char_start : number.char_start + 1] == "+" or view[number.number_start - 1 : number.number_start] == "+"
        if made and signed and view[max(0, number.char_start - 2) : number.char_start].strip().endswith("("):
            return made[-1]
        return None

    def _lead(self, sentence: Sentence) -> Lead | None:
        """What stands over the list that a bullet is in."""
        page = self.page
        if page.blocks[sentence.block].kind != "bullet":
            return None
        known = self._leads.get(sentence.block, _UNREAD)
        if known is not _UNREAD:
            return known
        seq = sentence.block - 1
        while seq >= 0 and page.blocks[seq].kind == "bullet":
            seq -= 1
        lead = self._lead_of(seq) if seq >= 0 else None
        for block in range(seq + 1, sentence.block + 1):
            self._leads[block] = lead
        return lead

    def _lead_of(self, seq: int) -> Lead | None:
        block = self.page.blocks[seq]
        text = self.page.view[block.char_start : block.char_end].rstrip()
        if not text.endswith(":") and block.kind != "heading":
            return None
        sentences = [s for s in self.page.sentences if s.block == seq]
        if not sentences:
            return None
        sentence = sentences[-1]
        tokens = self.page.tokens(sentence)
        roles = Roles(tokens)
        role = next((n.role for n in roles.nouns), None) or next((v.object_role for v in roles.verbs if v.object_role), None)
        if role is None or block.kind == "heading" and role not in _TOLD | {"destroyed", "supplied"}:
            return None
        actors = [a for a in self.mentions.within("actors", sentence.char_start, sentence.char_end) if a.country]
        force = self.forces.named(actors[0]) if actors else NOBODY
        if any(t.lower in ("enemy", "enemy's", "occupiers", "invaders") for t in tokens):
            force = Force(None, None, self.forces.sides.against(self.forces.sides.issuer))
        dates = [d for d in self.mentions.within("dates", sentence.char_start, sentence.char_end) if d.edtf and not d.dateline]
        return Lead(role, force, dates[-1] if dates else None)

    def _topic(self, sentence: Sentence, group: Group, tokens: Sequence[Token]) -> str | None:
        """The role that was spoken of before a restated number: "Nobody knows how many died: Tehran admits to 190,000"."""
        here = Roles(tokens[: group.start])
        found = [(n.start, n.role) for n in here.nouns if n.role != "deployed"] + [(v.start, v.subject_role) for v in here.verbs if v.subject_role in _TOLD]
        if found:
            return max(found)[1]
        for earlier in self.scene.before(sentence):
            roles = Roles(self.page.tokens(earlier))
            if roles.nouns:
                return roles.nouns[0].role
            told = [v.subject_role for v in roles.verbs if v.subject_role in _TOLD]
            return told[-1] if told else None
        return None

    def _earlier(self, sentence: Sentence) -> Figure | None:
        last = self._last.get(sentence.block)
        return last if last is not None and sentence.seq - last.sentence.seq <= 2 else None

    def _anaphor(self, group: Group, tokens: Sequence[Token]) -> bool:
        nouns, restating = words("anaphors"), words("restating")
        pair = " ".join(t.lower for t in tokens[max(0, group.start - 2) : group.start])
        one = pair.rsplit(" ", 1)[-1].strip('"“”')
        if pair in restating or one in restating and len(one) > 4 or pair.rstrip('"“ ').endswith(("speak of", "spoke of", "speaks of", "not", "but", "put it at")):
            return True
        if len(tokens) > 2 and " ".join(t.lower for t in tokens[max(0, group.start - 3) : group.start - 1]) in restating:
            return True
        for k in range(group.start - 1, max(-1, group.start - 6), -1):
            if tokens[k].lower in nouns:
                return True
            if not (tokens[k].lower in words("links") or tokens[k].text in '"“”‘'):
                return False
        return False

    def _kind(self, group: Group, governed: Governed | None, earlier: Figure | None, anaphor: bool) -> str | None:
        unit = group.hit.unit if group.hit else None
        if unit is not None:
            return unit.kind
        if group.people is not None:
            return "civilian"
        if group.form == "compound":
            return "personnel"
        if group.form in ("partitive", "others"):
            if earlier is None or self._of_other(group):
                return "civilian" if governed is not None and not self._of_other(group) else None
            return earlier.kind
        if anaphor and earlier is not None:
            return earlier.kind
        if group.form == "elided" and governed is not None and governed.role in _TOLD | {"destroyed", "surrendered", "deserted", "recruited", "withdrawn"}:
            if governed.how in ("object", "adjective", "noun", "passive", "list"):
                lower = self.page.view[max(0, group.number.char_start - 4) : group.number.char_start].lower()
                if lower.endswith((" in ", " by ", " to ")) and governed.how not in ("noun",):
                    return None
                if governed.role == "destroyed" and (earlier is None or earlier.kind != "equipment"):
                    return None
                return earlier.kind if earlier is not None and earlier.kind != "formation" and (earlier.kind != "equipment" or governed.role == "destroyed") else "civilian"
        if group.form == "elided" and governed is not None and governed.how == "subject" and governed.role in ("recruited", "surrendered", "deserted"):
            return "personnel"
        if group.form == "elided" and governed is not None and earlier is not None and governed.how in ("passive", "subject", "have", "relative"):
            return earlier.kind
        if group.form == "elided" and governed is not None and governed.verb is not None and governed.verb.lemma in ("number", "total", "comprise"):
            return earlier.kind if earlier is not None else "personnel"
        if group.form == "elided" and governed is not None and governed.how == "noun" and governed.role in _FORCES:
            return "personnel"
        return None

    def _of_other(self, group: Group) -> bool:
        """Whether "of them" speaks of something else that was numbered ("290 times, 11 of them with rockets")."""
        before = [n for n in self.mentions.within("numbers", group.number.char_start - 120, group.number.char_start)]
        return group.form == "partitive" and bool(before) and before[-1].kind not in ("count", "date", "age")

    def _settled(self, kind: str, role: str | None, unit: Unit | None, group: Group, sentence: Sentence) -> str:
        """People are forces or civilians by what is told of them."""
        if group.people is not None:
            return "personnel" if role in _FORCES or role == "captured" else "civilian"
        if unit is None:
            return kind
        if unit.noun == "sailor" and role in ("captured", "released", "wounded", "missing"):
            return "personnel" if self._hard(sentence) or "nav" in self.page.view[sentence.char_start : sentence.char_end].lower() else "civilian"
        if unit.noun == "person" and group.form == "noun" and self._apart(group, sentence):
            return "personnel"
        if unit.either:
            if unit.noun in ("man", "volunteer", "sailor"):
                return "civilian" if role in ("killed", "wounded", "missing") and not self._hard(sentence) else "personnel"
            return "personnel" if role in ("recruited", "deployed", "trained") and self._hard(sentence) else "civilian"
        if unit.noun in ("person", "individual", "man", "volunteer", "national", "foreigner", "casualty", "victim", "citizen", "young man", "reserve", "rohingya") and role in (
            "recruited", "surrendered", "deserted", "trained", "strength"
        ):
            return "personnel"
        if unit.noun in ("casualty",):
            return "personnel" if self._hard(sentence) else "civilian"
        return kind

    def _apart(self, group: Group, sentence: Sentence) -> bool:
        """Whether the sentence tells the civilians among the people counted: the others are forces."""
        behind = self.page.view[group.number.char_end : sentence.char_end]
        return _CIVILIANS_AMONG.search(behind) is not None

    def _hard(self, sentence: Sentence) -> bool:
        """Whether the sentence names forces with a noun that means nothing else."""
        return any(
            not h.unit.soft and h.unit.kind in ("personnel", "formation") and not h.unit.either
            for h in self.units.hits_in(sentence.char_start, sentence.char_end)
        )

    def _kept(
        self, group: Group, governed: Governed | None, kind: str, role: str, unit: Unit | None, sentence: Sentence, anaphor: bool
    ) -> bool:
        if kind == "civilian" and role not in _TOLD | {"recruited"}:
            return False
        if unit is not None and unit.soft and not self.at_war:
            return False
        if group.form == "article":
            if group.negated:
                return governed is not None
            if role not in _STRONG and not (role == "deployed" and governed is not None and (kind == "formation" or unit.group == "vessel")):
                return False
            if kind == "equipment" and role == "captured" and unit.soft:
                return False
            if governed is not None and governed.how in ("far", "list"):
                return kind in ("formation", "personnel") and governed.how == "list" or kind == "formation" or (
                    unit.group == "vessel"
                )
        if governed is None and unit is not None and unit.noun in inherent():
            return True
        if governed is None and (unit is None or unit.soft) and group.form not in ("partitive", "others") and not anaphor:
            return False
        if role == "other" and unit is None:
            return False
        return True

    def _unit_name(self, group: Group) -> str | None:
        if group.people is not None and group.hit is None:
            text = self.page.view[group.people.char_start : group.people.char_end].lower()
            return text[:-1] if text.endswith("s") and not text.endswith("ese") else text
        if group.hit is None:
            return None
        if group.coordinated is not None:
            return f"{group.hit.unit.noun} and {group.coordinated.unit.noun}".lower()
        return group.hit.unit.noun.lower()

    def _confidence(self, group: Group, governed: Governed | None, sentence: Sentence, role: str) -> float:
        value = {"adjective": 0.95, "object": 0.95, "passive": 0.95, "subject": 0.9, "noun": 0.9, "list": 0.85, "have": 0.85, "far": 0.65}.get(
            governed.how if governed else "", 0.5
        )
        if group.form in ("elided", "others", "partitive"):
            value -= 0.1
        if group.hit is not None and group.hit.unit.soft:
            value -= 0.05
        if "garbled" in sentence.flags or "mojibake" in sentence.flags:
            value -= 0.2
        return round(value, 2)

    def row(
        self,
        number: NumberMention,
        block: int,
        cell_id: str | None,
        kind: str,
        unit: str | None,
        role: str,
        force: Force,
        place: PlaceMention | None,
        date: DateMention | None,
        modality: str,
        source: tuple[int, int],
        cue: Any,
        flags: set[str],
        confidence: float,
    ) -> Row:
        """A row of the dataset with every column but ``figure_id``."""
        page = self.page
        doc_id = page.document.doc_id
        b = page.blocks[block]
        row: Row = {
            "claim_id": None,
            "doc_id": doc_id,
            "block_id": row_id("blocks", doc_id, b.char_start, b.char_end),
            "cell_id": cell_id,
            "low": number.low,
            "best": number.best,
            "high": number.high,
            "qualifier": number.qualifier,
            "unit_kind": kind,
            "unit": unit,
            "role": role,
            "force_text": force.text,
            "force_name": force.name,
            "force_country": force.country,
            **NO_PLACE,
            **NO_DATE,
            "modality": modality,
            "source_text": page.quote(*source) if source[0] >= 0 else None,
            "modality_cue": page.quote(cue.char_start, cue.char_end) if cue is not None else None,
            "flags": sorted(flags),
            "confidence": confidence,
            "char_start": number.char_start,
            "char_end": number.char_end,
            "quote": page.quote(number.char_start, number.char_end),
        }
        if place is not None:
            row.update(
                place_text=page.quote(place.char_start, place.char_end),
                place_name=place.name,
                place_country=place.country,
                place_lat=place.lat,
                place_lon=place.lon,
                geonames_id=place.geonames_id,
                place_precision=place.precision,
            )
        if date is not None:
            row.update(
                date_id=row_id("dates", doc_id, date.char_start, date.char_end),
                date_text=page.quote(date.char_start, date.char_end),
                date_edtf=date.edtf,
                date_start=date.start,
                date_end=date.end,
                date_precision=date.precision,
                date_basis=date.basis,
                date_mod=date.mod,
            )
        return row
