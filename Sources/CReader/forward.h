// The forward pass, once for each kernel. The file that includes this has set its target and
// defined, before:
//
//   activation        type of a quantised activation
//   OFFSET            what is added to it: 128 where the kernel wants it unsigned, else 0
//   TILE_ROWS         rows and outputs of a tile, and how it is computed:
//   TILE_OUTPUTS      tile(rows, inputs, weights, sums): whole sums of a TILE_ROWS x inputs block
//   tile              with TILE_OUTPUTS outputs, row by row
//   FLOAT_ROWS        rows and vectors of the block of a product of floats
//   FLOAT_VECTORS
//   ROUND(x)          if it is not to round: how a scaled activation is kept
//   KERNEL, NAME      the reader_kernel to define, its name and
//   RUNS              whether it runs here
//
// A window's activations are quantised row by row: peak / 127 is 1, halves go to even. Sums are
// whole numbers, exact in 32 bits. Floats: vector.h.

#ifndef ROUND
#define ROUND(x) (__builtin_convertvector(nearest(x), i16x) + OFFSET)
#endif

/// What a window is computed in.
typedef struct {
  _Alignas(64) float x[READER_ROWS * READER_WIDTH];
  _Alignas(64) float y[READER_ROWS * READER_WIDTH];
  /// q|k|v of a row, or the inner activations, or the hidden ones of the head.
  _Alignas(64) float wide[READER_ROWS * READER_INNER];
  _Alignas(64) activation whole[READER_ROWS * READER_INNER];
  _Alignas(64) float scale[READER_ROWS];
  /// Keys of a head, in panels of 32 positions turned on their side; and its values.
  _Alignas(64) float keys[READER_HEAD * READER_POSITIONS];
  _Alignas(64) float values[READER_HEAD * READER_POSITIONS];
  _Alignas(64) float scores[FLOAT_ROWS * 4 * READER_POSITIONS];
} scratch;

/// A quantised matrix of the file.
typedef struct {
  size_t inputs;
  size_t outputs;
  const int8_t *weights;
  const uint8_t *scales;
  const uint8_t *biases;
  const uint8_t *corrections;
} matrix;

/// Takes bytes from the front of a layer, up to the next multiple of 64.
READER_INLINE const uint8_t *next(const uint8_t **at, size_t bytes) {
  const uint8_t *here = *at;
  *at += (bytes + 63) / 64 * 64;
  return here;
}

/// Takes a matrix from the front of a layer.
READER_INLINE matrix next_matrix(const uint8_t **at, size_t inputs, size_t outputs) {
  matrix m = {.inputs = inputs, .outputs = outputs};
  m.weights = (const int8_t *)next(at, inputs * outputs);
  m.scales = next(at, outputs * 4);
  m.biases = next(at, outputs * 4);
  m.corrections = next(at, outputs * 4);
  return m;
}

/// Quantises rows of floats.
static void quantise(const float *x, size_t width, size_t rows, scratch *s) {
  typedef activation few __attribute__((ext_vector_type(16), aligned(1), may_alias));
  for (size_t r = 0; r < rows; r++, x += width) {
    v16 most = all(0.0f);
    for (size_t i = 0; i < width; i += 16) most = larger(most, magnitude(load(x + i)));
    float top = peak(most);
    v16 factor = all(top > 1e-30f ? 127.0f / top : 0.0f);
    s->scale[r] = top / 127.0f;
    activation *to = s->whole + r * width;
    for (size_t i = 0; i < width; i += 16)
      *(few *)(to + i) = __builtin_convertvector(ROUND(load(x + i) * factor), few);
  }
}

