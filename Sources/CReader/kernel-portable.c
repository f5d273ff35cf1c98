#include "CReader.h"
#include "weights.h"
#include "kernel.h"
#include "vector.h"

#pragma clang fp contract(off)

typedef int8_t activation;
enum { OFFSET = 0, TILE_ROWS = 2, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 1 };

/// Whole sums in plain C.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  for (int r = 0; r < TILE_ROWS; r++) {
    int32_t total[TILE_OUTPUTS] = {0};
    for (size_t k = 0; k < inputs; k += 4) {
      const activation *a = rows + (size_t)r * inputs + k;
      const int8_t *w = weights + k * 16;
      for (int o = 0; o < TILE_OUTPUTS; o++)
        total[o] += a[0] * w[o * 4] + a[1] * w[o * 4 + 1] + a[2] * w[o * 4 + 2] + a[3] * w[o * 4 + 3];
    }
    for (int o = 0; o < TILE_OUTPUTS; o++) sums[r * TILE_OUTPUTS + o] = total[o];
  }
}

static int runs(void) { return 1; }

#define KERNEL reader_portable
#define NAME "portable"
#define RUNS runs
#include "forward.h"
