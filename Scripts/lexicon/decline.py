"""Russian and Ukrainian case forms of names of countries, lands and peoples, by rule.

A name gives its forms as (nominative, genitive, dative, accusative, instrumental, prepositional).
These rules serve lists of names that are known; they are not a declension of any word."""

CASES = 6
VOWELS = "аеёиоуыэюяіїє"
PLURALS = {  # plural names, with the genitive that no ending tells
  "нидерланды": "нидерландов", "нідерланди": "нідерландів", "филиппины": "филиппин",
  "філіппіни": "філіппін", "багамы": "багам", "багами": "багам", "мальдивы": "мальдив",
  "мальдіви": "мальдів", "сейшелы": "сейшел", "сейшели": "сейшел", "коморы": "комор",
  "комори": "комор", "эмираты": "эмиратов", "емірати": "еміратів", "штаты": "штатов",
  "штати": "штатів", "острова": "островов", "острови": "островів", "балканы": "балкан",
  "балкани": "балкан", "карибы": "карибов", "кариби": "карибів", "карпаты": "карпат",
  "карпати": "карпат",
}
FLEETING = {"египет": "египт", "єгипет": "єгипт", "схід": "сход", "захід": "заход",
            "турок": "турк"}
NOUNS = {"республика", "республіка", "область", "край", "округ", "район"}


def _like(model, form):
  return form[:1].upper() + form[1:] if model[:1].isupper() else form


def _plural(word, language):
  stem = word[:-1]
  low = word.lower()
  genitive = _like(word, PLURALS[low])
  return (word, genitive, stem + "ам", word, stem + "ами", stem + "ах")


def adjective_in_name(word, language):
  """The forms of an adjective that stands before a noun of a name, or None when it is none."""
  w = word
  if language == "ru":
    for end, forms in (
      ("ая", ("ой", "ой", "ую", "ой", "ой")), ("яя", ("ей", "ей", "юю", "ей", "ей")),
      ("ое", ("ого", "ому", "ое", "ым", "ом")), ("ее", ("его", "ему", "ее", "им", "ем")),
      ("ый", ("ого", "ому", "ый", "ым", "ом")), ("ой", ("ого", "ому", "ой", "ым", "ом")),
      ("ые", ("ых", "ым", "ые", "ыми", "ых")), ("ие", ("их", "им", "ие", "ими", "их")),
      ("овы", ("овых", "овым", "овы", "овыми", "овых")),
    ):
      if w.endswith(end):
        stem = w[:-len(end)]
        if end == "ое" and stem[-1] in "кгх":
          forms = ("ого", "ому", "ое", "им", "ом")
        return (w,) + tuple(stem + f for f in forms)
    if w.endswith("ий"):
      stem = w[:-2]
      hard = stem[-1] in "кгх"
      forms = ("ого", "ому", "ий", "им", "ом") if hard else ("его", "ему", "ий", "им", "ем")
      return (w,) + tuple(stem + f for f in forms)
    return None
  if w.lower() in NOUNS or w.endswith("ія"):
    return None
  for end, forms in (
    ("ня", ("ньої", "ній", "ню", "ньою", "ній")), ("а", ("ої", "ій", "у", "ою", "ій")),
    ("ній", ("нього", "ньому", "ній", "нім", "ньому")),
    ("ий", ("ого", "ому", "ий", "им", "ому")), ("е", ("ого", "ому", "е", "им", "ому")),
    ("ові", ("ових", "овим", "ові", "овими", "ових")), ("і", ("их", "им", "і", "ими", "их")),
  ):
    if w.endswith(end):
      return (w,) + tuple(w[:-len(end)] + f for f in forms)
  return None


def noun(word, language, feminine=False):
  """The six forms of a place noun."""
  low, w = word.lower(), word
  if low in PLURALS:
    return _plural(w, language)
  if low in FLEETING:
    base = _like(w, FLEETING[low])
    ends = ("а", "у", "", "ом", "е") if language == "ru" else ("у", "у", "", "ом", "і")
    return (w, base + ends[0], base + ends[1], w, base + ends[3], base + ends[4])
  return (_russian if language == "ru" else _ukrainian)(w, feminine)


def _russian(w, feminine):
  s = w[:-1]
  if w.endswith("ия"):
    return (w, s + "и", s + "и", s + "ю", s + "ей", s + "и")
  if w.endswith("а"):
    return (w, s + ("и" if s[-1] in "гкхжшчщ" else "ы"), s + "е", s + "у",
            s + ("ей" if s[-1] in "жшчщц" else "ой"), s + "е")
  if w.endswith("я"):
    return (w, s + "и", s + "е", s + "ю", s + "ей", s + "е")
  if w.endswith("ь"):
    if feminine:
      return (w, s + "и", s + "и", w, s + "ью", s + "и")
    return (w, s + "я", s + "ю", w, s + "ем", s + "е")
  if w.endswith("й"):
    return (w, s + "я", s + "ю", w, s + "ем", s + ("и" if s[-1] == "и" else "е"))
  if w.endswith("е"):
    return (w, s + "я", s + "ю", w, w + "м", w)
  if w[-1] in VOWELS:
    return (w,) * CASES
  return (w, w + "а", w + "у", w, w + ("ем" if w[-1] in "жшчщц" else "ом"), w + "е")


