#include "weights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const uint8_t pieces[] = {
#embed "Weights/pieces.bin"
};
_Alignas(64) static const uint8_t layers[] = {
#embed "Weights/layers.bin"
};
_Alignas(64) static const uint8_t linear[] = {
#embed "Weights/linear.bin"
};
_Alignas(64) static const uint8_t general[] = {
#embed "Weights/general.bin"
};

const uint8_t *reader_pieces_file(void) { return pieces; }
const uint8_t *reader_layers_file(void) { return layers; }
const uint8_t *reader_linear_file(void) { return linear; }
const uint8_t *reader_general_file(void) { return general; }
