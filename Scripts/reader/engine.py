"""Sources/CReader from Python: compiles it into a shared object and calls it.

    engine = Engine()                       # or Engine(pieces=path, layers=path)
    engine.split(text)                      # [(piece, start, end)] in bytes of the UTF-8 text
    engine.read(pieces, hints, threads=1)   # float32 [pieces, labels]
"""
import ctypes
import pathlib
import subprocess
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources" / "CReader"


class Engine:
    """One build of the engine. Other weights than the embedded ones: paths to both files. Another
    choice of kernels: a file that stands in the place of kernel.c."""

    def __init__(self, pieces=None, layers=None, kernel=None, clang="clang"):
        self.place = tempfile.TemporaryDirectory()
        library = pathlib.Path(self.place.name) / "reader.so"
        sources = {path.name: path for path in SOURCES.glob("*.c")}
        if kernel:
            sources["kernel.c"] = pathlib.Path(kernel)
        if pieces or layers:
            text = sources["weights.c"].read_text()
            for name, path in (("pieces", pieces), ("layers", layers), ("linear", None), ("general", None)):
                chosen = pathlib.Path(path or SOURCES / "Weights" / f"{name}.bin").resolve()
                text = text.replace(f"Weights/{name}.bin", str(chosen))
            sources["weights.c"] = pathlib.Path(self.place.name) / "weights.c"
            sources["weights.c"].write_text(text)
        subprocess.run([clang, "-O3", "-ffp-contract=off", "-fPIC", "-shared", "-pthread",
                        f"-I{SOURCES}", f"-I{SOURCES}/include", *map(str, sources.values()),
                        "-o", str(library)], check=True)
        self.c = ctypes.CDLL(str(library))
        self.c.reader_pieces.restype = ctypes.c_size_t
        self.c.reader_label.restype = self.c.reader_path.restype = ctypes.c_char_p
        self.c.reader_digest.restype = ctypes.POINTER(ctypes.c_uint8)
        self.labels = [self.c.reader_label(ctypes.c_size_t(n)).decode() for n in range(25)]

    def split(self, text):
        """The pieces of a text, or of UTF-8 bytes: uint32 [pieces, 3]."""
        raw = text if isinstance(text, bytes) else text.encode()
        found = np.empty((len(raw) + 2, 3), np.uint32)
        count = self.c.reader_pieces(raw, ctypes.c_size_t(len(raw)), found.ctypes.data_as(ctypes.c_void_p),
                                     ctypes.c_size_t(len(found)))
        if count > len(found):
            found = np.empty((count, 3), np.uint32)
            self.c.reader_pieces(raw, ctypes.c_size_t(len(raw)), found.ctypes.data_as(ctypes.c_void_p),
                                 ctypes.c_size_t(count))
        return found[:count].copy()

    def read(self, pieces, hints=None, threads=1, meaning=None):
        """Probabilities of the pieces that split gave. meaning: float32 [pieces, 64] that is filled with what they
        mean."""
        pieces = np.ascontiguousarray(pieces, np.uint32)
        hints = np.zeros(len(pieces), np.uint8) if hints is None else np.ascontiguousarray(hints, np.uint8)
        out = np.empty((len(pieces), 25), np.float32)
        point = lambda array: array.ctypes.data_as(ctypes.c_void_p)
        result = self.c.reader_read(point(pieces), point(hints), ctypes.c_size_t(len(pieces)),
                                    ctypes.c_uint(threads), point(out),
                                    point(meaning) if meaning is not None else None, None, None)
        if result != 0:
            raise RuntimeError(f"reader_read: {result}")
        return out

    def paths(self):
        """{number: name} of the kernels that run here."""
        found, number = {}, 0
        while (result := self.c.reader_force_path(number)) >= 0:
            if result == 0:
                found[number] = self.c.reader_path().decode()
            number += 1
        self.c.reader_force_path(-1)
        return found
