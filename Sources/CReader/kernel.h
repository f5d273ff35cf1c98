#ifndef READER_KERNEL_H
#define READER_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// The rows of a window: up to 256 positions, filled up to a whole number of any kernel's blocks.
enum { READER_ROWS = 264 };

/// One window: bos, pieces, eos.
typedef struct {
  uint32_t pieces[READER_POSITIONS];
  uint8_t hints[READER_POSITIONS];
  size_t count;
} reader_window;

/// Width of a row of probabilities; those behind the labels are 0.
enum { READER_PROBABILITIES = 32 };

/// One way to compute. All give the same bits.
typedef struct {
  const char *name;
  /// Whether this machine can run it.
  int (*runs)(void);
  /// Bytes of scratch memory, aligned to 64 and zeroed at first, that read wants.
  size_t scratch;
  /// Reads a window: count x READER_PROBABILITIES, and where it is asked for count x READER_MEANING;
  /// there is room for READER_ROWS.
  void (*read)(const reader_window *window, void *scratch, float *probabilities, float *meaning);
  /// The two steps of the linear model, as CReader.h says.
  void (*linear_sums)(const uint32_t *features, const uint32_t *ends, size_t tokens, float *added);
  void (*linear_labels)(const float *added, size_t tokens, float *scratch, float *probabilities);
} reader_kernel;

/// The kernel that runs.
const reader_kernel *reader_chosen(void);

extern const reader_kernel reader_portable;
#if defined(__x86_64__)
extern const reader_kernel reader_avx2;
extern const reader_kernel reader_avx_vnni;
extern const reader_kernel reader_avx512;
#elif defined(__aarch64__)
extern const reader_kernel reader_neon;
extern const reader_kernel reader_neon_dot;
#endif

#endif
