#ifndef READER_WEIGHTS_H
#define READER_WEIGHTS_H

#include <stdint.h>

// The embedded files; Scripts/reader/weights.py writes them. Numbers are little-endian, every
// section begins at a multiple of 64, and all is used where it lies.
//
// pieces.bin                                    layers.bin
//    0  8 bytes "USREADPC"                         0  8 bytes "USREADLY"
//    8  u32 version, 1                             8  u32 version, 1
//   12  u32 width (384)                           12  u32 layers
//   16  u32 pieces                                16  u32 width, heads, inner width
//   20  u32 positions (256)                       28  u32 hints, width of a hint, hidden width
//   24  u32 bytes of the longest piece            40  u32 labels
//   28  u32 entries of the index                  44  u32 pieces of the pieces.bin it is for
//   32  i32 score of an unknown character         48  32 bytes digest
//   36  u32 units of the trie                     80  u32 where these begin: names, hint, h1, b1,
//   40  u32 normalised code points                        h2, b2, layers
//   44  u32 where these begin: units, numbers,   108  u32 bytes of a layer
//       scores, index, blocks, starts, points,
//       rows, positions, type, norm w, norm b
//
// Trie: Scripts/reader/trie.py. Scores: 2^-22ths. Normalisation: weights.py, normal_tables. Rows:
// Q4_0, wheel.py. Names: 16 bytes each, filled with NUL. h2 and b2: 32 labels wide, filled with 0.
// A layer: matrix q|k|v, matrix ao, norm w, norm b, matrix fi, matrix fo, norm w, norm b. A matrix
// of I inputs and O outputs: i8 x I x O in panels of 16 outputs, in them steps of 4 inputs, in
// them output by output; f32 x O scales; f32 x O biases; i32 x O: -128 x the sum of its weights.

// linear.bin
//    0  8 bytes "USREADLN"
//    8  u32 version, 1
//   12  u32 features
//   16  u32 rows
//   20  u32 labels
//   24  f32 scale
//   28  u32 where these begin: blocks, rows, near, biases
//   48  32 bytes digest of this file, in which both digests are 0
//   80  32 bytes digest of all: of the digests of layers.bin, of this file and of general.bin
//
// Blocks: for each 32 features u32 how many rows are of features before them, u32 a bit for each
// that has a row. Rows: i8 x 32, the labels and 0. Near: for each of the 3 tokens before, the token
// and the 3 behind it f32 x labels x 32, what each of its labels adds. Biases: f32 x 32.

// general.bin
//    0  8 bytes "USREADGW"
//    8  u32 version, 1
//   12  u32 words
//   16  u32 features, a power of 2
//   20  f32 scale of the rows
//   24  u32 where these begin: names, meaning, rows, words, biases
//   48  32 bytes digest of this file, in which it is 0
//
// Names: as above. Meaning: f32 x 384 x 64, what a piece's last layer adds to the meaning of a span.
// Rows: i8 x 64 for each feature of its words. Words: f32 x 64 x 192, what each number of a meaning
// says for each word, filled with 0; biases: f32 x 192.

/// The bytes of the files, aligned to 64.
const uint8_t *reader_pieces_file(void);
const uint8_t *reader_layers_file(void);
const uint8_t *reader_linear_file(void);
const uint8_t *reader_general_file(void);

/// Numbers in the files are read through types that may alias bytes.
typedef uint32_t __attribute__((may_alias)) reader_u32;
typedef int32_t __attribute__((may_alias)) reader_i32;
typedef uint16_t __attribute__((may_alias)) reader_u16;

/// The number at an offset of a file.
static inline uint32_t reader_number(const uint8_t *file, uint32_t at) {
  return *(const reader_u32 *)(file + at);
}

/// The section whose beginning stands at an offset of a file.
static inline const uint8_t *reader_section(const uint8_t *file, uint32_t at) {
  return file + reader_number(file, at);
}

/// Offsets of the fields above.
enum {
  PIECES_COUNT = 16,
  PIECES_LONGEST = 24,
  PIECES_INDEX = 28,
  PIECES_UNKNOWN = 32,
  PIECES_UNITS = 44,
  PIECES_NUMBERS = 48,
  PIECES_SCORES = 52,
  PIECES_NORMAL_INDEX = 56,
  PIECES_NORMAL_BLOCKS = 60,
  PIECES_NORMAL_STARTS = 64,
  PIECES_NORMAL_POINTS = 68,
  PIECES_ROWS = 72,
  PIECES_POSITIONS = 76,
  PIECES_TYPE = 80,
  PIECES_NORM_W = 84,
  PIECES_NORM_B = 88,
  LAYERS_COUNT = 12,
  LAYERS_HINTS = 28,
  LAYERS_DIGEST = 48,
  LAYERS_NAMES = 80,
  LAYERS_HINT = 84,
  LAYERS_H1 = 88,
  LAYERS_B1 = 92,
  LAYERS_H2 = 96,
  LAYERS_B2 = 100,
  LAYERS_FIRST = 104,
  LAYERS_STRIDE = 108,
  LINEAR_RANGE = 12,
  LINEAR_SCALE = 24,
  LINEAR_BLOCKS = 28,
  LINEAR_ROWS = 32,
  LINEAR_NEAR = 36,
  LINEAR_BIAS = 40,
  LINEAR_DIGEST = 48,
  LINEAR_ALL = 80,
  GENERAL_COUNT = 12,
  GENERAL_FEATURES = 16,
  GENERAL_SCALE = 20,
  GENERAL_NAMES = 24,
  GENERAL_MEANING = 28,
  GENERAL_ROWS = 32,
  GENERAL_WORDS = 36,
  GENERAL_BIAS = 40,
  GENERAL_DIGEST = 48,
};

/// The sizes that the engine is made for; the files say the same.
enum {
  READER_WIDTH = 384,
  READER_HEADS = 12,
  READER_HEAD = 32,
  READER_INNER = 1536,
  READER_HINT = 32,
  READER_HIDDEN = 256,
  READER_POSITIONS = 256,
};

/// The pieces that stand first in the table.
enum { READER_BEGIN = 0, READER_END = 1, READER_UNK = 2 };

#endif
