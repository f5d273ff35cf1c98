"""Writes a key table: the binary format of names, places and countries (see include/CLexicon.h).

  0  8 bytes  magic "USLEXTAB"
  8  u32      format version, 2
 12  u32      bucket bits B
 16  u32      bytes of a fingerprint rest R (4)
 20  u32      bytes of a value V (1 or 2)
 24  u32      number of entries N
 28  u32      number of distinct values D, or 0
 32  u32      check: xor of the six fields before it
 36  u32 × (2^B + 1)   where each bucket begins, counted in entries
  …  u32 × D  the distinct values, ascending
  …  R × N    the rests of each bucket in ascending order
  …  V × N    their values, in the same order; where D is not 0, their positions among the distinct

All numbers are little-endian. A key is mixed first (`mix`), its top B bits choose the bucket and
the next 8 R bits are the rest.
"""

import struct

MASK = (1 << 64) - 1
VERSION = 2


def mix(key):
  key ^= key >> 33
  key = (key * 0xFF51AFD7ED558CCD) & MASK
  key ^= key >> 33
  key = (key * 0xC4CEB9FE1A85EC53) & MASK
  return key ^ (key >> 33)


def write(path, entries, bucket_bits, rest_bytes, value_bytes, distinct=False):
  """Writes `entries`, a dict of key to value; `distinct` keeps each value once, of four bytes, and
  a position of `value_bytes` with each entry."""
  rest_bits = 8 * rest_bytes
  rows = {}
  for key in sorted(entries):
    mixed = mix(key)
    place = mixed >> (64 - bucket_bits - rest_bits) & ((1 << (bucket_bits + rest_bits)) - 1)
    rows.setdefault(place, entries[key])
  order = sorted(rows)
  offsets = [0] * ((1 << bucket_bits) + 1)
  for place in order:
    offsets[(place >> rest_bits) + 1] += 1
  for i in range(1, len(offsets)):
    offsets[i] += offsets[i - 1]
  values = sorted(set(rows.values())) if distinct else []
  if distinct:
    position = {value: index for index, value in enumerate(values)}
    rows = {place: position[value] for place, value in rows.items()}
  check = VERSION ^ bucket_bits ^ rest_bytes ^ value_bytes ^ len(order) ^ len(values)
  with open(path, "wb") as out:
    out.write(b"USLEXTAB")
    out.write(struct.pack("<7I", VERSION, bucket_bits, rest_bytes, value_bytes, len(order),
                          len(values), check))
    out.write(struct.pack(f"<{len(offsets)}I", *offsets))
    out.write(struct.pack(f"<{len(values)}I", *values))
    rest_mask = (1 << rest_bits) - 1
    out.write(b"".join((p & rest_mask).to_bytes(rest_bytes, "little") for p in order))
    out.write(b"".join(rows[p].to_bytes(value_bytes, "little") for p in order))
  return len(order)
