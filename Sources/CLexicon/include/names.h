#ifndef CLEXICON_NAMES_H
#define CLEXICON_NAMES_H

/// Given names, their equivalents in other languages, and their diminutives.
/// UTF-8 lines: culture TAB names TAB diminutives, the last two separated by commas.
const unsigned char *_Nonnull clexicon_diminutives_start(void);
extern const unsigned long clexicon_diminutives_count;

/// Given names that a pseudonym is drawn from.
/// UTF-8 lines: culture TAB gender TAB spellings, each en/fr/ru/uk, separated by spaces.
const unsigned char *_Nonnull clexicon_pseudonyms_start(void);
extern const unsigned long clexicon_pseudonyms_count;

/// What cultures are known by.
/// UTF-8 lines: culture TAB neighbours TAB countries TAB tag of the diminutives TAB "patronymic" TAB
/// signs TAB first names, each list separated by spaces. -дзе ends a word, mb- begins one, ~ов is no
/// people's alone.
const unsigned char *_Nonnull clexicon_cultures_start(void);
extern const unsigned long clexicon_cultures_count;

#endif
