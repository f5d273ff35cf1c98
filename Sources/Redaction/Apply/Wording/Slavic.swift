/// Russian and Ukrainian: the case, number and gender that a replacement's place asks for.
enum Slavic {
  /// What stands in the place of a mention in prose; nil where the case cannot be told.
  static func replacement(
    for mention: Mention, _ treatment: Treatment, _ around: Surroundings, _ planner: inout Planner
  ) -> Replacement? {
    nil
  }

  /// What a person is to the story, in the place of the name.
  static func role(
    _ subject: Planner.Subject, isFirst: Bool, _ around: Surroundings, _ language: Language
  ) -> Replacement? {
    nil
  }
}
