#!/usr/bin/env python3
"""How much protection is left when a text was typed in a hurry, scanned or transcribed.

    Tests/Oracles/robustness.py FOLDER [--tool PROGRAM] [--mutations lower,ocr …] [--lang ru] [--seed N]
                                       [--no-people] [--misses N] [--keep DIR] [--floor 0.98]

FOLDER holds annotated testimonies NAME.gold.txt (a header `---` … `---` with id, lang and case, then text with
marks [[KIND:id:D|words]]; D direct, Q indirect, P public) and CASE.roster.yaml beside them. Each text is changed
inside and outside the marks alike, by the same seed in the same way, and redacted; what is printed is the share of
direct mentions whose every letter and digit is covered, a mutation a line and a language a column, and the share of
the words outside every mark that were masked. Texts that the tool refuses to write are listed and not counted.
Exit 1 where lower, upper, diacritics or ocr is below --floor, or a text was refused.
"""
import argparse, collections, json, os, pathlib, random, re, subprocess, sys, unicodedata

MARK = re.compile(r"\[\[([A-Z]+):([a-z0-9.-]+):([DQP])\|(.*?)\]\]", re.S)
LANGUAGES = ["en", "ru", "uk", "fr"]
BARRED = ["lower", "upper", "diacritics", "ocr"]
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
                 "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i ye g".split(" ")))
ALIKE = dict(zip("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX"))
ALIKE.update({v: k for k, v in ALIKE.items()})
MISREAD = {"l": "1", "I": "l", "O": "0", "О": "0", "о": "0", "o": "0", "m": "rn", "1": "l", "0": "O", "5": "S",
           "З": "3", "б": "6", "ш": "щ", "и": "н", "п": "н", "i": "l", "і": "i", "é": "e", "è": "e", "c": "e", "h": "b"}


def documents(folder):
    for path in sorted(pathlib.Path(folder).glob("*.gold.txt")):
        head, body = path.read_text(encoding="utf-8")[4:].split("\n---\n", 1)
        meta = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        body = body.strip("\n") + "\n"
        text, marks, at = "", [], 0
        for m in MARK.finditer(body):
            text += body[at:m.start()]
            marks.append((len(text), len(text) + len(m.group(4)), m.group(1), m.group(3)))
            text += m.group(4)
            at = m.end()
        yield {"id": meta["id"], "lang": meta["lang"], "case": meta["case"], "text": text + body[at:], "marks": marks}


# A mutation says for each character what stands in its place.
def lower(text, chance): return [c.lower() for c in text]
def upper(text, chance): return [c.upper() for c in text]


def title(text, chance):
    return [c.upper() if c.isalpha() and not text[i - 1:i].isalpha() else c for i, c in enumerate(text)]


def diacritics(text, chance):
    def plain(c):
        if c in "йЙёЁїЇ":
            return {"й": "и", "Й": "И", "ё": "е", "Ё": "Е", "ї": "і", "Ї": "І"}[c]
        return "".join(x for x in unicodedata.normalize("NFD", c) if not unicodedata.combining(x))
    return [plain(c) for c in text]


def ocr(text, chance):
    out = []
    for i, c in enumerate(text):
        if not c.isalnum() or chance.random() >= 0.02:
            out.append(c)
            continue
        way = chance.randrange(6)
        if way <= 1 and c in MISREAD: out.append(MISREAD[c])
        elif way <= 3 and c in ALIKE: out.append(ALIKE[c])
        elif way == 4: out.append("")
        elif way == 5 and text[i - 1:i].isalpha() and c.isalpha(): out.append(" " + c)
        else: out.append(c + c)
    return out


def bare(text, chance):
    return ["" if c in ",.;:!?…«»\"“”„()—–" and (i + 1 == len(text) or not text[i + 1].isalnum() or not text[i - 1:i].isalnum())
            else c for i, c in enumerate(text)]


def transcript(text, chance):
    out, second = [], 4
    for i, c in enumerate(text):
        if c == " " and text[i - 1:i] in (".", "?", "!") and text[i - 5:i - 1].isalpha() and text[i + 1:i + 2].isupper():
            second += chance.randrange(3, 40)
            out.append(f"\n[00:{second // 60:02}:{second % 60:02}] {'AB'[chance.randrange(2)]}: ")
        else:
            out.append(c)
    return out


def latin(text, chance):
    return [LATIN[c] if c in LATIN else LATIN[c.lower()].capitalize() if c.lower() in LATIN else c for c in text]


