#include "CReader.h"
#include "weights.h"
#include "kernel.h"
#include "vector.h"

#pragma clang fp contract(off)

typedef int16_t activation;
enum { OFFSET = 0, TILE_ROWS = 4, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 1 };

typedef int8_t bytes8 __attribute__((ext_vector_type(8), aligned(1), may_alias));
typedef int16_t shorts8 __attribute__((ext_vector_type(8)));
typedef int16_t shorts4 __attribute__((ext_vector_type(4), aligned(2), may_alias));
typedef int32_t whole8 __attribute__((ext_vector_type(8)));

/// Whole sums for 2 outputs: products of 8 bits fit into 16, and so do sums of two of them.
READER_INLINE void pair(const activation *rows, size_t inputs, const int8_t *weights,
                        int32_t *sums) {
  whole8 total[TILE_ROWS] = {0};
  for (size_t k = 0; k < inputs; k += 8) {
    shorts8 w = __builtin_convertvector(*(const bytes8 *)(weights + k * 16), shorts8);
    shorts8 v = __builtin_convertvector(*(const bytes8 *)(weights + k * 16 + 64), shorts8);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < TILE_ROWS; r++) {
      const activation *row = rows + r * inputs + k;
      shorts4 a = *(const shorts4 *)row, b = *(const shorts4 *)(row + 4);
      shorts8 two = w * __builtin_shufflevector(a, a, 0, 1, 2, 3, 0, 1, 2, 3) +
                    v * __builtin_shufflevector(b, b, 0, 1, 2, 3, 0, 1, 2, 3);
      total[r] += __builtin_convertvector(two, whole8);
    }
  }
  for (int r = 0; r < TILE_ROWS; r++) {
    sums[r * TILE_OUTPUTS] = total[r].s0 + total[r].s1 + total[r].s2 + total[r].s3;
    sums[r * TILE_OUTPUTS + 1] = total[r].s4 + total[r].s5 + total[r].s6 + total[r].s7;
  }
}

static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  for (int o = 0; o < TILE_OUTPUTS; o += 2) pair(rows, inputs, weights + o * 4, sums + o);
}

static int runs(void) { return 1; }

#define KERNEL reader_portable
#define NAME "portable"
#define RUNS runs
#include "forward.h"
