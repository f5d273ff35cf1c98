"""Makes general.bin, which says which general word fits a span: general.py --work FOLDER --features FILE [--out FOLDER]

`general.tsv` beside this script has the class of each marked span of the corpus (language, kind, words, class) and a lexicon
of phrases that stand in no text (kind "-"); `general.txt` says what the classes cover. `--features` is what
`reader-features --general general.tsv` printed, a line for each of its lines. What the encoder says of a span is the mean of its
last layer over the pieces, as the weights of `layers.bin` make it: to be done again after each training of them.

The encoder is left out for some spans, and the words for some, so that each can speak alone. One document of fourteen is kept
apart for the figures.
"""

import argparse
import collections
import json
import os
import pathlib

import numpy as np
import torch

import corpus
import reference
import weights
from engine import Engine
from network import Network as Encoder

HERE = pathlib.Path(__file__).parent
FEATURES, SCALE = 1 << 16, 4.0


def meanings(documents, known, folder):
  """For each marked span whose class is known: document, line of general.tsv, and the mean of the last layer."""
  engine = Engine()
  parameters = {name: np.array(value) for name, value in reference.read_layers(folder / "layers.bin").items()}
  encoder = {name: value for name, value in parameters.items() if name[0] == "l" and name[1].isdigit()}
  network = Encoder(reference.Pieces(folder / "pieces.bin"), encoder, len(corpus.LABELS)).eval()
  names, lines, means = [], [], []
  for number, document in enumerate(documents):
    spans = [(start, end, known.get((document.lang, entity.partition(":")[0], document.text[start:end].lower())))
             for start, end, _, entity in document.marks]
    spans = [span for span in spans if span[2] is not None]
    if not spans:
      continue
    cut = engine.split(document.text)
    states = last_layer(network, cut[:, 0])
    at = np.cumsum([0] + [len(char.encode()) for char in document.text])
    for start, end, line in spans:
      own = (cut[:, 1] < at[end]) & (cut[:, 2] > at[start])
      if own.any():
        names.append(document.name)
        lines.append(line)
        means.append(states[own].mean(0))
    if number % 100 == 0:
      print(f"read {number} of {len(documents)} documents", flush=True)
  return names, np.array(lines), np.array(means, np.float32)


def last_layer(network, numbers):
  """What the encoder's last layer says of the pieces of a document, windows merged as in the engine."""
  total, shares = np.zeros((len(numbers), weights.WIDTH), np.float32), np.zeros((len(numbers), 1), np.float32)
  for start in reference.starts(len(numbers)):
    end = min(len(numbers), start + reference.PIECES)
    ids = torch.tensor(np.concatenate([[reference.BEGIN], numbers[start:end], [reference.END]])[None].astype(np.int64))
    with torch.no_grad():
      said = network.encode(ids, torch.ones_like(ids, dtype=torch.bool), 0.0)[0, 1:-1].numpy()
    i = np.arange(end - start)[:, None]
    share = np.minimum(np.minimum(i + 1, end - start - i), reference.EDGE).astype(np.float32)
    total[start:end] += said * share
    shares[start:end] += share
  return total / shares


class Network(torch.nn.Module):
  def __init__(self, words):
    super().__init__()
    self.meaning = torch.nn.Linear(weights.WIDTH, weights.MEANING, bias=False)
    self.rows = torch.nn.EmbeddingBag(FEATURES, weights.MEANING, mode="mean")
    torch.nn.init.normal_(self.rows.weight, std=0.01)
    self.words = torch.nn.Linear(weights.MEANING, words)

  def forward(self, means, features, by_encoder, by_words):
    flat = torch.tensor(np.concatenate(features))
    starts = torch.tensor(np.cumsum([0] + [len(one) for one in features[:-1]]))
    return self.words(self.meaning(means) * by_encoder[:, None] + self.rows(flat, starts) * SCALE * by_words[:, None])


