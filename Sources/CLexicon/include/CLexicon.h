#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>

#include "names.h"
#include "vocabulary.h"

// The compiled tables of words, names, places and countries. Where they come from, and under
// which licence, is written in PROVENANCE.md; Scripts/lexicon makes them.
//
// Every table but the last has one form. All numbers are little-endian:
//
//    0  8 bytes  "USLEXTAB"
//    8  u32      format version, 1
//   12  u32      bucket bits B
//   16  u32      bytes of a fingerprint rest R
//   20  u32      bytes of a value V
//   24  u32      number of entries N
//   28  u32      xor of the five fields before it
//   32  u32 x (2^B + 1)  where each bucket begins, counted in entries
//       R x N    rests, ascending within a bucket
//       V x N    values in the same order
//
// A key is mixed by the finalizer of MurmurHash3; its top B bits choose the bucket, the next 8R
// bits are the rest.
typedef enum {
  UndersealWordsEnglish,
  UndersealWordsFrench,
  UndersealWordsRussian,
  UndersealWordsUkrainian,
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
