#if defined(__x86_64__)
#include <immintrin.h>

#include "CReader.h"
#include "weights.h"
#include "kernel.h"

static int runs(void) { return __builtin_cpu_supports("avx2"); }

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "vector.h"
#pragma clang fp contract(off)

typedef int16_t activation;
enum { OFFSET = 0, TILE_ROWS = 4, TILE_OUTPUTS = 16, FLOAT_ROWS = 2, FLOAT_VECTORS = 2 };

/// Whole sums by vpmaddwd, both sides widened to 16 bits: 4 rows by 2 times 4 outputs at once, each
/// output in two halves that are joined at the end.
static void tile(const activation *rows, size_t inputs, const int8_t *weights, int32_t *sums) {
  for (size_t half = 0; half < TILE_OUTPUTS; half += 8) {
    __m256i total[TILE_ROWS][2];
    for (int r = 0; r < TILE_ROWS; r++)
      for (int p = 0; p < 2; p++) total[r][p] = _mm256_setzero_si256();
    for (size_t k = 0; k < inputs; k += 4) {
      const __m128i *from = (const __m128i *)(weights + k * 16 + half * 4);
      __m256i w[2] = {_mm256_cvtepi8_epi16(from[0]), _mm256_cvtepi8_epi16(from[1])};
#pragma clang loop unroll(full)
      for (size_t r = 0; r < TILE_ROWS; r++) {
        const double *four = (const double *)(rows + r * inputs + k);
        __m256i a = _mm256_castpd_si256(_mm256_broadcast_sd(four));
        for (int p = 0; p < 2; p++)
          total[r][p] = _mm256_add_epi32(total[r][p], _mm256_madd_epi16(a, w[p]));
      }
    }
    for (size_t r = 0; r < TILE_ROWS; r++) {
      __m256i pairs = _mm256_hadd_epi32(total[r][0], total[r][1]);
      _mm256_store_si256((__m256i *)(sums + r * TILE_OUTPUTS + half),
                         _mm256_permute4x64_epi64(pairs, 0xD8));
    }
  }
}

#define KERNEL reader_avx2
#define NAME "avx2"
#define RUNS runs
#include "forward.h"
#pragma clang attribute pop
#endif
