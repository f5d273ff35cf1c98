"""Writes a word graph: the words of one language as the smallest automaton that takes them and no
others (see include/CLexicon.h).

   0  8 bytes  magic "USLEXDAG"
   8  u32      format version, 1
  12  u32      script: 0 Latin, 1 Cyrillic
  16  u32      number of words N
  20  u32      number of edges E
  24  u32      check: xor of the four fields before it
  28  u32 x E  edges

All numbers are little-endian. An edge holds, from its low bits on, a letter (6 bits), whether it is
the last of its node (1), whether a word ends with it (1), and where the edges of the node that it
leads to begin (24; 0 where nothing follows). The first 64 edges are those of the root, one for each
letter, 0 where no word begins with it; the edges of any other node stand in order of their letters.
The words are those of `folding.py`; a letter is numbered by `number`.
"""

import struct

VERSION = 1
LATIN, CYRILLIC = 0, 1
ROOT = 64


def number(char, script):
  """1 to 26 for a to z; 1 to 48 for U+0430 to U+045F, 49 for ґ and 50 for an apostrophe."""
  if script == LATIN:
    return ord(char) - 0x60 if "a" <= char <= "z" else None
  if "\u0430" <= char <= "\u045f":
    return ord(char) - 0x42F
  return {"ґ": 49, "'": 50}.get(char)


def _numbered(words, script):
  letters = {ord(c): number(c, script) for c in set("".join(words))}
  unknown = sorted(chr(c) for c, n in letters.items() if n is None)
  if unknown:
    raise SystemExit(f"letters without a number: {unknown}")
  return sorted(word.translate(letters) for word in words)


def _nodes(words):
  """The nodes of the smallest automaton, the root last: tuples of (letter, final, node or None).

  The words come in order, so that a node is complete as soon as the next word leaves it, and is
  kept only where none like it was kept before (Daciuk and others, 2000)."""
  nodes, known = [], {}
  path, ends, previous = [[]], [False], ""

  def complete(depth):
    while len(path) - 1 > depth:
      edges, end = tuple(path.pop()), ends.pop()
      node = known.setdefault(edges, len(nodes)) if edges else None
      if node == len(nodes):
        nodes.append(edges)
      path[-1][-1] = (path[-1][-1][0], end, node)

  for word in words:
    shared = 0
    while shared < min(len(word), len(previous)) and word[shared] == previous[shared]:
      shared += 1
    complete(shared)
    for char in word[shared:]:
      path[-1].append((ord(char), False, None))
      path.append([])
      ends.append(False)
    ends[-1] = True
    previous = word
  complete(0)
  nodes.append(tuple(path[0]))
  return nodes


def _placed(nodes):
  """Where the edges of each node begin, nearest to the root first."""
  places, order, edges = {}, [], ROOT
  queue = [node for _, _, node in nodes[-1] if node is not None]
  for node in queue:
    if node in places:
      continue
    places[node] = edges
    edges += len(nodes[node])
    order.append(node)
    queue.extend(to for _, _, to in nodes[node] if to is not None)
  return places, order, edges


def write(path, words, script):
  """Writes the graph of a set of folded words; returns how many there are."""
  nodes = _nodes(_numbered(words, script))
  places, order, count = _placed(nodes)

  def packed(edge, last):
    letter, end, node = edge
    return letter | last << 6 | end << 7 | (0 if node is None else places[node]) << 8

  edges = [0] * ROOT
  for edge in nodes[-1]:
    edges[edge[0]] = packed(edge, edge is nodes[-1][-1])
  for node in order:
    edges.extend(packed(edge, edge is nodes[node][-1]) for edge in nodes[node])
  check = VERSION ^ script ^ len(words) ^ count
  with open(path, "wb") as out:
    out.write(b"USLEXDAG" + struct.pack("<5I", VERSION, script, len(words), count, check))
    out.write(struct.pack(f"<{count}I", *edges))
  if set(read(path)) != set(words):
    raise SystemExit(f"{path.name} does not read back as it was written")
  return len(words)


def read(path):
  """The words of a graph, by what the format says and not by how it was written."""
  data = path.read_bytes()
  script, = struct.unpack_from("<I", data, 12)
  edges = struct.unpack_from(f"<{(len(data) - 28) // 4}I", data, 28)
  letters = {number(c, script): c for c in "'abcdefghijklmnopqrstuvwxyzґ"
             + "".join(map(chr, range(0x430, 0x460)))}
  pending = [("", edge) for edge in edges[:ROOT] if edge]
  while pending:
    head, edge = pending.pop()
    word, node = head + letters[edge & 63], edge >> 8
    if edge & 128:
      yield word
    while node:
      pending.append((word, edges[node]))
      node = 0 if edges[node] & 64 else node + 1
