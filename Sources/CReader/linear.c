#include "CReader.h"
#include "weights.h"
#include "kernel.h"

void reader_linear(const uint32_t *features, const uint32_t *ends, size_t tokens,
                   float *added) {
  reader_chosen()->linear_sums(features, ends, tokens, added);
}

void reader_linear_labels(const float *added, size_t tokens, float *scratch, float *probabilities) {
  reader_chosen()->linear_labels(added, tokens, scratch, probabilities);
}

const uint8_t *reader_linear_digest(void) { return reader_linear_file() + LINEAR_DIGEST; }

const uint8_t *reader_digest_of_all(void) { return reader_linear_file() + LINEAR_ALL; }
