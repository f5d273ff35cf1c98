"""Expands a hunspell dictionary into all its word forms: PFX and SFX rules with their cross
products and continuation classes, NEEDAFFIX and FORBIDDENWORD. Compounding is not expanded."""

import re
from collections import defaultdict


def _flags(text, long):
  return [text[i:i + 2] for i in range(0, len(text), 2)] if long else list(text)


def _condition(text, suffix):
  if text == ".":
    return None
  return re.compile(text + "$" if suffix else "^" + text)


class Dictionary:
  def __init__(self, folder, stem):
    self.rules = {"SFX": defaultdict(list), "PFX": defaultdict(list)}
    self.cross = {}
    self.long = False
    self.need_affix = self.forbidden = None
    with open(f"{folder}/{stem}.aff", encoding="utf-8") as lines:
      for line in lines:
        self._affix_line(line.split())
    with open(f"{folder}/{stem}.dic", encoding="utf-8") as lines:
      next(lines)
      self.entries = [line.rstrip("\n").split("\t")[0] for line in lines]

  def _affix_line(self, parts):
    if not parts:
      return
    if parts[:2] == ["FLAG", "long"]:
      self.long = True
    elif parts[0] == "NEEDAFFIX":
      self.need_affix = parts[1]
    elif parts[0] == "FORBIDDENWORD":
      self.forbidden = parts[1]
    elif parts[0] in self.rules:
      kind, flag = parts[0], parts[1]
      if parts[2] in "YN" and len(parts) >= 4 and (kind, flag) not in self.cross:
        self.cross[kind, flag] = parts[2] == "Y"
        return
      add, _, more = parts[3].partition("/")
      condition = _condition(parts[4] if len(parts) > 4 else ".", kind == "SFX")
      self.rules[kind][flag].append((
        "" if parts[2] == "0" else parts[2], "" if add == "0" else add,
        condition, _flags(more, self.long)))

  def _apply(self, kind, word, flag):
    for strip, add, condition, more in self.rules[kind].get(flag, ()):
      if condition is not None and not condition.search(word):
        continue
      if kind == "SFX":
        if word.endswith(strip):
          yield word[:len(word) - len(strip)] + add, more
      elif word.startswith(strip):
        yield add + word[len(strip):], more

  def _suffixed(self, word, flags, depth):
    for flag in flags:
      if flag in self.rules["SFX"]:
        for form, more in self._apply("SFX", word, flag):
          yield form, flag, more
          if more and depth:
            yield from self._suffixed(form, more, depth - 1)

  def forms(self, accept_stem, skip_prefix=lambda addition: False):
    """Every form of every entry whose stem `accept_stem` lets in. Prefixes whose addition
    `skip_prefix` names (elided articles, which are words of their own) are left out."""
    for entry in self.entries:
      entry = entry.split(" po:")[0].split(" st:")[0].strip()
      stem, _, text = entry.partition("/")
      flags = _flags(text.split(" ")[0], self.long)
      if not stem or not accept_stem(stem) or self.forbidden in flags:
        continue
      made = [(stem, None, flags)] + list(self._suffixed(stem, flags, 1))
      for form, flag, more in made:
        usable = flags if flag is None or self.cross["SFX", flag] else []
        if not (self.need_affix in (flags if flag is None else more)):
          yield form
        for prefix in set(usable) | set(more):
          if prefix in self.rules["PFX"] and self.cross["PFX", prefix]:
            for long_form, _ in self._apply("PFX", form, prefix):
              addition = long_form[:len(long_form) - len(form) + 1]
              if not skip_prefix(addition):
                yield long_form
