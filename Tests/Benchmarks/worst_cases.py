#!/usr/bin/env python3
"""Whether any recognizer takes more than linear time: inputs made to be the worst for each.

    swift build -c release && Tests/Benchmarks/worst_cases.py [PROGRAM [deep|fast]]

Every input is one pattern over and over, with no line break and no sentence end where that is worst.
It is redacted at one size and at twice that size; the second may take 2.5 times as long at most, and
three times as long as prose of its length, the start of the program taken off. Its memory is the
reader's own and no more than twenty times its length. Ends with 1 where one does not keep to it.
"""
import os
import subprocess
import sys
import tempfile

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
ORDINARY = {
    "en": "My brother worked at the harbour, and we saw the boats come in before daybreak with Anton Brandt. ",
    "fr": "Mon frère travaillait au port, et nous avons vu les bateaux rentrer avant l'aube avec Anton Brandt. ",
    "ru": "Мой брат работал в порту, и мы видели до рассвета, как лодки возвращались с Антоном Брандтом. ",
    "uk": "Мій брат працював у порту, і ми бачили до світанку, як човни поверталися з Антоном Брандтом. ",
}
SIZE = 400_000
LIMIT, ORDINARY_LIMIT = 2.5, 3
# What a reader takes to read anything, and what a text may take beside it.
READING, MEMORY = 64 << 20, 20


def measured(program, path, language, reader):
    """The seconds, and the most memory in bytes."""
    best = None
    for _ in range(2):
        with open(os.devnull, "wb") as nothing:
            process = subprocess.Popen(
                ["timeout", "120", program, "redact", "--quiet", "--jobs", "1", "--language", language,
                 "--reader", reader,
                 "--people", os.path.join(os.path.dirname(path), "people.yaml"), path],
                stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) == 124:
            raise TimeoutError
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"{path} ended in {status}")
        taken = usage.ru_utime + usage.ru_stime
        best = taken if best is None else min(best, taken)
    return best, usage.ru_maxrss * 1024


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
    reader = sys.argv[2] if len(sys.argv) > 2 else "fast"
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.txt")
        with open(os.path.join(folder, "people.yaml"), "w", encoding="utf-8") as people:
            people.write("people:\n  - {id: p-1, name: Nikolai Brandt, gender: m, status: protected}\n")

        def run(text, language):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return measured(program, path, language, reader)

        def filled(pattern, size):
            return pattern * (size // len(pattern.encode()))

        idle, prose = {}, {}
        for language, text in ORDINARY.items():
            idle[language] = run("a", language)
            prose[language] = run(filled(text, 2 * SIZE), language)[0] - idle[language][0]
            print(f"prose in {language}: {prose[language]:.3f} s", flush=True)
        for name, language, pattern in CASES:
            try:
                once = max(run(filled(pattern, SIZE), language)[0] - idle[language][0], 0.005)
                twice, memory = run(filled(pattern, 2 * SIZE), language)
            except TimeoutError:
                print(f"{name:24} more than 120 s", flush=True)
                bad += 1
                continue
            twice = max(twice - idle[language][0], 0.005)
            memory -= idle[language][1]
            problems = []
            # Below a twentieth of a second the clock tells nothing.
            if twice > 0.05 and twice / once > LIMIT:
                problems.append("MORE THAN LINEAR")
            if twice > 0.05 and twice / prose[language] > ORDINARY_LIMIT:
                problems.append("SLOWER THAN PROSE")
            if memory > READING + MEMORY * 2 * SIZE:
                problems.append("TOO MUCH MEMORY")
            bad += bool(problems)
            print(f"{name:24} {once:7.3f} s  {twice:7.3f} s  {twice / once:5.2f}"
                  f"  {twice / prose[language]:5.1f} times prose  {memory >> 20:4} MiB"
                  f"  {', '.join(problems)}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
