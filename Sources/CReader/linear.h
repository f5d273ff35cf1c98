// The linear model, once for each kernel: included by forward.h. Whole sums are exact; floats as in
// vector.h.

/// A row of weights: one for each label, filled up with 0.
typedef int8_t row __attribute__((ext_vector_type(32), aligned(32), may_alias));
typedef int16_t sums __attribute__((ext_vector_type(32)));

enum {
  /// Sums of so many weights of 8 bits fit into 16.
  MOST = 256,
  /// So many neighbours on each side are seen.
  REACHED = 3,
  WIDTH = READER_ADDED,
};

/// The row of a feature, or NULL where it has none.
static inline const row *find(const reader_u32 *blocks, const row *rows, uint32_t feature) {
  const reader_u32 *block = blocks + (size_t)(feature >> 5) * 2;
  uint32_t bit = 1u << (feature & 31);
  if (!(block[1] & bit)) return NULL;
  return rows + block[0] + (uint32_t)__builtin_popcount(block[1] & (bit - 1));
}

/// Two halves of what is said of the labels of one token.
typedef struct {
  v16 low, high;
} said;

/// Probabilities of sums; a label that is none stays 0.
READER_INLINE said softmax(said x) {
  _Static_assert(READER_LABELS == 25, "so many in the second half");
  const v16 some = {1, 1, 1, 1, 1, 1, 1, 1, 1};
  v16 top = all(peak(larger(x.low, x.high)));
  said e = {exponential(x.low - top), exponential(x.high - top) * some};
  v16 whole = all(1.0f / (sum(e.low) + sum(e.high)));
  return (said){e.low * whole, e.high * whole};
}

/// The rows of a token's features, on their way into the cache.
typedef struct {
  size_t count;
  const row *rows[MOST];
} rows_found;

static void look_up(const uint8_t *file, const uint32_t *features, size_t count, rows_found *found) {
  const reader_u32 *blocks = (const reader_u32 *)reader_section(file, LINEAR_BLOCKS);
  const row *rows = (const row *)reader_section(file, LINEAR_ROWS);
  const uint32_t range = reader_number(file, LINEAR_RANGE);
  found->count = 0;
  for (size_t i = 0; i < count && found->count < MOST; i++) {
    const row *weights = features[i] < range ? find(blocks, rows, features[i]) : NULL;
    if (!weights) continue;
    __builtin_prefetch(weights);
    found->rows[found->count++] = weights;
  }
}

static void add_up(const rows_found *found, v16 scale, float *out) {
  sums total = 0;
  for (size_t i = 0; i < found->count; i++)
    total += __builtin_convertvector(*found->rows[i], sums);
  store(out, __builtin_convertvector(total.lo, v16) * scale);
  store(out + 16, __builtin_convertvector(total.hi, v16) * scale);
}

/// A token as its neighbours see it, in a row of the scratch memory: so many labels, which, and how
/// sure they are. Most are next to nothing and left out.
typedef struct __attribute__((may_alias)) {
  uint8_t count;
  uint8_t labels[WIDTH - 1];
  float shares[(WIDTH * sizeof(float) - WIDTH) / sizeof(float)];
} seen;

static void look(float *row, said x) {
  float shares[WIDTH];
  store(shares, x.low), store(shares + 16, x.high);
  seen s = {0};
  // Where the first label leaves the others less than that together, each of them is.
  const uint8_t labels = shares[0] > 0.9962f ? 1 : READER_LABELS;
  for (uint8_t k = 0; k < labels && s.count < sizeof s.shares / sizeof *s.shares; k++) {
    if (shares[k] < 1.0f / 256) continue;
    s.labels[s.count] = k;
    s.shares[s.count++] = shares[k];
  }
  __builtin_memcpy(row, &s, sizeof s);
}

/// What the labels of a token add to those of another.
READER_INLINE said near(said x, const float *row, const float *weights) {
  const seen *s = (const seen *)row;
  for (size_t i = 0; i < s->count; i++) {
    size_t k = s->labels[i];
    v16 share = all(s->shares[i]);
    x.low = x.low + share * load(weights + k * WIDTH);
    x.high = x.high + share * load(weights + k * WIDTH + 16);
  }
  return x;
}

/// Sums of the features of each token; those of the next are fetched while one is added up.
static void linear_sums(const uint32_t *features, const uint32_t *ends, size_t tokens,
                        float *added) {
  const uint8_t *file = reader_linear_file();
  const v16 scale = all(*(const reader_f32 *)(file + LINEAR_SCALE));
  rows_found found[2];
  for (size_t t = 0; t <= tokens; t++) {
    size_t start = t ? ends[t - 1] : 0;
    if (t < tokens) look_up(file, features + start, ends[t] - start, &found[t & 1]);
    if (t) add_up(&found[(t - 1) & 1], scale, added + (t - 1) * WIDTH);
  }
}

/// The second step: labels of the neighbours, as the first says them, are added.
static void linear_labels(const float *added, size_t tokens, float *scratch,
                          float *probabilities) {
  const uint8_t *file = reader_linear_file();
  const float *weights = (const float *)reader_section(file, LINEAR_NEAR);
  const float *bias = (const float *)reader_section(file, LINEAR_BIAS);
  for (size_t t = 0; t < tokens; t++) {
    said first = softmax((said){load(added + t * WIDTH), load(added + t * WIDTH + 16)});
    look(scratch + t * WIDTH, first);
  }
  for (size_t t = 0; t < tokens; t++) {
    said x = {load(added + t * WIDTH) + load(bias), load(added + t * WIDTH + 16) + load(bias + 16)};
    for (size_t k = 0; k <= 2 * REACHED; k++) {
      if (t + k < REACHED || t + k - REACHED >= tokens) continue;
      x = near(x, scratch + (t + k - REACHED) * WIDTH, weights + k * READER_LABELS * WIDTH);
    }
    x = softmax(x);
    float out[WIDTH];
    store(out, x.low), store(out + 16, x.high);
    __builtin_memcpy(probabilities + t * READER_LABELS, out, READER_LABELS * sizeof(float));
  }
}
