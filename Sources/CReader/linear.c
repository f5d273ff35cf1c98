#include "CReader.h"
#include "weights.h"
#include "vector.h"

#include <string.h>

#pragma clang fp contract(off)

/// A row of weights: one for each label, filled up with 0.
typedef int8_t row __attribute__((ext_vector_type(32), aligned(32), may_alias));
typedef int16_t sums __attribute__((ext_vector_type(32)));

enum {
  /// Sums of so many weights of 8 bits fit into 16.
  MOST = 256,
  /// So many neighbours on each side are seen.
  REACHED = 3,
  WIDTH = READER_ADDED,
};

/// The row of a feature, or NULL where it has none.
static inline const row *find(const reader_u32 *blocks, const row *rows, uint32_t feature) {
  const reader_u32 *block = blocks + (size_t)(feature >> 5) * 2;
  uint32_t bit = 1u << (feature & 31);
  if (!(block[1] & bit)) return NULL;
  return rows + block[0] + (uint32_t)__builtin_popcount(block[1] & (bit - 1));
}

/// Two halves of what is said of the labels of one token.
typedef struct {
  v16 low, high;
} said;

/// Probabilities of sums; a label that is none stays 0.
READER_INLINE said softmax(said x) {
  for (int k = READER_LABELS - 16; k < 16; k++) x.high[k] = -1000;
  v16 top = all(peak(larger(x.low, x.high)));
  said e = {exponential(x.low - top), exponential(x.high - top)};
  for (int k = READER_LABELS - 16; k < 16; k++) e.high[k] = 0;
  v16 whole = all(1.0f / (sum(e.low) + sum(e.high)));
  return (said){e.low * whole, e.high * whole};
}

/// The sums of a token's features.
static void add_up(const uint32_t *features, size_t count, float *out) {
  const uint8_t *file = reader_linear_file();
  const reader_u32 *blocks = (const reader_u32 *)reader_section(file, LINEAR_BLOCKS);
  const row *rows = (const row *)reader_section(file, LINEAR_ROWS);
  const uint32_t range = reader_number(file, LINEAR_RANGE);
  const v16 scale = all(*(const reader_f32 *)(file + LINEAR_SCALE));
  const row *found[MOST];
  size_t rest = 0;
  for (size_t i = 0; i < count && rest < MOST; i++) {
    const row *weights = features[i] < range ? find(blocks, rows, features[i]) : NULL;
    if (!weights) continue;
    __builtin_prefetch(weights);
    found[rest++] = weights;
  }
  sums total = 0;
  for (size_t i = 0; i < rest; i++) total += __builtin_convertvector(*found[i], sums);
  store(out, __builtin_convertvector(total.lo, v16) * scale);
  store(out + 16, __builtin_convertvector(total.hi, v16) * scale);
}

/// What the labels of a token add to those of another; most are next to nothing and left out.
READER_INLINE said near(said x, const float *labels, const float *weights) {
  for (size_t k = 0; k < READER_LABELS; k++) {
    if (labels[k] < 1.0f / 512) continue;
    v16 share = all(labels[k]);
    x.low = x.low + share * load(weights + k * WIDTH);
    x.high = x.high + share * load(weights + k * WIDTH + 16);
  }
  return x;
}

void reader_linear(const uint32_t *features, const uint32_t *ends, size_t tokens,
                   float *added) {
  for (size_t t = 0; t < tokens; t++) {
    size_t start = t ? ends[t - 1] : 0;
    add_up(features + start, ends[t] - start, added + t * WIDTH);
  }
}

void reader_linear_labels(const float *added, size_t tokens, float *scratch, float *probabilities) {
  const uint8_t *file = reader_linear_file();
  const float *weights = (const float *)reader_section(file, LINEAR_NEAR);
  const float *bias = (const float *)reader_section(file, LINEAR_BIAS);
  for (size_t t = 0; t < tokens; t++) {
    said first = softmax((said){load(added + t * WIDTH), load(added + t * WIDTH + 16)});
    store(scratch + t * WIDTH, first.low), store(scratch + t * WIDTH + 16, first.high);
  }
  for (size_t t = 0; t < tokens; t++) {
    said x = {load(added + t * WIDTH) + load(bias), load(added + t * WIDTH + 16) + load(bias + 16)};
    for (size_t k = 0; k <= 2 * REACHED; k++) {
      if (t + k < REACHED || t + k - REACHED >= tokens) continue;
      x = near(x, scratch + (t + k - REACHED) * WIDTH, weights + k * READER_LABELS * WIDTH);
    }
    x = softmax(x);
    float out[WIDTH];
    store(out, x.low), store(out + 16, x.high);
    memcpy(probabilities + t * READER_LABELS, out, READER_LABELS * sizeof(float));
  }
}

const uint8_t *reader_linear_digest(void) { return reader_linear_file() + LINEAR_DIGEST; }

const uint8_t *reader_both_digest(void) { return reader_linear_file() + LINEAR_BOTH; }
