#!/usr/bin/env python3
"""What a people file of 2,000 people adds to the time of redacting 10 MB.

    swift build -c release --product underseal && Tests/Benchmarks/roster.py [PROGRAM]

The same text as in throughput.py is redacted without a people file and with one whose 2,000 people
have names of two words, a few of them in the text. Prints the processor's seconds of both, their
ratio, and the seconds for a text of one line, which are those of making all forms of all names.
Ends with 1 where the people file adds 30 % or the forms take half a second.
"""
import os
import random
import sys
import tempfile

from throughput import measure, russian, sentence, text

GIVEN = ("Александр Мария Иван Ольга Пётр Анна Сергей Елена Николай Татьяна Amina John Fatima "
         "Pierre Olha Taras Ahmed Zarema Anton Clara").split()
STEMS = ("Волк Орл Соколов Кравчен Петрен Иван Медвед Лебед Гусар Козл Смирн Бондар Тигр Рыбак "
         "Мельник Шевч Зайц Павл Кузн Пономар").split()
ENDINGS = "ов ев енко ский ук ко ин ян адзе швили".split()


def people(count):
    """The text of a people file, the same in every run."""
    source = random.Random(5)
    rows = ["case: many", "people:"]
    for number in range(count):
        surname = (source.choice(STEMS) + source.choice("аеиоукнтр") + source.choice("бвгдж")
                   + source.choice(ENDINGS))
        rows.append(f"  - {{id: p-{number}, name: {source.choice(GIVEN)} {surname}, "
                    f"gender: {source.choice('mf')}, status: protected}}")
    return "\n".join(rows) + "\n"


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
    source = random.Random(20240611)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        roster = os.path.join(folder, "people.yaml")
        with open(roster, "w", encoding="utf-8") as file:
            file.write(people(2000))

        def seconds(path, language, *more):
            run = [program, "redact", "--quiet", "--jobs", "1", "--language", language, path, *more]
            return min(measure(run)[1] for _ in range(3))

        path = os.path.join(folder, "long.txt")
        for language, kind in (("en", sentence), ("ru", russian)):
            with open(path, "wb") as file:
                file.write(text(source, 10_000_000, kind).encode())
            alone = seconds(path, language)
            both = seconds(path, language, "--people", roster)
            failed |= both >= 1.3 * alone
            print(f"10 MB, {language}: {alone:.2f} s alone, {both:.2f} s with 2,000 people, ratio "
                  f"{both / alone:.2f}", flush=True)
        with open(path, "w") as file:
            file.write("We waited.\n")
        forms = seconds(path, "en", "--people", roster) - seconds(path, "en")
        failed |= forms >= 0.5
        print(f"forms of 2,000 people: {forms:.2f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
