"""A trie over bytes as a double array: unit[base(s) ^ c] is the child of s by the byte c.

A unit is a u32: the base in the high 24 bits, the byte that leads here in the low 8. No two units
share a base, so a child whose byte fits is a child of this unit; bases are 256 or more, those of
leaves 0. The root is unit 0. A second table gives each unit the piece that ends there, or 0.
"""
import numpy as np

TRIES = 64  # free units looked at for a node of several children before a fresh block is taken


def double_array(words):
    """words: {bytes without NUL: number > 0} -> (units, numbers), both uint32 of one length."""
    root = [{}, 0]
    for word, number in words.items():
        node = root
        for byte in word:
            node = node[0].setdefault(byte, [{}, 0])
        node[1] = number
    units, numbers, used, taken = [0] * 256, [0] * 256, bytearray(b"\1" * 256), set()
    free = []  # free units, oldest first; some are used by now

    def grow():
        start = len(units)
        units.extend([0] * 256)
        numbers.extend([0] * 256)
        used.extend(bytes(256))
        free.extend(range(start, start + 256))

    def base_for(labels):
        first, looked, kept = labels[0], 0, 0
        for index, slot in enumerate(free):
            if used[slot]:
                continue
            base = slot ^ first
            if base not in taken and not any(used[base ^ c] for c in labels):
                break
            looked += 1
            if looked == TRIES:
                index = len(free)
                break
        else:
            index = len(free)
        if index >= len(free):
            start = len(units)
            grow()
            return start
        return base

    stack = [(root, 0)]
    while stack:
        node, at = stack.pop()
        numbers[at] = node[1]
        if not node[0]:
            continue
        labels = sorted(node[0])
        base = base_for(labels)
        taken.add(base)
        units[at] |= base << 8
        for c in labels:
            child = base ^ c
            used[child] = 1
            units[child] = c
            stack.append((node[0][c], child))
        while free and used[free[0]]:
            free.pop(0)
        if len(free) > 4096:
            free[:] = [s for s in free if not used[s]][-2048:]
    if len(units) >= 1 << 24:
        raise ValueError("the trie is too large for 24 bits")
    return np.array(units, "<u4"), np.array(numbers, "<u4")
