#pragma once

/// Brings everything written to the file system of an open file to the disk; syncfs(2), which
/// the C library declares only for GNU sources.
int underseal_sync_file_system(int file);
