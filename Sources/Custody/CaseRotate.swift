package import Audit
package import Sealing

extension CaseFolder {
  /// Changes who can open the case: rewraps the keys, and touches nothing that is sealed with them.
  ///
  /// Whoever is taken out still opens every copy that was made before.
  package func rotate(
    adding added: [any RecipientKey], removing removed: [String], with identities: [any Identity],
    at time: String
  ) throws {
    try locked {
      let log = try verified()
      var recipients = try settings.recipientKeys()
      for text in removed {
        guard recipients.contains(where: { $0.text == text }) else {
          throw CaseRefusal(
            .refused, "a key to remove is no recipient; 'underseal status --json' lists them")
        }
        recipients.removeAll { $0.text == text }
      }
      for key in added {
        guard !recipients.contains(where: { $0.text == key.text }) else {
          throw CaseRefusal(.refused, "a key to add is a recipient already")
        }
        recipients.append(key)
      }
      guard let first = recipients.first else {
        throw CaseRefusal(.refused, "nobody would be left who can open the case; add a key too")
      }
      guard recipients.allSatisfy({ $0.strength == first.strength }) else {
        throw SealingError.mixedStrengths
      }
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      for id in log.ids + [CaseLayout.registryKey] {
        var key: ItemKey?
        if let sealed = try read(CaseLayout.key(id), log) {
          let unwrapped = try ItemKey.unwrap(sealed, with: identities)
          try stage(try unwrapped.wrapped(to: recipients), CaseLayout.key(id), in: &act)
          key = unwrapped
        }
        try rewrap(id, key, with: identities, to: recipients, log, in: &act)
      }
      var changed = settings
      changed.recipients = recipients.map(\.text)
      try stage(changed.yaml, CaseLayout.settings, in: &act)
      try act.log(
        .rotate,
        [
          .init("added", .array(added.map { .string($0.text) })),
          .init("removed", .array(removed.map { .string($0) })),
        ])
      try commit(act)
      settings = changed
    }
  }

  /// Seals the notice of a withdrawal, which is for the recipients themselves, to the new ones.
  private func rewrap(
    _ id: String, _ key: ItemKey?, with identities: [any Identity],
    to recipients: [any RecipientKey], _ log: CaseLog, in act: inout CaseAct
  ) throws {
    let path = CaseLayout.plan(id)
    guard let sealed = try read(path, log) else { return }
    if let key, (try? SealedRecord.open(sealed, with: [key.identity])) != nil { return }
    let notice = try SealedRecord.open(sealed, with: identities)
    try stage(try SealedRecord.seal(notice, to: recipients), path, .withdrawn, in: &act)
  }

  /// Lets another machine write to the log beside this one.
  package func enrol(_ key: VerifierKey, at time: String) throws {
    try locked {
      _ = try verified()
      var act = CaseAct(at: time)
      act.openings = (CaseLayout.caseOpenings, try stamp())
      do { act.entries.append(try log().enrolment(of: key, at: time)) } catch AuditError.malformed {
        throw CaseRefusal(
          .refused,
          "the key to enrol is of another case, or enrolled already; copy the one that 'underseal"
            + " status' shows on the other machine"
        )
      }
      try commit(act)
    }
  }
}
