"""Whose the counted forces are: named in the group, by the clause, or, of casualties, the side that was hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitrep import patterns as re
from sitrep.extract.events.forms import GERUND
from sitrep.extract.figures.governed import ASIDE_MARKS, inherent
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.subjects import Subjects, in_phrase, strikes
from sitrep.extract.figures.surroundings import NOBODY, Count, Force
from sitrep.model import ActorMention

HARM = frozenset({"killed", "wounded", "captured", "casualties", "destroyed", "missing"})
# Roles of civilians that nobody who acts makes his own.
_THEIR_OWN = frozenset({"other", "deployed", "strength", "supplied"})
# How far before a sentence what was said of losses reaches, in characters.
_SAID = 90
# How far behind the verb it is told who gave a list of things, in tokens.
_GIVER = 24
_MOVED = frozenset({"deployed", "reinforcing"})
_MANY = frozenset({"people", "force", "group"})
_FROM = re.compile(r"\sfrom\s", re.IGNORECASE)


class Forces(Subjects):
    """Answers for one page."""

    def named(self, actor: ActorMention) -> Force:
        """The force that an actor is."""
        return Force(self.page.quote(actor.char_start, actor.char_end), actor.name, actor.country)

    def of(self, count: Count) -> Force:
        """The force of a count; see the codebook, `force_*`."""
        number = count.group.number.number_start
        counted = next(
            (x for x in count.actors if x.via in GUESSED and x.char_start <= number < x.char_end and x.country), None
        )
        force = self._known(count)
        if force.text and force.country != count.here:
            abroad = self.sides.fought_in(force.text, force.country, count.here)
            force = replace(force, country=abroad) if abroad is not None else force
        unknown = force.country is None and force.text is None and force is not NOBODY
        if unknown and counted is not None and (count.kind == "civilian" or counted.via != "context"):
            return Force(None, None, counted.country, True)
        inherited = force is count.earlier and count.group.form not in ("partitive", "others")
        guess = force.country is not None and (force.text is None or inherited)
        return replace(force, inferred=True) if guess else force

    def _known(self, count: Count) -> Force:
        group, governed, role, kind = count.group, count.governed, count.role, count.kind
        a, b = count.char_start, count.char_end
        setting = next((x for x in count.actors if x.via == "setting" and x.char_start < b and x.char_end > a), None)
        # What an actor belongs to by mere context is no better known than what is asked here.
        actors = [
            x
            for x in count.actors
            if x.via not in GUESSED
            or ((x.kind == "force" or x.via == "setting") and not (x.char_start < b and x.char_end > a))
        ]
        count = replace(count, actors=actors)
        tokens = count.tokens
        if words("sides_together") <= {t.lower for t in tokens[group.end : group.end + 4]}:
            return NOBODY
        own = self._in_group(count, self._sure(count))
        if own is not None:
            return own
        if any(t.lower in words("of_no_country") for t in tokens[group.start : group.end]):
            return NOBODY
        noun, known = count.noun, count.known
        if noun in words("international"):
            giver = (
                self.subject(count) if role not in HARM and governed is not None and governed.how == "object" else None
            )
            if count.lemma in words("own_loss"):
                # "South Africa lost 14 peacekeepers".
                giver = self.subject(count)
            return self.named(giver) if giver is not None and giver.kind == "state" else NOBODY
        if noun in words("enemy_nouns") and self.sides.issuer:
            return Force(None, None, self._foe(count))
        of_nobody = count.earlier is NOBODY and kind != "civilian"
        if group.form in ("partitive", "others") and count.earlier and (known or count.earlier.text or of_nobody):
            return count.earlier
        if governed is not None and governed.how == "list" and known and (role in HARM or kind != "civilian"):
            return known
        if known and (noun in words("crew") or (count.alike and role in HARM)):
            return known
        if kind == "civilian" and role in _THEIR_OWN:
            return self._of_place(count)
        subject = self.subject(count)
        if subject is not None and group.start and tokens[group.start - 1].lower == "by" and role not in HARM:
            return Force(None, None, self.sides.against(subject.country))
        if subject is None:
            subject = self.perspective(count)
        if role in HARM or role in ("released", "surrendered"):
            own_loss = count.lemma in words("own_loss") and subject is not None
            if setting is not None and kind != "civilian" and not own_loss:
                return Force(None, None, setting.country)
            return self._victims(count, subject)
        if role == "supplied" and count.lemma in words("receiving"):
            giver = self.behind(count, "from", _GIVER)
            return self.named(giver) if giver else NOBODY
        abroad = subject is not None and subject.country and count.here not in (None, subject.country)
        if role == "trained" and abroad and governed is not None and governed.how == "object":
            # "Emirati officers train 4,000 recruits in Mukalla": they are of the place.
            return Force(None, None, count.here)
        if subject is not None and count.lemma in words("repelling"):
            return self._opponent(count, subject)
        if subject is not None:
            return NOBODY if self._joint(count, subject) else self.named(subject)
        if kind == "civilian":
            return self._of_place(count)
        if setting is not None:
            return Force(None, None, setting.country)
        if role == "deployed" and group.hit is not None and group.hit.unit.group in ("missile", "drone"):
            # "200 missiles fired from Iran".
            origin = self.behind(count, "from")
            if origin is not None and origin.country:
                return replace(self.named(origin), text=None)
        giver = self.behind(count, "from") if role == "supplied" else None
        if giver is not None:
            # "a consignment of 5,000 rifles from Bulgaria"
            return self.named(giver)
        return known or Force(None, None, self.sides.only)

    def _foe(self, count: Count) -> str | None:
        """Whom those fight who count or meet "the enemy": the issuer of the page, where no other people is named."""
        teller = self.subject(count) or count.source
        if teller is None or not teller.country or teller.kind not in _MANY | {"demonym", "state"}:
            return self.sides.foe
        return self.sides.against(teller.country) if teller.country != self.sides.issuer else self.sides.foe

    def _joint(self, count: Count, subject: ActorMention) -> bool:
        """Whether states do it together: "Norway and Denmark sent 900 soldiers"."""
        for x in count.actors:
            if x.char_end < subject.char_start <= x.char_end + 9 and x.country and x.country != subject.country:
                gap = self.page.view[x.char_end : subject.char_start].lower().split()
                if gap[:1] in (["and"], ["&"]) and x.kind == subject.kind == "state":
                    return True
        return False

    def _sure(self, count: Count) -> list[ActorMention]:
        """The actors that a group may be named with."""
        sure = [x for x in count.actors if x.via not in GUESSED]
        if count.earlier is None:
            return sure
        if count.group.form == "partitive":
            sure = [x for x in sure if x.kind != "pronoun"]
        start = count.group.start
        pair = " ".join(t.lower for t in count.tokens[max(0, start - 2) : start])
        return [x for x in sure if x.char_start >= count.char_start] if pair in words("among_them") else sure

    def _of_place(self, count: Count) -> Force:
        return Force(None, None, count.here or self.sides.only)

    def _in_group(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        group, tokens = count.group, count.tokens
        if group.people is not None:
            return self.named(group.people)
        a = count.char_start
        b = count.char_end if group.end > group.start else a
        if group.form == "part" and group.hit is not None:
            b = group.hit.char_end
        inside = [x for x in actors if x.char_start < b and x.char_end > a and x.country]
        if any(t.lower in words("enemy") for t in tokens[group.start : group.end]):
            inside = [x for x in inside if x.via != "coreference"]
        inside = [x for x in inside if x.char_end <= b + 1 or x.char_start <= a + 12]
        moved = count.role in _MOVED and count.governed is not None and count.governed.how == "object"
        if count.role == "withdrawn" or (moved and self.subject(count) is not None):
            # "1,500 troops from Niger": where they leave, not whose they are.
            inside = [x for x in inside if not _FROM.search(self.page.view[x.char_start : x.char_end])]
        if inside:
            return self.named(inside[-1])
        if any(x.kind == "body" and a <= x.char_start and x.char_end <= b for x in actors):
            # "21 United Nations staff members"
            return NOBODY
        for token in tokens[group.start : group.end]:
            if token.lower in words("enemy") and self.sides.issuer:
                return Force(token.text, None, self._foe(count))
        return (
            self._holder(count, actors)
            or self._sized(count, actors)
            or self._owner_behind(count, actors)
            or (self._owner_before(count, actors) or self._apposed(count, actors))
        )

    def _holder(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whose the whole is that the count is of: "a Kenyan contingent of 400"."""
        start = count.group.start
        if start <= 1 or count.tokens[start - 1].lower != "of":
            return None
        end = count.tokens[start - 2].char_end
        return next((self.named(x) for x in actors if x.char_start < end <= x.char_end and x.country), None)

    def _owner_behind(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whom the noun behind is tied to: "400 soldiers of the 3rd Army", "loyal to", "belonging to"."""
        tokens, k = count.tokens, count.group.end
        if k >= len(tokens) or tokens[k].lower not in words("owner_links"):
            return None
        forces_only = tokens[k].lower in words("weak_owner_links")
        reach = tokens[min(k + 4, len(tokens) - 1)].char_start
        for x in actors:
            if tokens[k].char_end <= x.char_start <= reach and x.country:
                between = [t.lower for t in tokens[k + 1 : k + 4] if t.char_start < x.char_start]
                if closed("prepositions").intersection(between):
                    return None
                if not forces_only or x.kind in ("force", "group"):
                    return self.named(x)
        return None

    def _apposed(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whom a number in apposition counts: "Eritrean forces, some 20 divisions, crossed"."""
        start, end, tokens = count.group.start, count.group.end, count.tokens
        if start < 2 or end >= len(tokens) or (tokens[start - 1].text, tokens[end].text) not in ASIDE_MARKS:
            return None
        before = tokens[start - 2].char_end
        return next((self.named(x) for x in actors if x.char_end == before and x.country and x.kind in _MANY), None)

    def _sized(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Whose the body is that comes to the number: "Botswana's contingent, numbering 371"."""
        start, tokens = count.group.start, count.tokens
        if start < 4 or tokens[start - 1].lower not in words("coming_to") or tokens[start - 2].text != ",":
            return None
        if tokens[start - 3].lower not in words("bodies", "standing"):
            return None
        owner = tokens[start - 4].char_end
        ends = (tokens[start - 3].char_end, owner, owner - 2)
        return next((self.named(x) for x in actors if x.char_end in ends and x.country), None)

    def _owner_before(self, count: Count, actors: Sequence[ActorMention]) -> Force | None:
        """Who stands before the number as its owner: "Kyiv's 30 tanks", "their 12 guns"."""
        group = count.group
        if not group.start:
            return None
        before = count.tokens[group.start - 1]
        bracketed = before.text == "(" and group.start > 1
        if bracketed:
            # "Indonesia (1,231 troops)"
            before = count.tokens[group.start - 2]
        possessive = before.lower.endswith(("'s", "’s"))
        if before.lower in words("whose") and group.start > 2 and count.tokens[group.start - 2].text == ",":
            # "Turkey, whose 500 soldiers guard the airport".
            before, possessive = count.tokens[group.start - 3], True
        for x in actors:
            if x.char_end in (before.char_end, before.char_end - 2) and x.country:
                gapped = group.form == "elided" or (
                    count.governed is not None and count.governed.how in ("list", "far")
                )
                if (
                    possessive
                    or bracketed
                    or x.kind == "pronoun"
                    or (x.kind in ("state", "people", "force") and gapped)
                ):
                    return self.named(x)
        return None

    def _victims(self, count: Count, subject: ActorMention | None) -> Force:
        group, governed, known, source, here = count.group, count.governed, count.known, count.source, count.here
        if count.lemma in words("exchanging") and subject is not None:
            end = count.tokens[governed.token].char_start
            if len({x.country for x in count.actors if x.country and x.char_end <= end}) > 1:
                return NOBODY
        if group.form == "elided" and known and self._goes_on(count):
            return known
        robbed = self.behind(count, "from") if count.role == "captured" and count.kind == "equipment" else None
        if robbed is not None:
            # "12 howitzers captured from the Iraqis"
            return self.named(robbed)
        paid = self._payer(count)
        if paid is not None:
            return self.named(paid)
        if count.kind == "civilian" and count.noun in words("seafaring") | words("crew") | words("seafarers"):
            return known if known and count.alike else NOBODY
        if count.kind == "civilian":
            return self._harmed_civilians(count, subject)
        if subject is None and self._own_men(count):
            return Force(None, None, source.country)
        if subject is None and count.noun in words("own_men") and (self._we_lost(count) or self._we_miss(count)):
            return Force(None, None, self.sides.issuer)
        told = governed is not None and governed.how in ("noun", "adjective", "have")
        if told and subject is not None and strikes(subject, count.tokens):
            told = False
        if subject is not None and (count.lemma in words("own_loss") or told or count.role == "surrendered"):
            return self.named(subject)
        if governed is not None and governed.how == "passive" and subject is None:
            if known and group.hit is None:
                return known
            if not here and known and not (count.noun in words("rebel_nouns") and not count.alike):
                return known
            return Force(None, None, here or self.sides.only)
        if subject is not None:
            return self._opponent(count, subject)
        if known and group.hit is None:
            return known
        if here:
            return Force(None, None, here)
        if known and not (count.noun in words("rebel_nouns") and not count.alike):
            return known
        return self.named(source) if source is not None and source.country else Force(None, None, self.sides.only)

    def _goes_on(self, count: Count) -> bool:
        """Whether what befell others of the same people is told: "58 were killed and 30 wounded", "and hurt nine"."""
        governed, start = count.governed, count.group.start
        verb = governed.verb if governed is not None and governed.how == "object" else None
        if verb is not None and verb.end == start and verb.lemma not in words("own_loss"):
            start = verb.start
        return start > 0 and count.tokens[start - 1].lower in words("joints")

    def _payer(self, count: Count) -> ActorMention | None:
        """Whom a loss is told to cost: "the clash cost Armenia 100 servicemen"."""
        verb = count.governed.verb if count.governed is not None and count.governed.how in ("object", "far") else None
        if verb is None or verb.lemma not in words("costing"):
            return None
        end = count.tokens[verb.end - 1].char_end
        between = [x for x in count.actors if x.country and end <= x.char_start and x.char_end <= count.char_start]
        return between[-1] if between else None

    def _own_men(self, count: Count) -> bool:
        """Whether an army tells of soldiers that fell, by nobody's act that it names: they are its own."""
        source = count.source
        if source is None or source.country is None or source.role != "MIL" or source.kind not in ("force", "office"):
            return False
        return count.noun in words("own_men") and count.role in ("killed", "wounded", "missing")

    def _we_lost(self, count: Count) -> bool:
        """Whether those who speak tell of their own losses, here or just before: "I will not hide our losses"."""
        start = count.tokens[0].char_start
        text = self.page.view[max(0, start - _SAID) : count.char_end].lower()
        return self.sides.issuer is not None and any(phrase in text for phrase in words("our_losses"))

    def _we_miss(self, count: Count) -> bool:
        """Whether an office of state tells of missing men, and names nobody: only its own are missing to it."""
        return count.role == "missing" and self.sides.official and not count.actors

    def _harmed_civilians(self, count: Count, subject: ActorMention | None) -> Force:
        governed, source = count.governed, count.source
        if subject is not None and subject.country and self._captive_of(count, subject):
            return Force(None, None, self.sides.against(subject.country))
        if subject is not None and count.lemma in words("judging") and not count.here:
            # A state hangs and jails its own people.
            return Force(None, None, subject.country)
        near = count.place is not None and count.tokens[0].char_start <= count.place.char_start
        official = source is not None and source.country and source.role in ("GOV", "MIL", "COP")
        official = official or (source is not None and source.kind == "state" and self.sides.fights(source.country))
        attacker = subject is not None and governed is not None and governed.how == "object"
        if not near and official and not (attacker and subject.country == source.country):
            return Force(None, None, source.country)
        if not count.here and count.known:
            return count.known
        return self._of_place(count)

    def _captive_of(self, count: Count, subject: ActorMention) -> bool:
        """Whether hostages are kept on the land of the captor, by a side that another state is told of beside."""
        taken = inherent().get(count.noun) == "captured" and subject.role in ("REB", "OPP")
        return taken and count.here in (None, subject.country) and self.sides.beside(subject.country)

    def _opponent(self, count: Count, subject: ActorMention) -> Force:
        """Whom the doer of a harm fights: the state of the place, else another actor of the sentence or the page."""
        country, here = subject.country, count.here
        if count.known and subject.char_end <= count.beside:
            # "killed 17 Malian soldiers and seized 20 motorcycles": the doer is one, and so are they.
            return count.known
        struck = self._struck(count, subject)
        if struck is not None:
            return Force(None, None, struck.country)
        own = here == country and count.noun in words("rebel_nouns")
        if here and (here != country or own or subject.role in ("REB", "OPP")) and self.sides.fights(here):
            return Force(None, None, here)
        if subject.role in ("REB", "OPP") and not here and self.sides.alone(country):
            return Force(None, None, country)
        if country == self.sides.only or (subject.via in GUESSED and subject.role in ("REB", "OPP")):
            return Force(None, None, country)
        others = [x.country for x in count.actors if x.country and x.country != country and x is not count.source]
        others = [other for other in others if self.sides.fights(other)]
        return Force(None, None, others[-1] if others else self.sides.against(country))

    def _struck(self, count: Count, subject: ActorMention) -> ActorMention | None:
        """Whom the main verb strikes: "the rebels ambushed a Chadian patrol, killing 12"."""
        verb = count.governed.verb if count.governed is not None else None
        if verb is None or not verb.forms & GERUND or count.governed.how != "object":
            return None
        end = count.tokens[verb.start].char_start
        between = [x for x in count.actors if x.country and subject.char_end < x.char_start and x.char_end < end]
        return next((x for x in between if x.country != subject.country and not in_phrase(self.page.view, x)), None)
