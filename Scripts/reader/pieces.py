"""Which pieces of the wheel's vocabulary the reader keeps.

All Cyrillic pieces of the letters of Russian and Ukrainian, every single character, digits and marks; of the Latin ones those that the
words of English, French and Spanish, and names of people and places of all cultures, are cut into.
"""

import re

CYRILLIC = re.compile(r"▁?[А-Яа-яЁёІіЇїЄєҐґ'’\-]+")
MARKS = re.compile(r"▁?[^\w▁]*[\d_]*[^\w▁]*")


def kept(wheel, words):
  """The numbers of the pieces to keep."""
  texts = [piece.decode("utf-8", "replace") for piece in wheel.pieces]
  numbers = {text: number for number, text in enumerate(texts)}
  keep = set()
  for number, text in enumerate(texts):
    if text and "▁" not in text[1:] and (
        len(text.lstrip("▁")) <= 1 or CYRILLIC.fullmatch(text) or MARKS.fullmatch(text)):
      keep.add(number)
  scores = wheel.scores.tolist()
  for word in words:
    for form in ("▁" + word, "▁" + word.capitalize(), word):
      keep.update(best(form, numbers, scores))
  special = {wheel.bos, wheel.eos, wheel.unk, wheel.pad, len(wheel.pieces) - 1}
  return sorted(number for number in keep - special if b"\0" not in wheel.pieces[number])


def best(word, numbers, scores):
  """The pieces of one word."""
  n = len(word)
  total, back = [0.0] + [-1e30] * n, [None] * (n + 1)
  for start in range(n):
    for end in range(start + 1, n + 1):
      number = numbers.get(word[start:end])
      if number is not None and total[start] + scores[number] > total[end]:
        total[end], back[end] = total[start] + scores[number], (start, number)
  out, end = [], n
  while end and back[end]:
    end, number = back[end]
    out.append(number)
  return out
