// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "underseal",
  products: [
    .executable(name: "underseal", targets: ["Command"]),
    .library(name: "Redaction", targets: ["Redaction"]),
    .library(name: "Sealing", targets: ["Sealing"]),
  ],
  traits: [
    .trait(
      name: "PostQuantum",
      description: "Recipients that a quantum computer does not break (age1pq1…)."),
    .default(enabledTraits: ["PostQuantum"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: settings),
    .target(name: "CSync"),
    .target(name: "Audit", dependencies: ["CSync", "Cryptography"], swiftSettings: settings),
    .target(name: "Sealing", dependencies: ["Cryptography"], swiftSettings: settings),
    .target(
      name: "HybridSealing",
      dependencies: [
        "Cryptography", "Sealing",
        .product(
          name: "Crypto", package: "swift-crypto", condition: .when(traits: ["PostQuantum"])),
      ],
      swiftSettings: settings),
    .target(name: "CLexicon", exclude: ["Tables", "PROVENANCE.md"]),
    .target(name: "CPolicies"),
    .target(
      name: "CReader", exclude: ["Weights", "PROVENANCE.md"],
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
    .target(
      name: "Redaction",
      dependencies: ["CLexicon", "CPolicies", "CReader", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "Custody",
      dependencies: ["Audit", "Cryptography", "HybridSealing", "Redaction", "Sealing"],
      swiftSettings: settings),
    .target(name: "CProcess"),
    .executableTarget(
      name: "Command",
      dependencies: [
        "Audit", "CProcess", "Cryptography", "Custody", "HybridSealing", "Redaction", "Sealing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "ReaderFeatures", dependencies: ["Redaction"], path: "Scripts/reader/Features",
      swiftSettings: settings),
    .testTarget(
      name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: settings),
    .executableTarget(
      name: "AuditBenchmark", dependencies: ["Audit"], path: "Tests/Benchmarks/audit",
      swiftSettings: settings),
    .testTarget(
      name: "AuditTests", dependencies: ["Audit", "Cryptography"], exclude: ["ThirdParty"],
      swiftSettings: settings),
    .target(
      name: "AgeVectors", dependencies: ["Cryptography", "Sealing"], path: "Tests/AgeVectors",
      swiftSettings: settings),
    .executableTarget(
      name: "SealingStream", dependencies: ["Sealing"], path: "Tests/Benchmarks/SealingStream",
      swiftSettings: settings),
    .testTarget(
      name: "SealingTests", dependencies: ["AgeVectors", "Cryptography", "Sealing"],
      swiftSettings: settings),
    .testTarget(
      name: "HybridSealingTests",
      dependencies: ["AgeVectors", "Cryptography", "HybridSealing", "Sealing"],
      swiftSettings: settings),
    .testTarget(
      name: "CReaderTests", dependencies: ["CReader", "Cryptography"], swiftSettings: settings),
    .testTarget(
      name: "RedactionTests", dependencies: ["Redaction"],
      exclude: ["Golden", "Ordinary", "Recognize/Identifiers"],
      swiftSettings: settings),
    .testTarget(
      name: "CustodyTests",
      dependencies: ["Audit", "Custody", "HybridSealing", "Redaction", "Sealing"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["Command", "Redaction"], exclude: ["Scripts"],
      swiftSettings: settings),
  ]
)
