// swift-tools-version: 6.2
import PackageDescription

/// The topics that live in this repository: a folder of `Plugins/` each, built as `<Folder>Topic`.
let topics = ["Canteen", "CivilStatus", "Events", "Hours", "Waste"]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let subprocess: [Target.Dependency] = [
    .product(name: "Subprocess", package: "swift-subprocess"),
    .product(name: "SystemPackage", package: "swift-system"),
]
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
    name: "parvis",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "parvis", targets: ["parvis"]),
        .executable(name: "parvis-speech", targets: ["parvis-speech"]),
        .library(name: "Assistant", targets: ["Assistant"]),
        .library(name: "CivilTime", targets: ["CivilTime"]),
        .library(name: "TerminalChannel", targets: ["TerminalChannel"]),
        .library(name: "TopicKit", targets: ["TopicKit"]),
        .library(name: "TopicPack", targets: ["TopicPack"]),
        .library(name: "TopicWorker", targets: ["TopicWorker"]),
        .library(name: "TopicTesting", targets: ["TopicTesting"]),
        .library(name: "OpenData", targets: ["OpenData"]),
        .library(name: "Language", targets: ["Language"]),
        .library(name: "Understanding", targets: ["Understanding"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // Floor 0: C libraries, and values without a language or a town.
        .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CLouis", pkgConfig: "liblouis", providers: [.apt(["liblouis-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "Braille", dependencies: ["CLouis"]),
        // The libraries of the speech engines: only `parvis-speech` links them.
        .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
        .systemLibrary(name: "CEspeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev"])]),
        .systemLibrary(
            name: "CPocketSphinx", pkgConfig: "pocketsphinx",
            providers: [.apt(["libpocketsphinx-dev", "libsphinxbase-dev"])]),
        .systemLibrary(name: "CSpeexDSP", pkgConfig: "speexdsp", providers: [.apt(["libspeexdsp-dev"])]),
        .target(name: "CivilTime"),
        .target(name: "Diagnostics"),
        // Floor 1
        .target(name: "OpenData", dependencies: ["CLibical", "CivilTime", "Diagnostics"]),
        .target(name: "Language", dependencies: ["CivilTime", "Diagnostics", yams]),
        // Floor 2
        .target(name: "TopicKit", dependencies: ["CivilTime", "Language"]),
        .target(name: "FolderReading", dependencies: ["CivilTime", "Diagnostics", "Language", "OpenData", yams]),
        .target(name: "Wyoming"),
        // Floor 3
        .target(
            name: "Town",
            dependencies: ["CivilTime", "Diagnostics", "FolderReading", "Language", "OpenData", "TopicKit"]),
        .target(
            name: "TownStore",
            dependencies: ["CivilTime", "Diagnostics", "TopicKit", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Understanding", dependencies: ["CivilTime", "Language", "TopicKit"]),
        .target(
            name: "TopicWorker",
            dependencies: ["CivilTime", "Diagnostics", "FolderReading", "Language", "TopicKit"] + subprocess),
        .target(name: "Rendering", dependencies: ["CivilTime", "Language", "TopicKit"]),
        .target(name: "Speech", dependencies: ["Diagnostics", "Language", "Wyoming"] + subprocess),
        .target(name: "SpeechWyoming", dependencies: ["Speech", "Wyoming"] + nio),
        // Floor 4
        .target(name: "Dialogue", dependencies: ["CivilTime", "Diagnostics", "Language", "TopicKit", "Understanding"]),
        .target(
            name: "TopicPack",
            dependencies: ["CivilTime", "Diagnostics", "FolderReading", "Language", "OpenData", "TopicKit"]),
        // Floor 5
        .target(
            name: "Assistant",
            dependencies: [
                "CivilTime", "Diagnostics", "Dialogue", "Language", "Rendering", "TopicKit", "TopicPack", "TopicWorker",
                "Town", "TownStore", "Understanding",
            ] + topics.map { .init(stringLiteral: $0 + "Topic") }),
        // The speech engines, a program of their own: `parvis` talks to it and links none of this.
        .target(name: "SpeechSignal", dependencies: ["CSpeexDSP"]),
        .target(name: "SpeechALSA", dependencies: ["CALSA", "SpeechSignal"]),
        .target(name: "SpeechEspeakNG", dependencies: ["CEspeakNG", "SpeechSignal", "Wyoming"]),
        .target(name: "SpeechPocketSphinx", dependencies: ["CPocketSphinx", "SpeechSignal", "Wyoming"]),
        .executableTarget(
            name: "parvis-speech",
            dependencies: [
                "SpeechALSA", "SpeechEspeakNG", "SpeechPocketSphinx", "Wyoming",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Floors 6 and 7
        .target(
            name: "TerminalChannel",
            dependencies: ["Assistant", "Braille", "CivilTime", "Dialogue", "Language", "Rendering"]),
        .target(
            name: "KioskChannel",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "Language", "Rendering", "Speech", "TopicKit",
                "Understanding",
            ]),
        .target(
            name: "WyomingChannel",
            dependencies: ["Assistant", "CivilTime", "Dialogue", "Language", "Rendering", "Speech", "Wyoming"] + nio
        ),
        .target(
            name: "WebChannel",
            dependencies: [
                "Assistant", "CQREncode", "CSodium", "CivilTime", "Diagnostics", "Dialogue", "FolderReading",
                "Language",
                "Rendering", "TopicKit", "Town", "Understanding", yams,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "web-baseline", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            path: "Benchmarks/web/baseline"),
        .target(
            name: "TopicTesting",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "FolderReading", "Language", "Rendering",
                "TerminalChannel",
                "TopicKit", "Understanding", yams,
            ]),
        .target(
            name: "KioskTesting",
            dependencies: [
                "Assistant", "CivilTime", "Dialogue", "KioskChannel", "Language", "Rendering", "Speech", "TopicKit",
                "TopicTesting",
            ]),
        .executableTarget(
            name: "parvis",
            dependencies: [
                "Assistant", "Braille", "CivilTime", "Diagnostics", "Dialogue", "KioskChannel", "KioskTesting",
                "Language", "OpenData", "Rendering", "Speech", "SpeechWyoming", "TerminalChannel", "TopicTesting",
                "TownStore", "WebChannel", "WyomingChannel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + nio),
        // Tests mirror the sources.
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"]),
        .testTarget(name: "OpenDataTests", dependencies: ["CivilTime", "Diagnostics", "OpenData"]),
        .testTarget(name: "LanguageTests", dependencies: ["CivilTime", "Diagnostics", "Language"]),
        .testTarget(
            name: "TownTests", dependencies: ["CivilTime", "Diagnostics", "Language", "OpenData", "TopicKit", "Town"]),
        .testTarget(
            name: "TopicWorkerTests",
            dependencies: [
                "CivilTime", "Diagnostics", "Dialogue", "Language", "TopicKit", "TopicWorker", "Understanding",
            ], exclude: ["Workers"]),
        .testTarget(
            name: "TownStoreTests", dependencies: ["CivilTime", "Diagnostics", "Language", "TopicKit", "TownStore"]),
        .testTarget(
            name: "RenderingTests", dependencies: ["CivilTime", "Diagnostics", "Language", "Rendering", "TopicKit"]),
        .testTarget(
            name: "UnderstandingTests",
            dependencies: ["CivilTime", "Diagnostics", "Language", "TopicKit", "Understanding"]),
        .testTarget(
            name: "DialogueTests",
            dependencies: ["CivilTime", "Diagnostics", "Dialogue", "Language", "TopicKit", "Understanding"]),
        .testTarget(
            name: "AssistantTests",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "Language", "Rendering", "TopicKit",
                "TopicTesting", "TownStore", "Understanding",
            ],
            exclude: ["Transcripts"]),
        .testTarget(
            name: "TopicPackTests",
            dependencies: ["CivilTime", "Diagnostics", "Language", "Rendering", "TopicKit", "TopicPack"]),
        .testTarget(
            name: "TopicTestingTests",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "Language", "TopicKit", "TopicTesting",
            ]),
        .testTarget(
            name: "TerminalChannelTests", dependencies: ["Braille", "Diagnostics", "Language", "TerminalChannel"]),
        .testTarget(name: "BrailleTests", dependencies: ["Braille"]),
        .testTarget(
            name: "WebChannelTests",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "Language", "Rendering", "TopicKit", "Town",
                "TownStore", "WebChannel", yams,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(name: "SpeechTests", dependencies: ["Diagnostics", "Language", "Speech"]),
        .testTarget(name: "SpeechWyomingTests", dependencies: ["Speech", "SpeechWyoming", "Wyoming"]),
        .testTarget(
            name: "KioskChannelTests",
            dependencies: [
                "Assistant", "CivilTime", "Diagnostics", "Dialogue", "KioskChannel", "KioskTesting", "Language",
                "Rendering", "Speech", "TopicTesting",
            ]),
        .testTarget(
            name: "WyomingChannelTests",
            dependencies: [
                "Assistant", "CivilTime", "Language", "Speech", "SpeechWyoming", "Wyoming", "WyomingChannel",
            ]),
        .testTarget(name: "WyomingTests", dependencies: ["Wyoming"]),
        .testTarget(
            name: "SpeechEngineTests",
            dependencies: [
                "SpeechALSA", "SpeechEspeakNG", "SpeechPocketSphinx", "SpeechSignal", "Wyoming", "parvis-speech",
            ]),
        .testTarget(name: "CommandTests", dependencies: ["CivilTime", "TopicKit", "TownStore", "parvis"]),
    ],
    swiftLanguageModes: [.v6]
)

for topic in topics {
    package.targets.append(
        .target(
            name: topic + "Topic", dependencies: ["CivilTime", "Language", "OpenData", "TopicKit", "Town"],
            path: "Plugins/" + topic, exclude: ["stories.yaml"]))
    package.targets.append(
        .testTarget(
            name: topic + "TopicTests",
            dependencies: [
                .init(stringLiteral: topic + "Topic"), "Assistant", "CivilTime", "Diagnostics", "Language", "OpenData",
                "Rendering",
                "TopicKit", "TopicTesting", "Town",
            ]))
}

for target in package.targets where target.type != .system {
    var settings = target.swiftSettings ?? []
    for feature in [
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    ] {
        settings.append(.enableUpcomingFeature(feature))
    }
    settings.append(.treatAllWarnings(as: .error))
    target.swiftSettings = settings
}
