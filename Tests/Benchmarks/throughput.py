#!/usr/bin/env python3
"""How fast the release build redacts, and how much memory it takes.

    swift build -c release && Tests/Benchmarks/throughput.py [PROGRAM]

Prints MB/s of wall-clock time and of processor time and the peak of resident memory for 10 MB of
English and of Russian text, and for JSON Lines of 10,000 and 100,000 records, whose peaks should be
the same. The text is put together from invented sentences by a seeded generator, so that every run
measures the same bytes.
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

RUSSIAN = dict(
    first="Антон Борис Глеб Дарья Егор Зарина Инна Кирилл Лейла Марат Нина Олег Полина Руслан".split(),
    last="Альбин Бережко Вельский Гарин Дорнов Ельнев Жилко Зотов Истрин Кравец Лунин Мерц".split(),
    place="Перми Самаре Лионе Харькове Минске Тбилиси Ереване Осло Гданьске Тамбове Орске".split(),
    month="января февраля марта апреля мая июня июля августа сентября октября".split(),
    mail="anton boris gleb darya egor zarina inna kirill".split(),
)
RUSSIAN_SENTENCES = [
    "Мы шли два дня, и никто не спрашивал нас, куда мы идём.",
    "Я встретил человека по имени {first} {last} в {place} {day} {month} 2023 года, когда снег уже таял.",
    "Мой брат {first} работал в гараже и никогда не говорил о войне.",
    "Командир сказал, что того, кто откажется, оставят в {place} без оружия.",
    "Утром был хлеб, а вечером его уже не было.",
    "Писать можно на {mail}.{day}@post.example или звонить по номеру +7 912 555-{day}-21.",
    "Ей было {age} лет, и с ней было двое детей.",
    "{first} смотрел в землю и говорил, что ничего не подписывал.",
    "12-я мотострелковая бригада ушла из деревни раньше, чем мы вернулись.",
    "Я не горжусь тем, что видел, но и молчать об этом не буду.",
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


def russian(source):
    words = {name: source.choice(list) for name, list in RUSSIAN.items()}
    return source.choice(RUSSIAN_SENTENCES).format(
        day=source.randint(10, 28), age=source.randint(21, 60), **words)


def text(source, size, sentence=sentence):
    """Paragraphs of six sentences, of `size` bytes or a little more."""
    parts, length = [], 0
    while length < size:
        paragraph = " ".join(sentence(source) for _ in range(6)) + "\n\n"
        parts.append(paragraph)
        length += len(paragraph.encode())
    return "".join(parts)


def measure(arguments):
    """Seconds, seconds of the processor and peak kilobytes of a run; its output is thrown away."""
    begun = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(arguments, stdout=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} ended in {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def report(what, size, measured):
    seconds, processor, peak = measured
    print(f"{what}: {size / 1e6 / seconds:.1f} MB/s, {size / 1e6 / processor:.1f} MB/s of processor"
          f" time, peak {peak / 1024:.0f} MB", flush=True)


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
    source = random.Random(20240611)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.txt")
        for language, kind in (("en", sentence), ("ru", russian)):
            with open(path, "wb") as file:
                size = file.write(text(source, 10_000_000, kind).encode())
            for jobs in ("1", "2"):
                report(f"one text of {size / 1e6:.1f} MB, {language}, --jobs {jobs}", size, measure(
                    [program, "redact", "--quiet", "--language", language, "--jobs", jobs, path]))
        for count in (10_000, 100_000):
            path = os.path.join(folder, f"{count}.jsonl")
            size = 0
            with open(path, "w", encoding="utf-8") as file:
                for number in range(count):
                    record = {"id": number, "lang": "en", "text": text(source, 400)}
                    size += file.write(json.dumps(record) + "\n")
            for jobs in ("1", "2"):
                report(f"{count} records, {size / 1e6:.1f} MB, --jobs {jobs}", size, measure(
                    [program, "redact", "--quiet", "--lines", "--jobs", jobs, path]))


if __name__ == "__main__":
    main()
