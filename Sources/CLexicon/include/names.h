#ifndef CLEXICON_NAMES_H
#define CLEXICON_NAMES_H

/// Given names, their equivalents in other languages, and their diminutives.
/// UTF-8 lines: culture TAB names TAB diminutives, the last two separated by commas.
extern const unsigned char clexicon_diminutives[];
extern const unsigned long clexicon_diminutives_count;

/// Given names that a pseudonym is drawn from.
/// UTF-8 lines: culture TAB gender TAB spellings, each en/fr/ru/uk, separated by spaces.
extern const unsigned char clexicon_pseudonyms[];
extern const unsigned long clexicon_pseudonyms_count;

#endif
