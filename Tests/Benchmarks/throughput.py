#!/usr/bin/env python3
"""How fast the release build redacts, and how much memory it takes.

    swift build -c release && Tests/Benchmarks/throughput.py [PROGRAM]

Prints MB/s and the peak of resident memory for 10 MB of English text, and for JSON Lines of 10,000
and 100,000 records, whose peaks should be the same. The text is put together from invented
sentences by a seeded generator, so that every run measures the same bytes.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

FIRST = "Anton Boris Clara Daria Emil Farida Galina Hugo Irina Jonas Karim Lena Milan Nora".split()
LAST = "Albers Brandt Castell Dorn Egede Fanning Gerlach Holt Ivers Jansky Keller Lund Merz".split()
PLACES = "Perm Samara Lyon Kharkiv Minsk Tbilisi Yerevan Oslo Gdansk Tambov Orsk Nantes".split()
MONTHS = "January February March April May June July August September October".split()
SENTENCES = [
    "We walked for two days and nobody asked us where we were going.",
    "I met {first} {last} in {place} on {day} {month} 2023, when the snow was already melting.",
    "My brother {first} worked in a garage and never spoke about the war.",
    "The commander said that whoever refused would be sent to {place} without a weapon.",
    "In the morning there was bread, and in the evening there was none.",
    "You can write to {first}.{last}@post.example or call +33 6 39 98 {day} 21.",
    "She was {age} years old and had two children with her.",
    "{first} looked at the ground and said that he had signed nothing.",
    "The 12th motor rifle brigade had left the village before we came back.",
    "I am not proud of what I saw, but I will not be silent about it either.",
]


def sentence(source):
    return source.choice(SENTENCES).format(
        first=source.choice(FIRST),
        last=source.choice(LAST),
        place=source.choice(PLACES),
        month=source.choice(MONTHS),
        day=source.randint(10, 28),
        age=source.randint(18, 60),
    )


def text(source, size):
    parts, length = [], 0
    while length < size:
        paragraph = " ".join(sentence(source) for _ in range(6)) + "\n\n"
        parts.append(paragraph)
        length += len(paragraph)
    return "".join(parts)


def measure(arguments):
    """Seconds and peak kilobytes of one run, whose output is thrown away."""
    begun = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(arguments, stdout=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} ended in {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begun, usage.ru_maxrss


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
    source = random.Random(20240611)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.txt")
        with open(path, "w", encoding="utf-8") as file:
            size = file.write(text(source, 10_000_000))
        for jobs in ("1", "2"):
            seconds, peak = measure([program, "redact", "--quiet", "--jobs", jobs, path])
            print(f"one text of {size / 1e6:.1f} MB, --jobs {jobs}:"
                  f" {size / 1e6 / seconds:.1f} MB/s, peak {peak / 1024:.0f} MB")
        for count in (10_000, 100_000):
            path = os.path.join(folder, f"{count}.jsonl")
            size = 0
            with open(path, "w", encoding="utf-8") as file:
                for number in range(count):
                    record = {"id": number, "lang": "en", "text": text(source, 400)}
                    size += file.write(json.dumps(record) + "\n")
            for jobs in ("1", "2"):
                seconds, peak = measure(
                    [program, "redact", "--quiet", "--lines", "--jobs", jobs, path])
                print(f"{count} records, {size / 1e6:.1f} MB, --jobs {jobs}:"
                      f" {size / 1e6 / seconds:.1f} MB/s, peak {peak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
