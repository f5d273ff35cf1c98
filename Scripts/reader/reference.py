"""What Sources/CReader computes, in numpy: pieces, and the forward pass with and without rounding.

The yardstick of Tests/Oracles/reader.py, and what the training is to agree with.
"""
import math
import struct

import numpy as np

from wheel import q4

PIECES, ADVANCE, EDGE = 254, 190, 32  # of a window, between windows, where a piece counts fully
BEGIN, END, UNK = 0, 1, 2
HEAD = 32


def read_layers(path):
    """The parameters that a layers.bin holds, by the names of weights.write_layers: matrices as the
    rounded weights times their scales."""
    raw = open(path, "rb").read()
    if raw[:8] != b"USREADLY":
        raise ValueError("not a file of layers")
    version, layers, width, heads, inner, hints, hint_width, hidden, labels, _ = struct.unpack_from("<10I", raw, 8)
    _, hint, h1, b1, h2, b2, first, stride = struct.unpack_from("<8I", raw, 80)
    get = lambda at, *shape: np.frombuffer(raw, "<f4", int(np.prod(shape)), at).reshape(shape)
    found = {"hint": get(hint, hints, hint_width), "h1": get(h1, width + hint_width, hidden),
             "b1": get(b1, hidden), "h2": get(h2, hidden, 32)[:, :labels], "b2": get(b2, labels)}
    at = 0

    def take(size):
        nonlocal at
        here = at
        at += (size + 63) // 64 * 64
        return here

    def matrix(inputs, outputs):
        packed = np.frombuffer(raw, np.int8, inputs * outputs, take(inputs * outputs))
        whole = packed.reshape(outputs // 16, inputs // 4, 16, 4).transpose(1, 3, 0, 2).reshape(inputs, outputs)
        scale, bias, _ = get(take(4 * outputs), outputs), get(take(4 * outputs), outputs), take(4 * outputs)
        return whole.astype(np.float32) * scale, bias

    for n in range(layers):
        at = first + n * stride
        w, b = matrix(width, 3 * width)
        for k, name in enumerate("qkv"):
            found[f"l{n}.{name}.w"] = w[:, k * width:(k + 1) * width]
            found[f"l{n}.{name}.b"] = b[k * width:(k + 1) * width]
        shapes = {"ao": (width, width), "aln": None, "fi": (width, inner), "fo": (inner, width), "oln": None}
        for name, shape in shapes.items():
            pair = matrix(*shape) if shape else (get(take(4 * width), width), get(take(4 * width), width))
            found[f"l{n}.{name}.w"], found[f"l{n}.{name}.b"] = pair
    return found


class Pieces:
    """pieces.bin, read back."""

    def __init__(self, path):
        raw = open(path, "rb").read()
        if raw[:8] != b"USREADPC":
            raise ValueError("not a file of pieces")
        version, self.width, self.count, positions, _, index, self.unknown = struct.unpack_from("<6Ii", raw, 8)
        units, normal, *at = struct.unpack_from("<14I", raw, 36)
        get = lambda n, kind, count: np.frombuffer(raw, kind, count, at[n])
        self.scores = get(2, "<i4", self.count).tolist()
        self.rows = get(7, np.uint8, self.count * self.width // 32 * 18).reshape(self.count, -1)
        self.positions = get(8, "<f4", positions * self.width).reshape(positions, -1)
        self.type, self.norm_w, self.norm_b = (get(n, "<f4", self.width) for n in (9, 10, 11))
        self.texts = self._texts(get(0, "<u4", units).tolist(), get(1, "<u4", units).tolist())
        self.numbers = {text: number for number, text in self.texts.items()}
        self.starts = {text[:n] for text in self.numbers for n in range(1, len(text) + 1)}
        starts, points = get(5, "<u4", normal + 1).tolist(), None
        points = get(6, "<u4", starts[-1]).tolist()
        index = get(3, "<u2", index)
        blocks = get(4, "<u2", 64 * (1 + int(index.max()))).reshape(-1, 64)
        self.normal = {}
        for point in range(len(index) * 64):
            entry = int(blocks[index[point >> 6]][point & 63])
            if entry:
                self.normal[point] = points[starts[entry - 1]:starts[entry]]

    @staticmethod
    def _texts(units, numbers):
        """The pieces that the trie holds: {number: bytes}."""
        parent = {unit >> 8: at for at, unit in enumerate(units) if unit >> 8}
        found = {}
        for at, number in enumerate(numbers):
            if number:
                text = bytearray()
                while at:
                    text.append(units[at] & 255)
                    at = parent[at ^ units[at] & 255]
                found[number] = bytes(text[::-1])
        return found

    def split(self, text):
        """[(piece, start, end)] in characters of the text."""
        if not text:
            return []
        points, places = [], []
        for place, letter in enumerate(text):
            for point in self.normal.get(ord(letter), (ord(letter),)):
                point = 32 if point in (9, 10, 13) else point
                if point == 32 and points and points[-1] == 32:
                    continue
                points.append(point)
                places.append(place)
        if not points or points[0] != 32:
            points, places = [32] + points, [0] + places
        letters = [("\u2581" if p == 32 else chr(p)).encode("utf-8", "surrogatepass") for p in points]
        n = len(points)
        best, back = [None] * (n + 1), [None] * (n + 1)
        best[0] = 0
        for i in range(n):
            piece = b""
            for e in range(i + 1, n + 1):
                piece += letters[e - 1]
                if piece not in self.starts:
                    break
                number = self.numbers.get(piece)
                if number is not None:
                    score = best[i] + self.scores[number]
                    if best[e] is None or score > best[e]:
                        best[e], back[e] = score, (number, i)
            score = best[i] + self.unknown
            if best[i + 1] is None or score > best[i + 1]:
                best[i + 1], back[i + 1] = score, (UNK, i)
        found, end = [], n
        while end > 0:
            number, start = back[end]
            first = start
            while first < end - 1 and points[first] == 32:
                first += 1
            found.append((number, places[first], places[end - 1] + 1))
            end = start
        return found[::-1]

    def embed(self, numbers):
        """Rows of the encoder's input for the pieces of a window, with bos and eos: [n, width]."""
        x = q4(self.rows[np.asarray(numbers)]) + self.positions[:len(numbers)] + self.type
        return norm(x, self.norm_w, self.norm_b)


def norm(x, w, b):
    """Layer norm over the last axis."""
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12)) * w + b


