/// French: articles, contractions and elision around a replacement.
enum French {
  /// What stands in the place of a mention in prose; nil where prose would need grammar that the
  /// place does not tell.
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, _ planner: inout Planner
  ) -> Replacement? {
    nil
  }

  /// What a person is to the story, in the place of the name.
  static func role(
    _ subject: Planner.Subject, isFirst: Bool, _ around: Surroundings
  ) -> Replacement? {
    nil
  }
}