/// out = quantised activations x matrix + biases, then gelu if asked.
READER_INLINE void dense(scratch *s, matrix m, size_t rows, float *out, int bend) {
  _Alignas(64) int32_t sums[TILE_ROWS * TILE_OUTPUTS];
  for (size_t n = 0; n < m.outputs; n += TILE_OUTPUTS) {
    for (size_t r = 0; r < rows; r += TILE_ROWS) {
      tile(s->whole + r * m.inputs, m.inputs, m.weights + n * m.inputs, sums);
      for (size_t v = 0; v < TILE_OUTPUTS; v += 16) {
        v16 scale = load(m.scales + (n + v) * 4), bias = load(m.biases + (n + v) * 4);
        i16x correction = OFFSET ? load_whole(m.corrections + (n + v) * 4) : (i16x)0;
        for (size_t k = 0; k < TILE_ROWS && r + k < rows; k++) {
          i16x whole = load_whole(sums + k * TILE_OUTPUTS + v) + correction;
          v16 f = __builtin_convertvector(whole, v16) * all(s->scale[r + k]) * scale + bias;
          store(out + (r + k) * m.outputs + n + v, bend ? gelu(f) : f);
        }
      }
    }
  }
}

/// c = a x b, or c + a x b where more: rows x inner floats by inner x outputs. Each sum goes over
/// inner in order. rows are rounded up to FLOAT_ROWS, outputs to 16 FLOAT_VECTORS.
READER_INLINE void product(const float *a, size_t a_row, const uint8_t *b, size_t b_row, float *c,
                           size_t c_row, size_t rows, size_t inner, size_t outputs, int more) {
  for (size_t n = 0; n < outputs; n += 16 * FLOAT_VECTORS) {
    for (size_t r = 0; r < rows; r += FLOAT_ROWS) {
      v16 total[FLOAT_ROWS][FLOAT_VECTORS];
      for (int i = 0; i < FLOAT_ROWS; i++)
        for (int j = 0; j < FLOAT_VECTORS; j++)
          total[i][j] = more ? load(c + (r + i) * c_row + n + 16 * j) : all(0.0f);
      for (size_t k = 0; k < inner; k++) {
        v16 from[FLOAT_VECTORS];
        for (int j = 0; j < FLOAT_VECTORS; j++) from[j] = load(b + (k * b_row + n + 16 * j) * 4);
        for (int i = 0; i < FLOAT_ROWS; i++) {
          v16 times = all(a[(r + i) * a_row + k]);
          for (int j = 0; j < FLOAT_VECTORS; j++) total[i][j] = total[i][j] + times * from[j];
        }
      }
      for (int i = 0; i < FLOAT_ROWS; i++)
        for (int j = 0; j < FLOAT_VECTORS; j++)
          store(c + (r + i) * c_row + n + 16 * j, total[i][j]);
    }
  }
}

/// x = norm(x + y) of rows of READER_WIDTH.
static void settle(float *x, const float *y, const uint8_t *w, const uint8_t *b, size_t rows) {
  for (size_t r = 0; r < rows; r++, x += READER_WIDTH, y += READER_WIDTH) {
    v16 row[READER_WIDTH / 16], total = all(0.0f), spread = all(0.0f);
    for (int i = 0; i < READER_WIDTH / 16; i++) {
      row[i] = load(x + 16 * i) + load(y + 16 * i);
      total = total + row[i];
    }
    v16 mean = all(sum(total) / READER_WIDTH);
    for (int i = 0; i < READER_WIDTH / 16; i++) {
      row[i] = row[i] - mean;
      spread = spread + row[i] * row[i];
    }
    v16 factor = all(inverse_root(sum(spread) / READER_WIDTH + 1e-12f));
    for (int i = 0; i < READER_WIDTH / 16; i++)
      store(x + 16 * i, row[i] * factor * load(w + 64 * i) + load(b + 64 * i));
  }
}

/// A number of 16 bits as a float; the file has no infinities.
READER_INLINE float half(uint16_t h) {
  uint32_t sign = (uint32_t)(h & 0x8000) << 16, rest = h & 0x7FFF;
  if (rest < 0x400) {
    float small = (float)rest * 0x1p-24f;
    return sign ? -small : small;
  }
  return __builtin_bit_cast(float, sign | ((rest << 13) + 0x38000000));
}

