/// How sure recognition has to be that something leads to somebody before it is acted upon, by kind.
///
///     mask_from: {person: .2, other: .5}     hidden from here on
///     review_from: .15                       below that it stays, and from here on it is shown
public struct DoubtThresholds: Sendable, Hashable {
  /// Of kinds that are not named, from 0 to 1.
  public var other: Double
  /// Of the kinds that are named, each from 0 to 1.
  public var kinds: [EntityKind: Double]

  /// Numbers from 0 to 1, which are not checked; `other` is for the kinds that `kinds` leaves out.
  public init(other: Double, kinds: [EntityKind: Double] = [:]) {
    self.other = other
    self.kinds = kinds
  }

  /// The least probability that counts for a kind, from 0 to 1.
  public subscript(kind: EntityKind) -> Double { kinds[kind] ?? other }

  /// From where on a policy hides that does not say it. A name that is let through costs more than
  /// one hidden in vain; of a trade or an event the sentence keeps more where it stays. Chosen on
  /// held-out documents of the corpus.
  public static let usualMask = DoubtThresholds(
    other: 0.6,
    kinds: [
      .person: 0.2, .contact: 0.2, .identifier: 0.15, .date: 0.35, .age: 0.35, .place: 0.5,
      .job: 0.75, .demographic: 0.75, .event: 0.75,
    ])
  /// From where on a policy shows for review that does not say it.
  public static let usualReview = DoubtThresholds(other: 0.15, kinds: [.identifier: 0.1])

  /// The same, but nowhere above another.
  func limited(to highest: DoubtThresholds) -> DoubtThresholds {
    var limited = self
    for kind in EntityKind.allCases where self[kind] > highest[kind] {
      limited.kinds[kind] = highest[kind]
    }
    return limited
  }
}

extension DoubtThresholds {
  /// One number for all kinds, or a map by kind. In a map `other` is for the kinds that are not
  /// named; without it they have what `usual` says.
  init(_ node: StrictNode, _ key: String, usual: DoubtThresholds) throws(PolicyError) {
    guard node.isMapping else {
      self.init(other: try node.fraction(key, expected: "a number from 0 to 1, or a map by kind"))
      return
    }
    let map = try node.mapping(key, keys: Self.keys)
    let other = try map[EntityKind.other.rawValue]?.fraction(key)
    self.init(other: other ?? usual.other, kinds: other == nil ? usual.kinds : [:])
    for kind in EntityKind.allCases where kind != .other {
      if let value = map[kind.rawValue] { kinds[kind] = try value.fraction(kind.rawValue) }
    }
  }

  /// From where on is shown for review. What a policy does not say of it is nowhere above what is
  /// hidden; what it does say and is above is refused, with its line.
  init(review node: StrictNode?, mask: DoubtThresholds) throws(PolicyError) {
    self = .usualReview
    if let node {
      try self.init(node, "review_from", usual: .usualReview)
      let named = node.isMapping ? try node.mapping("review_from", keys: Self.keys) : nil
      for kind in EntityKind.allCases where self[kind] > mask[kind] {
        let own = named.map { $0[kind.rawValue] ?? $0[EntityKind.other.rawValue] } ?? node
        if let own { throw .reviewAboveMask(own.position, kind: kind) }
      }
    }
    self = limited(to: mask)
  }

  private static let keys = EntityKind.allCases.map(\.rawValue)
}
