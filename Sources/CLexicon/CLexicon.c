#include "CLexicon.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char names[] = {
#embed "Tables/names.table"
};
_Alignas(64) static const unsigned char places[] = {
#embed "Tables/places.table"
};
_Alignas(64) static const unsigned char place_starts[] = {
#embed "Tables/place-starts.table"
};
_Alignas(64) static const unsigned char countries[] = {
#embed "Tables/countries.table"
};
_Alignas(64) static const unsigned char country_starts[] = {
#embed "Tables/country-starts.table"
};
_Alignas(64) static const unsigned char country_names[] = {
#embed "Tables/country-names.text"
};

#define TABLE(name) ((UndersealTable){name, sizeof(name)})

UndersealTable underseal_table(UndersealTableKind kind) {
  switch (kind) {
    case UndersealNames: return TABLE(names);
    case UndersealPlaces: return TABLE(places);
    case UndersealPlaceStarts: return TABLE(place_starts);
    case UndersealCountries: return TABLE(countries);
    case UndersealCountryStarts: return TABLE(country_starts);
    case UndersealCountryNames: return TABLE(country_names);
  }
  return (UndersealTable){names, 0};
}
