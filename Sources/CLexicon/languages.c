#include "languages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One line a language, and the files of its folder below.
#define FILE(NAME) {NAME, sizeof NAME}
#define LANGUAGE(CODE)                                                              \
  {#CODE, FILE(CODE##_facts), FILE(CODE##_words), FILE(CODE##_lists), FILE(CODE##_said), \
   FILE(CODE##_general), FILE(CODE##_heads), FILE(CODE##_graph)}

static const unsigned char en_facts[] = {
#embed "../Languages/en/facts.txt"
};
static const unsigned char en_words[] = {
#embed "../Languages/en/words.tsv"
};
static const unsigned char en_lists[] = {
#embed "../Languages/en/lists.txt"
};
static const unsigned char en_said[] = {
#embed "../Languages/en/said.tsv"
};
static const unsigned char en_general[] = {
#embed "../Languages/en/general.tsv"
};
static const unsigned char en_heads[] = {
#embed "../Languages/en/heads.tsv"
};
_Alignas(64) static const unsigned char en_graph[] = {
#embed "../Languages/en/words.graph"
};

static const unsigned char es_facts[] = {
#embed "../Languages/es/facts.txt"
};
static const unsigned char es_words[] = {
#embed "../Languages/es/words.tsv"
};
static const unsigned char es_lists[] = {
#embed "../Languages/es/lists.txt"
};
static const unsigned char es_said[] = {
#embed "../Languages/es/said.tsv"
};
static const unsigned char es_general[] = {
#embed "../Languages/es/general.tsv"
};
static const unsigned char es_heads[] = {
#embed "../Languages/es/heads.tsv"
};
_Alignas(64) static const unsigned char es_graph[] = {
#embed "../Languages/es/words.graph"
};

static const unsigned char fr_facts[] = {
#embed "../Languages/fr/facts.txt"
};
static const unsigned char fr_words[] = {
#embed "../Languages/fr/words.tsv"
};
static const unsigned char fr_lists[] = {
#embed "../Languages/fr/lists.txt"
};
static const unsigned char fr_said[] = {
#embed "../Languages/fr/said.tsv"
};
static const unsigned char fr_general[] = {
#embed "../Languages/fr/general.tsv"
};
static const unsigned char fr_heads[] = {
#embed "../Languages/fr/heads.tsv"
};
_Alignas(64) static const unsigned char fr_graph[] = {
#embed "../Languages/fr/words.graph"
};

static const unsigned char ru_facts[] = {
#embed "../Languages/ru/facts.txt"
};
static const unsigned char ru_words[] = {
#embed "../Languages/ru/words.tsv"
};
static const unsigned char ru_lists[] = {
#embed "../Languages/ru/lists.txt"
};
static const unsigned char ru_said[] = {
#embed "../Languages/ru/said.tsv"
};
static const unsigned char ru_general[] = {
#embed "../Languages/ru/general.tsv"
};
static const unsigned char ru_heads[] = {
#embed "../Languages/ru/heads.tsv"
};
_Alignas(64) static const unsigned char ru_graph[] = {
#embed "../Languages/ru/words.graph"
};

static const unsigned char uk_facts[] = {
#embed "../Languages/uk/facts.txt"
};
static const unsigned char uk_words[] = {
#embed "../Languages/uk/words.tsv"
};
static const unsigned char uk_lists[] = {
#embed "../Languages/uk/lists.txt"
};
static const unsigned char uk_said[] = {
#embed "../Languages/uk/said.tsv"
};
static const unsigned char uk_general[] = {
#embed "../Languages/uk/general.tsv"
};
static const unsigned char uk_heads[] = {
#embed "../Languages/uk/heads.tsv"
};
_Alignas(64) static const unsigned char uk_graph[] = {
#embed "../Languages/uk/words.graph"
};

static const UndersealLanguage languages[] = {
    LANGUAGE(en),
    LANGUAGE(es),
    LANGUAGE(fr),
    LANGUAGE(ru),
    LANGUAGE(uk),
};

const UndersealLanguage *underseal_language(size_t position) {
  return position < sizeof languages / sizeof *languages ? &languages[position] : NULL;
}
