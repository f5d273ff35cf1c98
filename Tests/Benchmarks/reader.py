#!/usr/bin/env python3
"""How fast the release build reads, on one core, and how much memory it takes.

    swift build -c release && Tests/Benchmarks/reader.py [PROGRAM]

Prints KB/s of processor time for `--reader deep` and MB/s for `--reader fast` on half a megabyte of each language, put together from
the corpus of `Scripts/reader`, the peak of resident memory, and the time of one testimony of 5 KB from the shell. Where Presidio with
spaCy's small English model is installed for this Python, its speed and recall on the same English documents stand beside ours.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "Scripts" / "reader" / "corpus"
MARK = re.compile(r"\[\[([A-Z]+):[^:]*:([DQP])\|(.*?)\]\]")


def documents():
  """Texts with their marks, by language: (text, [(start, end, kind, sensitivity)])."""
  found = {}
  for path in sorted(CORPUS.glob("*.gold.txt")):
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    text, marks, at = "", [], 0
    for mark in MARK.finditer(body):
      text += body[at:mark.start()]
      marks.append((len(text), len(text) + len(mark[3]), mark[1], mark[2]))
      text, at = text + mark[3], mark.end()
    found.setdefault(re.search(r"^lang: (\w+)", head, re.M)[1], []).append((text + body[at:], marks))
  return found


def run(program, language, reader, text):
  """Processor seconds and peak kilobytes of one run on one core."""
  with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
    file.write(text)
    file.flush()
    command = [program, "redact", file.name, "--language", language, "--reader", reader, "--jobs", "1", "--quiet"]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
      sys.exit(f"{' '.join(command)} ended in {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def presidio(documents):
  """KB/s and the share of names of people covered whole, or nothing where Presidio is not installed."""
  try:
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration={
      "nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": "en_core_web_sm"}]}).create_engine())
  except (ImportError, OSError, SystemExit):
    return None
  began, found, asked, size = time.process_time(), 0, 0, 0
  for text, marks in documents:
    covered = set()
    for result in engine.analyze(text, language="en"):
      covered.update(range(result.start, result.end))
    people = [m for m in marks if m[2] == "PERSON" and m[3] != "P"]
    found += sum(covered.issuperset(range(m[0], m[1])) for m in people)
    asked += len(people)
    size += len(text.encode())
  return size / (time.process_time() - began) / 1e3, found / asked


def main():
  program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/underseal")
  found = documents()
  for language in ("en", "fr", "ru", "uk"):
    text = "\n\n".join(text for text, _ in found[language])
    while len(text.encode()) < 500_000:
      text += "\n\n" + text
    text = text.encode()[:500_000].decode(errors="ignore")
    size = len(text.encode())
    deep, memory = run(program, language, "deep", text)
    fast, _ = run(program, language, "fast", text)
    print(f"{language}  deep {size / deep / 1e3:6.1f} KB/s, {memory / 1024:.0f} MB   fast {size / fast / 1e6:5.2f} MB/s")
  one = "\n\n".join(text for text, _ in found["en"])[:5000]
  times = []
  for _ in range(5):
    began = time.perf_counter()
    run(program, "en", "deep", one)
    times.append(time.perf_counter() - began)
  print(f"5 KB from the shell: {min(times):.3f} s")
  peer = presidio(found["en"][:60])
  print(f"Presidio: {peer[0]:.1f} KB/s, people found {peer[1]:.3f}" if peer else "Presidio with its small model is not installed: skipped")


if __name__ == "__main__":
  main()
