"""Latin spellings of a folded Cyrillic name, as English and French passports and papers have it."""

TABLE = {
  "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
  "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
  "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
  "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
  "ў": "w", "'": "", "ә": "a", "қ": "q", "ң": "n", "ғ": "g", "ү": "u", "ұ": "u", "һ": "h",
  "ө": "o",
}
FRENCH = {**TABLE, "ж": "j", "й": "i", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch",
          "ю": "iou", "я": "ia", "ї": "i", "є": "ie"}
PASSPORT = {**TABLE, "й": "i", "ю": "iu", "я": "ia", "ъ": "ie", "ї": "i", "є": "ie"}
UKRAINIAN = {**TABLE, "г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia", "ї": "i", "є": "ie"}


def _spell(word, table):
  if any(c not in table for c in word):
    return None
  return "".join(table[c] for c in word)


def romanized(word):
  """The likely Latin spellings of one folded Cyrillic word, few rather than all."""
  found = set()
  endings = [word]
  if word.endswith(("ий", "ый")):
    endings = [word[:-2] + "й", word[:-2] + "и", word]
  for form in endings:
    for table in (TABLE, PASSPORT, FRENCH):
      found.add(_spell(form, table))
  if any(c in "іїєґг" for c in word):
    found.add(_spell(word, UKRAINIAN))
  for spelled in list(found):
    if spelled and spelled.endswith(("iia", "iya")):
      found.add(spelled[:-3] + "ia")
    if spelled and spelled.startswith("e") and word[0] == "е":
      found.add("y" + spelled)
    if spelled and "ks" in spelled:
      found.add(spelled.replace("ks", "x"))
  found.discard(None)
  return {f for f in found if len(f) > 1}
