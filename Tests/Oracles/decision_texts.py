"""What decisions.py has read: dictionaries of id, where, lang, people (a people file, or nothing) and text."""

import collections, hashlib, json, pathlib, random, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN, ORDINARY = ROOT / "Tests/RedactionTests/Golden", ROOT / "Tests/RedactionTests/Ordinary"
SHARED = ROOT.parent / "shared"
TABLES = {
    "pseudonyms": ROOT / "Sources/CLexicon/Tables/pseudonyms.tsv",
    "diminutives": ROOT / "Sources/CLexicon/Tables/diminutives.tsv",
    "vocabulary": ROOT / "Sources/CLexicon/vocabulary",
    "given": ROOT / "Scripts/lexicon/given-names.txt",
    "countries": ROOT / "Scripts/lexicon/countries.txt",
    "regions": ROOT / "Scripts/lexicon/regions.txt",
    "marks": ROOT / "Scripts/reader/corpus",
}
LANGUAGES = ["en", "fr", "ru", "uk"]


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def golden():
    """The inputs of the golden files. An id follows from what is read, so that a moved block keeps it."""
    texts = {}
    for path in sorted(GOLDEN.rglob("*.txt")):
        language, people, fields = "en", "", []
        for line in path.read_text(encoding="utf-8").split("\n"):
            key, colon, value = line.partition(":")
            if line.startswith("  ") and fields:
                fields[-1][1] += "\n" + line[2 if fields[-1][0] == "people" else 4 :]
            elif colon and re.fullmatch("[a-z]+", key):
                fields.append([key, value.lstrip(" ")])
        for number, (key, value) in enumerate(fields):
            if key == "language":
                language = value
            elif key == "people":
                people = "" if value == "none" else value.lstrip("\n") + "\n"
            elif key == "in":
                text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda m: chr(int(m.group(1), 16)), value)
                name = "golden/" + digest(language + "\0" + people + "\0" + text)
                texts.setdefault(
                    name,
                    dict(id=name, where=str(path.relative_to(GOLDEN)), lang=language, people=people, text=text),
                )
    return list(texts.values())


def ordinary():
    return [
        dict(
            id=f"ordinary/{path.stem}",
            where=path.name,
            lang=path.name[:2],
            people="",
            text=path.read_text(encoding="utf-8"),
        )
        for path in sorted(ORDINARY.glob("*.txt"))
    ]


def annotated(folder, name):
    """The documents of a folder of annotated ones, each with the people file of its case."""
    listing = folder / "docs.jsonl"
    if not listing.exists():
        print(f"decisions.py: skipped, not there: ../{listing.relative_to(ROOT.parent)}", file=sys.stderr)
        return []
    texts = []
    for document in map(json.loads, listing.read_text(encoding="utf-8").splitlines()):
        path = folder / f"{document['case']}.roster.yaml"
        people = path.read_text(encoding="utf-8") if path.exists() else ""
        texts.append(
            dict(
                id=f"{name}/{document['id']}",
                where=document["id"],
                lang=document["lang"] if document.get("lang") in LANGUAGES else "none",
                people=people if "- {" in people else "",
                text=document["text"],
            )
        )
    return texts


