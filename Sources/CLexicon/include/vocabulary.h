#ifndef UNDERSEAL_VOCABULARY_H
#define UNDERSEAL_VOCABULARY_H

#include <stddef.h>

/// The cue-word tables, one a language: UTF-8 text, not terminated.
const void *underseal_vocabulary_en(void);
const void *underseal_vocabulary_fr(void);
const void *underseal_vocabulary_ru(void);
const void *underseal_vocabulary_uk(void);
size_t underseal_vocabulary_en_count(void);
size_t underseal_vocabulary_fr_count(void);
size_t underseal_vocabulary_ru_count(void);
size_t underseal_vocabulary_uk_count(void);

#endif
