#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>

#include "names.h"
#include "languages.h"

// The compiled tables of names, places and countries, and what is known of each language. Where they
// come from, and under which licence, is written in PROVENANCE.md; Scripts/lexicon makes them.
//
// All numbers are little-endian. The words of a language are a graph:
//
//    0  8 bytes  "USLEXDAG"
//    8  u32      format version, 1
//   12  u32      script: 0 Latin, 1 Cyrillic
//   16  u32      number of words
//   20  u32      number of edges E
//   24  u32      xor of the four fields before it
//   28  u32 x E  edges
//
// An edge holds, from its low bits on, a letter (6 bits), whether it is the last of its node (1),
// whether a word ends with it (1), and where the edges of the node that it leads to begin (24; 0
// where nothing follows). The first 64 edges are those of the root, one for each letter, 0 where no
// word begins with it; the edges of any other node stand in order of their letters. A letter is 1 to
// 26 for a to z; 1 to 48 for U+0430 to U+045F, 49 for U+0491 and 50 for an apostrophe.
//
// Names, places and countries are tables of hashed keys:
//
//    0  8 bytes  "USLEXTAB"
//    8  u32      format version, 2
//   12  u32      bucket bits B
//   16  u32      bytes of a fingerprint rest R
//   20  u32      bytes of a value V
//   24  u32      number of entries N
//   28  u32      number of distinct values D, or 0
//   32  u32      xor of the six fields before it
//   36  u32 x (2^B + 1)  where each bucket begins, counted in entries
//       u32 x D  the distinct values
//       R x N    rests, ascending within a bucket
//       V x N    values in the same order; where D is not 0, positions among the distinct values
//
// A key is mixed by the finalizer of MurmurHash3; its top B bits choose the bucket, the next 8R
// bits are the rest.
typedef enum {
  UndersealNames,
  UndersealPlaces,
  UndersealPlaceStarts,
  UndersealCountries,
  UndersealCountryStarts,
  /// "USLEXTXT", u32 version, u32 rows, (16 x rows + 1) u32 offsets into the texts, two letters of
  /// ISO 3166-1 code for each row, then the texts in UTF-8: for each country index 4 languages
  /// (en fr ru uk) of 4 forms. Row 0 is empty.
  UndersealCountryNames,
} UndersealTableKind;

typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} UndersealTable;

/// The bytes of one table, for the life of the process.
UndersealTable underseal_table(UndersealTableKind kind);

#endif
