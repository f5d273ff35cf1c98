#!/usr/bin/env python3
"""Whether any recognizer takes more than linear time: inputs made to be the worst for each.

    swift build -c release && Tests/Benchmarks/worst_cases.py [PROGRAM]

Every input is one pattern over and over, with no line break and no sentence end where that is worst.
It is redacted at one size and at twice that size; the second may take 2.5 times as long at most, the
start of the program taken off. Ends with 1 where one does not keep to it.
"""
import os
import subprocess
import sys
import tempfile
import time

CASES = [
    ("person: capitals", "en", "Anton Brandt "),
    ("person: initials", "en", "A. B. "),
    ("person: hyphens", "en", "Anna-"),
    ("person: particles", "en", "Ali ibn "),
    ("place: list", "en", "in Lyon, "),
    ("place: nouns", "fr", "le village de "),
    ("place: hyphens", "en", "in Lyon-"),
    ("address: numbers", "fr", "12 bis rue des "),
    ("contact: dots", "en", "a."),
    ("contact: at signs", "en", "a@"),
    ("contact: underscores", "en", "a_"),
    ("contact: hashtags", "en", "#a"),
    ("contact: digits", "en", "1 "),
    ("contact: brackets", "en", "("),
    ("contact: slashes", "en", "a/"),
    ("identifier: codes", "en", "A1-"),
    ("identifier: colons", "en", "0a:"),
    ("identifier: degrees", "en", "1° "),
    ("identifier: plates", "en", "AB 12 "),
    ("identifier: cues", "en", "passport "),
    ("identifier: groups", "en", "1234 "),
    ("number: signs", "ru", "№ 1 "),
    ("date: months", "en", "May "),
    ("date: ranges", "en", "8-9-"),
    ("date: words", "fr", "le vingt et "),
    ("age: pairs", "en", "aged 9 and "),
    ("age: years", "fr", "de 14 et "),
    ("unit: ordinals", "en", "3rd Battalion, "),
    ("unit: modifiers", "ru", "отдельная гвардейская "),
    ("unit: names", "ru", "бригада имени "),
    ("organization: bodies", "en", "School of "),
    ("organization: quotes", "ru", "больница « "),
    ("job: modifiers", "en", "chief senior "),
    ("job: chain", "fr", "soudeur, chef d'équipe et "),
    ("job: tails", "en", "nurse at the "),
    ("trait: numbers", "fr", "enceinte de sept "),
    ("event: of", "en", "siege of "),
    ("pseudonym: brackets", "en", "Ana (not "),
    ("unknown: capitals", "uk", "Ґрун "),
    ("wording: said again", "fr", "à Caen, "),
    ("wording: units", "fr", "la 64e brigade, "),
    ("letters apart", "en", "A-B-C-"),
    ("quotes", "en", "\" "),
    ("apostrophes", "fr", "l'"),
    ("newlines", "en", "a\n"),
    ("colons", "en", "A: "),
    ("roster: initials", "en", "N. "),
    ("roster: bare initials", "en", "N "),
    ("roster: letters", "en", "S i "),
    ("roster: names", "en", "the Nikolai "),
    ("roster: handles", "en", "@a"),
    ("roster: broken", "en", "Niko-\n"),
    ("roster: hidden", "en", "N\u200d"),
    ("one word", "en", "a"),
    ("one number", "en", "1"),
    ("one Cyrillic word", "ru", "а"),
]
SIZE = 400_000
LIMIT = 2.5


def seconds(program, path, language):
    best = None
    for _ in range(2):
        begun = time.monotonic()
        with open(os.devnull, "wb") as nothing:
            done = subprocess.run(
                [program, "redact", "--quiet", "--jobs", "1", "--language", language,
                 "--people", os.path.join(os.path.dirname(path), "people.yaml"), path],
                stdout=nothing, stderr=nothing, timeout=120)
        if done.returncode not in (0, 1):
            sys.exit(f"{path} ended in {done.returncode}")
        taken = time.monotonic() - begun
        best = taken if best is None else min(best, taken)
    return best


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.txt")
        with open(os.path.join(folder, "people.yaml"), "w", encoding="utf-8") as people:
            people.write("people:\n  - {id: p-1, name: Nikolai Brandt, gender: m, status: protected}\n")

        def run(text, language):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return seconds(program, path, language)

        for name, language, pattern in CASES:
            idle = run("a", language)
            count = SIZE // len(pattern.encode())
            try:
                once = max(run(pattern * count, language) - idle, 0.005)
                twice = max(run(pattern * count * 2, language) - idle, 0.005)
            except subprocess.TimeoutExpired:
                print(f"{name:24} more than 120 s", flush=True)
                bad += 1
                continue
            # Below a twentieth of a second the clock tells nothing.
            is_bad = twice > 0.05 and twice / once > LIMIT
            bad += is_bad
            print(f"{name:24} {once:7.3f} s  {twice:7.3f} s  {twice / once:5.2f}"
                  f"{'  MORE THAN LINEAR' if is_bad else ''}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
