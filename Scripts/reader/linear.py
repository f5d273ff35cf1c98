"""Makes the linear model of the fast reader: linear.py --features FILE [--corpus FOLDER] [--out FOLDER] [--hold-out SHARE]

`--features` is what `ReaderFeatures` printed of the corpus: numbers of features, which are rows of a table. Multinomial logistic
regression over the labels of the encoder, fixed seed; of all features the 65,536 that tell most are learnt, in 8 bits.
With `--hold-out` the documents that train.py keeps apart are kept apart too, and what is found in them is measured.
"""

import argparse
import collections
import json
import pathlib
import re

import numpy as np
import torch

import corpus
import weights

HERE = pathlib.Path(__file__).resolve().parent
RANGE = 1 << 20  # of the features' numbers: LinearFeatures.range
ROWS = 1 << 16
REACHED = 3  # neighbours on each side whose labels a token sees
LABELS = len(corpus.LABELS)
LABEL = {label: number for number, label in enumerate(corpus.LABELS)}


class Seen:
  """One document: features of its tokens in three forms, with what the rules found (without and with the people file)
  and without; labels of the tokens."""

  def __init__(self, line, document):
    self.name, self.lang, self.document = document.name, document.lang, document
    self.hints = {known: line[known] for known in ("lists", "people")}
    self.found = line["found"]
    self.tokens = np.array(line["tokens"], np.int64).reshape(-1, 2)
    self.forms = {}
    for known in (None, "lists", "people"):
      rules = line["rules"][known] if known else [[]] * len(self.tokens)
      rows = [text + more for text, more in zip(line["features"], rules)]
      counts = np.array([len(row) for row in rows], np.int64)
      self.forms[known] = np.array([x for row in rows for x in row], np.int32), counts
    self.labels = np.zeros(len(self.tokens), np.int64)
    for start, end, label, _ in document.marks:
      edge = "B-"
      for i in np.flatnonzero((self.tokens[:, 0] < end) & (self.tokens[:, 1] > start)):
        self.labels[i] = LABEL[edge + label]
        edge = "I-"


def read(features, folder):
  documents = {d.name: d for d in corpus.load(folder)}
  with open(features, encoding="utf-8") as lines:
    for line in map(json.loads, lines):
      if "tokens" in line and line["id"] in documents:
        yield Seen(line, documents[line["id"]])


def batch(documents, draw, rows, dropout):
  """Rows of the features of some documents and where each token's begin; some are left out by chance."""
  ids, counts = [], []
  for document in documents:
    way = draw.random()
    some, many = document.forms[None if way < 0.15 else "lists" if way < 0.45 else "people"]
    ids.append(some)
    counts.append(many)
  ids, counts = rows[np.concatenate(ids)], np.concatenate(counts)
  keeps = (ids >= 0) & (draw.random(len(ids)) >= dropout)
  owner = np.repeat(np.arange(len(counts)), counts)[keeps]
  starts = np.searchsorted(owner, np.arange(len(counts)))
  return torch.tensor(ids[keeps].astype(np.int64)), torch.tensor(starts)


