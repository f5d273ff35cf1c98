#!/usr/bin/env python3
"""Whether any file that somebody else can write takes long to read: one made to be the worst for each parser.

    swift build -c release && Tests/Benchmarks/worst_files.py [PROGRAM]

Each parser reads an ordinary file and worst ones of the same length. A worst one, read or refused, may
take three times as long as the ordinary one and twenty times its own length in memory, the start of
the program taken off. Ends with 1 where one does not keep to it.
"""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SIZE = 1_000_000
TIME, MEMORY = 3, 20
# What any file of that length may take.
LEAST_SECONDS, LEAST_BYTES = 0.25, 80 << 20
# The longest policy or consent that is read.
HANDWRITTEN = 1 << 18
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else ".build/release/underseal"
PROGRAM = str(pathlib.Path(PROGRAM).resolve())


def run(*arguments):
    """Seconds, the most memory in bytes, and the exit status of a command."""
    best = None
    for _ in range(2):
        with open(os.devnull, "r+b") as nothing:
            process = subprocess.Popen([PROGRAM, *arguments], stdin=nothing, stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
            taken = usage.ru_utime + usage.ru_stime
        if os.WIFSIGNALED(status):
            return 1e9, 0, -os.WTERMSIG(status)
        if best is None or taken < best[0]:
            best = taken, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)
    return best


