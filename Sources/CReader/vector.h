#ifndef READER_VECTOR_H
#define READER_VECTOR_H

#include <stdint.h>

// Arithmetic on 16 floats at a time, the same bits on every machine: elementwise operations of
// IEEE 754 without contraction, own exp and erf, and sums in one order. The compiler splits a
// vector where registers are narrower. Included by the files of the kernels only, behind their
// target.

#pragma clang fp contract(off)
// No vector is handed over by a call: all that takes or returns one is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define READER_INLINE static inline __attribute__((always_inline))

typedef float v16 __attribute__((ext_vector_type(16)));
typedef int32_t i16x __attribute__((ext_vector_type(16)));
typedef float v16_any __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef int32_t i16x_any __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef float reader_f32 __attribute__((may_alias));

READER_INLINE v16 load(const void *from) { return *(const v16_any *)from; }
READER_INLINE i16x load_whole(const void *from) { return *(const i16x_any *)from; }
READER_INLINE void store(void *to, v16 x) { *(v16_any *)to = x; }
READER_INLINE v16 all(float x) { return (v16)x; }
READER_INLINE v16 larger(v16 a, v16 b) { return a > b ? a : b; }
READER_INLINE i16x bits(v16 x) { return __builtin_bit_cast(i16x, x); }
READER_INLINE v16 floats(i16x x) { return __builtin_bit_cast(v16, x); }
READER_INLINE v16 magnitude(v16 x) { return floats(bits(x) & 0x7FFFFFFF); }

/// The whole number nearest to x, halves to even; |x| < 2^22.
READER_INLINE v16 nearest(v16 x) { return (x + all(12582912.0f)) - all(12582912.0f); }

/// Sum of 16 floats: halves are added to halves.
READER_INLINE float sum(v16 x) {
  __auto_type eight = x.lo + x.hi;
  __auto_type four = eight.lo + eight.hi;
  __auto_type two = four.lo + four.hi;
  return two.lo + two.hi;
}

/// Largest of 16 floats.
READER_INLINE float peak(v16 x) {
  __auto_type eight = x.lo > x.hi ? x.lo : x.hi;
  __auto_type four = eight.lo > eight.hi ? eight.lo : eight.hi;
  float a = four.x > four.y ? four.x : four.y, b = four.z > four.w ? four.z : four.w;
  return a > b ? a : b;
}

/// e^x within 2e-7 of itself for x up to 88; below -87, e^-87. After Cephes, expf.
READER_INLINE v16 exponential(v16 x) {
  x = larger(x, all(-87.0f));
  v16 n = nearest(x * all(1.44269504088896341f));
  v16 r = (x - n * all(0.693359375f)) - n * all(-2.12194440e-4f);
  v16 p = all(1.9875691500e-4f);
  p = p * r + all(1.3981999507e-3f);
  p = p * r + all(8.3334519073e-3f);
  p = p * r + all(4.1665795894e-2f);
  p = p * r + all(1.6666665459e-1f);
  p = p * r + all(5.0000001201e-1f);
  p = (p * r) * r + r + all(1.0f);
  i16x power = (__builtin_convertvector(n, i16x) + 127) << 23;
  return p * floats(power);
}

/// x (1 + erf(x / sqrt 2)) / 2 within 1e-6. Abramowitz and Stegun, 7.1.26, for the tail.
READER_INLINE v16 gelu(v16 x) {
  v16 z = magnitude(x) * all(0.70710678118654752f);
  v16 t = all(1.0f) / (all(1.0f) + all(0.3275911f) * z);
  v16 p = all(1.061405429f);
  p = p * t + all(-1.453152027f);
  p = p * t + all(1.421413741f);
  p = p * t + all(-0.284496736f);
  p = p * t + all(0.254829592f);
  v16 tail = (p * t) * exponential(-(z * z));
  return larger(x, all(0.0f)) - (magnitude(x) * all(0.5f)) * tail;
}

/// 1 / sqrt x, rounded twice.
READER_INLINE float inverse_root(float x) { return 1.0f / __builtin_elementwise_sqrt(x); }

#endif
