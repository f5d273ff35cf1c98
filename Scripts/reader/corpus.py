"""Annotated testimonies, and what a text becomes when it is typed, scanned or spoken carelessly."""

import pathlib
import random
import re
import unicodedata

KINDS = "PERSON PLACE UNIT DATE AGE ORG JOB CONTACT ID DEMOG EVENT".split()
LABELS = ["O"] + [f"{edge}-{kind}" for kind in KINDS + ["PUB"] for edge in "BI"]
MARK = re.compile(r"\[\[([A-Z]+):([A-Za-z0-9_.-]+):([DQP])\|(.*?)\]\]")


class Document:
  """A text, and its marks as (start, end, label, entity): half-open, in code points."""

  def __init__(self, name, lang, text, marks, sensitivities=()):
    self.name, self.lang, self.text, self.marks = name, lang, text, marks
    self.sensitivities = sensitivities  # of the marks: D, Q or P

  @property
  def writer(self):
    return self.name.rsplit("-", 1)[0]


def read(path):
  head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
  lang = re.search(r"^lang: (\w+)", head, re.M)[1]
  text, marks, sensitivities, at = "", [], [], 0
  for mark in MARK.finditer(body):
    text += body[at:mark.start()]
    kind, entity, sensitivity, words = mark.groups()
    label = "PUB" if sensitivity == "P" else kind
    marks.append((len(text), len(text) + len(words), label, f"{kind}:{entity}"))
    sensitivities.append(sensitivity)
    text += words
    at = mark.end()
  return Document(path.name.removesuffix(".gold.txt"), lang, text + body[at:], marks, sensitivities)


def load(folder):
  return [read(path) for path in sorted(pathlib.Path(folder).glob("*.gold.txt"))]


# What keeps every code point in its place: marks stay where they are.

LOOKS = {"o": "0", "l": "1", "i": "l", "e": "c", "s": "5", "rn": "m", "а": "а", "о": "0", "з": "3", "б": "6",
         "н": "и", "и": "н", "ш": "щ", "т": "г", "п": "н", "c": "e", "u": "n", "n": "u", "t": "f", "b": "h"}


def _each(text, change):
  return "".join(new if len(new := change(char)) == 1 else char for char in text)


def _plain(char):
  base = unicodedata.normalize("NFD", char)[0]
  return base if char not in "йЙ" else char


def _scanned(text, draw, share):
  out = []
  for char in text:
    if char.isalpha() and draw.random() < share:
      char = LOOKS.get(char.lower(), char) if draw.random() < 0.7 else draw.choice("abcdeonr1il")
    out.append(char)
  return "".join(out)


def altered(text, draw):
  """The text as it might also have been written; of the same length."""
  way = draw.random()
  if way < 0.28:
    text = _each(text, str.lower)
  elif way < 0.40:
    text = _each(text, str.upper)
  elif way < 0.58:
    text = _each(text, _plain)
  elif way < 0.78:
    text = _each(text, lambda c: " " if c in ".,;:!?«»“”\"()—" else c)
    if draw.random() < 0.5:
      text = _each(text, str.lower)
  else:
    text = _scanned(text, draw, draw.choice([0.01, 0.02, 0.04]))
  return text


def renamed(document, draw, names):
  """The same document with the words of its people's names drawn anew, each word the same everywhere."""
  new = {}
  text, marks, at, out = document.text, [], 0, ""
  for start, end, label, entity in document.marks:
    out += text[at:start]
    words = text[start:end]
    if label == "PERSON" and draw.random() < 0.9:
      def swap(match):
        word = match[0]
        if len(word) < 3 or not word[0].isupper() or not word[1:].islower():
          return word
        if word not in new:
          new[word] = draw.choice(names)
        return new[word]
      words = re.sub(r"[^\W\d_]+", swap, words)
    marks.append((len(out), len(out) + len(words), label, entity))
    out += words
    at = end
  return Document(document.name, document.lang, out + text[at:], marks)


def name_words(documents):
  """Words of people's names, by language."""
  found = {}
  for document in documents:
    for start, end, label, _ in document.marks:
      if label == "PERSON":
        for word in re.findall(r"[^\W\d_]+", document.text[start:end]):
          if len(word) > 2 and word[0].isupper() and word[1:].islower():
            found.setdefault(document.lang, set()).add(word)
  return {lang: sorted(words) for lang, words in found.items()}
