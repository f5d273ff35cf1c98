#ifndef UNDERSEAL_LANGUAGES_H
#define UNDERSEAL_LANGUAGES_H

#include <stddef.h>

// What is known of a language as data, in UTF-8: a folder of Sources/Languages.
typedef struct {
  /// Its ISO 639-1 code.
  const char *code;
  /// Cue words (words.tsv; read by Vocabulary.swift).
  const void *words;
  size_t words_count;
  /// Named lists (lists.txt; read by WordList.swift).
  const void *lists;
  size_t lists_count;
} UndersealLanguage;

// The languages in the order of their folders; NULL after the last.
const UndersealLanguage *underseal_language(size_t position);

#endif
