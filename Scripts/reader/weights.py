"""Writes the files of weights that Sources/CReader embeds; their formats are in its weights.h.

    write_pieces(wheel_path, kept, out)          once: pieces, normalisation, embedding
    write_layers(parameters, out, pieces=path)   after each training: layers and head, in 8 bits

Numbers are little-endian and every section begins at a multiple of 64.
"""
import hashlib
import struct

import numpy as np

from trie import double_array
from wheel import Wheel

POINT = 22       # binary digits of a score behind the point: every score of the wheel is exact in them
GENERAL, MEANING, WIDTH = 192, 64, 384  # room for general words, numbers of a meaning, of a last layer
POSITIONS = 256  # of the wheel's 512
SPECIALS = 3     # bos, eos and unk come first
PANEL, STEP = 16, 4  # outputs and inputs that stand together in a packed matrix
LABELS = ["O"] + [f"{edge}-{kind}" for kind in
                  "PERSON PLACE UNIT DATE AGE ORG JOB CONTACT ID DEMOG EVENT PUB".split() for edge in "BI"]


class Sections:
    """A header of fixed size, then sections that each begin at a multiple of 64."""

    def __init__(self, header):
        self.header, self.parts, self.size = header, [], header

    def add(self, values):
        """Appends an array or bytes; where it begins."""
        raw = values if isinstance(values, bytes) else np.ascontiguousarray(values).tobytes()
        raw += bytes(-len(raw) % 64)
        self.parts.append(raw)
        self.size += len(raw)
        return self.size - len(raw)

    def bytes(self, header):
        return header.ljust(self.header, b"\0") + b"".join(self.parts)


def normal_tables(normal):
    """Code point -> code points, as index[point >> 6], blocks[that][point & 63], entries and points.

    An entry is 0 for a code point that stays, else 1 + its place among the entries; an entry holds
    where its code points begin, and the one after it where they end.
    """
    index = np.zeros((max(normal) >> 6) + 1, "<u2")
    blocks, starts, points = [np.zeros(64, "<u2")], [0], []
    for point in sorted(normal):
        if index[point >> 6] == 0:
            index[point >> 6] = len(blocks)
            blocks.append(np.zeros(64, "<u2"))
        blocks[index[point >> 6]][point & 63] = len(starts)
        points.extend(normal[point])
        starts.append(len(points))
    return index, np.concatenate(blocks), np.array(starts, "<u4"), np.array(points, "<u4")


def write_pieces(wheel_path, kept, out):
    """Writes pieces.bin with the pieces of the wheel whose numbers are in kept, in ascending order
    behind bos, eos and unk. Returns the wheel's numbers by the new ones, as an array."""
    wheel = Wheel(wheel_path)
    special = [wheel.bos, wheel.eos, wheel.unk]
    mask = len(wheel.pieces) - 1  # <mask>: no text
    plain = [k for k in sorted(set(kept)) if k not in (*special, wheel.pad, mask)]
    order = np.array(special + plain)
    mark = "▁".encode()
    for k in plain:
        if wheel.pieces[k].rfind(mark) > 0 or b"\0" in wheel.pieces[k] or not wheel.pieces[k]:
            raise ValueError(f"piece {k} holds a space behind its start, or a NUL, or nothing")
    units, numbers = double_array({wheel.pieces[k]: SPECIALS + n for n, k in enumerate(plain)})
    scores = np.round(wheel.scores.astype(np.float64)[order] * 2**POINT)
    if not np.array_equal(scores / 2**POINT, wheel.scores[order]):
        raise ValueError("a score is not exact in fixed point")
    unknown = int(round((float(wheel.scores.min()) - 10) * 2**POINT))
    index, blocks, starts, points = normal_tables(wheel.normal)
    longest = max(len(wheel.pieces[k]) for k in plain)
    file = Sections(128)
    sections = [file.add(x) for x in (
        units, numbers, scores.astype("<i4"), index, blocks, starts, points,
        wheel.blocks("emb.word", wheel.width)[order],
        wheel.floats("emb.pos").reshape(-1, wheel.width)[:POSITIONS],
        wheel.floats("emb.type")[:wheel.width], wheel.floats("emb.ln.w"), wheel.floats("emb.ln.b"))]
    header = b"USREADPC" + struct.pack(
        "<6Ii", 1, wheel.width, len(order), POSITIONS, longest, len(index), unknown)
    header += struct.pack("<%dI" % (2 + len(sections)), len(units), len(starts) - 1, *sections)
    with open(out, "wb") as stream:
        stream.write(file.bytes(header))
    return order


def quantise(matrix):
    """[in, out] floats -> int8 of the same shape, and a scale for each output."""
    peak = np.abs(matrix).max(0).astype(np.float32)
    scale = np.where(peak > 0, peak / np.float32(127), np.float32(1)).astype(np.float32)
    return np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8), scale


