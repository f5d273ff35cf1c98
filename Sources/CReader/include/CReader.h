#ifndef CREADER_H
#define CREADER_H

#include <stddef.h>
#include <stdint.h>

/// The reader: a small encoder that gives each piece of a text the probabilities of its labels.
/// What it computes depends on the text, the hints and the embedded weights alone: every machine,
/// kernel and number of threads makes the same bits.

/// Labels of a piece; reader_label names them.
enum { READER_LABELS = 25 };

/// What calls return instead of a count or READER_DONE.
enum {
  READER_DONE = 0,
  /// Memory could not be had.
  READER_NO_MEMORY = -1,
  /// The progress callback asked to stop; the probabilities are not to be used.
  READER_STOPPED = -2,
  /// A piece or a hint is not one of those that the weights know.
  READER_UNKNOWN = -3,
};

/// What reader_pieces returns where memory could not be had or the text has 4 GB or more.
#define READER_NO_PIECES SIZE_MAX

/// A piece of text: its number in the table and the bytes [start, end) that it covers.
typedef struct {
  uint32_t piece;
  uint32_t start;
  uint32_t end;
} reader_piece;

/// Splits UTF-8 text into pieces, at most capacity of which are written to out.
/// Returns how many there are. A text of no bytes has none. Bounds lie between characters; spaces
/// before a piece are not covered, unless it is nothing but a space. Bytes that are not UTF-8 count
/// as U+FFFD each. Time is linear; memory is nine bytes for each byte of the longest word.
size_t reader_pieces(const uint8_t *_Nonnull text, size_t length, reader_piece *_Nullable out,
                     size_t capacity);

/// Told after each window of 190 pieces how many of how many are done, by one thread at a time.
/// Anything but 0 asks to stop.
typedef int (*reader_progress)(void *_Nullable context, size_t done, size_t total);

/// Reads a document's pieces with up to so many threads, the caller's among them.
/// hints: for each piece 0, or 1 + the kind that lists and formats give it; NULL for none.
/// probabilities: count x READER_LABELS, written.
/// meaning: count x READER_MEANING, written, or NULL where nobody asks; see reader_general_shares.
int reader_read(const reader_piece *_Nonnull pieces, const uint8_t *_Nullable hints, size_t count,
                unsigned threads, float *_Nonnull probabilities, float *_Nullable meaning,
                reader_progress _Nullable progress, void *_Nullable context);

/// The linear model of the fast reader, in two steps. The first adds up the weights of the features
/// that are true of each token: those of the first token stand up to ends[0], those of the second up
/// to ends[1], …; what is no feature of the table adds nothing, nor does any behind the 256th of a
/// token that has weights.
/// added: tokens x READER_ADDED, written.
enum { READER_ADDED = 32 };
void reader_linear(const uint32_t *_Nonnull features, const uint32_t *_Nonnull ends, size_t tokens,
                   float *_Nonnull added);

/// The second makes probabilities of a passage's sums, with what stands near.
/// scratch: as long as added; probabilities: tokens x READER_LABELS; both are written.
void reader_linear_labels(const float *_Nonnull added, size_t tokens, float *_Nonnull scratch,
                          float *_Nonnull probabilities);

/// Name of a label, "O" or "B-PERSON"; NULL from READER_LABELS on.
const char *_Nullable reader_label(size_t label);

/// Numbers of the meaning of a piece, and room for general words.
enum { READER_MEANING = 64, READER_GENERAL = 192 };

/// Name of a general word, "hospital"; NULL behind the last.
const char *_Nullable reader_general(size_t word);

/// How likely each general word is for a span. shares: READER_GENERAL, written; 0 behind the last word.
/// meaning: the rows of its pieces, which stand one behind the other; 0 pieces where nothing read them.
/// features: numbers that its words have (GeneralReading.swift); any may be given.
void reader_general_shares(const float *_Nullable meaning, size_t pieces,
                           const uint32_t *_Nonnull features, size_t count,
                           float *_Nonnull shares);

/// How many hints there are, 0 (none) among them.
size_t reader_hints(void);

/// 32 bytes: SHA-256 of the encoder's weights, taken when they were written.
const uint8_t *_Nonnull reader_digest(void);

/// 32 bytes: the same of the linear model's and of the general words'; and SHA-256 of the three digests,
/// one behind the other.
const uint8_t *_Nonnull reader_linear_digest(void);
const uint8_t *_Nonnull reader_general_digest(void);
const uint8_t *_Nonnull reader_digest_of_all(void);

/// Name of the kernel that runs: "avx512-vnni", "avx-vnni", "avx2", "neon-dot", "neon", "portable".
const char *_Nonnull reader_path(void);

/// Makes kernel number path of this build run from now on, -1: the fastest that the machine can.
/// 0 when done, 1 where the machine cannot run it, -1 where there is no such number. For tests.
int reader_force_path(int path);

#endif
