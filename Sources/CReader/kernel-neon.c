#if defined(__aarch64__)
#include <arm_neon.h>

#include "CReader.h"
#include "weights.h"
#include "kernel.h"
#include "vector.h"

#pragma clang fp contract(off)

typedef int8_t activation;
enum { OFFSET = 0, TILE_ROWS = 3, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 2 };

/// Whole sums by smull and sadalp: 3 rows by 16 outputs, each in two halves joined at the end.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  int32x4_t total[TILE_ROWS][8];
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 8; p++) total[r][p] = vdupq_n_s32(0);
  for (size_t k = 0; k < inputs; k += 4) {
    int8x8_t w[8];
    for (size_t p = 0; p < 8; p++) w[p] = vld1_s8(weights + k * 16 + p * 8);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < TILE_ROWS; r++) {
      int8x8_t a = vreinterpret_s8_s32(vdup_n_s32(*(const reader_i32 *)(rows + r * inputs + k)));
      for (int p = 0; p < 8; p++) total[r][p] = vpadalq_s16(total[r][p], vmull_s8(a, w[p]));
    }
  }
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++)
      vst1q_s32(sums + r * TILE_OUTPUTS + p * 4,
                vpaddq_s32(total[r][2 * p], total[r][2 * p + 1]));
}

static int runs(void) { return 1; }

#define KERNEL reader_neon
#define NAME "neon"
#define RUNS runs
#include "forward.h"
#endif
