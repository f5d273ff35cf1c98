#!/usr/bin/env python3
"""Compiles the tables of Sources/CLexicon/Tables and the words of Sources/Languages. See README.md beside this file."""

import argparse
import pathlib

import graphs
import sources
import tables
import words
from countries import Countries
from names import Names
from places import Places

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"
OUT = SOURCES / "CLexicon/Tables"


def main():
  parser = argparse.ArgumentParser(description=__doc__)
  parser.add_argument("folder", help="where packages are downloaded and unpacked; not in the repo")
  parser.add_argument("--skip-words", action="store_true", help="keep the word tables as they are")
  arguments = parser.parse_args()
  trees = sources.fetch(arguments.folder)
  OUT.mkdir(exist_ok=True)

  def write(name, entries, bucket_bits, value_bytes, distinct=False):
    count = tables.write(OUT / f"{name}.table", entries, bucket_bits, 4, value_bytes, distinct)
    print(f"{name}: {count} entries, {(OUT / f'{name}.table').stat().st_size} bytes")

  def write_words(language, words):
    script = graphs.CYRILLIC if language in ("ru", "uk") else graphs.LATIN
    path = SOURCES / "Languages" / language / "words.graph"
    count = graphs.write(path, words, script)
    print(f"words of {language}: {count} words, {path.stat().st_size} bytes")

  ordinary = set()
  for language in ("en", "fr", "ru", "uk", "es"):
    folded = words.folded(trees, language)
    # A place that is a word of a language too: of those in which places are said in prose.
    if language != "es":
      ordinary |= folded
    if not arguments.skip_words:
      write_words(language, folded)
  write("names", Names(trees).entries(), 16, 1)
  countries = Countries(trees)
  write("countries", countries.entries, 12, 2)
  write("country-starts", countries.starts, 8, 1)
  countries.write_names(OUT / "country-names.text")
  places = Places(trees, countries, ordinary)
  write("places", places.entries(), 16, 2, distinct=True)
  write("place-starts", places.starts, 14, 1)


if __name__ == "__main__":
  main()
