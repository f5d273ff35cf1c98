/* Loaded before a program: ends it at one of the steps in which it changes the disk, or has that
 * step and all after it fail.
 *
 *   LD_PRELOAD=halt.so HALT_AT=12 HALT_SIGNAL=9 underseal …   the 12th step is not done; of a write, half
 *   LD_PRELOAD=halt.so HALT_AT=12 HALT_ERRNO=28 underseal …   from the 12th on the disk is full
 *   LD_PRELOAD=halt.so HALT_COUNT=steps.bin underseal …       4 bytes: how many there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int steps;

static int is_last(void) {
  int now = ++steps;
  const char *at = getenv("HALT_AT"), *count = getenv("HALT_COUNT");
  if (count) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    syscall(SYS_pwrite64, file, &now, sizeof now, 0L);
    syscall(SYS_close, file);
  }
  return at && (now == atoi(at) || (now > atoi(at) && getenv("HALT_ERRNO")));
}

/* Gives the result of a call that fails, or does not return. */
static int halt(void) {
  const char *number = getenv("HALT_SIGNAL"), *error = getenv("HALT_ERRNO");
  if (error) {
    errno = atoi(error);
    return -1;
  }
  kill(getpid(), number ? atoi(number) : SIGKILL);
  for (;;) pause();
}

#define real(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define step(name, ...) return is_last() ? halt() : real(name)(__VA_ARGS__)

int fsync(int file) { step(fsync, file); }
int syncfs(int file) { step(syncfs, file); }
int mkdir(const char *path, mode_t mode) { step(mkdir, path, mode); }
int rmdir(const char *path) { step(rmdir, path); }
int unlink(const char *path) { step(unlink, path); }
int link(const char *a, const char *b) { step(link, a, b); }
int rename(const char *a, const char *b) { step(rename, a, b); }
int ftruncate(int file, off_t size) { step(ftruncate, file, size); }
int futimens(int file, const struct timespec times[2]) { step(futimens, file, times); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  step(pwrite, file, bytes, count, place);
}
ssize_t write(int file, const void *bytes, size_t count) {
  /* What is said does not go to the disk that fails. */
  if (getenv("HALT_ERRNO") && file <= STDERR_FILENO) return real(write)(file, bytes, count);
  if (!is_last()) return real(write)(file, bytes, count);
  if (!getenv("HALT_ERRNO")) real(write)(file, bytes, count / 2);
  return halt();
}
