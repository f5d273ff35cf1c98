// Prints for each kernel that runs here a digest of the probabilities of the text on standard
// input: name, pieces, FNV-1a of their bytes. Tests/Oracles/reader-neon.sh compares two machines.
#include <CReader.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  static uint8_t text[1 << 16];
  size_t length = fread(text, 1, sizeof text, stdin);
  size_t count = reader_pieces(text, length, NULL, 0);
  if (count == READER_NO_PIECES) return 1;
  reader_piece *pieces = calloc(count, sizeof *pieces);
  uint8_t *hints = calloc(count, 1);
  float *probabilities = calloc(count, sizeof(float) * READER_LABELS);
  if (!pieces || !hints || !probabilities) return 1;
  reader_pieces(text, length, pieces, count);
  for (size_t i = 0; i < count; i++) hints[i] = (uint8_t)(i * i % reader_hints());
  for (int path = 0, result; (result = reader_force_path(path)) >= 0; path++) {
    if (result != 0) continue;
    if (reader_read(pieces, hints, count, 2, probabilities, NULL, NULL, NULL) != READER_DONE) return 1;
    uint64_t digest = 0xCBF29CE484222325;
    const uint8_t *bytes = (const uint8_t *)pieces;
    for (size_t i = 0; i < count * sizeof *pieces; i++)
      digest = (digest ^ bytes[i]) * 0x100000001B3;
    bytes = (const uint8_t *)probabilities;
    for (size_t i = 0; i < count * READER_LABELS * sizeof(float); i++)
      digest = (digest ^ bytes[i]) * 0x100000001B3;
    printf("%s %zu %016llx\n", reader_path(), count, (unsigned long long)digest);
  }
  free(pieces);
  free(hints);
  free(probabilities);
  return 0;
}
