#include "languages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define LANGUAGE(NAME) {#NAME, NAME##_words, sizeof NAME##_words, NAME##_lists, sizeof NAME##_lists}

static const unsigned char en_words[] = {
#embed "../Languages/en/words.tsv"
};
static const unsigned char en_lists[] = {
#embed "../Languages/en/lists.txt"
};
static const unsigned char fr_words[] = {
#embed "../Languages/fr/words.tsv"
};
static const unsigned char fr_lists[] = {
#embed "../Languages/fr/lists.txt"
};
static const unsigned char ru_words[] = {
#embed "../Languages/ru/words.tsv"
};
static const unsigned char ru_lists[] = {
#embed "../Languages/ru/lists.txt"
};
static const unsigned char uk_words[] = {
#embed "../Languages/uk/words.tsv"
};
static const unsigned char uk_lists[] = {
#embed "../Languages/uk/lists.txt"
};

static const UndersealLanguage languages[] = {
    LANGUAGE(en),
    LANGUAGE(fr),
    LANGUAGE(ru),
    LANGUAGE(uk),
};

const UndersealLanguage *underseal_language(size_t position) {
  return position < sizeof languages / sizeof *languages ? &languages[position] : NULL;
}