def train(network, examples, epochs, draw):
  """examples: (mean or None, features, class, weight)."""
  optimizer = torch.optim.Adam([
    dict(params=[*network.meaning.parameters(), *network.words.parameters()], lr=2e-3, weight_decay=1e-5),
    dict(params=network.rows.parameters(), lr=0.015)])
  steps = epochs * (len(examples) // 128)
  rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.01, 1 - step / steps))
  none = np.zeros(weights.WIDTH, np.float32)
  for epoch in range(epochs):
    losses = []
    for batch in np.array_split(draw.permutation(len(examples)), len(examples) // 128):
      means, features, classes, shares = zip(*(examples[n] for n in batch))
      chance = draw.random(len(batch))
      read = np.array([mean is not None for mean in means])
      by_encoder = torch.tensor((read & (chance >= 0.3)).astype(np.float32))
      by_words = torch.tensor((~(read & (chance > 0.9))).astype(np.float32))
      features = [[f for f in one if draw.random() > 0.1] or one for one in features]
      said = network(torch.tensor(np.stack([none if mean is None else mean for mean in means])), features,
                     by_encoder, by_words)
      loss = torch.nn.functional.cross_entropy(said, torch.tensor(classes), reduction="none", label_smoothing=0.05)
      loss = (loss * torch.tensor(shares)).mean()
      optimizer.zero_grad()
      loss.backward()
      optimizer.step()
      rate.step()
      losses.append(loss.item())
    print(f"epoch {epoch + 1} of {epochs}, loss {np.mean(losses):.3f}", flush=True)


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("--work", type=pathlib.Path, required=True)
  parser.add_argument("--features", type=pathlib.Path, required=True)
  parser.add_argument("--corpus", type=pathlib.Path, default=HERE / "corpus")
  parser.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "Sources/CReader/Weights")
  parser.add_argument("--epochs", type=int, default=20)
  o = parser.parse_args()
  torch.manual_seed(1)
  torch.set_num_threads(os.cpu_count() or 1)
  draw = np.random.default_rng(1)

  lines = [line.split("\t") for line in (HERE / "general.tsv").read_text(encoding="utf-8").splitlines()]
  features = [[f % FEATURES for f in json.loads(line)] or [0] for line in o.features.read_text().splitlines()]
  assert len(lines) == len(features)
  classes = sorted({line[3] for line in lines if line[1] != "-"})
  number = {name: n for n, name in enumerate(classes)}
  known = {tuple(line[:3]): n for n, line in enumerate(lines) if line[1] != "-"}
  documents = corpus.load(o.corpus)
  held = {d.name for i, d in enumerate(documents) if i % 14 == 7}

  kept = o.work / "meanings.npz"
  if not kept.exists():
    names, at, means = meanings(documents, known, o.out)
    np.savez(kept, names=names, lines=at, means=means)
  kept = np.load(kept)
  names, at, means = kept["names"], kept["lines"], kept["means"]
  often = collections.Counter(at[[name not in held for name in names]].tolist())
  examples, apart = [], []
  for name, line, mean in zip(names, at, means):
    example = (mean, features[line], number[lines[line][3]], np.float32(1 / np.sqrt(max(1, often[line]))))
    if name not in held:
      examples.append(example)
    elif line not in often:
      apart.append((lines[line], example))
  examples += [(None, f, number[line[3]], np.float32(1)) for line, f in zip(lines, features)
               if line[1] == "-" and line[3] in number]
  print(len(examples), "spans and phrases,", len(apart), "of documents kept apart, not among them", len(classes), "words")

  network = Network(len(classes))
  train(network, examples, o.epochs, draw)

  with torch.no_grad():
    rows = network.rows.weight.numpy() * SCALE
    scale = float(np.abs(rows).max() / 127)
    whole = np.clip(np.rint(rows / scale), -127, 127).astype(np.int8)
    network.rows.weight.copy_(torch.tensor(whole * np.float32(scale) / SCALE))
    weights.write_general(classes, network.meaning.weight.numpy().T, whole, scale,
                          network.words.weight.numpy().T, network.words.bias.numpy(), o.out / "general.bin")
    print("sha256:" + weights.seal(o.out))
    one = torch.ones(len(apart))
    told = np.array([example[2] for _, example in apart])
    of = [example[1] for _, example in apart]
    states = torch.tensor(np.stack([example[0] for _, example in apart]))
    table = ["| | spans | right | said from .5 | of these right | from .65 | right |", "|---|---|---|---|---|---|---|"]
    for name, by_encoder in (("encoder and words", one), ("words alone", one * 0)):
      shares = torch.softmax(network(states, of, by_encoder, one), -1).numpy()
      sure, right = shares.max(1), shares.argmax(1) == told
      kinds = np.array([line[1] for line, _ in apart])
      for kind in [None, *sorted(set(kinds))]:
        own = kinds == kind if kind else np.ones(len(kinds), bool)
        figures = " | ".join(f"{(own & (sure >= t)).sum() / own.sum():.2f} | {right[own & (sure >= t)].mean():.2f}"
                             for t in (0.5, 0.65))
        table.append(f"| {name}, {kind or 'all'} | {own.sum()} | {right[own].mean():.2f} | {figures} |")
    print("\n".join(table))
    (o.work / "general.md").write_text("\n".join(table), encoding="utf-8")


if __name__ == "__main__":
  main()
