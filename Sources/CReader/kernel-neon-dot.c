#if defined(__aarch64__)
#include <arm_neon.h>
#include <sys/auxv.h>

#include "CReader.h"
#include "weights.h"
#include "kernel.h"

/// HWCAP_ASIMDDP of the kernel's asm/hwcap.h.
static int runs(void) { return getauxval(AT_HWCAP) >> 20 & 1; }

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#include "vector.h"
#pragma clang fp contract(off)

typedef int8_t activation;
enum { OFFSET = 0, TILE_ROWS = 6, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 2 };

/// Whole sums by sdot: 6 rows by 16 outputs.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  int32x4_t total[TILE_ROWS][4];
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++) total[r][p] = vdupq_n_s32(0);
  for (size_t k = 0; k < inputs; k += 4) {
    int8x16_t w[4];
    for (size_t p = 0; p < 4; p++) w[p] = vld1q_s8(weights + k * 16 + p * 16);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < TILE_ROWS; r++) {
      int8x16_t a = vreinterpretq_s8_s32(vdupq_n_s32(*(const reader_i32 *)(rows + r * inputs + k)));
      for (int p = 0; p < 4; p++) total[r][p] = vdotq_s32(total[r][p], w[p], a);
    }
  }
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++) vst1q_s32(sums + r * TILE_OUTPUTS + p * 4, total[r][p]);
}

#define KERNEL reader_neon_dot
#define NAME "neon-dot"
#define RUNS runs
#include "forward.h"
#pragma clang attribute pop
#endif