/// x = norm(row of the piece + position + type).
static void embed(const reader_window *window, scratch *s) {
  const uint8_t *file = reader_pieces_file();
  const uint8_t *positions = reader_section(file, PIECES_POSITIONS);
  const uint8_t *type = reader_section(file, PIECES_TYPE);
  const uint8_t *rows = reader_section(file, PIECES_ROWS);
  const size_t blocks = READER_WIDTH / 32;
  for (size_t r = 0; r < window->count; r++) {
    const uint8_t *row = rows + window->pieces[r] * blocks * 18;
    float *x = s->x + r * READER_WIDTH, *y = s->y + r * READER_WIDTH;
    for (size_t n = 0; n < blocks; n++, row += 18) {
      float scale = half((uint16_t)(row[0] | row[1] << 8));
      for (size_t i = 0; i < 16; i++) {
        x[n * 32 + i] = (float)((row[2 + i] & 15) - 8) * scale;
        x[n * 32 + 16 + i] = (float)((row[2 + i] >> 4) - 8) * scale;
      }
    }
    for (size_t i = 0; i < READER_WIDTH; i += 16) {
      store(x + i, load(x + i) + load(positions + (r * READER_WIDTH + i) * 4));
      store(y + i, load(type + i * 4));
    }
  }
  settle(s->x, s->y, reader_section(file, PIECES_NORM_W), reader_section(file, PIECES_NORM_B),
         window->count);
}

/// exp(x * factor - its largest) of a row; count is rounded up to 16. Returns 1 / their sum.
READER_INLINE float soften(float *row, size_t count, float factor) {
  size_t end = (count + 15) / 16 * 16;
  for (size_t i = count; i < end; i++) row[i] = -1e30f;
  v16 most = load(row), total = all(0.0f);
  for (size_t i = 16; i < end; i += 16) most = larger(most, load(row + i));
  v16 top = all(peak(most));
  for (size_t i = 0; i < end; i += 16) {
    v16 e = exponential((load(row + i) - top) * all(factor));
    store(row + i, e);
    total = total + e;
  }
  return 1.0f / sum(total);
}

/// Lays out the keys and values of a head, which stand in rows of q|k|v.
static void gather(const float *k, size_t rows, scratch *s) {
  const size_t wide = 3 * READER_WIDTH;
  for (size_t r = 0; r < rows; r++, k += wide) {
    float *panel = s->keys + r / 32 * 32 * READER_HEAD + r % 32;
    for (size_t d = 0; d < READER_HEAD; d++) panel[d * 32] = k[d];
    for (size_t d = 0; d < READER_HEAD; d += 16)
      store(s->values + r * READER_HEAD + d, load(k + READER_WIDTH + d));
  }
}

/// y = attention over q|k|v in wide.
static void attend(scratch *s, size_t rows) {
  const size_t wide = 3 * READER_WIDTH, block = FLOAT_ROWS * 4;
  for (size_t head = 0; head < READER_HEADS; head++) {
    const float *q = s->wide + head * READER_HEAD;
    gather(q + READER_WIDTH, rows, s);
    for (size_t r = 0; r < rows; r += block) {
      size_t some = rows - r < block ? rows - r : block;
      for (size_t n = 0; n < rows; n += 32)
        product(q + r * wide, wide, (const uint8_t *)(s->keys + n * READER_HEAD), 32,
                s->scores + n, READER_POSITIONS, some, READER_HEAD, 32, 0);
      float shares[FLOAT_ROWS * 4];
      for (size_t i = 0; i < some; i++)
        shares[i] = soften(s->scores + i * READER_POSITIONS, rows, 0.17677669529663687f);
      float *y = s->y + r * READER_WIDTH + head * READER_HEAD;
      product(s->scores, READER_POSITIONS, (const uint8_t *)s->values, READER_HEAD, y,
              READER_WIDTH, some, rows, READER_HEAD, 0);
      for (size_t i = 0; i < some; i++, y += READER_WIDTH)
        for (size_t d = 0; d < READER_HEAD; d += 16) store(y + d, load(y + d) * all(shares[i]));
    }
  }
}

