#ifndef CPOLICIES_H
#define CPOLICIES_H

/// A file that was compiled in: `count` bytes, without a terminating zero.
struct underseal_embedded_file {
  const unsigned char *bytes;
  long count;
};

/// The file `Policies/<name>.yaml` or `Policies/Lists/<name>.yaml`; no bytes when there is none.
struct underseal_embedded_file underseal_policy_file(const char *name);

#endif
