"""Parts of people's names: given names with gender, pet forms, patronymics, surnames."""

import importlib
import pathlib
import sys

import pyarrow.parquet as parquet

from folding import is_cyrillic, word_key, words
from romanize import romanized

HERE = pathlib.Path(__file__).parent
MALE, FEMALE, SURNAME, DIMINUTIVE, PATRONYMIC, COMMON = 1, 2, 4, 8, 16, 32
MIN_SURNAME_COUNT = 3


class Names:
  def __init__(self, trees):
    self.facts = {}
    self._russiannames(trees["russiannames"])
    self._natasha(trees["natasha"])
    self._faker(trees["Faker"])
    self._own()

  def _add(self, text, flags, romanize=False):
    parts = words(text)
    if not parts:
      return
    for part in parts:
      if len(part) < 2 or (len(parts) > 1 and len(part) < 4):
        continue
      self.facts[part] = self.facts.get(part, 0) | flags
      if romanize and is_cyrillic(part):
        for latin in romanized(part):
          self.facts[latin] = self.facts.get(latin, 0) | flags

  def _russiannames(self, tree):
    folder = tree / "russiannames/data"
    for row in parquet.read_table(folder / "names.parquet").to_pylist():
      flag = {"m": MALE, "f": FEMALE}.get(row["gender"], 0)
      if flag and row["text"] and row["count"] >= 2 and " " not in row["text"]:
        common = COMMON if row["count"] >= 2000 else 0
        self._add(row["text"], flag | common, romanize=row["count"] >= 5)
    for row in parquet.read_table(folder / "midnames.parquet").to_pylist():
      if row["text"] and row["count"] >= 3:
        self._add(row["text"], PATRONYMIC, romanize=row["count"] >= 100)
    for row in parquet.read_table(folder / "surnames.parquet").to_pylist():
      if not row["text"] or row["count"] < MIN_SURNAME_COUNT or len(row["text"]) < 3:
        continue
      common = COMMON if row["count"] >= 1000 else 0
      for text in (row["text"], row["f_form"]):
        if text:
          self._add(text, SURNAME | common, romanize=row["count"] >= 150)

  def _natasha(self, tree):
    folder = tree / "natasha/data/dict"
    for line in (folder / "last.txt").read_text(encoding="utf-8").splitlines():
      if len(line) > 3 and line.endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ко", "ук",
                                          "юк", "чук", "ян", "дзе", "швили", "ич")):
        self._add(line, SURNAME)
        for feminine in feminines(line):
          self._add(feminine, SURNAME)

  def _faker(self, tree):
    sys.path.insert(0, str(tree))
    for folder in sorted((tree / "faker/providers/person").iterdir()):
      if not (folder / "__init__.py").exists():
        continue
      provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
      slavic = folder.name in ("ru_RU", "uk_UA", "bg_BG")
      for attribute in dir(provider):
        values = getattr(provider, attribute)
        flag = faker_flag(attribute)
        if not flag or not isinstance(values, (list, tuple, dict)):
          continue
        for value in values:
          if isinstance(value, str):
            self._add(value, flag, romanize=slavic)
            if flag == SURNAME and slavic:
              for feminine in feminines(value.lower()):
                self._add(feminine, SURNAME, romanize=True)

  def _own(self):
    path = HERE / "given-names.txt"
    if not path.exists():
      return
    flag = 0
    for line in path.read_text(encoding="utf-8").splitlines():
      if line.startswith("#") or not line.strip():
        continue
      head, _, rest = line.partition(":")
      flag = {"m": MALE, "f": FEMALE, "mf": MALE | FEMALE, "s": SURNAME,
              "dm": MALE | DIMINUTIVE, "df": FEMALE | DIMINUTIVE,
              "dmf": MALE | FEMALE | DIMINUTIVE}[head.strip()]
      for name in rest.replace(",", " ").split():
        self._add(name, flag, romanize=True)

  def entries(self):
    return {word_key(word): flags for word, flags in self.facts.items()}


def faker_flag(attribute):
  if attribute.startswith("_") or "romanized" in attribute and "first" not in attribute:
    return SURNAME if attribute.startswith("last_romanized") else 0
  if attribute.startswith("first_"):
    if "female" in attribute:
      return FEMALE
    if "male" in attribute:
      return MALE
    return 0
  if attribute.startswith("last_name"):
    return SURNAME
  return 0


def feminines(surname):
  """The feminine form of a Russian or Ukrainian surname, by its ending."""
  if surname.endswith(("ов", "ев", "ёв", "ин", "ын", "їв")):
    return (surname + "а",)
  if surname.endswith(("ский", "цкий", "ський", "цький")):
    stem = surname[:-2]
    return (stem + "ая", stem + "а") if surname[-4] != "ь" else (stem + "а",)
  return ()
