// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "{{id}}",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "{{Type}}Topic", targets: ["{{Type}}Topic"]),
        .executable(name: "{{id}}", targets: ["{{id}}"]),
    ],
    dependencies: [
        .package({{parvis}})
    ],
    targets: [
        .target(
            name: "{{Type}}Topic",
            dependencies: [
                .product(name: "CivilTime", package: "parvis"),
                .product(name: "Language", package: "parvis"),
                .product(name: "TopicKit", package: "parvis"),
            ],
            resources: [.copy("data.json"), .copy("fr.yaml")]),
        .executableTarget(
            name: "{{id}}",
            dependencies: [
                "{{Type}}Topic",
                .product(name: "Assistant", package: "parvis"),
                .product(name: "CivilTime", package: "parvis"),
                .product(name: "Language", package: "parvis"),
                .product(name: "TerminalChannel", package: "parvis"),
            ]),
        .testTarget(
            name: "{{Type}}TopicTests",
            dependencies: [
                "{{Type}}Topic",
                .product(name: "Assistant", package: "parvis"),
                .product(name: "Language", package: "parvis"),
                .product(name: "TopicTesting", package: "parvis"),
            ],
            resources: [.copy("stories.yaml")]),
    ],
    swiftLanguageModes: [.v6]
)
