/* Loaded before a program: ends it at one of the steps in which it changes the disk.
 *
 *   LD_PRELOAD=halt.so HALT_AT=12 HALT_SIGNAL=9 underseal …   the 12th step is not done; of a write, half
 *   LD_PRELOAD=halt.so HALT_COUNT=steps.bin underseal …       4 bytes: how many there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
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
  return at && now == atoi(at);
}

static void halt(void) {
  const char *number = getenv("HALT_SIGNAL");
  kill(getpid(), number ? atoi(number) : SIGKILL);
  for (;;) pause();
}

#define real(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int file) { return is_last() ? halt(), 0 : real(fsync)(file); }
int syncfs(int file) { return is_last() ? halt(), 0 : real(syncfs)(file); }
int mkdir(const char *path, mode_t mode) { return is_last() ? halt(), 0 : real(mkdir)(path, mode); }
int rmdir(const char *path) { return is_last() ? halt(), 0 : real(rmdir)(path); }
int unlink(const char *path) { return is_last() ? halt(), 0 : real(unlink)(path); }
int link(const char *a, const char *b) { return is_last() ? halt(), 0 : real(link)(a, b); }
int rename(const char *a, const char *b) { return is_last() ? halt(), 0 : real(rename)(a, b); }
int ftruncate(int file, off_t size) { return is_last() ? halt(), 0 : real(ftruncate)(file, size); }
int futimens(int file, const struct timespec times[2]) {
  return is_last() ? halt(), 0 : real(futimens)(file, times);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  return is_last() ? halt(), 0 : real(pwrite)(file, bytes, count, place);
}
ssize_t write(int file, const void *bytes, size_t count) {
  if (!is_last()) return real(write)(file, bytes, count);
  real(write)(file, bytes, count / 2);
  halt();
  return 0;
}
