"""Countries, their peoples and adjectives, the parts of the world; and the country names that a
sentence needs. Written from general knowledge in countries.txt and its neighbours; names of
territories without a row there come from iso-codes with its translations."""

import gettext
import json
import pathlib
import struct

import decline
from folding import sequence_key, word_key, words

HERE = pathlib.Path(__file__).parent
NAME, DEMONYM, ADJECTIVE, CONTINENT = 1, 2, 4, 8
TERRITORY = 16
LANGUAGES = ("en", "fr", "ru", "uk")


def _rows(name):
  for line in (HERE / name).read_text(encoding="utf-8").splitlines():
    if line and not line.startswith("#"):
      yield line.split("|")


def french_feminine(adjective):
  if adjective.endswith("e") or adjective[-1] in "iu" and adjective != "bahreïnu":
    return adjective if adjective[-1] in "ei" else adjective + "e"
  if adjective.endswith("ien") or adjective.endswith("éen"):
    return adjective + "ne"
  if adjective.endswith(("é", "è")):
    return adjective
  return adjective + "e"


def french_forms(text):
  """Masculine, feminine and their plurals of "grec/grecque" or "russe"."""
  masculine, _, feminine = text.partition("/")
  feminine = feminine or french_feminine(masculine)
  both = {masculine, feminine}
  return both | {w if w[-1] in "sx" else w + "s" for w in both}


def english_plural(noun):
  if noun.endswith(("man", "woman")):
    return noun[:-2] + "en"
  if noun.endswith(("ese", "ss", "sh", "ch", "z", "is", "ois")):
    return noun
  return noun + "s"


def french_sentence(text):
  """(plain, subject, genitive, locative) of a French name given with its article."""
  text, _, preposition = text.partition("@")
  article, _, rest = text.partition(" ")
  if text.startswith("l'"):
    return text[2:], text, "d'" + text[2:], "en " + text[2:]
  vowel = text[0] in "AÂEÉÈIÎOÔU"
  if article == "la":
    inside = f"à la {rest}" if preposition == "à" else f"en {rest}"
    return rest, text, f"de la {rest}" if preposition == "à" or rest[:4] == "Répu" else f"de {rest}", inside
  if article == "le":
    return rest, text, f"du {rest}", f"au {rest}"
  if article == "les":
    return rest, text, f"des {rest}", f"aux {rest}"
  return text, text, ("d'" if vowel else "de ") + text, f"{preposition or 'à'} {text}"


def slavic_sentence(text, language):
  """(plain, subject, genitive, locative) of a Russian or Ukrainian name, and all its forms."""
  text, _, preposition = text.partition("@")
  feminine = text.endswith("~")
  forms = decline.name(text.rstrip("~"), language, feminine)
  inside = preposition or "в"
  if inside == "в" and language == "ru" and forms[5][:2].lower() in ("вь", "фр"):
    inside = "во"
  elif inside == "в" and language == "uk" and forms[5][0] in "ВФ":
    inside = "у"
  return (forms[0], forms[0], forms[1], f"{inside} {forms[5]}"), forms


