"""The ordinary words of a language: what may stand in a text without leading to anybody."""

import pathlib

from folding import words
from hunspell import Dictionary

EXTRA = pathlib.Path(__file__).parent / "extra-words.txt"
# Short forms that the word lists hold only joined to a word by an apostrophe.
PARTICLES = {
  "en": "a i s t d m ll re ve o don isn doesn didn wasn weren hasn haven hadn won wouldn couldn "
        "shouldn mustn needn ain aren can shan y",
  "fr": "l d j m t s n c y a à ô qu lorsqu puisqu jusqu quoiqu presqu quelqu aujourd hui",
  "es": "a e o u y al del lo",
  "ru": "а б в ж и к о с у я",
  "uk": "а б в ж з і и й о у я є",
}


def _lower_case(stem):
  return stem == stem.lower() and not any(c.isdigit() for c in stem)


def _english(trees):
  for package in ("wamerican-large", "wbritish-large"):
    folder = trees[package] / "usr/share/dict"
    for path in sorted(folder.iterdir()):
      if path.is_symlink():
        continue
      for line in path.read_text(encoding="utf-8").splitlines():
        if _lower_case(line):
          yield line.removesuffix("'s")


def _hunspell(trees, package, stem):
  dictionary = Dictionary(trees[package] / "usr/share/hunspell", stem)
  return dictionary.forms(_lower_case, skip_prefix=lambda a: "'" in a or "’" in a)


def folded(trees, language):
  """The folded ordinary words of one language, in no order. Parts of hyphenated words count."""
  source = {
    "en": lambda: _english(trees),
    "fr": lambda: _hunspell(trees, "hunspell-fr-comprehensive", "fr"),
    "es": lambda: _hunspell(trees, "hunspell-es", "es_ES"),
    "ru": lambda: _hunspell(trees, "hunspell-ru", "ru_RU"),
    "uk": lambda: _hunspell(trees, "hunspell-uk", "uk_UA"),
  }[language]
  found = set()
  for form in set(source()):
    parts = words(form)
    for part in parts or ():
      if len(part) > 1:
        found.add(part)
  for line in EXTRA.read_text(encoding="utf-8").splitlines():
    if line.startswith(language + ":"):
      found.update(part for part in words(line[3:]) if len(part) > 1)
  for particle in PARTICLES[language].split():
    found.update(words(particle))
  return found
