#!/usr/bin/env python3
"""Times a case of many items, and the memory of one large original.

    swift build -c release --product underseal
    Tests/Benchmarks/case.py [ITEMS]        10,000 unless told

`add` is timed on an empty case and on the full one; `status` and `audit` on the full one; `status -i`,
which opens every item, too.
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

UNDERSEAL = pathlib.Path(__file__).resolve().parents[2] / ".build/release/underseal"
ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000


def run(*arguments):
    start = time.monotonic()
    done = subprocess.run([UNDERSEAL, *arguments], capture_output=True, text=True, check=True)
    return time.monotonic() - start, done.stdout


def best(*arguments, times=5):
    return min(run(*arguments)[0] for _ in range(times))


def measured(*arguments):
    """Runs a command about 1 GiB, and prints its time and the most memory it had."""
    start = time.monotonic()
    process = subprocess.Popen([UNDERSEAL, *arguments], stdout=subprocess.PIPE, text=True)
    output = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    memory = usage.ru_maxrss // 1024
    print(f"{arguments[0]} 1 GiB: {time.monotonic() - start:.1f} s, {memory} MiB, status {status}")
    return output


with tempfile.TemporaryDirectory() as folder:
    os.environ["XDG_STATE_HOME"] = folder + "/state"
    os.chdir(folder)
    run("keygen", "--quiet", "-o", "vault.txt")
    _, public = run("keygen", "-y", "vault.txt")
    run("init", "case", "--single", "-r", public.strip(), "--quiet")
    pathlib.Path("in.txt").write_text("We crossed the water before daybreak.\n")
    first = best("add", "case", "in.txt", "--quiet")
    left = ITEMS - 5
    start = time.monotonic()
    while left > 0:
        count = min(500, left)
        run("add", "case", *["in.txt"] * count, "--quiet")
        left -= count
    filling = time.monotonic() - start
    last = best("add", "case", "in.txt", "--quiet")
    print(f"{ITEMS} items, {filling:.0f} s to add them")
    print(f"add: first {first * 1000:.0f} ms, after that {last * 1000:.0f} ms, {last / first:.2f} times")
    print(f"status: {best('status', 'case', '--quiet', times=2):.2f} s")
    print(f"audit: {best('audit', 'case', '--quiet', times=2):.2f} s")
    print(f"status -i: {best('status', 'case', '--quiet', '-i', 'vault.txt', times=1):.2f} s")
    with open("large.bin", "wb") as large:
        large.truncate(1 << 30)
    identifier = measured("add", "case", "large.bin", "--quiet")
    measured("reopen", "case", identifier, "--why", "to look", "-o", "back.bin", "-i", "vault.txt", "--quiet")
