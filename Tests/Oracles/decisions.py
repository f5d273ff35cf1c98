#!/usr/bin/env python3
"""Freezes what the built program decides, and compares: the oracle of a change that should change nothing.

    Tests/Oracles/decisions.py freeze -o BEFORE             from the package's root, with the release build
    Tests/Oracles/decisions.py freeze -o AFTER --like BEFORE [--quick]     after the change, the same texts
    Tests/Oracles/decisions.py compare BEFORE AFTER [--examples N]              exit 1 where they differ

Texts: the inputs of Tests/RedactionTests/Golden (with its wanted and ladders), Tests/RedactionTests/Ordinary,
the documents of ../shared/gold and ../shared/corpus/train with their people files (skipped with a message
where they are not), and --seeded texts put together from the project's tables: names, countries, places,
trades and units as Scripts/reader/corpus marks them, the forms of all cue words, dates, ages, numbers. The
fast reader reads all of them under every shipped policy; the deep one all but the seeded ones under press,
and a sample of --deep KB of all under each other policy. --quick is the fast reader under press, and a
sample of 800 KB of the deep one: a part of the whole, and comparable with it.

--like takes the texts of a frozen folder, so that a change may move golden files and tables. The same build,
texts and options give the same bytes, whatever --jobs is. A folder holds texts.jsonl, people.json,
options.json, and one READER-POLICY.jsonl a run, each line a text: its decisions as `redact --lines` reports
them (span, kind, treatment, replacement, recognizer, confidence, reason, entity where there is one), which of
them are to be reviewed, and a digest of what came out. Positions in the output are left out, because each
follows from those before it. The report says nothing of mentions that lost to another one, and no option of
the program has the rules read alone: that the golden tests do.
"""

import argparse, collections, concurrent.futures, json, os, pathlib, re, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
from decision_texts import ROOT, SHARED, annotated, digest, golden, ordinary, seeded

QUICK = 800


# -- Runs


def size(text):
    return len(text["text"].encode())


def sample(texts, kilobytes):
    """The first of all in an order of their own, so that a smaller sample is part of a larger one."""
    taken, total = set(), 0
    for text in sorted(texts, key=lambda text: digest("sample " + text["id"])):
        if total >= kilobytes * 1000:
            break
        total += size(text)
        taken.add(text["id"])
    return [text for text in texts if text["id"] in taken]


def chunks(texts, limit):
    """Texts that share a people file, so many bytes together; the largest first, for an even load."""
    cases = collections.defaultdict(list)
    for text in texts:
        cases[text["people"]].append(text)
    made = []
    for case in cases.values():
        chunk, total = [], 0
        for text in case:
            if chunk and total + size(text) > limit:
                made.append(chunk)
                chunk, total = [], 0
            chunk.append(text)
            total += size(text)
        made.append(chunk)
    return sorted(made, key=lambda chunk: -sum(map(size, chunk)))


def decided(tool, reader, policy, chunk, folder):
    """What a call of the program says of some texts: lines of the run, by id.

    Texts go without an id, because one that looks like a name of the case is refused.
    """
    command = [tool, "redact", "--lines", "--quiet", "--jobs", "1", "--reader", reader, "--policy", policy]
    if chunk[0]["people"]:
        path = pathlib.Path(folder) / (digest(chunk[0]["people"]) + ".yaml")
        command += ["--people", str(path)]
    given = "".join(
        json.dumps(dict(lang=text["lang"], text=text["text"]) if text["lang"] else dict(text=text["text"])) + "\n"
        for text in chunk
    )
    run = subprocess.run(command, input=given.encode(), capture_output=True)
    if run.returncode == 65 and b"the pseudonym given" in run.stderr:
        # Golden people that only the library takes: read with pseudonyms that are drawn.
        path.write_text(re.sub(r", pseudonym: [^,}]*", "", chunk[0]["people"]), encoding="utf-8")
        run = subprocess.run(command, input=given.encode(), capture_output=True)
    said = [json.loads(line) for line in run.stdout.decode().split("\n") if line]
    if len(said) != len(chunk):
        # Refused as a whole, as for a people file that does not fit the policy, or a crash.
        message = run.stderr.decode().split(":")[-1].strip()
        return {text["id"]: dict(id=text["id"], error=f"exit {run.returncode}: {message}") for text in chunk}
    lines = {}
    for text, record in zip(chunk, said):
        if "decisions" not in record:
            lines[text["id"]] = dict(id=text["id"], error=str(record.get("error")))
            continue
        review = {(d["start"], d["end"], d["kind"]) for d in record["review"]}
        decisions = []
        for decision in record["decisions"]:
            kept = {key: value for key, value in decision.items() if key not in ("outStart", "outEnd")}
            if (decision["start"], decision["end"], decision["kind"]) in review:
                kept["review"] = True
            decisions.append(kept)
        lines[text["id"]] = dict(
            id=text["id"], lang=record["lang"], out=digest(record["text"]), decisions=decisions
        )
    return lines


