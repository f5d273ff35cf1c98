#!/usr/bin/env python3
"""What sealing and opening 1 GiB costs, beside Debian's 'age' on the same file in the same minute.

    swift build -c release --static-swift-stdlib --product underseal
    Tests/Benchmarks/sealing.py [.build/release/underseal]

Processor seconds count, not time on the clock, which disks and other programs decide. Each command
reads from memory (/dev/shm) and writes to a pipe that is thrown away. Exit status 1 where a gate
is missed: at most 0.83 and 0.51 of age's cost, and 24 MB of memory, a fifth of which goes to the
loading of shared libraries where Swift's own are not linked in.
"""

import os
import shutil
import subprocess
import sys

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal")
FOLDER = "/dev/shm/underseal-benchmark"
SIZE = 1 << 30
ROUNDS = 3


def cost(command, source):
    """The least processor seconds of some runs, and the most memory in MB."""
    best, memory = None, 0
    with open(source, "rb") as file, open(os.devnull, "wb") as out:
        for _ in range(ROUNDS):
            file.seek(0)
            process = subprocess.Popen(command, stdin=file, stdout=out)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                sys.exit(f"{command[0]} failed")
            seconds = usage.ru_utime + usage.ru_stime
            best = seconds if best is None else min(best, seconds)
            memory = max(memory, usage.ru_maxrss / 1024)
    return best, memory


def main():
    if not shutil.which("age"):
        sys.exit("age is not on the path; install Debian's package 'age'")
    os.makedirs(FOLDER, mode=0o700)
    try:
        plain, sealed, keys = (f"{FOLDER}/{name}" for name in ("plain", "sealed.age", "keys.txt"))
        block = os.urandom(1 << 20)
        with open(plain, "wb") as file:
            for _ in range(SIZE >> 20):
                file.write(block)
        subprocess.run([PROGRAM, "keygen", "--compat", "--quiet", "-o", keys], check=True)
        public = subprocess.run(
            [PROGRAM, "keygen", "-y", keys], check=True, capture_output=True, text=True
        ).stdout.strip()
        subprocess.run([PROGRAM, "seal", "-r", public, "-o", sealed, plain], check=True)

        missed = False
        for name, ours, theirs, source, gate in (
            ("seal", ["seal", "-r", public, "-o", "-"], ["-r", public], plain, 0.83),
            ("open", ["open", "-i", keys], ["-d", "-i", keys], sealed, 0.51),
        ):
            own, memory = cost([PROGRAM, *ours], source)
            other, other_memory = cost(["age", *theirs], source)
            ratio = own / other
            missed = missed or ratio > gate or memory > 24
            print(
                f"{name} 1 GiB: {own:.2f} CPU-s and {memory:.0f} MB; age {other:.2f} CPU-s and "
                f"{other_memory:.0f} MB; ratio {ratio:.2f} (gate {gate})")
        sys.exit(1 if missed else 0)
    finally:
        shutil.rmtree(FOLDER)


main()
