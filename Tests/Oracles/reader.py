#!/usr/bin/env python3
"""Compares the reader's C with its reference in numpy, Scripts/reader/reference.py.

    Tests/Oracles/reader.py [--lines N] [--seed N]      from the package's root

Pieces and offsets of 10,000 random lines (passages of our own texts, some with characters of other scripts
thrown in) must be equal; probabilities within 1e-3 where activations are not rounded; those that are rounded
within what rounding costs; the digest that of the files. Needs clang, and numpy, which it installs into
.build/oracles; where one cannot be had it says so and ends in 0.
"""
import argparse, hashlib, os, pathlib, random, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = ROOT / ".build" / "oracles"
WEIGHTS = ROOT / "Sources" / "CReader" / "Weights"
TEXTS = ["Scripts/reader/corpus/**/*.jsonl", "Tests/RedactionTests/**/*.txt", "Tests/Samples/*.txt",
         "Sources/Languages/*/words.tsv", "Sources/CLexicon/Tables/diminutives.tsv"]
STRANGE = [(0, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x400, 0x52F), (0x590, 0x6FF), (0x900, 0x97F), (0x2000, 0x20FF),
           (0x3000, 0x33FF), (0x4E00, 0x4FFF), (0xAC00, 0xAD00), (0xF900, 0xFFFF), (0x1F300, 0x1F700), (0x20000, 0x2FA1F)]


def environment():
    """The Python that has numpy, installed at the first call; None where it cannot be had."""
    for python in (pathlib.Path(sys.executable), PLACE / "bin" / "python"):
        probe = [str(python), "-c", "import numpy"]
        if python.exists() and subprocess.run(probe, capture_output=True).returncode == 0:
            return python
    subprocess.run([sys.executable, "-m", "venv", str(PLACE)], capture_output=True)
    subprocess.run([str(PLACE / "bin" / "python"), "-m", "pip", "-q", "install", "numpy"], capture_output=True)
    return python if python.exists() and subprocess.run(probe, capture_output=True).returncode == 0 else None


def lines(count, rng):
    """Random passages, a third of them disturbed."""
    words = []
    for pattern in TEXTS:
        for path in sorted(ROOT.glob(pattern))[:400]:
            words += path.read_text(errors="ignore")[:200_000].split(" ")
    for _ in range(count):
        start = rng.randrange(len(words))
        line = rng.choice([" ", " ", " ", "  ", "\u00A0", "\t"]).join(words[start:start + rng.randrange(1, 16)])[:300]
        if rng.random() < 0.33:
            for _ in range(rng.randrange(1, 6)):
                at, (low, high) = rng.randrange(len(line) + 1), rng.choice(STRANGE)
                point = rng.randint(low, high)
                line = line[:at] + ("" if 0xD800 <= point < 0xE000 else chr(point)) + line[at:]
        yield rng.choice([str.upper, str.lower, str.title])(line) if rng.random() < 0.1 else line


def check(arguments):
    """The comparisons; how many failed."""
    sys.path.insert(0, str(ROOT / "Scripts" / "reader"))
    import numpy as np
    import reference
    from engine import Engine
    rng = random.Random(arguments.seed)
    pieces, layers = reference.Pieces(WEIGHTS / "pieces.bin"), reference.read_layers(WEIGHTS / "layers.bin")
    engine, exact = Engine(), Engine(kernel=ROOT / "Tests" / "Oracles" / "reader-float.c")

    wrong = 0
    for line in lines(arguments.lines, rng):
        bytes_at = [0]
        for letter in line:
            bytes_at.append(bytes_at[-1] + len(letter.encode()))
        expected = [[piece, bytes_at[start], bytes_at[end]] for piece, start, end in pieces.split(line)]
        if engine.split(line).tolist() != expected:
            wrong += 1
            print("pieces differ:", ascii(line))
    print(f"pieces and offsets: {arguments.lines} lines, {wrong} differ")

    text = " ".join(lines(40, rng))
    found = engine.split(text)[:300]
    hints = np.array([rng.randrange(len(layers["hint"])) for _ in found], np.uint8)
    unrounded = exact.read(found, hints)
    far = np.abs(unrounded - reference.read(pieces, layers, found[:, 0], hints))
    print(f"probabilities in floats: {len(found)} pieces, at most {far.max():.1e} apart, on average {far.mean():.1e}")
    rounded = engine.read(found, hints)
    near = np.abs(rounded - reference.read(pieces, layers, found[:, 0], hints, reference.rounded))
    cost = np.abs(rounded - unrounded)
    print(f"rounded alike: at most {near.max():.1e}, on average {near.mean():.1e}; what rounding costs: "
          f"at most {cost.max():.1e}, on average {cost.mean():.1e}")

    files = [(WEIGHTS / name).read_bytes() for name in ("pieces.bin", "layers.bin")]
    digest = files[1][48:80]
    same = hashlib.sha256(files[0] + files[1][:48] + bytes(32) + files[1][80:]).digest() == digest
    same = same and bytes(engine.c.reader_digest()[:32]) == digest
    print("digest:", "that of the files" if same else "not that of the files")
    return (wrong > 0) + (far.max() > 1e-3) + (near.mean() > 3e-3) + (not same)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if shutil.which("clang") is None:
        sys.exit(print("clang cannot be had: skipped") or 0)
    python = environment()
    if python is None:
        sys.exit(print("numpy cannot be had: skipped") or 0)
    if python != pathlib.Path(sys.executable):
        os.execv(python, [str(python), *sys.argv])
    sys.exit(1 if check(arguments) else 0)
