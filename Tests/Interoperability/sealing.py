#!/usr/bin/env python3
"""Sealed files go both ways between underseal and other implementations of age.

    Tests/Interoperability/sealing.py PATH-OF-UNDERSEAL

With 'age' and 'age-keygen' on the path, and the Python packages pyrage and cryptography; what is not
there is skipped with a message. Hybrid (post-quantum) files are made and opened by the code below on
HPKE of the package cryptography, which rests on OpenSSL's ML-KEM and not on the one of underseal.
"""

import base64
import hashlib
import hmac
import os
import shutil
import subprocess
import sys
import tempfile

SIZES = [0, 1, 65535, 65536, 65537, 3 * 65536, 1_000_000]
PROGRAM = os.path.abspath(sys.argv[1])
done = 0


def run(*command, input=b"", descriptors=()):
    ended = subprocess.run(command, input=input, capture_output=True, pass_fds=descriptors)
    if ended.returncode:
        sys.exit(f"{' '.join(command[:3])} … failed: {ended.stderr.decode(errors='replace')}")
    return ended.stdout


def same(what, a, b):
    global done
    if a != b:
        sys.exit(f"{what}: {len(a)} bytes and {len(b)} bytes are not the same")
    done += 1


def payload(size):
    return os.urandom(size)


def key(*options):
    """A private key as text, and the public key of it."""
    text = run(PROGRAM, "keygen", "--quiet", *options).decode()
    return text, [line.split()[-1] for line in text.splitlines() if "public key" in line][0]


def with_passphrase(*command, passphrase, input):
    read, write = os.pipe()
    os.write(write, passphrase.encode() + b"\n")
    os.close(write)
    try:
        return run(*command, "--passphrase-fd", str(read), input=input, descriptors=(read,))
    finally:
        os.close(read)


def stock_age(folder):
    own, _ = key("--compat")
    theirs = run("age-keygen").decode()
    for name, text in (("own", own), ("theirs", theirs)):
        path = os.path.join(folder, name)
        with open(path, "w") as file:
            file.write(text)
        public = run("age-keygen", "-y", path).decode().strip()
        same("public key", public, run(PROGRAM, "keygen", "-y", path).decode().strip())
        for size in SIZES:
            for armor in ([], ["-a"]):
                plain = payload(size)
                sealed = run(PROGRAM, "seal", "-r", public, *armor, "-o", "-", input=plain)
                same("age opens ours", plain, run("age", "-d", "-i", path, input=sealed))
                sealed = run("age", "-r", public, *armor, input=plain)
                same("we open age's", plain, run(PROGRAM, "open", "-i", path, input=sealed))


def rust_age():
    import pyrage

    own, public = key("--compat")
    identity = pyrage.x25519.Identity.from_str(own.splitlines()[-1])
    other = pyrage.x25519.Identity.generate()
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(own)
        file.flush()
        for size in SIZES:
            plain = payload(size)
            both = ["-r", public, "-r", str(other.to_public())]
            sealed = run(PROGRAM, "seal", *both, "-o", "-", input=plain)
            same("rage opens ours", plain, pyrage.decrypt(sealed, [identity]))
            same("rage opens ours", plain, pyrage.decrypt(sealed, [other]))
            sealed = pyrage.encrypt(plain, [identity.to_public(), other.to_public()])
            same("we open rage's", plain, run(PROGRAM, "open", "-i", file.name, input=sealed))
    plain = payload(70000)
    word = "wet sand under a door"
    sealed = with_passphrase(PROGRAM, "seal", "-p", "-o", "-", passphrase=word, input=plain)
    same("rage opens our passphrase", plain, pyrage.passphrase.decrypt(sealed, word))
    sealed = pyrage.passphrase.encrypt(plain, word)
    limit = ["--max-work-factor", "22"]
    same(
        "we open rage's passphrase", plain,
        with_passphrase(PROGRAM, "open", *limit, passphrase=word, input=sealed))


def b64(data):
    return base64.b64encode(data).rstrip(b"=")


def bech32_bytes(text):
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    held = bits = 0
    out = bytearray()
    for character in text.lower().rsplit("1", 1)[1][:-6]:
        held = held << 5 | alphabet.index(character)
        bits += 5
        if bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
            held &= (1 << bits) - 1
    return bytes(out)


def expand(secret, salt, info):
    extracted = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def hybrid():
    from cryptography.hazmat.primitives import hpke
    from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    label = b"age-encryption.org/mlkem768x25519"
    chunk = 65536

    text, _ = key()
    seed = hashlib.shake_256(bech32_bytes(text.splitlines()[-1])).digest(96)
    secret = hpke.MLKEM768X25519PrivateKey(
        mlkem.MLKEM768PrivateKey.from_seed_bytes(seed[:64]),
        x25519.X25519PrivateKey.from_private_bytes(seed[64:]))

    def nonce(number, last):
        return number.to_bytes(11, "big") + bytes([last])

    def opened(sealed):
        end = sealed.index(b"\n--- ")
        header, (code, rest) = sealed[: end + 4], sealed[end + 5 :].split(b"\n", 1)
        lines = header.split(b"\n")
        share = base64.b64decode(lines[1].split()[2] + b"==")
        body = base64.b64decode(lines[2] + b"=")
        file_key = suite.decrypt(share + body, secret, info=label)
        assert b64(hmac.digest(expand(file_key, b"", b"header"), header, "sha256")) == code
        cipher = ChaCha20Poly1305(expand(file_key, rest[:16], b"payload"))
        rest, plain, number = rest[16:], b"", 0
        while True:
            part, rest = rest[: chunk + 16], rest[chunk + 16 :]
            plain += cipher.decrypt(nonce(number, not rest), part, None)
            number += 1
            if not rest:
                return plain

    def sealed(plain):
        file_key = os.urandom(16)
        wrapped = suite.encrypt(file_key, secret.public_key(), info=label)
        header = b"\n".join([
            b"age-encryption.org/v1", b"-> mlkem768x25519 " + b64(wrapped[:1120]),
            b64(wrapped[1120:]), b"---"])
        code = b64(hmac.digest(expand(file_key, b"", b"header"), header, "sha256"))
        start = os.urandom(16)
        cipher = ChaCha20Poly1305(expand(file_key, start, b"payload"))
        out = header + b" " + code + b"\n" + start
        parts = [plain[i : i + chunk] for i in range(0, len(plain), chunk)] or [b""]
        for number, part in enumerate(parts):
            out += cipher.encrypt(nonce(number, number == len(parts) - 1), part, None)
        return out

    with tempfile.NamedTemporaryFile("w") as file:
        file.write(text)
        file.flush()
        for size in SIZES:
            plain = payload(size)
            ours = run(PROGRAM, "seal", "-i", file.name, "-o", "-", input=plain)
            same("HPKE opens ours", plain, opened(ours))
            theirs = run(PROGRAM, "open", "-i", file.name, input=sealed(plain))
            same("we open HPKE's", plain, theirs)


def attempt(name, needed, test, *arguments):
    before = done
    for module in needed:
        try:
            __import__(module)
        except ImportError:
            print(f"skipped {name}: the Python package {module.split('.')[0]} is not there")
            return
    test(*arguments)
    print(f"{name}: {done - before} exchanges")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("age") and shutil.which("age-keygen"):
            attempt("stock age", [], stock_age, folder)
        else:
            print("skipped stock age: 'age' is not on the path")
    attempt("pyrage", ["pyrage"], rust_age)
    attempt("hybrid", ["cryptography.hazmat.primitives.hpke"], hybrid)
