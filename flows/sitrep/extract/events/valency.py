"""Kinds of act by whom they are done to, and by whether they are done with words."""

from __future__ import annotations

# Acts done to somebody even where the text names nobody: the patient is sought in the place and the opponent.
VIOLENT = ("ASSAULT", "COERCE")
# Acts that are done to nobody.
ALONE = ("RETREAT", "MOBILIZE")
# Acts that nobody does to himself: a pronoun stands for the other one, where the text tells who that is.
TO_OTHERS = ("ACCUSE", "REQUEST", "THREATEN", "SANCTION", "REJECT")
# Acts that a state does to others.
FOR_OTHERS = ("AID", "SUPPORT", "CONSULT", "COOPERATE")
# Acts done by saying so.
SPOKEN = ("REQUEST", "THREATEN", "ACCUSE", "REJECT")
