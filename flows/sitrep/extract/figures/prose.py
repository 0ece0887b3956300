"""Figures told in sentences: each count with its noun, role, force, place, date and modality."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitrep import patterns as re
from sitrep.extract.figures import adjoining, fitting, openings
from sitrep.extract.figures.binding import Scene
from sitrep.extract.figures.context import Context
from sitrep.extract.figures.dating import LASTING
from sitrep.extract.figures.forces import Forces
from sitrep.extract.figures.gathering import gather
from sitrep.extract.figures.governed import HARM, Governed
from sitrep.extract.figures.governors import Governors
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.groups import Reader
from sitrep.extract.figures.headings import Headings
from sitrep.extract.figures.keeping import Keeping
from sitrep.extract.figures.kinds import Kinds
from sitrep.extract.figures.lists import list_ends
from sitrep.extract.figures.naming import unit_name
from sitrep.extract.figures.roles import Roles, heads, words
from sitrep.extract.figures.rows import TOLD, Figure, Row, row
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.subjects import source_actor
from sitrep.extract.figures.surroundings import Count, Force
from sitrep.extract.figures.triggers import Triggers, one_of_a_nation
from sitrep.extract.figures.units import Unit, Units
from sitrep.model import ActorMention, Mentions, NumberMention, Page, PlaceMention, Sentence, Token
from sitrep.scope import modality_at

# "can never obtain a nuclear weapon" counts none.
_UNREAL = frozenset({"negated", "hypothetical"})
_FUTURE = frozenset({"planned", "hypothetical"})
_WORD = re.compile(r"[a-z]+")
# From so many on, no formations are counted.
_MANY = 40
# What a denial may be of.
_DENIED = frozenset({"destroyed", "captured", "killed", "deserted", "surrendered"})
# How far behind a verb, in characters, the state may stand that gets or gives what is counted.
_TO_STATE = 9
# Roles of those whose land their courts and police act on.
_AT_HOME = frozenset({"STA", "GOV", "COP", "JUD"})
_NATIONS = frozenset({"demonym", "people"})


class Prose:
    """Reads the figures of one page's sentences."""

    def __init__(self, page: Page, mentions: Mentions, units: Units):
        self.page, self.mentions, self.units = page, mentions, units
        self.triggers = Triggers(page, mentions, units)
        self.scene = Scene(page, mentions)
        self.forces = Forces(page, mentions)
        self.headings = Headings(page, mentions, self.forces)
        self._last: dict[int, Figure] = {}
        self._latest: Figure | None = None
        self.context = Context(page, mentions, units, self.scene, self.forces)
        self.kinds = Kinds(page, mentions, units, self.context)
        self.keeping = Keeping(page, self.context)

    def read(self) -> list[Row]:
        """The rows of all sentences outside tables, in order."""
        tables = {b.seq for b in self.page.blocks if b.kind == "table"}
        rows: list[Row] = []
        for sentence, numbers, articles in self.triggers.read():
            if sentence.block not in tables and self._may_tell(sentence):
                rows.extend(self._sentence(sentence, numbers, articles))
        return rows

    def _told(self, sentence: Sentence) -> bool:
        """Whether something before a sentence may tell of what it counts: a figure, a question."""
        return bool(self._last.get(sentence.block)) or self.page.blocks[sentence.block].kind == "answer"

    def _may_tell(self, sentence: Sentence) -> bool:
        """Whether a sentence has a noun that is counted, or any word that gives a count its role."""
        start, end = sentence.char_start, sentence.char_end
        if self.units.hits_in(start, end) or self._told(sentence):
            return True
        if any(actor.kind in _NATIONS for actor in self.mentions.within("actors", start, end)):
            return True
        return not heads().isdisjoint(self.triggers.vocabulary(sentence))

    def _sentence(self, sentence: Sentence, numbers: list[NumberMention], articles: bool) -> list[Row]:
        page = self.page
        tokens = page.tokens(sentence)
        if not tokens or len(tokens) > 1200:
            return []
        hits = self.units.hits_in(sentence.char_start, sentence.char_end)
        roles = Roles(tokens)
        actors = self.mentions.within("actors", sentence.char_start, sentence.char_end)
        if not (
            hits
            or any(a.kind in _NATIONS for a in actors)
            or self._told(sentence)
            or roles.adjectives
            or roles.nouns
            or roles.verbs
        ):
            return []
        every = self.mentions.within("numbers", sentence.char_start - 40, sentence.char_end)
        reader = Reader(tokens, self.units, roles, actors, every, page.view)
        nationals = [a for a in actors if one_of_a_nation(a, page.view)]
        groups = gather(reader, numbers, hits if articles else [], nationals)
        if not groups or not any(self.kinds.may_be(group, self._earlier(sentence)) for group in groups):
            return []
        names = {}
        for mention in [*actors, *self.mentions.within("places", sentence.char_start, sentence.char_end)]:
            a = reader.token_at(mention.char_start)
            head = mention.head_start if isinstance(mention, ActorMention) else mention.char_start
            if a is not None and (page.view[mention.char_start].isupper() or page.view[head].isupper()):
                names[a] = max(names.get(a, 0), reader.token_from(mention.char_end))
        governed = Governors(tokens, roles, groups, names, self.units).read()
        made: list[Figure] = []
        rows: list[Row] = []
        ends = list_ends(groups, governed)
        for group, governor, end in zip(groups, governed, ends, strict=True):
            made_row = self._figure(sentence, tokens, actors, group, governor, made, end)
            if made_row is not None:
                rows.append(made_row)
        if made:
            self._last[sentence.block] = self._whole(made)
        return rows

    def _whole(self, made: Sequence[Figure], alike: bool = True) -> Figure:
        """The figure that one goes back to: the last, or the whole of which the last are a part, ``alike`` in kind."""
        for before, part in pairwise(made):
            opener = self.page.view[before.group.number.number_end : part.group.number.char_start].lower()
            opens = not words("list_openers").isdisjoint(_WORD.findall(opener))
            if opens and (before.kind == made[-1].kind or not alike):
                return before
        return made[-1]

    def _figure(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        actors: Sequence,
        group: Group,
        governed: Governed | None,
        made: list[Figure],
        until: int,
    ) -> Row | None:
        earlier = next((f for f in reversed(made) if not f.group.whole), made[-1] if made else self._earlier(sentence))
        if made and group.form == "others":
            # "13 people, including five police officers, and 40 others"
            earlier = self._whole(made, alike=False)
        against = bool(made) and self.context.set_against(group, tokens)
        restated = (governed is None or governed.how == "far") and (against or self.context.anaphor(group, tokens))
        resized = governed is not None and governed.resizes(tokens)
        anaphor = group.hit is None and group.people is None and not resized
        anaphor = anaphor and (restated or self.context.anaphor(group, tokens))
        # "the rebels, who number between 900 and 1,200"
        counted = governed is not None and governed.verb is not None and governed.verb.lemma in words("totalling")
        anaphor = anaphor and not (counted and governed.role == "strength")
        if anaphor and earlier is not None and earlier.kind == "equipment" and governed is not None:
            # "asked for 20 carriers for the force, whose authorised strength is 10,000"
            anaphor = tokens[governed.token].lower not in words("men_sized")
        many = group.form == "elided" and (group.number.low or group.number.high or 0) >= _MANY
        if many and earlier is not None and earlier.kind == "formation":
            # "5,000 soldiers, among them two battalions, and a further 400"
            earlier = next((f for f in reversed(made) if f.kind == "personnel"), earlier)
        more = governed is None and bool(made) and group.form == "elided" and adjoining.more_of_the_same(group, tokens)
        anaphor = anaphor or more
        if restated and governed is not None:
            governed = None
        if anaphor and earlier is None:
            earlier = self._latest if self._latest and 0 <= sentence.block - self._latest.sentence.block <= 3 else None
        if self.context.speaks(group, tokens):
            return None
        if group.form in ("others", "elided") and group.end < len(tokens) and tokens[group.end].lower == "than":
            # "sixty died, 20 more than in May"
            return None
        delta = self.context.delta(group, made)
        if delta is not None and group.hit is None:
            group.hit = delta.group.hit
        unit = group.hit.unit if group.hit else None
        listed = governed is None or governed.how == "noun" or group.form in ("label", "before", "elided")
        listed = listed or self.context.labelled(governed, group, tokens)
        lead = self.context.lead(sentence) if listed else None
        if governed is None or (governed.how == "have" and group.hit is None):
            lead = lead or self.context.question(sentence, group)
        if group.form == "label":
            governed = Governed(group.adjective, "adjective", group.start)
        if lead is not None and lead.role and (governed is None or (governed.how == "have" and group.hit is None)):
            governed = Governed(lead.role, "lead", group.start)
        if (
            governed is None
            and restated
            and earlier is not None
            and group.hit is not None
            and earlier.kind == group.hit.unit.kind
        ):
            governed = Governed(earlier.role, "topic", group.start)
        if governed is None and restated:
            topic = self.context.topic(sentence, group, tokens)
            governed = Governed(topic, "topic", group.start) if topic else None
        kind = delta.kind if delta else self.kinds.of(group, governed, earlier, anaphor, lead)
        if kind is None:
            return None
        char = tokens[group.start].char_start
        end = tokens[group.end - 1].char_end if group.end > group.start else char

        def placed() -> bool:
            """Whether a place stands behind the group in its clause."""
            behind = tokens[group.end : group.end + 3]
            there = self.scene.here(behind) or self.scene.place_behind(sentence, end, end + 90)
            return bool(there or (until > group.end and fitting.on_grounds(tokens, until)))

        def passed(link: str) -> bool:
            """Whether a state stands behind the verb, past ``link``: "will go to Ukraine", "arrived from Poland"."""
            verb = governed.verb if governed is not None else None
            at = verb.end if verb is not None else len(tokens)
            linked = tokens[at - 1].lower == link or (at < len(tokens) and tokens[at].lower == link)
            low = tokens[min(at, len(tokens) - 1)].char_start
            return linked and any(a.kind == "state" and low <= a.char_start <= low + _TO_STATE for a in actors)

        number = group.number
        modality, source_start, source_end, cue = modality_at(
            self.mentions, sentence, number.number_start, number.number_end
        )
        if source_start <= number.char_start < source_end and group.form == "article":
            # "..., a lawyer for the prison staff said".
            return None
        planned = modality in ("planned", "hypothetical")
        role = fitting.role_of(
            governed, group, kind, tokens, placed, passed, earlier.role if earlier else None, planned
        )
        if delta is not None:
            role = delta.role
        if group.excepted and role != "withdrawn":
            # "all but two were shot down" tells of the others.
            return None
        stays = role == "withdrawn" and kind == "personnel" and modality in _UNREAL and adjoining.owned(group, tokens)
        if group.excepted or stays:
            role = "deployed"
        already = governed is not None and tokens[governed.token].lower in words("by_now") and governed.how == "subject"
        already = already or (modality in _FUTURE and adjoining.done_with_part(group, governed, tokens))
        if role == "strength" and group.form == "compound" and modality in _FUTURE and adjoining.owned(group, tokens):
            # "would reinforce its 2,800-strong base"
            modality, cue = "reported" if source_start >= 0 else "asserted", None
        if stays:
            # They are there whatever was denied or threatened.
            modality, source_start, source_end, cue = "asserted", -1, -1, None
        elif already and cue is not None:
            modality, source_start, source_end, cue = modality_at(
                self.mentions, sentence, number.number_start, number.number_end, cue
            )
        if (
            (role is None or (anaphor and role in ("strength", "other", "deployed")))
            and earlier is not None
            and (anaphor or group.form in ("partitive", "others"))
        ):
            role = earlier.role
        if cue is not None and modality == "hypothetical":
            said = self.page.view[cue.char_start : cue.char_end].lower().split()
            if self._under_orders(said, role, governed):
                modality = "planned"
            elif self._there_anyway(said, role, governed):
                modality, source_start, source_end, cue = modality_at(
                    self.mentions, sentence, number.number_start, number.number_end, cue
                )
        kind = self.kinds.settled(kind, role, unit, group, governed, sentence)
        told_nothing = role is None
        if role is None:
            role = "other"
        joined = (
            governed is None
            and bool(made)
            and made[-1].governed is None
            and adjoining.goes_on(made[-1].group, group, tokens)
        )
        if not self.keeping.kept(group, governed, kind, role, unit, anaphor or joined):
            return None
        if group.form == "article" and not group.negated and modality in _UNREAL:
            if not (modality == "negated" and role in _DENIED and self._told_false(sentence)):
                # "never obtain a nuclear weapon" counts nothing.
                return None
        if told_nothing and number.best == 1 and group.form == "noun" and not joined:
            # "one gang leader has threatened a civil war"
            return None
        known = tokens[group.start].lower in words("both") or adjoining.denied_of_all(group, tokens)
        if known and role not in TOLD | {"destroyed"}:
            # "both men were telephoned", "not one of the bombs exploded"
            return None
        single = group.form == "noun" and group.end - group.start > 1 and tokens[group.start + 1].lower == "single"
        if modality == "negated" and single and not group.negated:
            # "denies that it has supplied a single gun"
            return None
        coming = governed is not None and governed.verb is not None and governed.verb.lemma in words("on_the_way")
        if coming and modality == "asserted":
            modality = "planned"
        if modality == "negated" and group.form == "partitive" and number.best == 1:
            # "have not seen one of them"
            return None
        if group.negated or number.high == 0:
            modality = "negated"
        at = tokens[governed.token].char_start if governed and governed.how != "list" else char
        place, place_inferred = self.scene.place(sentence, char, role, planned)
        if place_inferred and self._at_home(actors, governed, place, char):
            place, place_inferred = None, False
        if made and adjoining.attends(tokens, group.start):
            place = made[-1].place
        lasting = not group.negated and governed is not None and governed.lasts(tokens)
        lasting = lasting and role in LASTING
        at = at if governed and governed.how in ("object", "passive", "subject") else char
        date, date_inferred = self.scene.date(sentence, at, planned, role, lasting)
        if stays or (date is not None and modality == "planned" and self.scene.of_promise(date, cue, char)):
            date = None
        date = self.scene.at_start(sentence, date, char) if date is not None else None
        if date is not None and self.scene.since(sentence, date, tokens[group.start].char_start, date_inferred):
            date = self.scene.opened(date)
        speaker = source_actor(actors, source_start, source_end)
        listed = bool(made) and (joined or (governed is not None and governed.how == "list" and place is None))
        led = lead.force if lead is not None and lead.force.country else None
        before = self._whole(made) if made and group.form == "elided" else earlier
        known = led or self._known_force(before, sentence, kind, listed)
        alike = self._alike(earlier, unit)
        same = self._spoken_of_before(group, made, tokens) if not alike else None
        if same is not None:
            known, alike = same.force, True
        beside = made[-1].number_start if made and made[-1].harmed else -1
        # In the section of a country those who fall are of it, wherever they fell.
        ground = place or (self.scene.section(sentence.block) if role in HARM else None)
        force = self.forces.of(
            Count(group, governed, role, kind, tokens, actors, ground, speaker, known, alike, beside, bool(made))
        )
        headed = self.headings.force(sentence.block) if kind != "civilian" and role not in HARM else None
        if headed is not None and not self.headings.contradicted(force, actors):
            force = headed
        if lead is not None:
            force = lead.force if force.country is None else force
            date = lead.date if date is None else date
        if delta is not None:
            force, date = delta.force, None
        if told_nothing and kind != "civilian" and (number.best != 1 or joined):
            # Forces of which nothing else is told are there, or go on from the sizes told before them.
            sizes = earlier is not None and earlier.role == "strength" and (made or openings.lists(tokens))
            role = "strength" if sizes else "deployed"
        figure = Figure(group, kind, role, unit.noun if unit else None, force, place, date, sentence, governed)
        made.append(figure)
        self.kinds.remember(figure)
        self._latest = figure
        flags = set(sentence.flags) - {"truncated"}
        if place_inferred or date_inferred or force.inferred:
            flags.add("inferred")
        if number.qualifier == "vague":
            flags.add("vague")
        name = unit_name(self.page, group)
        return row(
            self.page, number, sentence.block, None, kind, name, role, force, place, date, modality,
            (source_start, source_end), cue, flags, self._confidence(group, governed, sentence, force),
        )  # fmt: skip

    def _at_home(
        self, actors: Sequence[ActorMention], governed: Governed | None, place: PlaceMention, char: int
    ) -> bool:
        """Whether a state or its police arrest or try them: at home, and not in another state told of before."""
        verb = governed.verb if governed is not None and governed.how == "object" else None
        if verb is None or verb.lemma not in words("at_home"):
            return False
        doing = [a for a in actors if a.char_end < char and a.country and a.via not in GUESSED]
        return bool(doing) and doing[-1].role in _AT_HOME and doing[-1].country != place.country

    def _under_orders(self, said: Sequence[str], role: str | None, governed: Governed | None) -> bool:
        """Whether an order is given that will be obeyed: "has been ordered to send two battalions"."""
        ordered = len(said) > 1 and said[0] in words("ordered") and said[-1] == "to"
        return ordered and role == "reinforcing" and governed is not None

    def _there_anyway(self, said: Sequence[str], role: str | None, governed: Governed | None) -> bool:
        """Whether those counted were there whatever came of it: "tried to storm it with 12 tanks"."""
        verb = governed.verb if governed is not None else None
        if role == "deployed" and said[:1] and said[0] in words("attempting"):
            return True
        moved = verb is not None and governed.how == "object" and verb.lemma.split()[0] == "order"
        return moved and len(said) == 1 and said[0] in words("ordered")

    def _told_false(self, sentence: Sentence) -> bool:
        """Whether the next sentence denies what this one tells: "claims to have shot down an F-16. This is false"."""
        return sentence.seq + 1 < len(self.page.sentences) and self._denies(self.page.sentences[sentence.seq + 1])

    def _denies(self, sentence: Sentence) -> bool:
        text = self.page.view[sentence.char_start : sentence.char_end].lower()
        return not words("falsehoods").isdisjoint(_WORD.findall(text))

    def _spoken_of_before(self, group: Group, made: Sequence[Figure], tokens: Sequence[Token]) -> Figure | None:
        """The figure of the sentence that a part is of, past others: "140 drones and 17 bombs; 119 of the drones"."""
        part = [t.lower for t in tokens[group.start : group.end]]
        if group.hit is None or "of" not in part or words("the").isdisjoint(part):
            return None
        return next((f for f in reversed(made) if f.unit == group.hit.unit.noun), None)

    def _alike(self, earlier: Figure | None, unit: Unit | None) -> bool:
        return earlier is not None and unit is not None and earlier.unit == unit.noun

    def _known_force(self, earlier: Figure | None, sentence: Sentence, kind: str, listed: bool) -> Force | None:
        """The force of the figure before, in the paragraph or just above it."""
        if earlier is not None:
            alike = kind != "civilian" or earlier.kind == "civilian" or listed
            return earlier.force if alike else None
        if self.page.blocks[sentence.block].kind == "answer":
            return None
        headed = self.headings.force(sentence.block) if kind != "civilian" else None
        if headed is not None:
            return headed
        latest = self._latest
        listed = self.page.blocks[sentence.block].kind == "bullet"
        if (
            latest is not None
            and kind != "civilian"
            and (not listed or self.page.blocks[latest.sentence.block].kind == "bullet")
            and sentence.block - latest.sentence.block <= 2
            and latest.kind != "civilian"
            and self.scene.section(latest.sentence.block) == self.scene.section(sentence.block)
            and not self.headings.turn_from(latest.force, latest.sentence.block, sentence.block)
        ):
            return latest.force
        return self._spoken_of(sentence) if kind == "personnel" else None

    def _spoken_of(self, sentence: Sentence) -> Force | None:
        """The forces or nation that the sentence before speaks of last."""
        before = next(iter(self.scene.before(sentence)), None)
        if before is None:
            return None
        known = [
            a
            for a in self.mentions.within("actors", before.char_start, before.char_end)
            if a.country and a.kind in ("people", "force", "group", "demonym") and a.via != "context"
        ]
        return self.forces.named(known[-1]) if known else None

    def _earlier(self, sentence: Sentence) -> Figure | None:
        last = self._last.get(sentence.block)
        return last if last is not None and sentence.seq - last.sentence.seq <= 2 else None

    def _confidence(self, group: Group, governed: Governed | None, sentence: Sentence, force: Force) -> float:
        value = {
            "adjective": 0.95,
            "object": 0.95,
            "passive": 0.95,
            "subject": 0.9,
            "noun": 0.9,
            "list": 0.85,
            "have": 0.85,
            "far": 0.65,
        }.get(governed.how if governed else "", 0.5)
        if group.form in ("elided", "others", "partitive"):
            value -= 0.1
        if group.hit is not None and group.hit.unit.soft:
            value -= 0.05
        if force.inferred:
            value -= 0.05
        if "garbled" in sentence.flags or "mojibake" in sentence.flags:
            value -= 0.2
        return round(value, 2)
