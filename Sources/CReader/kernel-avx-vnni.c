#if defined(__x86_64__)
#include <immintrin.h>

#include "CReader.h"
#include "weights.h"
#include "kernel.h"

static int runs(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni");
}

#pragma clang attribute push(__attribute__((target("avx2,avxvnni"))), apply_to = function)
#include "vector.h"
#pragma clang fp contract(off)

typedef uint8_t activation;
enum { OFFSET = 128, TILE_ROWS = 2, TILE_OUTPUTS = 32, FLOAT_ROWS = 2, FLOAT_VECTORS = 2 };

/// Whole sums by vpdpbusd of 256 bits: 3 rows by 4 times 8 outputs.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  __m256i total[TILE_ROWS][4];
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++) total[r][p] = _mm256_setzero_si256();
  for (size_t k = 0; k < inputs; k += 4) {
    __m256i w[4];
    for (size_t p = 0; p < 4; p++)
      w[p] = _mm256_load_si256(
        (const __m256i *)(weights + (p / 2 * inputs + k) * 16 + p % 2 * 32));
#pragma clang loop unroll(full)
    for (size_t r = 0; r < TILE_ROWS; r++) {
      __m256i a = _mm256_set1_epi32(*(const reader_i32 *)(rows + r * inputs + k));
      for (int p = 0; p < 4; p++) total[r][p] = _mm256_dpbusd_avx_epi32(total[r][p], a, w[p]);
    }
  }
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++)
      _mm256_store_si256((__m256i *)(sums + r * TILE_OUTPUTS + p * 8), total[r][p]);
}

#define KERNEL reader_avx_vnni
#define NAME "avx-vnni"
#define RUNS runs
#include "forward.h"
#pragma clang attribute pop
#endif