def _ukrainian(w, feminine):
  s = w[:-1]
  if w.endswith("ія") or (w.endswith("я") and len(s) > 1 and s[-1] in VOWELS):
    return (w, s + "ї", s + "ї", s + "ю", s + "єю", s + "ї")
  if w.endswith("а"):
    soft = {"г": "з", "к": "ц", "х": "с"}.get(s[-1], s[-1])
    locative = s[:-1] + soft + "і"
    hush = s[-1] in "жчшщ"
    return (w, s + ("і" if hush else "и"), locative, s + "у", s + ("ею" if hush else "ою"),
            locative)
  if w.endswith("зя") or w.endswith("’я") or w.endswith("'я"):
    return (w, w, s + "ю", w, w + "м", s + "і")
  if w.endswith("я"):
    return (w, s + "і", s + "і", s + "ю", s + "ею", s + "і")
  if w.endswith("ь"):
    if feminine:
      return (w, s + "і", s + "і", w, s + s[-1] + "ю", s + "і")
    return (w, s + "ю", s + "ю", w, s + "ем", s + "і")
  if w.endswith("й"):
    return (w, s + "ю", s + "ю", w, s + "єм", s + "ї")
  if w.endswith("море"):
    return (w, s + "я", s + "ю", w, s + "ем", s + "і")
  if w[-1] in VOWELS:
    return (w,) * CASES
  locative = {"к": w + "у", "г": s + "зі", "х": s + "сі"}.get(w[-1], w + "і")
  return (w, w + "у", w + "у", w, w + "ом", locative)


def name(text, language, feminine=False):
  """The six forms of a name of one or more words; a word after "=" stays as it is, unless it
  is one of the known plurals."""
  parts = text.split(" ")
  columns = []
  for i, part in enumerate(parts):
    word = part.removeprefix("=")
    if part.startswith("=") or word in "иіта—":
      columns.append(_plural(word, language) if word.lower() in PLURALS else (word,) * CASES)
      continue
    forms = adjective_in_name(word, language) if i + 1 < len(parts) else None
    columns.append(forms or noun(word, language, feminine))
  return tuple(" ".join(column[case] for column in columns) for case in range(CASES))


def adjective(word, language):
  """All forms of an adjective of a country or a land (in -ский, -ський and alike)."""
  stem = word[:-2]
  if language == "ru":
    soft = stem[-1] == "н" and word.endswith("ий")
    ends = ("ий его ему им ем яя ей юю ее ие их ими" if soft
            else "ий ый ого ому им ым ом ая ой ую ою ое ие ые их ых ими ыми")
  else:
    soft = word.endswith("ній")
    ends = ("ій ього ьому ім я ьої ю ьою є і іх іми" if soft
            else "ий ого ому им ім а ої ій у ою е і их ими")
  return {stem + end for end in ends.split()}


def person(word, language):
  """All singular and plural forms of a noun for a man or a woman of a people."""
  return (_russian_person if language == "ru" else _ukrainian_person)(word)


def _feminine_ka(word, language):
  s = word[:-1]
  base = s[:-1]
  if language == "ru":
    if base[-1] in "йь":
      plural = base[:-1] + "ек"
    else:
      plural = base + ("ек" if base[-1] in "жшч" else "ок")
    return {s + e for e in ("а", "и", "е", "у", "ой", "ою", "ам", "ами", "ах")} | {plural}
  return ({s + e for e in ("а", "и", "у", "ою", "ам", "ами", "ах", "о")}
          | {base + "ці", base + "ок"})


def _russian_person(w):
  if w.endswith("ка"):
    return _feminine_ka(w, "ru")
  if w.endswith("ец"):
    base = w[:-2]
    base += "йц" if base[-1] in VOWELS else ("ьц" if base[-1] == "л" else "ц")
    ends = "а у ем ом е ы ев ов ам ами ах"
  elif w.endswith(("анин", "янин")):
    return ({w + e for e in ("", "а", "у", "ом", "е")}
            | {w[:-2] + e for e in ("е", "", "ам", "ами", "ах")})
  elif w.endswith("арин"):
    return ({w + e for e in ("", "а", "у", "ом", "е")}
            | {w[:-2] + e for e in ("ы", "", "ам", "ами", "ах")})
  else:
    base = FLEETING.get(w, w)
    ends = "а у ом е ы и ов ам ами ах"
  return {w} | {base + e for e in ends.split()}


def _ukrainian_person(w):
  if w.endswith("ка"):
    return _feminine_ka(w, "uk")
  if w.endswith("ня"):
    return {w[:-1] + e for e in ("я", "і", "ю", "ею", "ь", "ям", "ями", "ях")}
  if w.endswith(("ець", "єць")):
    base = w[:-3]
    base += "йц" if w.endswith("єць") else ("ьц" if base[-1] == "л" else "ц")
    ends = "я еві ю ем і ів ям ями ях"
    return {w} | {base + e for e in ends.split()}
  if w.endswith(("анин", "янин", "енин", "арин")):
    return ({w + e for e in ("", "а", "ові", "у", "ом", "і")}
            | {w[:-2] + e for e in ("и", "", "ам", "ами", "ах")})
  base = FLEETING.get(w, w)
  return {w} | {base + e for e in "а ові у ом і и ів ам ами ах".split()}