/// Probabilities of the labels from x and the hints.
static void decide(const reader_window *window, scratch *s, float *probabilities) {
  const uint8_t *file = reader_layers_file();
  const uint8_t *h1 = reader_section(file, LAYERS_H1), *b1 = reader_section(file, LAYERS_B1);
  const uint8_t *b2 = reader_section(file, LAYERS_B2);
  size_t rows = window->count, hidden = READER_HIDDEN, outputs = READER_PROBABILITIES;
  product(s->x, READER_WIDTH, h1, hidden, s->wide, hidden, rows, READER_WIDTH, hidden, 0);
  for (size_t r = 0; r < rows; r++)
    for (size_t i = 0; i < READER_HINT; i += 16)
      store(s->y + r * READER_HINT + i,
            load(reader_section(file, LAYERS_HINT) + (window->hints[r] * READER_HINT + i) * 4));
  product(s->y, READER_HINT, h1 + READER_WIDTH * hidden * 4, hidden, s->wide, hidden, rows,
          READER_HINT, hidden, 1);
  for (size_t r = 0; r < rows; r++)
    for (size_t i = 0; i < hidden; i += 16)
      store(s->wide + r * hidden + i, gelu(load(s->wide + r * hidden + i) + load(b1 + i * 4)));
  product(s->wide, hidden, reader_section(file, LAYERS_H2), outputs, s->y, outputs, rows, hidden,
          outputs, 0);
  for (size_t r = 0; r < rows; r++) {
    float *row = s->y + r * outputs, *to = probabilities + r * outputs;
    for (size_t i = 0; i < outputs; i += 16) store(row + i, load(row + i) + load(b2 + i * 4));
    v16 share = all(soften(row, READER_LABELS, 1.0f));
    for (size_t i = 0; i < outputs; i += 16) store(to + i, load(row + i) * share);
  }
}

/// The whole pass.
static void read_window(const reader_window *window, void *memory, float *probabilities,
                        float *meaning) {
  scratch *s = memory;
  const uint8_t *file = reader_layers_file();
  size_t rows = window->count;
  embed(window, s);
  for (uint32_t n = 0; n < reader_number(file, LAYERS_COUNT); n++) {
    const uint8_t *at = reader_section(file, LAYERS_FIRST) +
                        (size_t)n * reader_number(file, LAYERS_STRIDE);
    const size_t row = READER_WIDTH * 4;
    quantise(s->x, READER_WIDTH, rows, s);
    dense(s, next_matrix(&at, READER_WIDTH, 3 * READER_WIDTH), rows, s->wide, 0);
    attend(s, rows);
    quantise(s->y, READER_WIDTH, rows, s);
    dense(s, next_matrix(&at, READER_WIDTH, READER_WIDTH), rows, s->y, 0);
    const uint8_t *w = next(&at, row), *b = next(&at, row);
    settle(s->x, s->y, w, b, rows);
    quantise(s->x, READER_WIDTH, rows, s);
    dense(s, next_matrix(&at, READER_WIDTH, READER_INNER), rows, s->wide, 1);
    quantise(s->wide, READER_INNER, rows, s);
    dense(s, next_matrix(&at, READER_INNER, READER_WIDTH), rows, s->y, 0);
    w = next(&at, row), b = next(&at, row);
    settle(s->x, s->y, w, b, rows);
  }
  if (meaning)
    product(s->x, READER_WIDTH, reader_section(reader_general_file(), GENERAL_MEANING),
            READER_MEANING, meaning, READER_MEANING, rows, READER_WIDTH, READER_MEANING, 0);
  decide(window, s, probabilities);
}

#include "linear.h"

const reader_kernel KERNEL = {NAME, RUNS,        sizeof(scratch), read_window,
                              linear_sums, linear_labels};
