#include "names.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char clexicon_diminutives[] = {
#embed "Tables/diminutives.tsv"
};
const unsigned long clexicon_diminutives_count = sizeof clexicon_diminutives;

const unsigned char clexicon_pseudonyms[] = {
#embed "Tables/pseudonyms.tsv"
};
const unsigned long clexicon_pseudonyms_count = sizeof clexicon_pseudonyms;
