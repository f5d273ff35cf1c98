import Testing

/// The scripts in `Scripts/`: what a user of the command line may rely on.
struct ScriptTests {
  @Test(arguments: Script.all)
  func scriptHolds(_ script: Script) throws {
    try script.run()
  }

  @Test func scriptsAreFound() {
    #expect(Script.all.count > 10)
  }
}
