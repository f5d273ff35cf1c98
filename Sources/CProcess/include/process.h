#ifndef UNDERSEAL_PROCESS_H
#define UNDERSEAL_PROCESS_H

/// Calls of the system that Swift's Glibc module does not show.

/// Keeps other processes of the user from reading this one's memory. 0 when done.
int underseal_hide_memory(void);

/// Renames a file unless the new name is taken. 0 when done, else -1 and errno.
int underseal_rename_new(const char *from, const char *to);

/// Opens a new file, mode 0600, that has no name in its folder yet and vanishes when it is closed
/// without one. The descriptor, else -1 and errno.
int underseal_open_unnamed(const char *folder);

#endif
