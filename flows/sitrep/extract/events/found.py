"""An act in its sentence before its actors are looked up."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract.events.acts import Act
from sitrep.extract.events.complements import Clause

# How the patient was known, where the text tells whom what is hit holds.
HOLDER = "holder of the object"
# How the doer was known, where what befell somebody is told with what was done then.
BEFELL_WHEN = "clause of time"
# How the doer was known, where the verb is not told again.
ELLIPSIS = "ellipsis"


@dataclass(slots=True)
class Found:
    """An act before its actors are looked up: noun groups as chunk indices, the trigger as word indices.

    ``one_by_one`` is set where each doer does it to the patient at the same place of the list ("respectively").
    """

    act: Act
    start: int
    end: int
    doers: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    things: list[int] = field(default_factory=list)
    doer_rule: str = ""
    patient_rule: str = ""
    clause: Clause | None = None
    chunk: int = -1
    control: str | None = None
    negated: bool = False
    modal: str | None = None
    nominal: bool = False
    together: bool = False
    nominal_subject: bool = False
    one_by_one: bool = False
