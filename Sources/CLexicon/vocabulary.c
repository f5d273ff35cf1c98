#include "vocabulary.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(NAME)                                                                          \
  const void *underseal_vocabulary_##NAME(void) { return NAME; }                                   \
  size_t underseal_vocabulary_##NAME##_count(void) { return sizeof NAME; }

static const unsigned char en[] = {
#embed "vocabulary/en.tsv"
};
static const unsigned char fr[] = {
#embed "vocabulary/fr.tsv"
};
static const unsigned char ru[] = {
#embed "vocabulary/ru.tsv"
};
static const unsigned char uk[] = {
#embed "vocabulary/uk.tsv"
};

TABLE(en)
TABLE(fr)
TABLE(ru)
TABLE(uk)
