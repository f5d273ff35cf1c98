// Stands in the place of kernel.c: one kernel that does not round activations, so that the forward
// pass can be compared with one in floats. Its sums are whole numbers all the same; that costs some
// 1e-5. The weights are the rounded ones.
#include "CReader.h"
#include "weights.h"
#include "kernel.h"
#include "vector.h"

typedef float activation;
enum { OFFSET = 0, TILE_ROWS = 1, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 1 };
#define ROUND(x) (x)

static void tile(const activation *row, size_t inputs, const int8_t *weights, int32_t *sums) {
  double total[TILE_OUTPUTS] = {0};
  for (size_t k = 0; k < inputs; k++)
    for (size_t o = 0; o < TILE_OUTPUTS; o++)
      total[o] += (double)row[k] * weights[k / 4 * 64 + o * 4 + k % 4];
  for (int o = 0; o < TILE_OUTPUTS; o++)
    sums[o] = (int32_t)(total[o] + (total[o] < 0 ? -0.5 : 0.5));
}

static int runs(void) { return 1; }

#define KERNEL reader_float
#define NAME "float"
#define RUNS runs
#include "forward.h"

const reader_kernel *reader_chosen(void) { return &reader_float; }
const char *reader_path(void) { return reader_float.name; }
int reader_force_path(int path) { return path > 0 ? -1 : 0; }
