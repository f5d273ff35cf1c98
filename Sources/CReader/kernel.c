#include "CReader.h"
#include "weights.h"
#include "kernel.h"

#include <stdatomic.h>

/// The kernels of this build, fastest first.
static const reader_kernel *const kernels[] = {
#if defined(__x86_64__)
  &reader_avx512, &reader_avx_vnni, &reader_avx2,
#elif defined(__aarch64__)
  &reader_neon_dot, &reader_neon,
#endif
  &reader_portable,
};
enum { KERNELS = sizeof kernels / sizeof *kernels };

/// The number of the kernel that a test has forced, or -1.
static _Atomic int forced = -1;

const reader_kernel *reader_chosen(void) {
  int path = atomic_load(&forced);
  for (path = path < 0 ? 0 : path; !kernels[path]->runs(); path++) continue;
  return kernels[path];
}

const char *reader_path(void) { return reader_chosen()->name; }

int reader_force_path(int path) {
  if (path < -1 || path >= KERNELS) return -1;
  if (path >= 0 && !kernels[path]->runs()) return 1;
  atomic_store(&forced, path);
  return 0;
}