def freeze(o):
    folder = pathlib.Path(o.o).resolve()
    if folder == ROOT or ROOT in folder.parents:
        sys.exit("decisions.py: -o has to lie outside the repository: what is frozen holds texts and people files")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.jsonl"):
        old.unlink()
    if o.like:
        like = pathlib.Path(o.like)
        people = json.loads((like / "people.json").read_text(encoding="utf-8"))
        texts = [
            json.loads(line) for line in (like / "texts.jsonl").read_text(encoding="utf-8").split("\n") if line
        ]
        for text in texts:
            text["people"] = people.get(text["people"], "")
    else:
        texts = (
            golden()
            + ordinary()
            + annotated(SHARED / "gold", "gold")
            + annotated(SHARED / "corpus/train", "train")
            + seeded(o.seeded)
        )
    files = {digest(text["people"]): text["people"] for text in texts if text["people"]}
    with open(folder / "texts.jsonl", "w", encoding="utf-8") as out:
        for text in texts:
            out.write(
                json.dumps(dict(text, people=digest(text["people"]) if text["people"] else ""), ensure_ascii=False)
                + "\n"
            )
    (folder / "people.json").write_text(
        json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )

    listed = subprocess.run([o.tool, "policy", "list"], capture_output=True, text=True, check=True).stdout
    policies = [line.split()[0] for line in listed.splitlines() if line.strip()]
    read_deep = [text for text in texts if not text["id"].startswith("seeded/")]
    if o.quick:
        runs = [("fast", "press", texts), ("deep", "press", sample(read_deep, QUICK))]
    else:
        runs = [("fast", policy, texts) for policy in policies] + [("deep", "press", read_deep)]
        runs += [("deep", policy, sample(texts, o.deep)) for policy in policies if policy != "press"]
    with tempfile.TemporaryDirectory() as people, concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for name, yaml in files.items():
            (pathlib.Path(people) / f"{name}.yaml").write_text(yaml, encoding="utf-8")
        for reader, policy, its in runs:
            start, lines = time.monotonic(), {}
            for part in pool.map(
                lambda chunk: decided(o.tool, reader, policy, chunk, people),
                chunks(its, 60_000 if reader == "deep" else 300_000),
            ):
                lines |= part
            with open(folder / f"{reader}-{policy}.jsonl", "w", encoding="utf-8") as out:
                for text in its:
                    out.write(json.dumps(lines[text["id"]], ensure_ascii=False) + "\n")
            count = sum(len(line.get("decisions", ())) for line in lines.values())
            refused = sum("error" in line for line in lines.values())
            megabytes, seconds = sum(map(size, its)) / 1e6, time.monotonic() - start
            print(
                f"{reader:4} {policy:8} {len(its):6} texts {megabytes:6.1f} MB {count:7} decisions"
                f" {refused:4} refused {seconds:5.0f} s",
                flush=True,
            )
    # Whether a folder is a part of another, for their comparison.
    options = dict(quick=o.quick, deep=o.deep)
    (folder / "options.json").write_text(json.dumps(options) + "\n", encoding="utf-8")


# -- Comparison


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def differences(old, new):
    """Pairs of decisions that differ, and how: (what, before or None, after or None)."""
    if "error" in old or "error" in new:
        if old.get("error") != new.get("error"):
            yield ("refused" if "error" in new else "no longer refused"), None, None
        return
    key = lambda decision: (decision["start"], decision["end"])
    before, after = collections.defaultdict(list), collections.defaultdict(list)
    for decision in old["decisions"]:
        before[key(decision)].append(decision)
    for decision in new["decisions"]:
        after[key(decision)].append(decision)
    gone, come, found = [], [], False
    for span in sorted(before.keys() | after.keys()):
        for number in range(max(len(before[span]), len(after[span]))):
            one = before[span][number] if number < len(before[span]) else None
            other = after[span][number] if number < len(after[span]) else None
            if one and other:
                fields = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
                if fields:
                    found = True
                    yield ", ".join(fields), one, other
            else:
                (gone if one else come).append(one or other)
    for decision in gone:
        other = next(
            (other for other in come if other["start"] < decision["end"] and decision["start"] < other["end"]), None
        )
        if other:
            come.remove(other)
        found = True
        yield ("span" if other else "gone"), decision, other
    for decision in come:
        found = True
        yield "new", None, decision
    if old["lang"] != new["lang"]:
        yield "language", None, None
    if not found and old["out"] != new["out"]:
        yield "text alone", None, None


