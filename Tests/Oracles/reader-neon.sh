#!/usr/bin/env bash
# Compares the bits of every kernel of this machine with those of ARM's, run by qemu-user.
#
#     Tests/Oracles/reader-neon.sh      from the package's root
#
# Needs clang, and from Debian qemu-user, gcc-aarch64-linux-gnu and libc6-dev-arm64-cross; where
# they are not there it says so and ends in 0. Exit 1 where a bit differs.
set -euo pipefail
cd "$(dirname "$0")/../.."

clang=${CLANG:-clang}
for tool in "$clang" qemu-aarch64 aarch64-linux-gnu-gcc; do
  command -v "$tool" > /dev/null || { echo "$tool cannot be had: skipped"; exit 0; }
done
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
flags=(-O3 -ffp-contract=off -pthread -ISources/CReader/include)
sources=(Sources/CReader/*.c Tests/Oracles/reader-bits.c)

"$clang" "${flags[@]}" "${sources[@]}" -o "$place/here"
# The cross compiler links: its libgcc and start files are where it expects them.
for source in "${sources[@]}"; do
  "$clang" --target=aarch64-linux-gnu "${flags[@]}" -c "$source" \
    -o "$place/$(basename "$source" .c).o"
done
aarch64-linux-gnu-gcc -static -pthread "$place"/*.o -o "$place/arm"

# 300 pieces make two windows; one has its last rows only partly filled.
head -c 2000 Tests/Samples/letter-ru.txt > "$place/long"
head -c 301 Tests/Samples/statement-en.txt > "$place/short"
for text in long short; do
  "$place/here" < "$place/$text" > "$place/$text.here"
  # Without the dot product, too: cortex-a53 has none.
  qemu-aarch64 "$place/arm" < "$place/$text" > "$place/$text.arm"
  qemu-aarch64 -cpu cortex-a53 "$place/arm" < "$place/$text" >> "$place/$text.arm"
  cat "$place/$text.here" "$place/$text.arm"
  grep -q '^neon ' "$place/$text.arm"
  if [[ $(cut -d' ' -f2- "$place/$text.here" "$place/$text.arm" | sort -u | wc -l) != 1 ]]; then
    echo "the bits differ"
    exit 1
  fi
done
echo "the same bits everywhere"
