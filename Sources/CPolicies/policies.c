#include "CPolicies.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char press[] = {
#embed "../../Policies/press.yaml"
};
static const unsigned char archive[] = {
#embed "../../Policies/archive.yaml"
};
static const unsigned char court[] = {
#embed "../../Policies/court.yaml"
};
static const unsigned char partner[] = {
#embed "../../Policies/partner.yaml"
};
static const unsigned char strict[] = {
#embed "../../Policies/strict.yaml"
};
static const unsigned char figures[] = {
#embed "../../Policies/Lists/public-figures.yaml"
};
static const unsigned char bodies[] = {
#embed "../../Policies/Lists/public-bodies.yaml"
};
static const unsigned char dates[] = {
#embed "../../Policies/Lists/public-dates.yaml"
};
static const unsigned char events[] = {
#embed "../../Policies/Lists/public-events.yaml"
};
static const unsigned char phrases[] = {
#embed "../../Policies/Lists/public-phrases.yaml"
};

static const struct {
  const char *name;
  struct underseal_embedded_file file;
} files[] = {
    {"press", {press, sizeof press}},
    {"archive", {archive, sizeof archive}},
    {"court", {court, sizeof court}},
    {"partner", {partner, sizeof partner}},
    {"strict", {strict, sizeof strict}},
    {"public-figures", {figures, sizeof figures}},
    {"public-bodies", {bodies, sizeof bodies}},
    {"public-dates", {dates, sizeof dates}},
    {"public-events", {events, sizeof events}},
    {"public-phrases", {phrases, sizeof phrases}},
};

struct underseal_embedded_file underseal_policy_file(const char *name) {
  for (unsigned long i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i].name, name) == 0)
      return files[i].file;
  return (struct underseal_embedded_file){0, 0};
}
