"""Writes CARD.md: what the encoder finds of documents that it did not learn from. card.py --work FOLDER

A mark is found when every letter of it lies in a word that is as doubtful as `press` asks; the engine and the rules round it find
somewhat more.
"""

import argparse
import collections
import pathlib
import re

import numpy as np

import corpus

HERE = pathlib.Path(__file__).parent
WORD = re.compile(r"\w+")
MASK = {"PERSON": 0.2, "CONTACT": 0.2, "ID": 0.15, "DATE": 0.35, "AGE": 0.35, "PLACE": 0.5, "JOB": 0.75, "DEMOG": 0.75, "EVENT": 0.75}
USUAL = 0.6  # as Sources/Redaction/Policy/DoubtThresholds.swift has them
PUBLIC = [corpus.LABELS.index(f"{edge}-PUB") for edge in "BI"]


def hidden(document, said, places):
  """For each word its span, and whether it is hidden."""
  kinds = said[:, 1:-2].reshape(len(said), -1, 2).sum(2)
  public = said[:, PUBLIC].sum(1)
  for word in WORD.finditer(document.text):
    pieces = np.nonzero((places[:, 0] < word.end()) & (places[:, 1] > word.start()))[0]
    if len(pieces):
      one = kinds[pieces].sum(1).max()
      kind = corpus.KINDS[int(kinds[pieces].max(0).argmax())]
      yield word.span(), one >= MASK.get(kind, USUAL) and one >= public[pieces].max() / 2


def measured(documents, said):
  counts = collections.defaultdict(collections.Counter)
  for document in documents:
    places = said[document.name + ".pieces"]
    words = list(hidden(document, said[document.name + ".lists"], places))
    covered = {at for (start, end), is_hidden in words if is_hidden for at in range(start, end)}
    marked = set()
    for start, end, label, _ in document.marks:
      letters = [at for at in range(start, end) if document.text[at].isalnum()]
      for group in (document.lang, label):
        counts[group]["marks" if label != "PUB" else "public"] += 1
        if label == "PUB":
          counts[group]["kept"] += not covered.intersection(letters)
        else:
          counts[group]["found"] += covered.issuperset(letters)
      if label != "PUB":
        marked.update(range(start, end))
    for (start, _), is_hidden in words:
      if is_hidden:
        counts[document.lang]["words"] += 1
        counts[document.lang]["right"] += start in marked
  return counts


def share(count, of):
  return f"{count / of:.3f}" if of else "–"


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("--work", type=pathlib.Path, required=True)
  o = parser.parse_args()
  documents = corpus.load(HERE / "corpus")
  said = np.load(o.work / "held-out.npz")
  held = [d for d in documents if d.name + ".lists" in said]
  counts = measured(held, said)
  layers = (HERE.parent.parent / "Sources/CReader/Weights/layers.bin").read_bytes()
  rows = []
  for name in ["en", "fr", "ru", "uk", "es", *corpus.KINDS, "PUB"]:
    count = counts[name]
    rows.append(f"| {name} | {count['marks'] or count['public']} | {share(count['found'], count['marks'])} | "
                f"{share(count['kept'], count['public'])} | {share(count['right'], count['words'])} |")
  text = (HERE / "card.txt").read_text(encoding="utf-8")
  text = text.replace("@DOCUMENTS", str(len(documents))).replace("@HELD", str(len(held)))
  text = text.replace("@LAYERS", str(int.from_bytes(layers[12:16], "little")))
  text = text.replace("@DIGEST", layers[48:80].hex()).replace("@TABLE", "\n".join(rows))
  general = (o.work / "general.md").read_text(encoding="utf-8")
  text = text.replace("@WORDS", str(sum(1 for _ in open(HERE / "general.tsv", encoding="utf-8")))).replace("@GENERAL", general)
  (HERE / "CARD.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
  main()
