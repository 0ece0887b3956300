"""How far a build is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType


class Progress:
    """Counts documents while a build extracts. ``total`` is known when ``start`` is called.

    On a terminal a bar with documents, rate and time left; else one line when the stage starts and one when it ends,
    so that a log stays short. Everything goes to standard error.
    """

    def __init__(self) -> None:
        self._bar = None
        self._done = self._total = 0
        self._began = 0.0

    def start(self, total: int) -> None:
        self._total, self._done, self._began = total, 0, time.monotonic()
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                TextColumn("extract"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("extract", total=total, rate="")
            self._bar.start()
        else:
            self.say(f"extract: {total} documents")

    def advance(self) -> None:
        self._done += 1
        if self._bar:
            rate = self._done / max(time.monotonic() - self._began, 1e-9)
            self._bar.update(self._task, completed=self._done, rate=f"{rate:,.0f} documents/s")

    def say(self, line: str) -> None:
        print(f"sitrep: {line}", file=sys.stderr, flush=True)

    def stop(self) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
