"""Whose those are who were killed, hurt or taken, and the arms that were lost: the side that was hit."""

from __future__ import annotations

from itertools import pairwise

from sitrep.extract.figures.governed import inherent
from sitrep.extract.figures.owners import MANY, Owners
from sitrep.extract.figures.roles import closed, words
from sitrep.extract.figures.sides import GUESSED
from sitrep.extract.figures.subjects import in_phrase, strikes
from sitrep.extract.figures.surroundings import NOBODY, Count, Force
from sitrep.inflection import GERUND
from sitrep.model import ActorMention

# What befalls those who are hit.
HIT = frozenset({"killed", "wounded", "captured", "casualties", "destroyed", "missing"})
# How far before a sentence what was said of losses reaches, in characters.
_SAID = 90
# How far before those who fell in it a crash is told, in tokens.
_CRASH = 8
# Roles of those who speak for a side.
OFFICIAL = frozenset({"MIL", "GOV", "STA"})


class Losers(Owners):
    """Answers for one page."""

    def _victims(self, count: Count, subject: ActorMention | None) -> Force:
        group, governed, known, source, here = count.group, count.governed, count.known, count.source, count.here
        if count.lemma in words("exchanging") and subject is not None:
            end = count.tokens[governed.token].char_start
            if len({x.country for x in count.actors if x.country and x.char_end <= end}) > 1:
                return NOBODY
        if group.form == "elided" and known and self._goes_on(count):
            return known
        robbed = self.behind(count, "led_from") if count.role == "captured" and count.kind == "equipment" else None
        if robbed is not None:
            # "12 howitzers captured from the Iraqis"
            return self.named(robbed)
        paid = self._payer(count)
        if paid is not None:
            return self.named(paid)
        owner = self.sided(count) or (
            self.bereaved(count) if group.form != "noun" or count.kind != "civilian" else None
        )
        if owner is not None:
            return self.named(owner)
        if subject is None:
            subject = self.attacker(count)
            if subject is not None and count.kind == "civilian" and not count.here:
                return self._opponent(count, subject)
        if count.kind == "civilian" and count.noun in words("seafaring") | words("crew") | words("seafarers"):
            return known if known and count.alike else NOBODY
        if count.kind == "civilian":
            return self._harmed_civilians(count, subject)
        if count.role == "surrendered" and subject is None:
            taker = self.behind(count, "led_to")
            if taker is not None:
                return self._opponent(count, taker)
        if subject is None and self._own_men(count):
            return Force(None, None, source.country)
        if subject is None and count.noun in words("own_men") and (self._we_lost(count) or self._we_miss(count)):
            return Force(None, None, self.sides.issuer)
        told = governed is not None and governed.how in ("noun", "adjective", "have")
        told = told and not (count.passive and subject is not None and subject.via != "perspective")
        if told and subject is not None and (strikes(subject, count.tokens) or self._gives_back(count)):
            told = False
        told = told and not self._of_own_doing(count)
        if subject is not None and self._crashed(count):
            return self.named(subject)
        if subject is not None and (
            count.lemma in words("own_loss", "grieving") or told or count.role == "surrendered"
        ):
            return self.named(subject)
        if governed is not None and count.passive and subject is None:
            told_by = self._told_by_foe(count)
            if told_by is not None:
                return Force(None, None, told_by)
            if known and group.hit is None:
                return known
            bearer = self._bearer(count)
            if bearer is not None:
                return Force(None, None, bearer.country)
            if not here and known and not (count.noun in words("rebel_nouns") and not count.alike):
                return known
            teller = source.country if source is not None and source.role in OFFICIAL else None
            return Force(None, None, here or self.sides.only or teller)
        if subject is not None:
            return self._opponent(count, subject)
        if known and group.hit is None:
            return known
        if here:
            return Force(None, None, here)
        if known and not (count.noun in words("rebel_nouns") and not count.alike):
            return known
        return self.named(source) if source is not None and source.country else Force(None, None, self.sides.only)

    def _bearer(self, count: Count) -> ActorMention | None:
        """Which state acts on a harm of which nothing tells whom it befell: "after five soldiers were hurt, Chad"."""
        tokens, group = count.tokens, count.group
        opener = next((k for k in range(group.start - 1, -1, -1) if not tokens[k].lower[0].isalnum()), -1) + 1
        if tokens[opener].lower not in words("clause_openers") or opener == group.start:
            return None
        comma = next((t for t in tokens[group.end :] if t.text == ","), None)
        if comma is None:
            return None
        within = [x for x in count.actors if x.country and tokens[opener].char_start < x.char_start < comma.char_start]
        if any(x.char_start >= count.char_end or x.char_end <= count.char_start for x in within):
            return None
        return next(
            (x for x in count.actors if x.char_start == comma.char_end + 1 and x.country and x.role in OFFICIAL), None
        )

    def _of_own_doing(self, count: Count) -> bool:
        """Whether a number is that of those whom its teller struck: "puts the number of militants it has killed at",
        "the Tanzanians counted 400 dead"."""
        start = count.group.start
        if count.governed.how == "adjective" and start and count.tokens[start - 1].lower in words("body_counts"):
            return True
        between = {t.lower for t in count.tokens[count.governed.token : count.group.start]}
        return count.group.topic >= 0 and not closed("subject_pronouns").isdisjoint(between)

    def _crashed(self, count: Count) -> bool:
        """Whether those fell who were in a craft that came down: "a helicopter went down, killing six airmen"."""
        verb = count.governed.verb if count.governed is not None else None
        if verb is None or count.governed.how != "object" or verb.forms != GERUND:
            return False
        before = [t.lower for t in count.tokens[max(0, verb.start - _CRASH) : verb.start]]
        return not words("crashing").isdisjoint((*before, *map(" ".join, pairwise(before))))

    def _told_by_foe(self, count: Count) -> str | None:
        """Whose the arms or captives are that a side tells to have hit or taken, and does not say that it did."""
        source = count.source
        ours = {t.lower for t in count.tokens[count.group.end : count.governed.token]}
        if count.kind == "equipment" and self.sides.issuer and not words("ours").isdisjoint(ours):
            # "a drone that flew over our positions was shot down"
            return self.sides.foe
        if source is None or source.country is None or source.role not in OFFICIAL:
            return None
        if count.kind != "equipment" and count.role != "captured":
            return None
        if count.group.number.high == 0:
            # "Israel says that no aircraft was damaged"
            return source.country
        if not self.sides.fights(source.country) or count.here not in (None, source.country):
            return None
        return self.sides.against(source.country)

    def _gives_back(self, count: Count) -> bool:
        """Whether the dead are given to those whose they are: "returned the bodies of 19 soldiers"."""
        token = count.governed.token
        return any(t.lower in words("giving_back") for t in count.tokens[max(0, token - 3) : token])

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
        if subject is not None and count.lemma in words("grieving"):
            return Force(None, None, subject.country)
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
        if count.passive and not count.here and subject is not None and subject.country:
            return self._opponent(count, subject)
        return self._of_place(count)

    def _captive_of(self, count: Count, subject: ActorMention) -> bool:
        """Whether hostages are kept on the land of the captor, by a side that another state is told of beside."""
        if count.noun in words("convicts") and count.role == "released":
            # Whom rebels free from a prison nobody had taken.
            return False
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
        rebels = subject.role in ("REB", "OPP")
        if here and (here != country or own or rebels) and (self.sides.fights(here) or (rebels and count.placed)):
            # Whom an armed group strikes on the land of a state are that state's, however seldom it is named.
            return Force(None, None, here)
        if count.noun in words("rebel_nouns") and not here and self.sides.official and country == self.sides.issuer:
            # A ministry's rebels are of its own land.
            return Force(None, None, country)
        if here == country and self.sides.torn(country) and subject.role != "STA":
            return Force(None, None, country)
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

    def _of_place(self, count: Count) -> Force:
        return Force(None, None, count.here or self.sides.only)

    def _foe(self, count: Count) -> str | None:
        """Whom those fight who count or meet "the enemy": the issuer of the page, where no other people is named."""
        teller = self.subject(count) or count.source
        if teller is None or not teller.country or teller.kind not in MANY | {"demonym", "state"}:
            return self.sides.foe
        return self.sides.against(teller.country) if teller.country != self.sides.issuer else self.sides.foe
