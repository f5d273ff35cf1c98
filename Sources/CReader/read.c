#include "CReader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "weights.h"
#include "kernel.h"

// A document is read in windows of 254 pieces, each 190 behind the one before, the last as far back
// as it must be to be full. Windows are read by any thread and added up in their order.

enum { PIECES = READER_POSITIONS - 2, ADVANCE = 190, EDGE = 32 };

/// A document that is being read.
typedef struct {
  const reader_piece *pieces;
  const uint8_t *hints;
  size_t count;
  size_t windows;
  const reader_kernel *kernel;
  float *probabilities;
  /// NULL where nobody asks.
  float *meaning;
  /// For each piece the weights that its probabilities were added with.
  float *weights;
  reader_progress progress;
  void *context;
  pthread_mutex_t lock;
  pthread_cond_t merged;
  /// Guarded by the lock: the next window to read, the next to add, and what became of it all.
  size_t next;
  size_t done;
  int result;
} document;

/// The first piece of a window, and how many it has.
static size_t window_start(const document *d, size_t window) {
  size_t start = window * ADVANCE;
  return d->count <= PIECES ? 0 : start < d->count - PIECES ? start : d->count - PIECES;
}
static size_t window_count(const document *d) { return d->count < PIECES ? d->count : PIECES; }

/// Adds what was read in a window; the farther a piece is from its edge the more it counts.
static void add(document *d, size_t window, const float *read, const float *meaning) {
  size_t start = window_start(d, window), count = window_count(d);
  for (size_t i = 0; i < count; i++) {
    size_t left = i + 1 < count - i ? i + 1 : count - i;
    float weight = (float)(left < EDGE ? left : EDGE);
    float *to = d->probabilities + (start + i) * READER_LABELS;
    const float *from = read + (i + 1) * READER_PROBABILITIES;
    for (size_t k = 0; k < READER_LABELS; k++) to[k] = to[k] + from[k] * weight;
    if (d->meaning) {
      to = d->meaning + (start + i) * READER_MEANING;
      from = meaning + (i + 1) * READER_MEANING;
      for (size_t k = 0; k < READER_MEANING; k++) to[k] = to[k] + from[k] * weight;
    }
    d->weights[start + i] += weight;
  }
}

/// Fills a window with its pieces between bos and eos.
static void fill(const document *d, size_t number, reader_window *window) {
  size_t start = window_start(d, number), count = window_count(d);
  memset(window, 0, sizeof *window);
  window->count = count + 2;
  window->pieces[0] = READER_BEGIN;
  for (size_t i = 0; i < count; i++) {
    window->pieces[i + 1] = d->pieces[start + i].piece;
    window->hints[i + 1] = d->hints ? d->hints[start + i] : 0;
  }
  window->pieces[count + 1] = READER_END;
}

/// Reads windows until there are none left. Called with the lock held.
static void read_windows(document *d, void *scratch, float *read, float *meaning) {
  while (d->next < d->windows && d->result == READER_DONE) {
    size_t number = d->next++;
    pthread_mutex_unlock(&d->lock);
    reader_window window;
    fill(d, number, &window);
    d->kernel->read(&window, scratch, read, d->meaning ? meaning : NULL);
    pthread_mutex_lock(&d->lock);
    while (d->done < number && d->result == READER_DONE) pthread_cond_wait(&d->merged, &d->lock);
    if (d->result != READER_DONE) return;
    add(d, number, read, meaning);
    d->done++;
    if (d->progress && d->progress(d->context, d->done, d->windows) != 0)
      d->result = READER_STOPPED;
    pthread_cond_broadcast(&d->merged);
  }
}

/// One thread: reads windows in memory of its own. A thread that has none leaves its share to the
/// others; the caller sees to it that there is at least one.
static void *work(void *context) {
  document *d = context;
  size_t size = (d->kernel->scratch + 63) / 64 * 64;
  size_t rows = READER_ROWS * READER_PROBABILITIES * sizeof(float);
  size_t words = d->meaning ? READER_ROWS * READER_MEANING * sizeof(float) : 0;
  uint8_t *memory = aligned_alloc(64, size + rows + words);
  if (!memory) return NULL;
  memset(memory, 0, size + rows + words);
  pthread_mutex_lock(&d->lock);
  read_windows(d, memory, (float *)(memory + size), (float *)(memory + size + rows));
  pthread_mutex_unlock(&d->lock);
  free(memory);
  return d;
}

/// Whether the weights know all pieces and hints.
static int known(const document *d) {
  uint32_t pieces = reader_number(reader_pieces_file(), PIECES_COUNT);
  size_t hints = reader_hints();
  for (size_t i = 0; i < d->count; i++)
    if (d->pieces[i].piece >= pieces || (d->hints && d->hints[i] >= hints)) return 0;
  return 1;
}

int reader_read(const reader_piece *pieces, const uint8_t *hints, size_t count, unsigned threads,
                float *probabilities, float *meaning, reader_progress progress,
                void *context) {
  if (count == 0) return READER_DONE;
  document d = {
    .pieces = pieces, .hints = hints, .count = count, .kernel = reader_chosen(),
    .windows = count <= PIECES ? 1 : 1 + (count - PIECES + ADVANCE - 1) / ADVANCE,
    .probabilities = probabilities, .meaning = meaning, .progress = progress, .context = context,
    .lock = PTHREAD_MUTEX_INITIALIZER, .merged = PTHREAD_COND_INITIALIZER, .result = READER_DONE,
  };
  if (!known(&d)) return READER_UNKNOWN;
  enum { MOST = 256 };
  if (threads > MOST) threads = MOST;
  if (threads > d.windows) threads = (unsigned)d.windows;
  memset(probabilities, 0, count * READER_LABELS * sizeof(float));
  if (meaning) memset(meaning, 0, count * READER_MEANING * sizeof(float));
  d.weights = calloc(count, sizeof(float));
  if (!d.weights) return READER_NO_MEMORY;
  pthread_t others[MOST];
  unsigned started = 0;
  while (started + 1 < threads && pthread_create(&others[started], NULL, work, &d) == 0) started++;
  work(&d);
  for (unsigned i = 0; i < started; i++) pthread_join(others[i], NULL);
  if (d.result == READER_DONE && d.done < d.windows) d.result = READER_NO_MEMORY;
  for (size_t i = 0; i < count && d.result == READER_DONE; i++) {
    for (size_t k = 0; k < READER_LABELS; k++)
      probabilities[i * READER_LABELS + k] = probabilities[i * READER_LABELS + k] / d.weights[i];
    for (size_t k = 0; meaning && k < READER_MEANING; k++)
      meaning[i * READER_MEANING + k] = meaning[i * READER_MEANING + k] / d.weights[i];
  }
  free(d.weights);
  pthread_cond_destroy(&d.merged);
  pthread_mutex_destroy(&d.lock);
  return d.result;
}

const char *reader_label(size_t label) {
  if (label >= READER_LABELS) return NULL;
  return (const char *)reader_section(reader_layers_file(), LAYERS_NAMES) + label * 16;
}

size_t reader_hints(void) { return reader_number(reader_layers_file(), LAYERS_HINTS); }

const uint8_t *reader_digest(void) { return reader_layers_file() + LAYERS_DIGEST; }
