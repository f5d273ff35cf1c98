#!/usr/bin/env python3
"""Compares our paradigms of Russian and Ukrainian names with those of pymorphy3's dictionaries.

    Tests/Oracles/declension.py [--misses N] [--every N]      from the package's root

Installs pymorphy3 with its dictionaries (CC BY-SA: used here, never shipped) into .build/oracles; where that
cannot be done it says so and ends in 0. It takes surnames, given names and patronymics of the dictionaries,
declines them with the rules of Sources/Redaction/Morphology/Paradigm*.swift (through the test ParadigmListing) and
counts the cells in which the form that we write is one the dictionary has for that case. Exit 1 below 98 %.
"""
import argparse, collections, os, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = ROOT / ".build" / "oracles"
PACKAGES = ["pymorphy3==2.0.6", "pymorphy3-dicts-ru==2.4.417150.4580142", "pymorphy3-dicts-uk==2.4.1.1.1663094765"]
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct", "voct"]
WANTED = {("ru", "surname"): 1200, ("ru", "given"): 900, ("ru", "patronymic"): 500,
          ("uk", "surname"): 1000, ("uk", "given"): 500, ("uk", "patronymic"): 300}


def environment():
    """The Python that has the oracle, installed at the first call; None where it cannot be had."""
    python = PLACE / "bin" / "python"
    probe = [str(python), "-c", "import pymorphy3, pymorphy3_dicts_ru, pymorphy3_dicts_uk"]
    if python.exists() and subprocess.run(probe, capture_output=True).returncode == 0:
        return python
    subprocess.run([sys.executable, "-m", "venv", str(PLACE)], capture_output=True)
    for wanted in (PACKAGES, [p.split("==")[0] for p in PACKAGES]):
        subprocess.run([str(python), "-m", "pip", "-q", "install", *wanted], capture_output=True)
        if python.exists() and subprocess.run(probe, capture_output=True).returncode == 0:
            return python
    return None


def names(language):
    """(role, gender, nominative) -> {(case, number): forms}, by the dictionary."""
    import pymorphy3
    morph = pymorphy3.MorphAnalyzer(lang=language)
    found, seen = {}, set()
    grams = {"Surn": "surname", "Name": "given", "Patr": "patronymic"}
    for word, tag, normal, paradigm, index in morph.dictionary.iter_known_words():
        role = next((grams[g] for g in grams if g in tag), None)
        if role is None or "Abbr" in tag or "Init" in tag or "plur" in tag or word != normal or "nomn" not in tag:
            continue
        if len(word) < 3 or (normal, paradigm) in seen:
            continue
        seen.add((normal, paradigm))
        # That nothing declines a woman's surname in a consonant is soon said: one in six will do.
        if "Fixd" in tag and sum(word.encode()) % 6:
            continue
        parse = next((p for p in morph.parse(word) if p.methods_stack[0][2] == paradigm and p.methods_stack[0][3] == index), None)
        if parse is None:
            continue
        forms = collections.defaultdict(lambda: collections.defaultdict(set))
        for other in parse.lexeme:
            case = next((c for c in CASES if c in other.tag), None)
            if case is None:
                continue
            number = "plur" if "plur" in other.tag else "sing"
            for gender in ("masc", "femn"):
                if gender in other.tag or number == "plur" or "Ms-f" in str(other.tag):
                    forms[gender][case, number].add(other.word.replace("ё", "е"))
        for gender, code in (("masc", "m"), ("femn", "f")):
            cells = forms[gender]
            nominative = cells.get(("nomn", "sing"))
            if not nominative or not any(n == "sing" for _, n in cells):
                continue
            if role != "surname" and gender not in tag and "Ms-f" not in str(tag):
                continue
            for one in sorted(nominative)[:1]:
                found[role, code, one if gender not in tag else word] = dict(cells)
    return found


def sample(found, language, every):
    out = []
    for role in ("surname", "given", "patronymic"):
        keys = sorted(k for k in found if k[0] == role)
        step = max(1, len(keys) // WANTED[language, role]) if every is None else every
        out += keys[::step]
    return out


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--misses", type=int, default=0)
    arguments.add_argument("--every", type=int)
    options = arguments.parse_args()
    try:
        import pymorphy3  # noqa: F401
    except ImportError:
        python = environment()
        if python is None:
            print("declension.py: skipped: pymorphy3 and its dictionaries cannot be installed here")
            return 0
        os.execv(python, [str(python), *sys.argv])
    os.makedirs(PLACE, exist_ok=True)
    source, target = PLACE / "names.tsv", PLACE / "forms.tsv"
    oracle, lines = {}, []
    for language in ("ru", "uk"):
        found = names(language)
        for key in sample(found, language, options.every):
            oracle[(language, *key)] = found[key]
            lines.append("\t".join((language, *key)))
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    target.unlink(missing_ok=True)
    run = subprocess.run(["swift", "test", "--skip-build", "--filter", "ParadigmListing"], cwd=ROOT, capture_output=True,
                         env={**os.environ, "UNDERSEAL_DECLENSION_NAMES": str(source), "UNDERSEAL_DECLENSION_FORMS": str(target)})
    if not target.exists():
        sys.exit("declension.py: no forms were written: build the tests first (swift build --build-tests)\n" + run.stdout.decode()[-600:])
    cells, words, misses = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for line in target.read_text(encoding="utf-8").splitlines():
        language, role, gender, name, *forms = line.split("\t")
        theirs, wrong = oracle[language, role, gender, name], []
        for number, start in (("sing", 0), ("plur", 7)):
            for index, case in enumerate(CASES):
                wanted = theirs.get((case, number))
                if not wanted or case == "voct" and language == "ru":
                    continue
                ours = forms[start + index].split("|")[0].replace("ё", "е")
                cells[language, role, "all"] += 1
                if ours not in wanted:
                    cells[language, role, "miss"] += 1
                    wrong.append(f"{case}.{number} {ours} != {'/'.join(sorted(wanted))}")
        words[language, role, "all"] += 1
        if wrong:
            words[language, role, "miss"] += 1
            misses[language, role, gender, name[-3:]].append((name, wrong))
    worst = 1.0
    for language in ("ru", "uk"):
        whole = sum(cells[language, r, "all"] for r in ("surname", "given", "patronymic"))
        bad = sum(cells[language, r, "miss"] for r in ("surname", "given", "patronymic"))
        worst = min(worst, 1 - bad / max(1, whole))
        for role in ("surname", "given", "patronymic"):
            every, miss = cells[language, role, "all"], cells[language, role, "miss"]
            print(f"{language} {role:10} {words[language, role, 'all']:5} names, {words[language, role, 'miss']:4} with a difference; "
                  f"{every:6} forms agree in {1 - miss / max(1, every):.4f}")
        print(f"{language} all        {whole:6} forms agree in {1 - bad / max(1, whole):.4f}")
    for key, entries in sorted(misses.items(), key=lambda item: -len(item[1]))[:options.misses]:
        print(*key, len(entries), "e.g.", entries[0][0], "; ".join(entries[0][1][:4]), "|", ", ".join(e[0] for e in entries[1:8]))
    return 0 if worst >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())
