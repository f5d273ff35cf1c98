#include "CReader.h"
#include "weights.h"
#include "vector.h"

#pragma clang fp contract(off)

/// A row of weights: one for each label, filled up with 0.
typedef int8_t row __attribute__((ext_vector_type(32), aligned(32), may_alias));
typedef int16_t sums __attribute__((ext_vector_type(32)));

/// Sums of so many weights of 8 bits fit into 16.
enum { MOST = 256 };

/// The row of a feature, or NULL where it has none.
static inline const row *find(const reader_u32 *blocks, const row *rows, uint32_t feature) {
  const reader_u32 *block = blocks + (feature >> 5) * 2;
  uint32_t bit = 1u << (feature & 31);
  if (!(block[1] & bit)) return NULL;
  return rows + block[0] + (uint32_t)__builtin_popcount(block[1] & (bit - 1));
}

void reader_linear(const uint32_t *features, const uint32_t *ends, size_t tokens,
                   float *probabilities) {
  const uint8_t *file = reader_linear_file();
  const reader_u32 *blocks = (const reader_u32 *)reader_section(file, LINEAR_BLOCKS);
  const row *rows = (const row *)reader_section(file, LINEAR_ROWS);
  const float *bias = (const float *)reader_section(file, LINEAR_BIAS);
  const uint32_t range = reader_number(file, LINEAR_RANGE);
  const v16 scale = all(*(const reader_f32 *)(file + LINEAR_SCALE));
  const v16 low = load(bias), high = load(bias + 16);
  size_t at = 0;
  for (size_t token = 0; token < tokens; token++) {
    const row *found[MOST];
    size_t count = 0;
    for (; at < ends[token]; at++) {
      const row *weights = features[at] < range ? find(blocks, rows, features[at]) : NULL;
      if (!weights || count == MOST) continue;
      __builtin_prefetch(weights);
      found[count++] = weights;
    }
    sums total = 0;
    for (size_t i = 0; i < count; i++) total += __builtin_convertvector(*found[i], sums);
    v16 a = __builtin_convertvector(total.lo, v16) * scale + low;
    v16 b = __builtin_convertvector(total.hi, v16) * scale + high;
    v16 top = all(peak(larger(a, b)));
    a = exponential(a - top), b = exponential(b - top);
    float whole = 1.0f / (sum(a) + sum(b));
    float said[32];
    store(said, a * all(whole)), store(said + 16, b * all(whole));
    for (size_t k = 0; k < READER_LABELS; k++) probabilities[token * READER_LABELS + k] = said[k];
  }
}

const uint8_t *reader_linear_digest(void) { return reader_linear_file() + LINEAR_DIGEST; }

const uint8_t *reader_both_digest(void) { return reader_linear_file() + LINEAR_BOTH; }
