"""``python -m sitrep``: the same commands as ``sitrep``."""

from sitrep.cli import main

main(prog_name="sitrep")