ERF = np.array([math.erf(n / 512) for n in range(4097)])  # on [0, 8]


def gelu(x):
    """x (1 + erf(x / sqrt 2)) / 2; erf by Taylor's series around 4,096 points, exact in float32."""
    z = np.minimum(np.abs(x) / np.sqrt(2.0), 8)
    n = np.rint(z * 512).astype(np.int64)
    at, off = n / 512, z - n / 512
    slope = 2 / np.sqrt(np.pi) * np.exp(-at * at)
    erf = ERF[n] + slope * off * (1 - at * off + (2 * at * at - 1) / 3 * off * off)
    return (x * (1 + np.sign(x) * erf) / 2).astype(np.float32)


def soften(x):
    """Softmax over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def quantise(x, axis):
    """Whole numbers from -127 to 127 and the scale along an axis, as the engine rounds them."""
    peak = np.abs(x).max(axis, keepdims=True).astype(np.float32)
    with np.errstate(divide="ignore"):
        factor = np.where(peak > 1e-30, np.float32(127) / peak, np.float32(0)).astype(np.float32)
    return np.rint(x * factor).astype(np.int64), peak / np.float32(127)


def plain(x, w):
    """A product of floats."""
    return x @ w


def rounded(x, w):
    """The product of floats that are rounded to 8 bits, x by row and w by output as the file has it."""
    rows, row_scale = quantise(x, -1)
    scale = np.where(np.abs(w).max(0) > 0, np.abs(w).max(0) / np.float32(127), np.float32(1))
    whole = np.clip(np.rint(w / scale), -127, 127)
    return (rows.astype(np.float64) @ whole.astype(np.float64)).astype(np.float32) * row_scale * scale.astype(np.float32)


def window(parameters, x, hints, product=plain):
    """Probabilities [n, labels] of a window from its embedded rows and hints; see write_layers for
    the parameters."""
    p, n = parameters, len(x)
    layers = 1 + max(int(k[1:k.index(".")]) for k in p if k[0] == "l" and k[1].isdigit())
    for layer in range(layers):
        get = lambda name: p[f"l{layer}.{name}"]
        apply = lambda x, name: product(x, get(name + ".w")) + get(name + ".b")
        heads = lambda name: apply(x, name).reshape(n, -1, HEAD).transpose(1, 0, 2)
        shares = soften(heads("q") @ heads("k").transpose(0, 2, 1) / np.float32(np.sqrt(HEAD)))
        mixed = (shares @ heads("v")).transpose(1, 0, 2).reshape(n, -1)
        x = norm(x + apply(mixed, "ao"), get("aln.w"), get("aln.b"))
        x = norm(x + apply(gelu(apply(x, "fi")), "fo"), get("oln.w"), get("oln.b"))
    x = np.concatenate([x, p["hint"][hints]], -1)
    return soften(gelu(x @ p["h1"] + p["b1"]) @ p["h2"] + p["b2"])


def starts(count):
    """Where the windows of so many pieces begin."""
    if count <= PIECES:
        return [0]
    return list(range(0, count - PIECES, ADVANCE)) + [count - PIECES]


def read(pieces, parameters, numbers, hints, product=plain):
    """Probabilities [pieces, labels] of a document."""
    numbers, hints = np.asarray(numbers), np.asarray(hints)
    total, weights = 0, np.zeros(len(numbers), np.float32)
    total = np.zeros((len(numbers), parameters["h2"].shape[1]), np.float32)
    for start in starts(len(numbers)):
        end = min(len(numbers), start + PIECES)
        ids = np.concatenate([[BEGIN], numbers[start:end], [END]])
        x = pieces.embed(ids)
        got = window(parameters, x, np.concatenate([[0], hints[start:end], [0]]), product)[1:-1]
        i = np.arange(end - start)
        weight = np.minimum(np.minimum(i + 1, end - start - i), EDGE).astype(np.float32)
        total[start:end] += got * weight[:, None]
        weights[start:end] += weight
    return total / weights[:, None]