class Countries:
  def __init__(self, trees):
    root = trees["iso-codes"] / "usr/share"
    listed = json.loads((root / "iso-codes/json/iso_3166-1.json").read_text())["3166-1"]
    names = {c["alpha_2"]: c.get("common_name", c["name"]) for c in listed}
    names["XK"] = "Kosovo"
    self.codes = sorted(names)
    self.index = {code: i + 1 for i, code in enumerate(self.codes)}
    self.entries, self.starts = {}, {}
    self.sentences = {code: [[""] * 4 for _ in LANGUAGES] for code in self.codes}
    own = {row[0] for row in _rows("countries.txt")}
    for row in _rows("countries.txt"):
      self._country(*row)
    for code, text in _rows("country-aliases.txt"):
      self._aliases(code, text)
    self._world_parts()
    translations = {
      language: gettext.translation("iso_3166-1", root / "locale", [language])
      for language in ("fr", "ru", "uk")
    }
    for code in self.codes:
      self._listed(code, names[code], translations, code not in own)

  def _add(self, text, code, kind, extra=0):
    parts = words(text)
    if not parts or len("".join(parts)) < 2:
      return
    key = sequence_key(parts)
    index = self.index.get(code, 0)
    old = self.entries.get(key)
    if old is None:
      self.entries[key] = index | kind << 8 | extra << 8
    elif old & 0xFF == index:
      self.entries[key] = old | kind << 8
    if len(parts) > 1:
      first = word_key(parts[0])
      self.starts[first] = max(self.starts.get(first, 0), len(parts))

  def _country(self, code, en, en_words, fr, fr_words, ru, ru_men, ru_adj, uk, uk_men, uk_adj):
    plain = en.removeprefix("the ")
    self.sentences[code][0] = [plain, en, en, "in " + en]
    self._add(plain, code, NAME)
    self._add(en, code, NAME)
    adjectives, _, nouns = en_words.partition(";")
    for word in adjectives.split(","):
      self._add(word, code, ADJECTIVE)
    for word in (nouns or adjectives).split(","):
      if nouns or not word.endswith(("ish",)):
        self._add(word, code, DEMONYM)
        self._add(english_plural(word), code, DEMONYM)
    self.sentences[code][1] = list(french_sentence(fr))
    for form in self.sentences[code][1][:2]:
      self._add(form, code, NAME)
    for word in fr_words.split(","):
      for form in french_forms(word):
        self._add(form, code, DEMONYM | ADJECTIVE)
    for column, text, men, adjs in ((2, ru, ru_men, ru_adj), (3, uk, uk_men, uk_adj)):
      language = LANGUAGES[column]
      self.sentences[code][column], forms = slavic_sentence(text, language)
      for form in forms:
        self._add(form, code, NAME)
      self._slavic_words(code, language, men, adjs)

  def _slavic_words(self, code, language, men, adjectives):
    for word in filter(None, men.split(",")):
      for form in decline.person(word, language):
        self._add(form, code, DEMONYM)
    for word in filter(None, adjectives.split(",")):
      for form in decline.adjective(word, language):
        self._add(form, code, ADJECTIVE)

  def _aliases(self, code, text):
    for alias in text.split(","):
      alias = alias.strip()
      plain = alias.replace("=", "")
      if "а" <= plain[-1].lower() <= "ї":
        for language in ("ru", "uk"):
          for form in decline.name(alias, language):
            self._add(form, code, NAME)
      else:
        self._add(alias, code, NAME)

  def _world_parts(self):
    for kind, text in _rows("world-parts.txt"):
      for item in text.split("," if kind != "ru-people" and kind != "uk-people" else ";"):
        item = item.strip()
        language = kind[:2]
        if kind == "plain":
          forms = (item,)
        elif kind.endswith("-adj"):
          forms = decline.adjective(item, language)
        elif kind.endswith("-people"):
          forms = {f for word in item.split(",") for f in decline.person(word, language)}
        else:
          forms = decline.name(item, language)
        for form in forms:
          self._add(form, None, CONTINENT)

  def _listed(self, code, english, translations, territory):
    extra = TERRITORY if territory else 0
    texts = [english] + [translations[l].gettext(english) for l in ("fr", "ru", "uk")]
    for column, text in enumerate(texts):
      text = text.split(",")[0].split("(")[0].strip()
      if text:
        self._add(text, code, NAME, extra)
      if not self.sentences[code][column][0]:
        plain = text or english
        of = {1: "de ", 2: "", 3: ""}.get(column, "")
        inside = ("in ", "à ", "в ", "в ")[column]
        self.sentences[code][column] = [plain, plain, of + plain, inside + plain]

  def write_names(self, path):
    texts, offsets = bytearray(), [0] * 17
    for code in self.codes:
      for forms in self.sentences[code]:
        for form in forms:
          texts += form.encode()
          offsets.append(len(texts))
    codes = "  " + "".join(self.codes)
    with open(path, "wb") as out:
      out.write(b"USLEXTXT" + struct.pack("<2I", 1, len(self.codes) + 1))
      out.write(struct.pack(f"<{len(offsets)}I", *offsets))
      out.write(codes.encode() + texts)
