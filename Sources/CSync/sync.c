#define _GNU_SOURCE
#include "sync.h"

#include <unistd.h>

int underseal_sync_file_system(int file) { return syncfs(file); }
