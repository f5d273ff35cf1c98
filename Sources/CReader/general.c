#include "CReader.h"
#include "weights.h"
#include "vector.h"

#include <string.h>

#pragma clang fp contract(off)

const char *reader_general(size_t word) {
  const uint8_t *file = reader_general_file();
  if (word >= reader_number(file, GENERAL_COUNT)) return NULL;
  return (const char *)reader_section(file, GENERAL_NAMES) + word * 16;
}

/// What the pieces mean on the mean, and what the words that the features are of mean.
static void mean(const float *meaning, size_t pieces, const uint32_t *features, size_t count,
                 float *out) {
  const uint8_t *file = reader_general_file();
  const int8_t *rows = (const int8_t *)reader_section(file, GENERAL_ROWS);
  const uint32_t mask = reader_number(file, GENERAL_FEATURES) - 1;
  int32_t sums[READER_MEANING] = {0};
  for (size_t n = 0; n < count; n++) {
    const int8_t *row = rows + (size_t)(features[n] & mask) * READER_MEANING;
    for (size_t i = 0; i < READER_MEANING; i++) sums[i] += row[i];
  }
  float scale = count ? *(const reader_f32 *)(file + GENERAL_SCALE) / (float)count : 0;
  float share = pieces ? 1.0f / (float)pieces : 0;
  for (size_t i = 0; i < READER_MEANING; i++) {
    float read = 0;
    for (size_t n = 0; n < pieces; n++) read = read + meaning[n * READER_MEANING + i];
    out[i] = (float)sums[i] * scale + read * share;
  }
}

void reader_general_shares(const float *meaning, size_t pieces, const uint32_t *features,
                           size_t count, float *shares) {
  const uint8_t *file = reader_general_file();
  const float *weights = (const float *)reader_section(file, GENERAL_WORDS);
  const float *bias = (const float *)reader_section(file, GENERAL_BIAS);
  const size_t words = reader_number(file, GENERAL_COUNT);
  float means[READER_MEANING];
  mean(meaning, pieces, features, count, means);
  for (size_t k = 0; k < READER_GENERAL; k += 16) {
    v16 said = load(bias + k);
    for (size_t i = 0; i < READER_MEANING; i++)
      said = said + all(means[i]) * load(weights + i * READER_GENERAL + k);
    store(shares + k, said);
  }
  float most = shares[0], whole = 0;
  for (size_t k = 1; k < words; k++) most = shares[k] > most ? shares[k] : most;
  for (size_t k = 0; k < READER_GENERAL; k += 16)
    store(shares + k, exponential(load(shares + k) - all(most)));
  for (size_t k = 0; k < words; k++) whole = whole + shares[k];
  for (size_t k = 0; k < READER_GENERAL; k++) shares[k] = k < words ? shares[k] / whole : 0;
}

const uint8_t *reader_general_digest(void) { return reader_general_file() + GENERAL_DIGEST; }