def lowerbare(text, chance): return [c.lower() for c in bare(text, chance)]
def plain(text, chance): return list(text)


MUTATIONS = {"plain": plain, "lower": lower, "upper": upper, "title": title, "diacritics": diacritics, "ocr": ocr,
             "bare": bare, "transcript": transcript, "latin": latin, "lower-bare": lowerbare}


def mutated(document, name, seed):
    chance = random.Random(f"{seed} {name} {document['id']}")
    parts = MUTATIONS[name](document["text"], chance)
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    marks = [(starts[a], starts[b], kind, degree) for a, b, kind, degree in document["marks"]]
    return {**document, "text": "".join(parts), "marks": marks}


def redacted(tool, people, documents):
    command = [tool, "redact", "--lines", "--policy", "press"] + (["--people", people] if people else [])
    lines = "".join(json.dumps({k: d[k] for k in ("id", "lang", "text")}, ensure_ascii=False) + "\n" for d in documents)
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"robustness.py: the tool ended in {run.returncode}: {run.stderr.decode()[-400:]}")
    return {r["id"]: r for r in map(json.loads, run.stdout.decode().splitlines())}


def asked(mark, text):
    a, b = mark[0], mark[1]
    if re.search(r"['’]s$", text[a:b], re.I): b -= 2
    return [i for i in range(a, b) if text[i].isalnum()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tool", default=".build/release/underseal")
    parser.add_argument("--mutations", default=",".join(MUTATIONS))
    parser.add_argument("--lang")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-people", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--keep")
    parser.add_argument("--floor", type=float, default=0.98)
    o = parser.parse_args()
    cases = collections.defaultdict(list)
    for d in documents(o.folder):
        if not o.lang or d["lang"] in o.lang.split(","): cases[d["case"]].append(d)
    failed = False
    print(f"{'mutation':12}" + "".join(f"{x:>16}" for x in LANGUAGES) + "   direct covered, (masked outside marks)")
    for name in o.mutations.split(","):
        direct, free, misses, refused = collections.Counter(), collections.Counter(), [], []
        for case, originals in cases.items():
            if name == "latin" and originals[0]["lang"] not in ("ru", "uk"): continue
            texts = [mutated(d, name, o.seed) for d in originals]
            roster = os.path.join(o.folder, case + ".roster.yaml")
            out = redacted(o.tool, None if o.no_people or not os.path.exists(roster) else roster, texts)
            for d in texts:
                covered, marked = bytearray(len(d["text"])), bytearray(len(d["text"]))
                if "decisions" not in out[d["id"]]:
                    # Nothing was written, so nothing shows; but nobody can read it either.
                    refused.append((d["id"], out[d["id"]].get("error", "")))
                    continue
                for x in out[d["id"]]["decisions"]:
                    if x["treatment"] != "keep": covered[x["start"]:x["end"]] = b"\1" * (x["end"] - x["start"])
                for mark in d["marks"]:
                    marked[mark[0]:mark[1]] = b"\1" * (mark[1] - mark[0])
                    if mark[3] != "D": continue
                    direct[d["lang"], "all"] += 1
                    if all(covered[i] for i in asked(mark, d["text"])): direct[d["lang"], "covered"] += 1
                    else: misses.append((d["id"], mark[2], d["text"][max(0, mark[0] - 25):mark[0]] + "⟦" + d["text"][mark[0]:mark[1]] + "⟧" + d["text"][mark[1]:mark[1] + 15]))
                for word in re.finditer(r"\w+", d["text"]):
                    if any(marked[word.start():word.end()]): continue
                    free[d["lang"], "all"] += 1
                    free[d["lang"], "masked"] += any(covered[word.start():word.end()])
                if o.keep:
                    place = pathlib.Path(o.keep) / name
                    place.mkdir(parents=True, exist_ok=True)
                    (place / (d["id"] + ".txt")).write_text(out[d["id"]]["text"], encoding="utf-8")
        line = f"{name:12}"
        for lang in LANGUAGES:
            if not direct[lang, "all"]:
                line += f"{'-':>16}"
                continue
            share = direct[lang, "covered"] / direct[lang, "all"]
            failed = failed or name in BARRED and share < o.floor
            line += f"{share:>8.3f} ({free[lang, 'masked'] / max(1, free[lang, 'all']):.3f})"
        print(line, flush=True)
        failed = failed or bool(refused)
        for text in refused: print("  refused", *text, sep="\t")
        for miss in misses[:o.misses]: print("  exposed", *(x.replace("\n", "⏎") for x in miss), sep="\t")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