def pack(whole):
    """int8 [in, out] in the order the kernels read: panels of 16 outputs, in steps of 4 inputs."""
    inputs, outputs = whole.shape
    return whole.reshape(inputs // STEP, STEP, outputs // PANEL, PANEL).transpose(2, 0, 3, 1).copy()


def add_matrix(file, matrix, bias):
    """Appends one quantised matrix: weights, scales, biases, and what an offset of 128 adds."""
    whole, scale = quantise(np.asarray(matrix, np.float32))
    file.add(pack(whole))
    file.add(scale)
    file.add(np.asarray(bias, "<f4"))
    file.add((-128 * whole.astype(np.int64).sum(0)).astype("<i4"))


def write_layers(parameters, out, pieces, labels=LABELS):
    """Writes layers.bin for the pieces.bin at the path pieces.

    parameters: numpy arrays by name. l{n}.{q,k,v,ao,fi,fo}.{w,b} (w is [in, out]), l{n}.{aln,oln}.{w,b},
    hint [hints, 32], h1 [width + 32, hidden], b1, h2 [hidden, labels], b2. Returns the digest: SHA-256
    of pieces.bin and of layers.bin in which the digest's own 32 bytes are 0.
    """
    get = lambda name: np.asarray(parameters[name], np.float32)
    layers = 1 + max(int(k[1:k.index(".")]) for k in parameters if k[0] == "l" and k[1].isdigit())
    width, inner = get("l0.fi.w").shape
    hints, hint_width = get("hint").shape
    hidden, count = get("h2").shape
    assert count == len(labels) <= 32 and get("h1").shape == (width + hint_width, hidden)
    file = Sections(192)
    names = file.add(b"".join(label.encode().ljust(16, b"\0") for label in labels))
    head = [file.add(get(name)) for name in ("hint", "h1", "b1")]
    head.append(file.add(np.pad(get("h2"), ((0, 0), (0, 32 - count)))))
    head.append(file.add(np.pad(get("b2"), (0, 32 - count))))
    starts = []
    for n in range(layers):
        starts.append(file.size)
        join = lambda part: np.concatenate([get(f"l{n}.{k}.{part}") for k in "qkv"], -1)
        add_matrix(file, join("w"), join("b"))
        add_matrix(file, get(f"l{n}.ao.w"), get(f"l{n}.ao.b"))
        file.add(get(f"l{n}.aln.w")), file.add(get(f"l{n}.aln.b"))
        add_matrix(file, get(f"l{n}.fi.w"), get(f"l{n}.fi.b"))
        add_matrix(file, get(f"l{n}.fo.w"), get(f"l{n}.fo.b"))
        file.add(get(f"l{n}.oln.w")), file.add(get(f"l{n}.oln.b"))
    stride = file.size - starts[-1]
    with open(pieces, "rb") as stream:
        embedded = stream.read()
    known, = struct.unpack_from("<I", embedded, 16)

    def whole(digest):
        header = b"USREADLY" + struct.pack("<10I", 1, layers, width, 12, inner, hints, hint_width, hidden, count, known)
        header += digest + struct.pack("<8I", names, *head, starts[0], stride)
        return file.bytes(header)

    digest = hashlib.sha256(embedded + whole(bytes(32))).digest()
    with open(out, "wb") as stream:
        stream.write(whole(digest))
    return digest.hex()


def write_linear(kept, whole, scale, near, bias, out, numbers):
    """Writes linear.bin: kept are the features that have a row, ascending; whole their int8 weights
    [rows, labels]; scale, what they are multiplied by; near, what the labels of the tokens round one
    add to its own [tokens, labels, labels]; bias, what is added to each."""
    bits = np.zeros(numbers, bool)
    bits[kept] = True
    blocks = np.packbits(bits.reshape(-1, 32), axis=1, bitorder="little").view("<u4")[:, 0]
    ranks = np.concatenate([[0], np.cumsum(bits.reshape(-1, 32).sum(1))[:-1]]).astype("<u4")
    file = Sections(128)
    sections = [file.add(np.stack([ranks, blocks], 1).astype("<u4")),
                file.add(np.pad(whole, ((0, 0), (0, 32 - whole.shape[1])))),
                file.add(np.pad(np.asarray(near, "<f4"), ((0, 0), (0, 0), (0, 32 - near.shape[2])))),
                file.add(np.pad(np.asarray(bias, "<f4"), (0, 32 - len(bias))))]
    header = b"USREADLN" + struct.pack("<4If4I", 1, numbers, len(kept), whole.shape[1], scale, *sections)
    with open(out, "wb") as stream:
        stream.write(file.bytes(header))


OWN = 48        # where the digests stand in linear.bin and general.bin


def write_general(names, meaning, rows, scale, words, bias, out):
    """Writes general.bin: names of the general words, meaning [384, 64], rows int8 [features, 64] and their scale,
    words [64, names], bias [names]."""
    room = GENERAL - len(names)
    assert rows.dtype == np.int8 and rows.shape[1] == words.shape[0] == meaning.shape[1] == MEANING and room >= 0
    assert len(rows) & (len(rows) - 1) == 0
    file = Sections(128)
    starts = [file.add(b"".join(name.encode().ljust(16, b"\0") for name in names)), file.add(meaning.astype("<f4")),
              file.add(rows), file.add(np.pad(words, ((0, 0), (0, room))).astype("<f4")),
              file.add(np.pad(bias, (0, room)).astype("<f4"))]
    header = b"USREADGW" + struct.pack("<3If5I", 1, len(names), len(rows), scale, *starts)
    with open(out, "wb") as stream:
        stream.write(file.bytes(header))


def seal(folder):
    """Writes the digests into general.bin and linear.bin: of each SHA-256 of the file in which they are 0, and in the
    latter that of all, SHA-256 of the digest of layers.bin, its own and general.bin's. To be done after any was
    written; returns the last."""
    with open(f"{folder}/layers.bin", "rb") as stream:
        deep = stream.read(80)[48:]
    with open(f"{folder}/general.bin", "r+b") as stream:
        content = bytearray(stream.read())
        content[OWN:OWN + 32] = bytes(32)
        general = hashlib.sha256(content).digest()
        stream.seek(OWN)
        stream.write(general)
    with open(f"{folder}/linear.bin", "r+b") as stream:
        content = bytearray(stream.read())
        content[OWN:OWN + 64] = bytes(64)
        own = hashlib.sha256(content).digest()
        whole = hashlib.sha256(deep + own + general).digest()
        stream.seek(OWN)
        stream.write(own + whole)
    return whole.hex()
