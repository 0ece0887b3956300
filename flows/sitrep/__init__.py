"""From raw conflict news to analysis-ready data.

``extract`` reads one text; ``read`` loads one dataset of a release. Both give pandas frames with the contract's types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sitrep.extract  # noqa: F401 - bound before the function below: a later import would put the package in its place

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import pandas

    from sitrep.extraction import Extraction


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: package metadata is slow to load."""
    if name != "__version__":
        raise AttributeError(f"module 'sitrep' has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sitrep")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0+unknown"


def extract(text: str, published: date | str | None = None, media_type: str = "text/plain") -> Extraction:
    """All rows of one text, as an object with one typed DataFrame per dataset.

    ``published`` is the publication day (a date or ``YYYY-MM-DD``), from which relative dates are resolved;
    ``media_type`` is ``text/plain``, ``text/markdown`` or ``text/html``. Raises ValueError for another media type or
    a day that is none.

    >>> import sitrep
    >>> sitrep.extract("Russia sent up to 3,000 troops to Kursk.").troop_figures["high"].tolist()
    [3000]
    """
    from sitrep.extraction import extract as run

    return run(text, published, media_type)


def read(release: str | Path, dataset: str) -> pandas.DataFrame:
    """One dataset of a release folder, with the contract's types. Raises what ``release.read`` raises."""
    from sitrep.release import read as run

    return run(release, dataset)
