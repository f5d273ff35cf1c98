"""Makes the reader's weights: train.py --work FOLDER --hints FILE [--out FOLDER] [--hold-out SHARE]

The corpus beside this script, the wheel and its pieces; fixed seeds. `--hints` is what `reader-features` printed of the corpus.
With `--mean-with` the weights are the mean of the new network and of ones made before (their `network.npz`), with
`--epochs 0` of those alone: of two trainings from the same beginning it finds more than either. With `--hold-out` a share of the documents of each writer is kept apart, and what the network says of them is written to
`held-out.npz` for `choose.py`, which chooses the thresholds.
"""

import argparse
import json
import pathlib
import random
import time

import numpy as np
import torch

import corpus
import pieces
import sources
import weights
import words
from network import HINTS, Network
from engine import Engine
from reference import ADVANCE, BEGIN, END, PIECES, Pieces
from wheel import Wheel

HERE = pathlib.Path(__file__).parent
TOKENS = 2048  # a batch
LABEL = {label: number for number, label in enumerate(corpus.LABELS)}


def labels(document, cut):
  out = np.zeros(len(cut), np.int64)
  for start, end, label, _ in document.marks:
    edge = "B-"
    for i, (_, first, last) in enumerate(cut):
      if first < end and last > start:
        out[i] = LABEL[edge + label]
        edge = "I-"
  return out


def painted(spans, cut):
  out = np.zeros(len(cut), np.int64)
  for start, end, hint in spans:
    for i, (_, first, last) in enumerate(cut):
      if first < end and last > start:
        out[i] = HINTS.index(hint)
  return out


class Splitter:
  """Texts cut into pieces by the engine itself, offsets in code points."""

  def __init__(self, table):
    # Only its pieces are asked for: any file may stand in the place of layers that are yet to be made.
    self.engine = Engine(pieces=table, layers=table)

  def split(self, text):
    found = self.engine.split(text)
    lengths = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    lengths = 1 + (lengths > 0x7F).astype(int) + (lengths > 0x7FF) + (lengths > 0xFFFF)
    points = np.repeat(np.arange(len(text)), lengths)
    points = np.append(points, len(text))
    return np.stack([found[:, 0], points[found[:, 1]], points[found[:, 2]]], 1).tolist()


