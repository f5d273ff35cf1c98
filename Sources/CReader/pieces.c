#include "CReader.h"

#include <stdlib.h>
#include <string.h>

#include "weights.h"

// Unigram pieces: each character becomes the characters that the normalisation gives it, runs of
// spaces become one, the text begins with one; then the pieces whose scores add up to most. No
// piece holds a space behind its start, so words are split one by one. Scores are whole numbers:
// sums are exact, and a word is split the same way wherever it stands.

/// The bytes of a space in the table of pieces, U+2581.
static const uint8_t space_mark[3] = {0xE2, 0x96, 0x81};

/// A position of the ring of best scores is a byte's place modulo this; pieces are shorter.
enum { RING = 64 };

/// One word, normalised. The arrays have room for capacity bytes.
typedef struct {
  uint8_t *bytes;
  /// Where in the text the character begins that a byte comes from.
  uint32_t *source;
  /// The piece that the best split of the bytes before ends with: number x RING + bytes.
  uint32_t *back;
  size_t count;
  size_t capacity;
} word;

/// The pieces found, and the tables they are found in.
typedef struct {
  const uint8_t *text;
  size_t length;
  reader_piece *out;
  size_t capacity;
  size_t count;
  const uint8_t *file;
  const reader_u32 *units;
  const reader_u32 *numbers;
  const reader_i32 *scores;
  word word;
} splitter;

/// Bytes of the character that begins at a byte, and the character; U+FFFD and 1 for what is not
/// UTF-8.
static uint32_t character(const uint8_t *text, size_t left, uint32_t *point) {
  uint8_t first = text[0];
  *point = first;
  if (first < 0x80) return 1;
  uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  uint32_t value = first & (0x7Fu >> size);
  *point = 0xFFFD;
  if (first < 0xC2 || first > 0xF4 || size > left) return 1;
  for (uint32_t i = 1; i < size; i++) {
    if ((text[i] & 0xC0) != 0x80) return 1;
    value = value << 6 | (text[i] & 0x3Fu);
  }
  static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[size] || value > 0x10FFFF || (value & 0xFFFFF800) == 0xD800) return 1;
  *point = value;
  return size;
}

/// Writes a character in UTF-8; how many bytes.
static uint32_t encode(uint32_t point, uint8_t bytes[4]) {
  if (point < 0x80) return bytes[0] = (uint8_t)point, 1;
  uint32_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (uint32_t i = size - 1; i > 0; i--, point >>= 6) bytes[i] = 0x80 | (point & 0x3F);
  bytes[0] = (uint8_t)(0xF00u >> size | point);
  return size;
}

/// Makes room for more bytes; 0 when there is.
static int reserve(word *word, size_t more) {
  if (word->count + more <= word->capacity) return 0;
  size_t wanted = (word->count + more) * 2 + 256;
  uint8_t *bytes = realloc(word->bytes, wanted);
  if (bytes) word->bytes = bytes;
  uint32_t *source = bytes ? realloc(word->source, wanted * sizeof *source) : NULL;
  if (source) word->source = source;
  uint32_t *back = source ? realloc(word->back, (wanted + 1) * sizeof *back) : NULL;
  if (!back) return 1;
  word->back = back;
  word->capacity = wanted;
  return 0;
}

/// Appends bytes of one character that comes from a place in the text; 0 when there was room.
static int append(word *word, const uint8_t *bytes, uint32_t count, uint32_t source) {
  if (reserve(word, count)) return 1;
  for (uint32_t i = 0; i < count; i++) {
    word->bytes[word->count] = bytes[i];
    word->source[word->count++] = source;
  }
  return 0;
}

/// Bytes of the character that begins with a byte of a normalised word.
static size_t stride(uint8_t first) {
  return first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}

/// Sets back of the whole word.
static void solve(const splitter *s) {
  const word *word = &s->word;
  const int64_t none = INT64_MIN / 2;
  int64_t best[RING];
  for (int i = 0; i < RING; i++) best[i] = none;
  best[0] = 0;
  int64_t unknown = (int32_t)reader_number(s->file, PIECES_UNKNOWN);
  for (size_t i = 0; i < word->count; i += stride(word->bytes[i])) {
    int64_t here = best[i % RING];
    size_t next = i + stride(word->bytes[i]);
    uint32_t unit = 0;
    for (size_t e = i; e < word->count && word->bytes[e] != 0;) {
      unit = s->units[unit] >> 8 ^ word->bytes[e];
      if ((s->units[unit] & 0xFF) != word->bytes[e]) break;
      e++;
      uint32_t number = s->numbers[unit];
      if (number != 0 && here + s->scores[number] > best[e % RING]) {
        best[e % RING] = here + s->scores[number];
        word->back[e] = number * RING + (uint32_t)(e - i);
      }
    }
    if (here + unknown > best[next % RING]) {
      best[next % RING] = here + unknown;
      word->back[next] = READER_UNK * RING + (uint32_t)(next - i);
    }
    for (size_t k = i; k < next; k++) best[k % RING] = none;
  }
}

