"""Verifies a log's head, a proof and its consistency with metamorphic-log (PyPI):

    verify.py FOLDER VKEY OLDER-CHECKPOINT PROOF CONSISTENCY
"""

import base64
import hashlib
import pathlib
import sys

import metamorphic_log

folder, vkey, older, proof, consistency = sys.argv[1:]
newest = (pathlib.Path(folder) / "checkpoint").read_text()
metamorphic_log.checkpoint_verify(newest, [vkey])

head, note = pathlib.Path(proof).read_text().split("\n\n", 1)
lines = head.split("\n")
assert lines[0] == "c2sp.org/tlog-proof@v1"
leaf = base64.b64decode(lines[1].removeprefix("extra "))
index = int(lines[2].removeprefix("index "))
metamorphic_log.checkpoint_verify_inclusion(
    note, [vkey], index, hashlib.sha256(b"\0" + leaf).digest(),
    [base64.b64decode(line) for line in lines[3:]])

hashes = [base64.b64decode(line) for line in pathlib.Path(consistency).read_text().split()]
metamorphic_log.checkpoint_verify_consistency(
    pathlib.Path(older).read_text(), newest, [vkey], hashes)
print("verified")
