"""Kill builds at random moments: `python tests/benchmarks/killed_builds.py [--times 30] [--raw DIR]`.

Each build gets new input and is killed (SIGKILL, its whole process group) after a random part of the time a build
takes; then `latest` must pass the gate. Prints what each kill left; exits 1 at the first release that falls short.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def sitrep(*words: str) -> list[str]:
    return [sys.executable, "-m", "sitrep", *words]


def main(raw: Path, times: int) -> int:
    chance = random.Random(2025)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(raw, home / "raw")
        output = home / "output"
        began = time.perf_counter()
        subprocess.run(sitrep("build", str(home / "raw"), str(output)), check=True, capture_output=True)
        whole = time.perf_counter() - began
        print(f"a build takes {whole:.1f} s")
        for n in range(times):
            (home / "raw" / f"new{n}.txt").write_text(f"Some {n + 2} soldiers were killed near Sumy on Monday.\n")
            before = os.readlink(output / "latest")
            process = subprocess.Popen(
                sitrep("build", str(home / "raw"), str(output)), start_new_session=True, stderr=subprocess.DEVNULL
            )
            wait = chance.uniform(0, 1.05 * whole)
            time.sleep(wait)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            swapped = os.readlink(output / "latest") != before
            left = [
                path.name for path in (output / "releases").parent.iterdir() if path.name not in ("releases", "latest")
            ]
            checked = subprocess.run(sitrep("check", str(output / "latest")), capture_output=True, text=True)
            latest = "new" if swapped else "old"
            print(f"kill {n + 1:2} after {wait:5.2f} s: latest {latest}, check {checked.returncode}, left {left}")
            if checked.returncode:
                print(checked.stdout, checked.stderr)
                return 1
        done = subprocess.run(sitrep("build", str(home / "raw"), str(output)), capture_output=True)
        left = [path.name for path in output.rglob("*tmp*")]
        print(f"last build: exit {done.returncode}, left {left}")
        return done.returncode


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--raw", type=Path, default=ROOT / "raw")
    args = parser.parse_args()
    raise SystemExit(main(args.raw, args.times))