FRAMES = {
    "en": [
        "{person} told us to run.",
        "I met {person} in {place} on {date}.",
        "My {kin} {given} was {age} and {job}.",
        "We served in {unit}, and {surname} was our commander.",
        "Call me on {phone} or write to {mail}.",
        "They came from {country}.",
        "{given} {surname} said that {trait} people were taken first.",
        "I worked as {job} at {org} until {date}.",
        "Passport {number}, issued in {place}.",
        "After {event} nobody in {region} slept.",
        '"{word}," he said, and {word} again.',
        "Captain {surname} hit {person}; {surname} laughed.",
        "We called him {pet}. {pet} was {age}.",
        "There were {few} of us in {place}.",
        "She is {trait} and the only {job} there.",
        "The {word} {word} near {place} burned on {date}.",
    ],
    "fr": [
        "{person} nous a dit de courir.",
        "J'ai vu {person} à {place} le {date}.",
        "Mon {kin} {given} avait {age} et il était {job}.",
        "Nous servions dans {unit} ; {surname} commandait.",
        "Appelez-moi au {phone} ou écrivez à {mail}.",
        "Ils venaient de {country}.",
        "{given} {surname} a dit qu'on prenait d'abord {trait}.",
        "J'étais {job} chez {org} jusqu'au {date}.",
        "Passeport {number}, délivré à {place}.",
        "Après {event}, personne ne dormait dans {region}.",
        "« {word} », a-t-il dit, puis {word}.",
        "Le capitaine {surname} a frappé {person}.",
        "On l'appelait {pet}. {pet} avait {age}.",
        "Nous étions {few} à {place}.",
        "Elle est {trait}, la seule {job} du village.",
        "Le {word} {word} près de {place} a brûlé le {date}.",
    ],
    "ru": [
        "{person} велел нам бежать.",
        "Я видел {person2} в {place} {date}.",
        "Мой {kin} {given} был {job}, ему {age}.",
        "Мы служили в {unit}, командовал {surname}.",
        "Звоните {phone} или пишите на {mail}.",
        "Они приехали из {country}.",
        "{given} {surname} сказал, что сначала забрали {trait}.",
        "Я работал {job} в {org} до {date}.",
        "Паспорт {number}, выдан в {place}.",
        "После {event} никто не спал, {region}.",
        "«{word}», — сказал он и ещё раз: {word}.",
        "Капитан {surname} ударил {person2}, {surname} смеялся.",
        "Его звали {pet}. {pet}, {age}.",
        "Нас было {few}, {place}.",
        "С {person3} мы говорили {date}.",
        "Там {word} {word} у {place} сгорело {date}.",
    ],
    "uk": [
        "{person} наказав нам бігти.",
        "Я бачив {person2} у {place} {date}.",
        "Мій {kin} {given} був {job}, йому {age}.",
        "Ми служили в {unit}, командував {surname}.",
        "Дзвоніть {phone} або пишіть на {mail}.",
        "Вони приїхали з {country}.",
        "{given} {surname} сказав, що спершу забрали {trait}.",
        "Я працював {job} у {org} до {date}.",
        "Паспорт {number}, виданий у {place}.",
        "Після {event} ніхто не спав, {region}.",
        "«{word}», — сказав він і ще раз: {word}.",
        "Капітан {surname} вдарив {person2}, {surname} сміявся.",
        "Його звали {pet}. {pet}, {age}.",
        "Нас було {few}, {place}.",
        "З {person3} ми говорили {date}.",
        "Там {word} {word} біля {place} згоріло {date}.",
    ],
}
KIN = {
    "en": "brother cousin uncle neighbour",
    "fr": "frère cousin oncle voisin",
    "ru": "брат дядя сосед отец",
    "uk": "брат дядько сусід батько",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
AGES = {"en": "{} years old", "fr": "{} ans", "ru": "{} лет", "uk": "{} років"}
KINDS = {
    "PLACE": "place",
    "UNIT": "unit",
    "JOB": "job",
    "ORG": "org",
    "DEMOG": "trait",
    "EVENT": "event",
    "PERSON": "surname",
}
COLUMN = {"en": 0, "fr": 1, "ru": 2, "uk": 3}


def read(table):
    path = TABLES[table]
    if not path.exists():
        sys.exit(
            f"decisions.py: {path.relative_to(ROOT)} is not there: say in TABLES where it is now, or use --like"
        )
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def expanded(form, endings):
    """ "бригад{а/ы}" → "бригада", "бригады"."""
    open_, close = form.find("{"), form.find("}")
    if open_ < 0:
        return [form]
    inside = form[open_ + 1 : close]
    choices = endings.get(inside[1:], [""]) if inside.startswith("@") else inside.split("/")
    return [form[:open_] + ending + rest for ending in choices for rest in expanded(form[close + 1 :], endings)]


def cue_words(path):
    endings, words = {}, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if line.startswith("@"):
            endings[columns[0][1:]] = columns[1].split("/")
        elif line and not line.startswith("#"):
            for form in columns[1].split(","):
                words += expanded(form.strip(), endings)
    return list(dict.fromkeys(words))


class Tables:
    """What the slots of the frames are filled with, by language."""

    def __init__(self):
        self.slots = {language: collections.defaultdict(list) for language in LANGUAGES}
        for line in read("pseudonyms"):
            _, gender, names = line.split("\t")
            for name in names.split(" "):
                said = name.split("/")
                for language in LANGUAGES:
                    self.slots[language]["given"].append(said[min(COLUMN[language], len(said) - 1)])
        for line in read("given"):
            kind, _, names = line.partition(": ")
            slot = "surname" if kind == "s" else "pet" if kind.startswith("d") else "given"
            for name in names.split():
                for language in (["ru", "uk"] if re.search("[а-яё]", name) else ["en", "fr"]):
                    self.slots[language][slot].append(name)
        for line in read("diminutives"):
            for name in line.split("\t")[2].split(","):
                for language in (["ru", "uk"] if re.search("[а-яіїє]", name) else ["en", "fr"]):
                    self.slots[language]["pet"].append(name)
        for line in read("countries"):
            columns = [column.strip() for column in line.split("|")]
            for language, column in (("en", 1), ("fr", 3), ("ru", 5), ("uk", 8)):
                self.slots[language]["country"].append(re.sub("[=~]|@.*", "", columns[column]))
        for line in read("regions"):
            for name in line.split("|")[3].split(","):
                name = re.sub("[=~]", "", name.strip())
                for language in (["ru", "uk"] if re.search("[а-яіїє]", name) else ["en", "fr"]):
                    self.slots[language]["region"].append(name)
        for path in sorted(TABLES["marks"].glob("*.gold.txt")):
            text = path.read_text(encoding="utf-8")
            language = re.search(r"(?m)^lang: (\w+)", text).group(1)
            for kind, words in re.findall(r"\[\[([A-Z]+):[^|\]]*\|([^\]\n]*)\]\]", text):
                if language in self.slots and kind in KINDS:
                    self.slots[language][KINDS[kind]].append(words.split()[-1] if kind == "PERSON" else words)
        for language in LANGUAGES:
            self.slots[language]["word"] = cue_words(TABLES["vocabulary"] / f"{language}.tsv")
            for slot, words in self.slots[language].items():
                self.slots[language][slot] = sorted(set(words))


def declined(name, case):
    """A genitive (2) or an instrumental (3) of a Russian or Ukrainian name, as a rough rule makes it."""
    words = []
    for word in name.split():
        if re.search("[бвгґдзклмнпрстфхц]$", word):
            word += {2: "а", 3: "ом"}[case]
        elif word.endswith("а"):
            word = word[:-1] + {2: "у", 3: "ой"}[case]
        words.append(word)
    return " ".join(words)


def seeded(count, seed=2026, group=250):
    """Texts of a few sentences; every other group of them is a case that has a people file."""
    tables, texts = Tables(), []
    for number in range(count):
        draw = random.Random(f"{seed} {number}")
        # The people of a group are drawn anew for each text, by the group's own seed.
        people = random.Random(f"{seed} people {number // group}")
        language = LANGUAGES[number % 4]
        slots = tables.slots[language]
        listed, lines = [], []
        if number // group % 2:
            for person in range(8):
                its = tables.slots[LANGUAGES[person % 4]]
                name = people.choice(its["given"]) + " " + people.choice(its["surname"])
                status = people.choice(["protected", "protected", "protected", "incidental", "public"])
                listed.append(name)
                lines.append(
                    "  - "
                    + json.dumps(
                        dict(id=f"p-{person + 1}", name=name, gender=people.choice("mf"), status=status),
                        ensure_ascii=False,
                    )
                )

        def slot(kind):
            if kind.startswith("person"):
                name = (
                    draw.choice(listed)
                    if listed and draw.random() < 0.8
                    else draw.choice(slots["given"]) + " " + draw.choice(slots["surname"])
                )
                name = draw.choice([name, name, name.split()[0], name.split()[-1], name.upper()])
                return declined(name, int(kind[-1])) if kind[-1] in "23" else name
            if kind == "date":
                month = draw.randrange(12)
                day, year, its = draw.randint(1, 28), draw.randint(1958, 2025), MONTHS[language].split()[month]
                written = (
                    f"{its} {day}, {year}" if language == "en" and draw.random() < 0.4 else f"{day} {its} {year}"
                )
                return draw.choice(
                    [
                        written,
                        written,
                        f"{day} {its}",
                        f"{day:02}.{month + 1:02}.{year}",
                        f"{year}-{month + 1:02}-{day:02}",
                        str(year),
                    ]
                )
            if kind == "age":
                return AGES[language].format(draw.randint(3, 97))
            if kind == "few":
                return draw.choice(
                    [str(draw.randint(2, 900)), f"{draw.randint(1, 99)} 000", f"№ {draw.randint(1, 300)}"]
                )
            if kind == "phone":
                return draw.choice(
                    [
                        "+44 7700 900 {:03}",
                        "+7 999 555-01-{:02}",
                        "+380 50 555 0{:03}",
                        "06 39 98 {:02} 21",
                        "555-0{:03}",
                    ]
                ).format(draw.randint(10, 99))
            if kind == "mail":
                return f"{draw.choice(tables.slots['en']['given']).lower()}.{draw.randint(1, 99)}@post.example"
            if kind == "number":
                return draw.choice(
                    [
                        f"{draw.randint(10, 99)} {draw.randint(10 ** 5, 10 ** 7)}",
                        f"AB{draw.randint(10 ** 5, 10 ** 7)}",
                        f"{draw.randint(10 ** 9, 10 ** 12)}",
                    ]
                )
            if kind == "kin":
                return draw.choice(KIN[language].split())
            return draw.choice(slots[kind])

        sentences = []
        for _ in range(draw.randint(2, 4)):
            sentence = re.sub(r"\{(\w+)\}", lambda m: slot(m.group(1)), draw.choice(FRAMES[language]))
            sentences.append(sentence[:1].upper() + sentence[1:])
        yaml = f"case: seeded-{number // group}\npeople:\n" + "\n".join(lines) + "\n" if lines else ""
        # In one of 32 the program has to tell the language.
        texts.append(
            dict(
                id=f"seeded/{number:05}",
                where=f"seed {number}",
                lang="" if number // 4 % 32 == 0 else language,
                people=yaml,
                text=draw.choice([" ", " ", "\n"]).join(sentences),
            )
        )
    return texts
