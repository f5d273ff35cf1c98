#include "names.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char diminutives[] = {
#embed "Tables/diminutives.tsv"
};
const unsigned long clexicon_diminutives_count = sizeof diminutives;
const unsigned char *clexicon_diminutives_start(void) { return diminutives; }

static const unsigned char pseudonyms[] = {
#embed "Tables/pseudonyms.tsv"
};
const unsigned long clexicon_pseudonyms_count = sizeof pseudonyms;
const unsigned char *clexicon_pseudonyms_start(void) { return pseudonyms; }

static const unsigned char cultures[] = {
#embed "Tables/cultures.tsv"
};
const unsigned long clexicon_cultures_count = sizeof cultures;
const unsigned char *clexicon_cultures_start(void) { return cultures; }
