"""Whose the counted forces are: named in the group, by the clause, or, of casualties, the side that was hit."""

from __future__ import annotations

from dataclasses import replace

from sitrep.extract.figures.losers import HIT, OFFICIAL, Losers
from sitrep.extract.figures.roles import giving_forms, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.subjects import does, in_phrase
from sitrep.extract.figures.surroundings import NOBODY, Count, Force
from sitrep.model import ActorMention
from sitrep.territories import sovereign

# Roles of civilians that nobody who acts makes his own.
_THEIR_OWN = frozenset({"other", "deployed", "strength", "supplied"})
# What only a side's own forces are told to do by those who speak for it.
# A pair of nations may be a force and whom it is of ("Russian-backed Syrian troops"); more are of nobody alone.
_TWO_NATIONS = 2
_OWN_MOVES = frozenset({"reinforcing", "recruited", "withdrawn", "requested"})
# How far before those who come ashore, and how far behind an actor, an attack on the land is told, in code points.
_TOLD_JUST_BEFORE, _TOLD = 300, 12
# How far behind the verb it is told who gave a list of things, in tokens.
_GIVER = 24


class Forces(Losers):
    """Answers for one page."""

    def of(self, count: Count) -> Force:
        """The force of a count; see the codebook, `force_*`."""
        number = count.group.number.number_start
        counted = next(
            (x for x in count.actors if x.via in GUESSED and x.char_start <= number < x.char_end and x.country), None
        )
        force = self._known(count)
        if count.kind != "civilian" and sovereign(force.country) != force.country:
            # A territory has no forces of its own.
            force = replace(force, country=sovereign(force.country))
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
        together = role not in HIT and kind != "civilian" and self._of_mission(count)
        # What an actor belongs to by mere context is no better known than what is asked here.
        actors = [
            x
            for x in count.actors
            if x.via not in GUESSED
            or ((x.kind == "force" or x.via == "setting") and not (x.char_start < b and x.char_end > a))
        ]
        count = replace(count, actors=actors)
        tokens = count.tokens
        behind = {t.lower for t in tokens[group.end : group.end + 4]}
        if words("sides_together") <= behind or words("sides_each") <= behind:
            return NOBODY
        if len({x.country for x in count.actors if x.country and a <= x.char_start < b}) > _TWO_NATIONS:
            # "2,300 Philippine, U.S. and Japanese troops"
            return NOBODY
        own = self._in_group(count, self._sure(count))
        if own is not None:
            return own
        if together or any(t.lower in words("of_no_country") for t in tokens[group.start : group.end]):
            return NOBODY
        noun, known = count.noun, count.known
        if noun in words("international"):
            giver = (
                self.subject(count) if role not in HIT and governed is not None and governed.how == "object" else None
            )
            if count.lemma in words("own_loss"):
                # "South Africa lost 14 peacekeepers".
                giver = self.subject(count)
            return self.named(giver) if giver is not None and giver.kind == "state" else NOBODY
        if noun in words("enemy_nouns") and self.sides.issuer:
            return Force(None, None, self._foe(count))
        of_nobody = count.earlier is NOBODY and kind != "civilian" and not self._given_too(count)
        if group.form in ("partitive", "others") and count.earlier and (known or count.earlier.text or of_nobody):
            return count.earlier
        listed = governed is not None and governed.how == "list" and (count.along or self.subject(count) is None)
        if listed and known and (role in HIT or kind != "civilian"):
            return known
        if known and (noun in words("crew") or (count.alike and role in HIT)):
            return known
        if kind == "civilian" and role in _THEIR_OWN:
            # "left 1,200 people dead; 251 were dragged off": of the same people.
            same = group.form == "elided" and count.along and known
            return known if same else self._of_place(count)
        subject = self.subject(count)
        if subject is None and known and group.form == "elided" and role in HIT and count.beside >= 0:
            if count.lemma not in words("own_loss"):
                # "killed 35 soldiers; wounded 29": of the same side.
                return known
        if subject is not None and group.start and tokens[group.start - 1].lower in words("led_by") and role not in HIT:
            return Force(None, None, self.sides.against(subject.country))
        if subject is None:
            coming = role == "supplied" and count.lemma in words("on_the_way")
            subject = (self._giving(count) if coming else None) or self.perspective(count)
        if role in HIT or role in ("released", "surrendered"):
            own_loss = count.lemma in words("own_loss") and subject is not None
            if setting is not None and kind != "civilian" and not own_loss:
                return Force(None, None, setting.country)
            return self._victims(count, subject)
        if role == "supplied" and count.lemma in words("receiving"):
            giver = self.behind(count, "led_from", _GIVER)
            return self.named(giver) if giver else NOBODY
        abroad = subject is not None and subject.country and count.here not in (None, subject.country)
        if role == "trained" and abroad and governed is not None and governed.how == "object":
            # "Emirati officers train 4,000 recruits in Mukalla": they are of the place.
            return Force(None, None, count.here)
        if subject is not None and count.lemma in words("repelling"):
            return self._opponent(count, subject)
        if subject is not None and role == "deployed" and count.lemma in words("observing"):
            # "Taipei detected 21 warplanes", "our reporter in Haifa counted 12 rockets"
            ours = subject.via == "perspective"
            return Force(None, None, self._firing(count)) if ours else self._opponent(count, subject)
        if subject is not None:
            return NOBODY if self._joint(count, subject) else self.named(subject)
        if kind == "civilian":
            return self._of_place(count)
        if setting is not None:
            return Force(None, None, setting.country)
        if role == "deployed" and group.hit is not None and group.hit.unit.group in ("missile", "drone"):
            # "200 missiles fired from Iran".
            origin = self.behind(count, "led_from")
            if origin is not None and origin.country:
                return replace(self.named(origin), text=None)
            if count.passive and not known:
                return Force(None, None, self._firing(count))
        giver = self.behind(count, "led_from") if role == "supplied" else None
        if giver is not None:
            # "a consignment of 5,000 rifles from Bulgaria"
            return self.named(giver)
        if role == "deserted":
            left = self.behind(count, "led_from")
            if left is not None:
                return self.named(left)
        invader = self._invader(count)
        if invader is not None:
            return Force(None, None, invader.country)
        own_moves = self._own_moves(count)
        joined = group.form != "noun" or (group.start > 0 and tokens[group.start - 1].lower in words("joints"))
        first, second = (known, own_moves) if joined else (own_moves, known)
        return first or second or Force(None, None, self.sides.only)

    def _giving(self, count: Count) -> ActorMention | None:
        """Who was told to give before what is told of on its way: "Bulgaria gave shells, and 20 tanks were to come"."""
        for x in reversed(count.actors):
            if x.char_end < count.char_start and x.country and x.kind == "state":
                behind = self.page.view[x.char_end : x.char_end + _TOLD].lower().split()
                if behind and behind[0] in giving_forms():
                    return x
        return None

    def _invader(self, count: Count) -> ActorMention | None:
        """Who was told just before to attack the land on which those counted come ashore: they are his."""
        if count.role != "deployed" or count.lemma not in words("coming_ashore") or not count.here:
            return None
        start = count.tokens[0].char_start
        low = max(self.page.blocks[self.page.sentence_at(start).block].char_start, start - _TOLD_JUST_BEFORE)
        for x in reversed(self.mentions.within("actors", low, start)):
            behind = self.page.view[x.char_end : x.char_end + _TOLD].lower().split()
            if x.country and x.via not in GUESSED and behind and behind[0] in words("invading_pasts"):
                return x if x.country != count.here else None
        return None

    def _of_mission(self, count: Count) -> bool:
        """Whether a mission of several states does what is told, and none is named: "the mission has 900 men"."""
        governed = count.governed
        if governed is None or governed.token >= count.group.start:
            return False
        end = count.tokens[governed.token].char_start
        before = [x for x in count.actors if x.char_end < end]
        if not before or (before[-1].country and before[-1].via not in GUESSED):
            return False
        if not does(before[-1], count.tokens) or in_phrase(self.page.view, before[-1]):
            return False
        return self.page.view[before[-1].char_start : before[-1].char_end].lower().split()[-1] in words("missions")

    def _given_too(self, count: Count) -> bool:
        """Whether another than who got those before gives more: "received eight jets, and Russia promised six more"."""
        governed = count.governed
        return count.role == "supplied" and governed is not None and governed.how == "object"

    def _firing(self, count: Count) -> str | None:
        """Who fired what nobody is told to have fired: whom those fight where it fell, or who tell of it."""
        if count.here and self.sides.fights(count.here):
            return self.sides.against(count.here)
        return self.sides.against(count.source.country) if count.source is not None and count.source.country else None

    def _own_moves(self, count: Count) -> Force | None:
        """Whose those are whom one who speaks for a side tells to come or go, and names nobody else: the speaker's."""
        source, governed = count.source, count.governed
        if source is None or not source.country or source.role not in OFFICIAL or governed is None:
            return None
        deployed = count.role == "deployed"
        sent = deployed and count.lemma in words("sending", "taking_part")
        # "a carrier was moved into the Gulf, the Pentagon said"
        sent = sent or (deployed and count.passive and source.role == "MIL" and count.lemma in words("moving_arms"))
        craft = count.group.hit is not None and count.group.hit.unit.group in ("aircraft", "vessel")
        if craft and deployed and count.here != source.country:
            # "40 jets dropped bombs on Isfahan, the Israeli army said"
            sent = sent or (governed.how in ("subject", "doer") and count.lemma in words("hitting", "dropping"))
        return Force(None, None, source.country) if sent or count.role in _OWN_MOVES else None

    def _joint(self, count: Count, subject: ActorMention) -> bool:
        """Whether states do it together: "Norway and Denmark sent 900 soldiers"."""
        for x in count.actors:
            if x.char_end < subject.char_start <= x.char_end + 9 and x.country and x.country != subject.country:
                gap = self.page.view[x.char_end : subject.char_start].lower().split()
                if gap[:1] in (["and"], ["&"]) and x.kind == subject.kind == "state":
                    return True
        return False
