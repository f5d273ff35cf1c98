#ifndef UNDERSEAL_LANGUAGES_H
#define UNDERSEAL_LANGUAGES_H

#include <stddef.h>

// A file of a folder of Sources/Languages, as it is.
typedef struct {
  const void *_Nonnull bytes;
  size_t count;
} UndersealFile;

// What is known of a language as data: UTF-8, but for the graph.
typedef struct {
  /// Its ISO 639-1 code.
  const char *_Nonnull code;
  /// Facts of its grammar (facts.txt; read by Grammar.swift).
  UndersealFile facts;
  /// Cue words (words.tsv; read by Vocabulary.swift).
  UndersealFile words;
  /// Named lists (lists.txt; read by WordList.swift).
  UndersealFile lists;
  /// What is said of something in brackets (said.tsv; read by Said.swift).
  UndersealFile said;
  /// General words (general.tsv; read by GeneralReading.swift).
  UndersealFile general;
  /// Nouns and the general word that each stands under (heads.tsv; read by HeadWords.swift).
  UndersealFile heads;
  /// Its ordinary words (words.graph; read by WordGraph.swift), in the form that CLexicon.h tells.
  UndersealFile graph;
} UndersealLanguage;

// The languages in the order of their folders; NULL after the last.
const UndersealLanguage *_Nullable underseal_language(size_t position);

#endif