def output(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def fill(pattern, size=SIZE):
    """A pattern over and over."""
    return pattern * (size // len(pattern.encode()))


def numbered(pattern, size=SIZE):
    """A pattern over and over, with another number each time."""
    parts, count, number = [], 0, 0
    while count < size:
        part = pattern.replace("#", str(number))
        parts.append(part)
        count += len(part.encode())
        number += 1
    return "".join(parts)


def base64_of(count):
    return base64.b64encode(os.urandom(count)).rstrip(b"=").decode()


def bomb(separator, size):
    text = "l0: &l0 [x,x]\n"
    for level in range(1, 30):
        text += f"l{level}: &l{level} [{separator}*l{level - 1},{separator}*l{level - 1}]\n"
    return text + fill("# and no more\n", size - len(text.encode()))


def yaml(head, name, size=SIZE):
    """What is bad in any YAML, after a head that the parser wants."""
    return {
        "sequences in sequences": f"{head}{name}: " + fill("[", size),
        "closed sequences": f"{head}{name}: " + fill("[", size // 2) + fill("]", size // 2),
        "dashes": f"{head}{name}:\n  " + fill("- ", size) + "x\n",
        "questions": head + fill("? ", size) + "x\n",
        "keys": head + numbered("k#: 1\n", size),
        "one key": head + fill("k: 1\n", size),
        "anchors": head + numbered("k#: &a# x\n", size),
        "aliases": bomb(" ", size),
        "aliases after a line break": bomb("\u2028", size),
        "comments": head + fill("#\n", size),
        "blank lines": head + fill("\n", size),
        "spaces": f"{head}{name}: " + fill(" ", size) + "x\n",
        "a quote that does not end": f"{head}{name}: \"" + fill("\\u0041", size),
        "escapes": f"{head}{name}: \"" + fill("\\x41", size) + "\"\n",
        "a block": f"{head}{name}: |\n" + fill("  x\n", size),
        "a folded block": f"{head}{name}: >\n" + fill("  x\n\n", size),
        "documents": head + fill("---\n", size),
        "directives": fill("%YAML 1.1\n", size),
        "tags": head + numbered("k#: !!str x\n", size),
        "flow keys": f"{head}{name}: {{" + numbered("k#: 1, ", size) + "}\n",
        "colons": f"{head}{name}: " + fill(":", size) + "\n",
        "no line breaks": fill("a", size),
        "byte order marks": fill("\ufeff", size),
        "control characters": head + fill("\x01", size),
    }


def json_worst(before, after):
    """What is bad in any JSON, between a beginning and an end that the parser wants."""
    return {
        "arrays in arrays": before + '"x":' + fill("["),
        "closed arrays": before + '"x":' + fill("[", SIZE // 2) + fill("]", SIZE // 2) + after,
        "keys": before + numbered('"k#":1,') + '"k":1' + after,
        "one key": before + fill('"k":1,') + '"k":1' + after,
        "empty objects": before + '"x":[' + fill("{},") + "{}]" + after,
        "numbers": before + '"x":[' + fill("1,") + "1]" + after,
        "one number": before + '"x":' + fill("9") + after,
        "an exponent": before + '"x":1e' + fill("9") + after,
        "escapes": before + '"x":"' + fill("\\u0041") + '"' + after,
        "surrogates": before + '"x":"' + fill("\\ud83d\\ude00") + '"' + after,
        "lone surrogates": before + '"x":"' + fill("\\ud83d") + '"' + after,
        "a string that does not end": before + '"x":"' + fill("a"),
        "spaces": before + fill(" ") + '"x":1' + after,
        "escaped keys": before + numbered('"\\u006b#":1,') + '"k":1' + after,
        "control characters": before + '"x":"' + fill("\x01") + '"' + after,
    }


class Parser:
    def __init__(self, name, ordinary, worst, command, place=None):
        self.name, self.ordinary, self.worst, self.command = name, ordinary, worst, command
        self.place = place or "file"

    def measure(self, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        pathlib.Path(self.place).write_bytes(data)
        return len(data), run(*self.command)

    def check(self):
        _, idle = self.measure("")
        length, ordinary = self.measure(self.ordinary)
        limit = max(LEAST_SECONDS, TIME * (ordinary[0] - idle[0]))
        print(f"{self.name}: an ordinary file {ordinary[0] - idle[0]:.3f} s, "
              f"{max(0, ordinary[1] - idle[1]) / length:.0f} times its length", flush=True)
        bad = 0
        for name, content in self.worst.items():
            length, (seconds, memory, status) = self.measure(content)
            seconds -= idle[0]
            more = max(0, memory - idle[1])
            problems = []
            if status < 0:
                problems.append(f"ENDED BY SIGNAL {-status}")
            if seconds > limit:
                problems.append("TOO SLOW")
            if more > max(LEAST_BYTES, MEMORY * length):
                problems.append("TOO MUCH MEMORY")
            bad += bool(problems)
            if problems or "-v" in sys.argv:
                print(f"  {name:30} {seconds:7.3f} s {more / max(length, 1):6.1f} times  status {status}"
                      f"  {' '.join(problems)}", flush=True)
        return bad


def released_case(folder):
    """A case with a released item, its id, and the key that opens it."""
    os.environ["XDG_STATE_HOME"] = f"{folder}/state"
    run("keygen", "--compat", "--quiet", "-o", "key.txt")
    key = ["-i", "key.txt"]
    output("init", "case", "--single", "-r", output("keygen", "-y", "key.txt"), *key, "--quiet")
    pathlib.Path("in.txt").write_text("It rained in the harbour. We crossed the water before daybreak.\n")
    pathlib.Path("consent.yaml").write_text("audience: public\nwhat: all\nby: M. K.\n")
    item = output("add", "case", "in.txt", "--consent", "consent.yaml", "--quiet")
    output("plan", "case", item, "--reader", "fast", *key, "--quiet")
    output("review", "case", item, "--accept", "--as", "Anna", *key, "--quiet")
    output("approve", "case", item, "--as", "Boris", *key, "--quiet")
    output("release", "case", item, *key, "--quiet")
    return item


def age(folder):
    head = "age-encryption.org/v1\n"
    stanza = lambda: f"-> X25519 {base64_of(32)}\n{base64_of(32)}\n"
    end = f"--- {base64_of(32)}\n"
    rest = os.urandom(16 + 100)
    return {
        "stanzas": (head + "".join(stanza() for _ in range(SIZE // 100)) + end).encode() + rest,
        "unknown stanzas": (head + numbered("-> g# x\n\n") + end).encode() + rest,
        "arguments": (head + "-> g " + fill("a ") + "\n\n" + end).encode() + rest,
        "one argument": (head + "-> g " + fill("a") + "\n\n" + end).encode() + rest,
        "a long body": (head + "-> g x\n" + fill("A" * 64 + "\n") + "\n" + end).encode() + rest,
        "no end": (head + fill("-> g x\n\n")).encode(),
        "blank lines": (head + fill("\n")).encode(),
        "beginnings": fill(head).encode(),
        "armor of nothing": b"-----BEGIN AGE ENCRYPTED FILE-----\n" + fill("\n").encode(),
        "armor without end": b"-----BEGIN AGE ENCRYPTED FILE-----\n" + fill("A" * 64 + "\n").encode(),
        "armor of short lines": b"-----BEGIN AGE ENCRYPTED FILE-----\n" + fill("AAAA\n").encode(),
        "blank lines before armor": fill("\n").encode() + b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        "beginnings of armor": fill("-----BEGIN AGE ENCRYPTED FILE-----\n").encode(),
    }


def parsers(folder):
    item = released_case(folder)
    pathlib.Path("t.txt").write_text("It rained in the harbour.\n")
    redact = ["redact", "t.txt", "--language", "en", "--reader", "fast", "--quiet", "-o", "out.txt", "--force"]
    # YAML
    people = "case: x\npeople:\n"
    # As many as a file may have.
    ordinary = people + numbered(
        "  - {id: p-#, name: Nikolai Petrovich Brandt, gender: m, status: public, role: the"
        " harbour master of a small town}\n")
    yield Parser("people file", ordinary, {
        **yaml("case: x\n", "people"),
        "long names": people + numbered("  - {id: p-#, name: " + "Ab " * 60 + "}\n"),
        "hyphenated names": people + numbered("  - {id: p-#, name: " + "Ali-" * 15 + "Li}\n"),
        "aliases of one": people + "  - {id: a, name: Bo Li, aliases: [" + numbered("Ja Ra#, ") + "]}\n",
        "one pseudonym": people + numbered("  - {id: p-#, name: Bo Li, pseudonym: Zoran}\n"),
        "one id": people + fill("  - {id: a, name: Bo Li}\n"),
    }, redact + ["--people", "file"])
    press = output("policy", "show", "press")
    yield Parser("policy", press + fill("# a remark about the policy\n", HANDWRITTEN - len(press) - 99), {
        **yaml("version: 1\nname: press\naudience: public\n", "rules", HANDWRITTEN - 999),
        "rules": press.replace("rules:", "rules:\n" + fill("  - {kind: place, treatment: keep, why: x}\n", HANDWRITTEN - 9999)),
        "examples": press + "\nexamples:\n" + numbered("  - {text: It rained #., becomes: It rained #.}\n", HANDWRITTEN - 9999),
    }, redact + ["--policy", "file"])
    yield Parser("consent", "audience: public\nby: M. K.\nwhat: |\n" + fill("  the whole statement\n", HANDWRITTEN - 99), {
        **yaml("what: x\nby: y\n", "audience", HANDWRITTEN - 99),
        "audiences": "what: x\nby: y\naudience:\n" + numbered("  - press#\n", HANDWRITTEN - 99),
    }, ["add", "case", "t.txt", "--consent", "file", "--quiet"])
    # JSON
    record = json.dumps({"id": "w-1", "lang": "en", "text": "It rained in the harbour, and we went home."})
    lines = ["redact", "--lines", "file", "--language", "en", "--reader", "fast", "--jobs", "1",
             "--quiet", "-o", "out.jsonl", "--force"]
    yield Parser("JSON Lines", fill(record + "\n"), {
        **json_worst('{"text":"It rained.",', "}\n"),
        "empty lines": fill("\n"),
        "empty records": fill("{}\n"),
        "records of one word": fill('{"text":"a"}\n', SIZE // 4),
    }, lines)
    output("redact", "in.txt", "--language", "en", "--reader", "fast", "--report", "report.json", "--quiet",
           "-o", "redacted.txt")
    report = pathlib.Path("report.json").read_text()
    start = report.rstrip()[:-1].rstrip()
    decision = ('{"start":#,"end":#,"outStart":#,"outEnd":#,"kind":"place","treatment":"keep","replacement":"",'
                '"recognizer":"x","confidence":1,"reason":"x"},')
    yield Parser("report", start + ',"more":[' + numbered(decision) + "1]}\n", {
        **json_worst(start + ",", "}\n"),
    }, ["verify", "redacted.txt", "--reader", "fast", "--report", "file", "--language", "en"])
    yield Parser("decisions", '{"by":"Anna","decisions":[' + numbered(
        '{"start":#,"end":#,"treatment":"keep","why":"x"},') + "{}]}", {
        **json_worst('{"by":"Anna","decisions":[],', "}\n"),
    }, ["review", "case", item, "--decisions", "file", "-i", "key.txt", "--quiet"])
    # Releases
    shutil.copytree(f"case/released/{item}/1", "release")
    manifest = pathlib.Path("release/release.json").read_text().rstrip()
    cut = manifest.index('"digest"')
    approval = json.dumps(json.loads(manifest)["approvals"][0])
    at = manifest.index('"approvals":[') + len('"approvals":[')
    yield Parser("release.json", manifest[:cut] + numbered('"k#":"some words of a release",') + manifest[cut:], {
        **json_worst(manifest[:cut], "," + manifest[cut:]),
        "one approval again": manifest[:at] + fill(approval + ",") + manifest[at:] + "\n",
        "approvals of nobody": manifest[:at] + numbered('{"vkey":"a+#","note":"x"},') + manifest[at:] + "\n",
        "signatures": manifest.replace("\\n\\n", "\\n\\n" + fill("— a AAAA\\n"), 1) + "\n",
    }, ["verify", "release"], "release/release.json")
    pathlib.Path("release/release.json").write_text(manifest + "\n")
    proof = pathlib.Path("release/release.tlog-proof").read_text()
    hashes = [line for line in proof.splitlines() if line.endswith("=") and not line.startswith("—")]
    head, tail = proof.split("\n\n", 1)
    extra = proof.splitlines()[1]
    disclosed = lambda text: base64.b64encode(
        base64.urlsafe_b64encode(text.encode()).rstrip(b"=")).decode()
    worst_proofs = {
        "hashes": head + "\n" + fill(hashes[0] + "\n") + "\n" + tail,
        "signatures": proof + fill("— a AAAA\n"),
        "blank lines": proof + fill("\n"),
        "one line": fill("a"),
        "the first line": fill("c2sp.org/tlog-proof@v1\n"),
        "keys of an entry": proof.replace(extra, "extra " + disclosed(
            f'["{base64.urlsafe_b64encode(b"0" * 16).decode().rstrip("=")}","key",{{'
            + numbered('"#":1,', SIZE // 2) + '"a":1}]')),
        "arrays of an entry": proof.replace(extra, "extra " + disclosed(fill("[", SIZE // 2))),
        "letters of an entry": proof.replace(extra, "extra " + fill("A")),
    }
    ordinary = proof.replace(extra, "extra " + disclosed(json.dumps(["x", "key", {"a": fill("ab", SIZE // 2)}])))
    yield Parser("proof", ordinary, worst_proofs, ["check-proof", "file"])
    yield Parser("proof of a release", ordinary, worst_proofs, ["verify", "release"], "release/release.tlog-proof")
    # The log
    shutil.copytree("case/log", "log")
    for name in ("checkpoint", "keys"):
        good = pathlib.Path(f"case/log/{name}").read_text()
        lines_of = good.split("\n")
        worst = {
            "signatures": good + fill("— a AAAA\n"),
            "blank lines": good + fill("\n"),
            "one line": fill("a"),
            "lines": good + numbered("# AAAA\n"),
            "the same again": fill(good),
            "a long number": "\n".join([lines_of[0], fill("9"), *lines_of[2:]]),
        }
        yield Parser(f"log/{name}", good + fill("It rained in the harbour\n"), worst, ["audit", "log"],
                     f"log/{name}")
        pathlib.Path(f"log/{name}").write_text(good)
    for level in ("0", "entries"):
        tile = next(pathlib.Path(f"log/tile/{level}").glob("*.p/*"))
        good = tile.read_bytes()
        yield Parser(f"log/tile/{level}", good * (SIZE // len(good)), {
            "zeros": b"\0" * SIZE,
            "braces": fill("{").encode(),
            "leaves": fill('{"v":1,"c":"' + "A" * 43 + '"}      ').encode(),
            "line breaks": fill("\n").encode(),
        }, ["audit", "log"], str(tile))
        tile.write_bytes(good)
    # Sealed files
    pathlib.Path("large.bin").write_bytes(os.urandom(SIZE))
    recipient = output("keygen", "-y", "key.txt")
    output("seal", "-r", recipient, "-o", "large.age", "--quiet", "large.bin")
    whole = pathlib.Path("large.age").read_bytes()
    yield Parser("inspect a sealed file", whole, age(folder), ["inspect", "file"])
    yield Parser("open a sealed file", whole, age(folder),
                 ["open", "-i", "key.txt", "-o", "opened", "--force", "file"])
    yield Parser("identities", fill("# a remark about the key\n") + pathlib.Path("key.txt").read_text(), {
        "no line breaks": fill("A"),
        "blank lines": fill("\n"),
        "words": fill("AGE-SECRET-KEY-1 "),
    }, ["open", "-i", "file", "-o", "opened", "--force", "large.age"])


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for parser in parsers(folder):
            bad += parser.check()
    print(f"{bad} too slow, too large or killed" if bad else "none is too slow or too large")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