def shown(text, decision):
    """What stands around a decision, with its span marked."""
    if not decision:
        return text["text"][:70].replace("\n", " ⏎ ")
    start, end, words = decision["start"], decision["end"], text["text"]
    marked = words[max(0, start - 30) : start] + "⟦" + words[start:end] + "⟧" + words[end : end + 30]
    return marked.replace("\n", " ⏎ ")


def said(text, decision, fields):
    if decision is None:
        return "–"
    if fields == "span":
        return "⟦" + text["text"][decision["start"] : decision["end"]].replace("\n", " ⏎ ") + "⟧"
    names = ["treatment", "replacement"] if fields in ("gone", "new") else fields.split(", ")
    return " ".join(f"{name} {decision.get(name)!r}" for name in names)


def compare(o):
    old, new = pathlib.Path(o.old), pathlib.Path(o.new)
    texts = {}
    for folder in (new, old):
        texts |= {text["id"]: text for text in map(json.loads, open(folder / "texts.jsonl", encoding="utf-8"))}
    options = [json.loads((folder / "options.json").read_text()) for folder in (old, new)]
    is_part = options[0]["quick"] != options[1]["quick"] or options[0]["deep"] != options[1]["deep"]
    runs = {path.stem for folder in (old, new) for path in folder.glob("*-*.jsonl")}
    groups, compared, alone, lacking = collections.defaultdict(list), 0, 0, 0
    for run in sorted(runs):
        paths = [folder / f"{run}.jsonl" for folder in (old, new)]
        if not all(path.exists() for path in paths):
            print(f"not compared, in one folder alone: {run}")
            lacking += 1
            continue
        before, after = map(lines_of, paths)
        alone += len(before.keys() ^ after.keys())
        for name in before:
            if name not in after:
                continue
            compared += 1
            for what, one, other in differences(before[name], after[name]):
                which = other or one or {}
                groups[which.get("recognizer", "–"), which.get("kind", "–"), what].append((run, name, one, other))
    for (recognizer, kind, what), found in sorted(groups.items(), key=lambda group: -len(group[1])):
        by_run = collections.Counter(run for run, *_ in found)
        runs = ", ".join(f"{run} {count}" for run, count in sorted(by_run.items()))
        print(f"\n{len(found):6}  {recognizer} · {kind} · {what}   ({runs})")
        for run, name, one, other in found[: o.examples]:
            text = texts[name]
            print(f"        {name} ({text['where']}, {text['lang']}, {run}): {shown(text, one or other)}")
            if one or other:
                print(f"            {said(text, one, what)}  →  {said(text, other, what)}")
    count = sum(map(len, groups.values()))
    if alone:
        print(f"\n{alone} texts are in one folder alone{', which is a sample' if is_part else ''}")
    print(f"{compared} texts compared: " + (f"{count} differences" if count else "the same"))
    return 1 if count or not compared or ((alone or lacking) and not is_part) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    modes = parser.add_subparsers(dest="mode", required=True)
    a = modes.add_parser("freeze")
    a.add_argument("-o", required=True, metavar="FOLDER", help="where to, outside the repository")
    a.add_argument("--tool", default=str(ROOT / ".build/release/underseal"))
    a.add_argument("--like", metavar="FOLDER", help="read the texts of this frozen folder")
    a.add_argument("--quick", action="store_true", help="the fast reader under press, and a sample of the deep one")
    a.add_argument(
        "--deep", type=int, default=1000, metavar="KB", help="sample of the deep reader under each policy but press"
    )
    a.add_argument("--seeded", type=int, default=10_000, metavar="N", help="how many texts are put together")
    a.add_argument("--jobs", type=int, default=os.cpu_count())
    b = modes.add_parser("compare")
    b.add_argument("old"), b.add_argument("new")
    b.add_argument("--examples", type=int, default=3, metavar="N")
    o = parser.parse_args()
    if o.mode == "compare":
        sys.exit(compare(o))
    freeze(o)


if __name__ == "__main__":
    main()
