#if defined(__x86_64__)
#include <immintrin.h>

#include "CReader.h"
#include "weights.h"
#include "kernel.h"

static int runs(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni");
}

#pragma clang attribute push( \
  __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), \
  apply_to = function)
#include "vector.h"
#pragma clang fp contract(off)

typedef uint8_t activation;
enum { OFFSET = 128, TILE_ROWS = 6, TILE_OUTPUTS = 64, FLOAT_ROWS = 6, FLOAT_VECTORS = 2 };

/// Whole sums by vpdpbusd: 6 rows by 4 panels of 16 outputs.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  __m512i total[TILE_ROWS][4];
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++) total[r][p] = _mm512_setzero_si512();
  for (size_t k = 0; k < inputs; k += 4) {
    __m512i w[4];
    for (size_t p = 0; p < 4; p++) w[p] = _mm512_load_si512(weights + (p * inputs + k) * 16);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < TILE_ROWS; r++) {
      __m512i a = _mm512_set1_epi32(*(const reader_i32 *)(rows + r * inputs + k));
      for (int p = 0; p < 4; p++) total[r][p] = _mm512_dpbusd_epi32(total[r][p], a, w[p]);
    }
  }
  for (int r = 0; r < TILE_ROWS; r++)
    for (int p = 0; p < 4; p++) _mm512_store_si512(sums + r * TILE_OUTPUTS + p * 16, total[r][p]);
}

#define KERNEL reader_avx512
#define NAME "avx512-vnni"
#define RUNS runs
#include "forward.h"
#pragma clang attribute pop
#endif
