"""The folded form of a word, and its 64-bit key: the same rules as Fold.swift and FoldedKey.swift.

A text is split into words at everything that is not a letter, a mark or an apostrophe; in Latin
script an apostrophe splits too, in Cyrillic it stays inside the word. A word that holds a letter
of another script, or of both scripts, has no folded form.
"""

import unicodedata

MASK = (1 << 64) - 1
SEED = 0xCBF29CE484222325
PRIME = 0x100000001B3
APOSTROPHES = "'\u2019\u02bc\u2018\u2032`"
LATIN = {
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d",
  "ħ": "h", "ŋ": "n", "ə": "e",
}
CYRILLIC = {"ё": "е", "ѐ": "е", "ѝ": "и"}


def _latin_base(char):
  if "a" <= char <= "z":
    return char
  if char in LATIN:
    return LATIN[char]
  if char < "\u00c0" or (char > "\u024f" and not "\u1e00" <= char <= "\u1eff"):
    return None
  base = unicodedata.normalize("NFD", char)[0]
  return base if "a" <= base <= "z" else None


def _cyrillic(char):
  return "\u0400" <= char <= "\u052f"


def words(text):
  """The folded words of a text in order, or None when one of them is of another script."""
  found, current, scripts = [], [], set()

  def close():
    word = "".join(current).strip("'")
    current.clear()
    scripts.clear()
    if word:
      found.append(word)

  for char in unicodedata.normalize("NFC", text).lower():
    category = unicodedata.category(char)
    if category == "Cf" or category[0] == "M":
      continue
    if char in APOSTROPHES:
      if "cyrillic" in scripts:
        current.append("'")
      else:
        close()
      continue
    if category[0] == "L":
      base = _latin_base(char)
      if base is not None:
        scripts.add("latin")
        current.append(base)
      elif _cyrillic(char):
        scripts.add("cyrillic")
        current.append(CYRILLIC.get(char, char))
      else:
        return None
      if len(scripts) > 1:
        return None
      continue
    if category[0] == "N":
      return None
    close()
  close()
  return found


def word_key(word):
  """The key of one folded word: FNV-1a 64 over its UTF-8 bytes."""
  h = SEED
  for byte in word.encode():
    h = ((h ^ byte) * PRIME) & MASK
  return h


def sequence_key(parts):
  """The key of a sequence of folded words, as FoldedKey.followed(by:) builds it."""
  key = word_key(parts[0])
  for part in parts[1:]:
    key = ((((key << 5) & MASK) | (key >> 59)) ^ word_key(part)) * PRIME & MASK
  return key


def is_cyrillic(word):
  return bool(word) and _cyrillic(word[0])