class Examples:
  """What one epoch reads: each document once, some of them altered, cut into windows at chance places."""

  def __init__(self, documents, hints, splitter):
    self.documents, self.hints, self.splitter = documents, hints, splitter
    self.names = corpus.name_words(documents)
    self.plain = {d.name: self.read(d, d.text) for d in documents}

  def read(self, document, text):
    cut = self.splitter.split(text)
    return cut, labels(document, cut)

  def batches(self, seed):
    """The batches of one epoch, in an order drawn from the seed."""
    draw = random.Random(seed)
    out = []
    for document in self.documents:
      hints = self.hints.get(document.name, {})
      cut, marks = self.plain[document.name]
      way = draw.random()
      if way < 0.25 and document.lang in ("en", "fr", "es"):
        document, hints = corpus.renamed(document, draw, self.names[document.lang]), {}
        cut, marks = self.read(document, document.text)
      elif way > 0.8:
        cut, marks = self.read(document, corpus.altered(document.text, draw))
      known = draw.choice(["people", "people", "lists", "lists", None])
      seen = painted(hints.get(known, []), cut) if known else np.zeros(len(cut), np.int64)
      n = len(cut)
      count = -(-n // PIECES)
      size = min(PIECES, -(-n // count) + draw.randrange(0, 24))
      start = 0
      while start < n:
        end = min(n, start + size)
        ids = [BEGIN] + [c[0] for c in cut[start:end]] + [END]
        pad = np.array([-1])
        out.append((np.array(ids), np.concatenate([pad, marks[start:end], pad]),
                    np.concatenate([[0], seen[start:end], [0]])))
        start = end
    out.sort(key=lambda w: (len(w[0]) // 16, draw.random()))
    batches, batch = [], []
    for window in out:
      if batch and (len(batch) + 1) * len(window[0]) > TOKENS:
        batches.append(batch)
        batch = []
      batch.append(window)
    batches.append(batch)
    draw.shuffle(batches)
    return batches


def stacked(batch):
  length = -(-max(len(w[0]) for w in batch) // 8) * 8
  ids, marks, hints = (np.full((len(batch), length), fill, np.int64) for fill in (0, -1, 0))
  for row, window in enumerate(batch):
    for array, values in zip((ids, marks, hints), window):
      array[row, :len(values)] = values
  mask = np.arange(length)[None] < np.array([[len(w[0])] for w in batch])
  return (torch.tensor(x) for x in (ids, marks, hints, mask))


def probabilities(network, cut, hints):
  """What the network says of each piece, windows overlapping as in the engine."""
  n = len(cut)
  total, weight = np.zeros((n, len(corpus.LABELS))), np.zeros((n, 1))
  last = max(0, n - PIECES)
  starts = [*range(0, last, ADVANCE), last]
  for start in starts:
    end = min(n, start + PIECES)
    ids = torch.tensor([[BEGIN] + [c[0] for c in cut[start:end]] + [END]])
    seen = torch.tensor(np.concatenate([[0], hints[start:end], [0]])[None])
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
      said = network(ids, seen, torch.ones_like(ids, dtype=torch.bool), 0.0).float()
    said = torch.softmax(said[0, 1:-1], -1).numpy()
    i = np.arange(end - start)[:, None]
    w = np.minimum(np.minimum(i + 1, end - start - i), 32)
    total[start:end] += said * w
    weight[start:end] += w
  return total / weight


def train(network, examples, epochs, seed=1):
  torch.manual_seed(seed)
  encoder = [p for layer in network.layers for p in layer.parameters()]
  head = [network.hint, network.h1, network.b1, network.h2, network.b2]
  optimizer = torch.optim.AdamW([dict(params=encoder, lr=1e-4, weight_decay=0.01),
                                 dict(params=head, lr=1.5e-3, weight_decay=0.01)], betas=(0.9, 0.98))
  weights = torch.ones(len(corpus.LABELS))
  weights[1:] = 1.2
  weights[-2:] = 1.5
  total = epochs * len(examples.batches(0))
  rate = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda step: min(1, step / (total * 0.08)) * max(0.02, 1 - step / total))
  mean = {name: value.detach().clone() for name, value in network.named_parameters()}
  began, step = time.time(), 0
  for epoch in range(epochs):
    network.train()
    losses = []
    for batch in examples.batches(epoch):
      ids, marks, hints, mask = stacked(batch)
      with torch.autocast("cpu", torch.bfloat16):
        said = network(ids, hints, mask)
      loss = torch.nn.functional.cross_entropy(said.float().flatten(0, 1), marks.flatten(), weights,
                                               ignore_index=-1)
      optimizer.zero_grad()
      loss.backward()
      torch.nn.utils.clip_grad_norm_(encoder, 1.0)
      optimizer.step()
      rate.step()
      step += 1
      decay = min(0.995, (1 + step) / (10 + step))
      with torch.no_grad():
        for name, value in network.named_parameters():
          mean[name].lerp_(value, 1 - decay)
      losses.append(loss.item())
      if step % 50 == 0:
        print(f"epoch {epoch + 1} of {epochs}, step {step} of {total}, loss {np.mean(losses):.3f}, "
              f"{time.time() - began:.0f} s", flush=True)
  with torch.no_grad():
    for name, value in network.named_parameters():
      value.copy_(mean[name])
  network.eval()


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("--work", type=pathlib.Path, required=True)
  parser.add_argument("--hints", type=pathlib.Path, required=True)
  parser.add_argument("--corpus", type=pathlib.Path, default=HERE / "corpus")
  parser.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "Sources/CReader/Weights")
  parser.add_argument("--layers", type=int, default=8)
  parser.add_argument("--epochs", type=int, default=7)
  parser.add_argument("--mean-with", type=pathlib.Path, nargs="*", default=[])
  parser.add_argument("--hold-out", type=float, default=0.07)
  o = parser.parse_args()
  o.out.mkdir(parents=True, exist_ok=True)

  wheel = Wheel(sources.wheel(o.work))
  path = o.out / "pieces.bin"
  if not path.exists():
    weights.write_pieces(wheel.path, pieces.kept(wheel, words.words()), path)
  table, splitter = Pieces(path), Splitter(path)
  hints = {d["id"]: d for d in map(json.loads, o.hints.read_text().splitlines())}
  documents = corpus.load(o.corpus)
  every = round(1 / o.hold_out) if o.hold_out else 0
  held = [d for i, d in enumerate(documents) if every and i % every == every // 2]
  learnt = [d for d in documents if d not in held]
  print(len(learnt), "documents,", len(held), "held out,", table.count, "pieces", flush=True)

  network = Network(table, wheel.encoder(o.layers), len(corpus.LABELS))
  network.eval()
  networks = [dict(np.load(path)) for path in o.mean_with]
  if o.epochs:
    train(network, Examples(learnt, hints, splitter), o.epochs)
    networks.append({name: value.copy() for name, value in network.parameters_by_name().items()})
    np.savez(o.work / "network.npz", **networks[-1])
  named = network.parameters_by_name()
  # The arrays are the network's own memory: what is written to them is what it says.
  for name, value in named.items():
    value[...] = np.mean([one[name] for one in networks], axis=0, dtype="f8")
  print("sha256:" + weights.write_layers(named, o.out / "layers.bin", path))
  if held:
    said = {}
    for document in held:
      cut = splitter.split(document.text)
      said[document.name + ".pieces"] = np.array([c[1:] for c in cut])
      for known in ("people", "lists"):
        seen = painted(hints.get(document.name, {}).get(known, []), cut)
        said[f"{document.name}.{known}"] = probabilities(network, cut, seen).astype("f4")
    np.savez(o.work / "held-out.npz", **said)


if __name__ == "__main__":
  main()
