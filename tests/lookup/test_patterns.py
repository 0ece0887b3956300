"""Patterns of modules wait for their use: all can be compiled, and each takes its own place then."""

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import sitrep
from sitrep import patterns

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(sitrep.__path__, "sitrep.")
    if not module.name.endswith(("__main__", ".flows"))
)


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_can_be_compiled(name):
    module = importlib.import_module(name)
    for value in list(vars(module).values()):
        if isinstance(value, patterns._Waiting):
            assert isinstance(value.pattern, str | bytes)
    assert not any(isinstance(value, patterns._Waiting) for value in vars(module).values())


def _module(code: str) -> dict:
    names: dict = {}
    exec(compile(code, "a module", "exec"), names)
    return names


def test_a_pattern_takes_its_place_when_it_is_used():
    names = _module("from sitrep import patterns as re\n_WORD = re.compile(r'[a-z]+', re.IGNORECASE)\n_SAME = _WORD\n")
    held = names["_WORD"]
    assert isinstance(held, patterns._Waiting)
    assert held.findall("Ab 1 c") == ["Ab", "c"]
    assert isinstance(names["_WORD"], re.Pattern) and names["_SAME"] is names["_WORD"]
    assert held.search("1 c")[0] == "c" and held.flags & re.IGNORECASE


def test_a_pattern_made_while_running_is_compiled_at_once():
    names = _module("from sitrep import patterns as re\ndef made(p): return re.compile(p)\n")
    assert isinstance(names["made"]("a"), re.Pattern)
    with pytest.raises(re.error):
        names["made"]("(")


def test_a_pattern_is_written_by_a_function_when_it_is_used():
    names = _module(
        "from sitrep import patterns as re\nread = []\n"
        "_WORD = re.compile(lambda: read.append(1) or re.any_of(['no', 'no longer', 'x.']))\n"
    )
    assert not names["read"]
    assert [names["_WORD"].findall("no longer xy no x.") for _ in range(2)] == [["no longer", "no", "x."]] * 2
    assert names["read"] == [1]


COUNTED = """
import sys
from sitrep import ingest, patterns, pipeline

pipeline.read(ingest.from_text("Russia sent up to 3,000 troops to Kursk on 3 May 2024, Kyiv said."))
modules = [module for name, module in list(sys.modules.items()) if name.startswith("sitrep.")]
print(sum(isinstance(value, patterns._Waiting) for module in modules for value in vars(module).values()))
"""


def test_a_line_of_text_leaves_most_patterns_uncompiled():
    done = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 150