def telling(documents, least):
  """The features that tell most of the labels, ascending: those whose counts by kind are the least likely by chance (G²),
  among those that enough documents have."""
  kinds = (LABELS + 1) // 2
  pairs, spread = [], np.zeros(RANGE, np.int32)
  for document in documents:
    ids, many = document.forms["people"]
    pairs.append(ids * kinds + np.repeat((document.labels + 1) // 2, many).astype(np.int32))
    spread[np.unique(ids)] += 1
  counts = np.bincount(np.concatenate(pairs), minlength=RANGE * kinds).reshape(RANGE, kinds).astype(float)
  expected = counts.sum(1, keepdims=True) * (counts.sum(0) / counts.sum())
  with np.errstate(divide="ignore", invalid="ignore"):
    score = np.where(counts > 0, counts * np.log(counts / expected), 0).sum(1)
  score[spread < least] = -1
  best = np.argsort(-score, kind="stable")[:ROWS]
  return np.sort(best[score[best] >= 0])


class Network(torch.nn.Module):
  """The rows of a token's features added up, and what the labels of its neighbours so far make of it."""

  def __init__(self, count):
    super().__init__()
    self.table = torch.nn.EmbeddingBag(count, LABELS, mode="sum")
    self.near = torch.nn.Parameter(torch.zeros(2 * REACHED + 1, LABELS, LABELS))
    self.bias = torch.nn.Parameter(torch.zeros(LABELS))
    with torch.no_grad():
      self.table.weight.zero_()

  def forward(self, ids, starts, lengths):
    first = self.table(ids, starts)
    return first, first + self.second(torch.softmax(first, -1), lengths)

  def second(self, said, lengths):
    """lengths: of the documents; beyond their ends there is nothing."""
    pad = said.new_zeros(REACHED, LABELS)
    parts, at = [], 0
    for length in lengths:
      wide = torch.cat([pad, said[at:at + length], pad])
      parts.append(sum(wide[k:k + length] @ self.near[k] for k in range(2 * REACHED + 1)) + self.bias)
      at += length
    return torch.cat(parts)


def fit(documents, rows, o, seed=1):
  """Weights [rows, labels] for the features that rows gives a number."""
  torch.manual_seed(seed)
  draw = np.random.default_rng(seed)
  count = int(rows.max()) + 1
  network = Network(count)
  balance = torch.ones(LABELS)
  balance[1:] = o.weight
  balance[-2:] = 1.25 * o.weight
  optimizer = torch.optim.Adam([dict(params=[network.table.weight], share=1.0),
                                dict(params=[network.near, network.bias], share=0.2)], lr=o.rate)
  order = np.arange(len(documents))
  steps = o.epochs * -(-len(order) // o.batch)
  step = 0
  for epoch in range(o.epochs):
    draw.shuffle(order)
    losses = []
    for at in range(0, len(order), o.batch):
      some = [documents[i] for i in order[at:at + o.batch]]
      ids, starts = batch(some, draw, rows, o.dropout)
      labels = torch.tensor(np.concatenate([d.labels for d in some]))
      for group in optimizer.param_groups:
        group["lr"] = o.rate * group["share"] * max(0.02, 1 - step / steps)
      said = network(ids, starts, [len(d.labels) for d in some])
      loss = sum(share * torch.nn.functional.cross_entropy(x, labels, balance) for share, x in zip((0.3, 1), said))
      optimizer.zero_grad()
      loss.backward()
      optimizer.step()
      step += 1
      losses.append(loss.item())
    print(f"epoch {epoch + 1} of {o.epochs}, loss {np.mean(losses):.4f}", flush=True)
  return (network.table.weight.detach().numpy() * (1 - o.dropout), network.near.detach().numpy(),
          network.bias.detach().numpy())


def numbered(kept):
  """A feature's row, or -1: features in ascending order, as the table's bits count them."""
  rows = np.full(RANGE, -1, np.int32)
  rows[kept] = np.arange(len(kept))
  return rows


def said(document, known, rows, table, near, bias, scale=1.0):
  """Probabilities of the labels of each token."""
  ids, counts = document.forms[known]
  ids = rows[ids]
  owner = np.repeat(np.arange(len(counts)), counts)[ids >= 0]
  sums = np.zeros((len(counts), LABELS))
  np.add.at(sums, owner, table[ids[ids >= 0]].astype(np.float64))
  sums *= scale
  wide = np.pad(softmax(sums), ((REACHED, REACHED), (0, 0)))
  return softmax(sums + bias + sum(wide[k:k + len(sums)] @ near[k] for k in range(2 * REACHED + 1)))


def suited(bias):
  """The biases with which what the model decides by itself is what the policies' usual thresholds decide."""
  odds = lambda p: np.log(p / (1 - p))
  bias = bias.copy()
  for k, name in enumerate(corpus.KINDS):
    bias[1 + 2 * k:3 + 2 * k] += odds(MASK[name]) - odds(OWN[name])
  return bias


def softmax(sums):
  sums = np.exp(sums - sums.max(1, keepdims=True))
  return sums / sums.sum(1, keepdims=True)


# What is found, as ReadSpan and ReaderRecognizer decide it.

# DoubtThresholds.usualMask, and from which doubt of its own on the model is to decide so.
MASK = dict(zip(corpus.KINDS, [0.2, 0.5, 0.6, 0.35, 0.35, 0.6, 0.75, 0.2, 0.15, 0.75, 0.75]))
OWN = dict(zip(corpus.KINDS, [0.13, 0.35, 0.45, 0.35, 0.35, 0.45, 0.55, 0.1, 0.05, 0.55, 0.55]))
REACH, CLEARS, CLEARS_NAMES = 0.35, 0.2, 0.02


def hidden_letters(document, p, known):
  """Which letters are hidden, as a mask over the text."""
  text, tokens = document.document.text, document.tokens
  mask = bytearray(len(text))
  pairs = p[:, 1:].reshape(len(p), -1, 2)
  kind = pairs[:, :-1].sum(2).argmax(1)
  hidden, public = pairs[:, :-1].sum((1, 2)), pairs[:, -1].sum(1)
  begins = pairs[:, :-1, 0].sum(1)
  words = np.array([text[s].isalnum() for s, _ in tokens], bool)
  lines = np.array([text[s] == "\n" for s, _ in tokens], bool)
  limit = np.array([MASK[name] for name in corpus.KINDS])[kind]
  direct = np.isin(kind, [corpus.KINDS.index(name) for name in ("PERSON", "CONTACT", "ID")])
  on = words & (hidden >= limit) & (hidden >= public * np.where(direct, 0.5, 1))

  def joins(a, b):
    gap = tokens[b][0] > tokens[a][1]
    return (not lines[a] and not lines[b] and hidden[a] >= REACH and hidden[b] >= REACH and
            (begins[b] < 0.5 or not gap and kind[a] == kind[b]))

  at, barrier = 0, 0
  while at < len(tokens):
    if not on[at]:
      at += 1
      continue
    first = last = at
    while first > barrier and joins(first - 1, first):
      first -= 1
    while last + 1 < len(tokens) and joins(last, last + 1):
      last += 1
    at = barrier = last + 1
    while first < last and not words[first]:
      first += 1
    while last > first and not words[last]:
      last -= 1
    mask[tokens[first][0]:tokens[last][1]] = b"\1" * (tokens[last][1] - tokens[first][0])
  stays = bytearray(len(text))
  for start, end, precedence, name, may_stand in sorted(document.found[known], key=lambda m: m[2]):
    if may_stand:
      if precedence > 1:
        mask[start:end] = bytes(end - start)
      continue
    inside = (tokens[:, 0] < end) & (tokens[:, 1] > start)
    best, open_ = hidden[inside].max(initial=0), public[inside].max(initial=0)
    is_name = name in ("person", "other")
    if precedence >= 1 or not (open_ > best and open_ >= (0.7 if is_name else 0.5)) and (
        best + open_ >= (CLEARS_NAMES if is_name else CLEARS)):
      if name != "number":
        mask[start:end] = b"\1" * (end - start)
  return mask


def measure(documents, known, say):
  """Recall of the marks D and Q, precision by word and what of P is kept, by language."""
  count = collections.Counter()
  for document in documents:
    text = document.document.text
    mask = hidden_letters(document, say(document, known), known)
    marked, kinds = bytearray(len(text)), {}
    for start, end, label, entity, sensitivity in marks_of(document.document):
      is_whole = all(mask[i] or not text[i].isalnum() for i in range(start, end))
      if sensitivity == "P":
        is_whole = not any(mask[start:end])
      else:
        marked[start:end] = b"\1" * (end - start)
      for group in (document.lang, "all"):
        count[group, sensitivity] += 1
        count[group, sensitivity, "yes"] += is_whole
      count["kind " + label, sensitivity] += 1
      count["kind " + label, sensitivity, "yes"] += is_whole
    for word in re.finditer(r"\w+", text):
      if mask[word.start()]:
        for group in (document.lang, "all"):
          count[group, "tokens"] += 1
          count[group, "tokens", "yes"] += marked[word.start()]
  share = lambda group, what: count[group, what, "yes"] / max(1, count[group, what])
  for group in ("en", "fr", "ru", "uk", "all"):
    print(f"{known:7} {group:4} D {share(group, 'D'):.3f} Q {share(group, 'Q'):.3f} tok {share(group, 'tokens'):.3f}",
          f"P kept {share(group, 'P'):.3f}")
  print("Q of", *(f"{kind} {share('kind ' + kind, 'Q'):.2f}" for kind in corpus.KINDS if count["kind " + kind, "Q"]))


def marks_of(document):
  sensitivities = document.sensitivities
  for (start, end, label, entity), sensitivity in zip(document.marks, sensitivities):
    yield start, end, entity.split(":")[0], entity, sensitivity


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("--features", type=pathlib.Path, required=True)
  parser.add_argument("--corpus", type=pathlib.Path, default=HERE / "corpus")
  parser.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "Sources/CReader/Weights")
  parser.add_argument("--hold-out", type=float, default=0)
  parser.add_argument("--epochs", type=int, default=6)
  parser.add_argument("--batch", type=int, default=8)
  parser.add_argument("--rate", type=float, default=0.02)
  parser.add_argument("--weight", type=float, default=2.2, help="of a label that is not O")
  parser.add_argument("--dropout", type=float, default=0.4)
  parser.add_argument("--least", type=int, default=2, help="documents that a feature has to be in")
  o = parser.parse_args()

  names = [path.name.removesuffix(".gold.txt") for path in sorted(o.corpus.glob("*.gold.txt"))]
  every = round(1 / o.hold_out) if o.hold_out else 0
  held = {name for i, name in enumerate(names) if every and i % every == every // 2}
  documents = list(read(o.features, o.corpus))
  learnt, apart = [[d for d in documents if (d.name in held) == is_held] for is_held in (False, True)]
  kept = telling(learnt, o.least)
  print(len(learnt), "documents,", len(apart), "held out,", len(kept), "features", flush=True)
  rows = numbered(kept)
  table, near, bias = fit(learnt, rows, o)
  bias = suited(bias)
  scale = float(np.quantile(np.abs(table), 0.9999)) / 127
  whole = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
  weights.write_linear(kept, whole, scale, near, bias, o.out / "linear.bin", RANGE)
  print("sha256:" + weights.seal(o.out))
  for known in ("people", "lists") if apart else ():
    measure(apart, known, lambda d, known: said(d, known, rows, whole, near, bias, scale))


if __name__ == "__main__":
  main()
