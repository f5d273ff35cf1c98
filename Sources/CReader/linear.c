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
  _Static_assert(READER_LABELS == 25, "so many in the second half");
  const v16 some = {1, 1, 1, 1, 1, 1, 1, 1, 1};
  v16 top = all(peak(larger(x.low, x.high)));
  said e = {exponential(x.low - top), exponential(x.high - top) * some};
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

/// A token as its neighbours see it, in a row of the scratch memory: so many labels, which, and how
/// sure they are. Most are next to nothing and left out.
typedef struct __attribute__((may_alias)) {
  uint8_t count;
  uint8_t labels[WIDTH - 1];
  float shares[(WIDTH * sizeof(float) - WIDTH) / sizeof(float)];
} seen;

static void look(float *row, said x) {
  float shares[WIDTH];
  store(shares, x.low), store(shares + 16, x.high);
  seen s = {0};
  for (uint8_t k = 0; k < READER_LABELS && s.count < sizeof s.shares / sizeof *s.shares; k++) {
    if (shares[k] < 1.0f / 256) continue;
    s.labels[s.count] = k;
    s.shares[s.count++] = shares[k];
  }
  memcpy(row, &s, sizeof s);
}

/// What the labels of a token add to those of another.
READER_INLINE said near(said x, const float *row, const float *weights) {
  const seen *s = (const seen *)row;
  for (size_t i = 0; i < s->count; i++) {
    size_t k = s->labels[i];
    v16 share = all(s->shares[i]);
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
    look(scratch + t * WIDTH, first);
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
