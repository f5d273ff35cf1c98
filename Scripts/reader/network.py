"""The reader's network: the first layers of the encoder, the hints, and a head over the labels."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from wheel import q4

HIDDEN, HEADS, HINT, HEAD = 384, 12, 32, 256
EPSILON = 1e-12
# 0 nothing known · 1… the kinds of the people file, formats and checksums · last: on a public list
HINTS = ["none", "person", "place", "unit", "date", "age", "organization", "job", "contact",
         "identifier", "demographic", "event", "number", "other", "public"]


class Layer(nn.Module):
  def __init__(self, weights):
    super().__init__()
    for name, value in weights.items():
      self.register_parameter(name.replace(".", "_"), nn.Parameter(torch.tensor(value)))

  def forward(self, x, mask, drop):
    batch, length, _ = x.shape

    def heads(name):
      y = x @ getattr(self, name + "_w") + getattr(self, name + "_b")
      return y.view(batch, length, HEADS, -1).transpose(1, 2)

    y = F.scaled_dot_product_attention(heads("q"), heads("k"), heads("v"), attn_mask=mask)
    y = y.transpose(1, 2).reshape(batch, length, HIDDEN) @ self.ao_w + self.ao_b
    x = F.layer_norm(x + F.dropout(y, drop, self.training), (HIDDEN,), self.aln_w, self.aln_b, EPSILON)
    y = F.gelu(x @ self.fi_w + self.fi_b) @ self.fo_w + self.fo_b
    return F.layer_norm(x + F.dropout(y, drop, self.training), (HIDDEN,), self.oln_w, self.oln_b, EPSILON)


class Network(nn.Module):
  def __init__(self, pieces, encoder, labels, seed=0):
    """pieces: pieces.bin, read. encoder: the layers to begin with, by the names of `weights.py`."""
    super().__init__()
    draw = np.random.RandomState(seed)
    self.register_buffer("word", torch.tensor(q4(pieces.rows) + pieces.type))
    self.register_buffer("position", torch.tensor(pieces.positions))
    self.register_buffer("norm_w", torch.tensor(pieces.norm_w))
    self.register_buffer("norm_b", torch.tensor(pieces.norm_b))
    layers = {}
    for name, value in encoder.items():
      layer, _, rest = name.partition(".")
      layers.setdefault(int(layer[1:]), {})[rest] = value
    self.layers = nn.ModuleList(Layer(layers[n]) for n in sorted(layers))

    def matrix(rows, columns, scale):
      return nn.Parameter(torch.tensor(draw.randn(rows, columns).astype("f4") * scale))

    self.hint = matrix(len(HINTS), HINT, 0.1)
    self.h1, self.b1 = matrix(HIDDEN + HINT, HEAD, 0.05), nn.Parameter(torch.zeros(HEAD))
    self.h2, self.b2 = matrix(HEAD, labels, 0.05), nn.Parameter(torch.zeros(labels))

  def encode(self, ids, mask, drop=0.1):
    """The last layer: [windows, pieces, width]."""
    x = self.word[ids] + self.position[:ids.shape[1]]
    x = F.layer_norm(x, (HIDDEN,), self.norm_w, self.norm_b, EPSILON)
    attended = mask[:, None, None, :]
    for layer in self.layers:
      x = layer(x, attended, drop)
    return x

  def forward(self, ids, hints, mask, drop=0.1):
    x = self.encode(ids, mask, drop)
    x = torch.cat([F.dropout(x, drop, self.training), self.hint[hints].to(x.dtype)], -1)
    return F.gelu(x @ self.h1 + self.b1) @ self.h2 + self.b2

  def parameters_by_name(self):
    """Arrays as `weights.py` writes them."""
    out = {}
    for number, layer in enumerate(self.layers):
      for name, value in layer.named_parameters():
        out[f"l{number}.{name.replace('_', '.')}"] = value.detach().numpy()
    for name in ("hint", "h1", "b1", "h2", "b2"):
      out[name] = getattr(self, name).detach().numpy()
    return out