/// Where the character ends that begins at a byte of the text.
static uint32_t end_of(const splitter *s, uint32_t start) {
  uint32_t point;
  return start + character(s->text + start, s->length - start, &point);
}

/// Splits the word and writes its pieces.
static void flush(splitter *s) {
  const word *word = &s->word;
  if (word->count == 0) return;
  solve(s);
  size_t pieces = 0;
  for (size_t e = word->count; e > 0; e -= word->back[e] % RING) pieces++;
  size_t place = s->count + pieces;
  for (size_t e = word->count; e > 0; e -= word->back[e] % RING) {
    if (--place >= s->capacity) continue;
    size_t start = e - word->back[e] % RING;
    uint32_t end = end_of(s, word->source[e - 1]);
    // The space that a word begins with is covered only where it is a piece of its own.
    if (start == 0 && e > 3 && memcmp(word->bytes, space_mark, 3) == 0) start = 3;
    s->out[place] = (reader_piece){word->back[e] / RING, word->source[start], end};
  }
  s->count += pieces;
  s->word.count = 0;
}

/// Takes one normalised character; 0 when there was memory.
static int take(splitter *s, uint32_t point, uint32_t source) {
  if (point == '\n' || point == '\r' || point == '\t') point = ' ';
  if (point == ' ') {
    if (s->word.count == 3 && memcmp(s->word.bytes, space_mark, 3) == 0) return 0;
    flush(s);
    return append(&s->word, space_mark, 3, source);
  }
  if (s->count == 0 && s->word.count == 0 && append(&s->word, space_mark, 3, 0)) return 1;
  uint8_t bytes[4];
  return append(&s->word, bytes, encode(point, bytes), source);
}

/// Takes the characters that a character becomes; 0 when there was memory.
static int normalise(splitter *s, uint32_t point, uint32_t source) {
  const reader_u16 *index = (const reader_u16 *)reader_section(s->file, PIECES_NORMAL_INDEX);
  const reader_u16 *blocks = (const reader_u16 *)reader_section(s->file, PIECES_NORMAL_BLOCKS);
  uint32_t known = point >> 6 < reader_number(s->file, PIECES_INDEX);
  uint32_t entry = known ? blocks[index[point >> 6] * 64 + (point & 63)] : 0;
  if (entry == 0) return take(s, point, source);
  const reader_u32 *starts = (const reader_u32 *)reader_section(s->file, PIECES_NORMAL_STARTS);
  const reader_u32 *points = (const reader_u32 *)reader_section(s->file, PIECES_NORMAL_POINTS);
  for (uint32_t i = starts[entry - 1]; i < starts[entry]; i++)
    if (take(s, points[i], source)) return 1;
  return 0;
}

size_t reader_pieces(const uint8_t *text, size_t length, reader_piece *out, size_t capacity) {
  if (length >= UINT32_MAX) return READER_NO_PIECES;
  const uint8_t *file = reader_pieces_file();
  splitter s = {
    .text = text, .length = length, .out = out, .capacity = out ? capacity : 0, .file = file,
    .units = (const reader_u32 *)reader_section(file, PIECES_UNITS),
    .numbers = (const reader_u32 *)reader_section(file, PIECES_NUMBERS),
    .scores = (const reader_i32 *)reader_section(file, PIECES_SCORES),
  };
  int failed = 0;
  for (size_t at = 0; at < length && !failed;) {
    uint32_t point;
    uint32_t size = character(text + at, length - at, &point);
    failed = normalise(&s, point, (uint32_t)at);
    at += size;
  }
  // A text of nothing but characters that vanish is a space.
  if (!failed && length > 0 && s.count == 0 && s.word.count == 0)
    failed = append(&s.word, space_mark, 3, 0);
  if (!failed) flush(&s);
  free(s.word.bytes);
  free(s.word.source);
  free(s.word.back);
  return failed ? READER_NO_PIECES : s.count;
}
