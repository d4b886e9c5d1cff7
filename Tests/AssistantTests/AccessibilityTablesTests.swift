import Foundation
import Testing

private let python = "/usr/bin/python3"

@Suite("The tables of Docs/accessibility")
struct AccessibilityTablesTests {
    @Test("are what their data give", .enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func generated() throws {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [AccessibilityTablesTests.root + "/Scripts/accessibility-tables", "--check"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("have a row for each criterion, and claim nothing")
    func rows() throws {
        let numbers = try criteria()
        #expect(numbers.count == 106)
        #expect(Set(numbers).count == 106)
        for file in ["rgaa.md", "en301549.md", "declaration.md"] {
            let text = try read("Docs/accessibility/" + file)
            #expect(!text.contains("conforme au RGAA"), "\(file)")
            #expect(!text.contains("conforme RGAA"), "\(file)")
        }
        #expect(try read("Docs/accessibility/declaration.md").contains("aligné sur le RGAA"))
    }

    private static let officialList = root + "/../shared/data/rgaa/criteres.json"

    @Test(
        "number the criteria as the official list does",
        .enabled(
            if: FileManager.default.fileExists(atPath: officialList), "the official list is not beside the project"))
    func sameNumbers() throws {
        let data = try Data(contentsOf: URL(filePath: AccessibilityTablesTests.officialList))
        let list = try JSONDecoder().decode(Official.self, from: data)
        let numbers = list.topics.flatMap { topic in topic.criteria.map { "\(topic.number).\($0.criterium.number)" } }
        #expect(try criteria() == numbers)
    }

    private struct Official: Decodable {
        let topics: [Topic]

        struct Topic: Decodable {
            let number: Int
            let criteria: [Criterion]
        }

        struct Criterion: Decodable {
            let criterium: Numbered
        }

        struct Numbered: Decodable {
            let number: Int
        }
    }

    // MARK: Files

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private func criteria() throws -> [String] {
        try read("Docs/accessibility/rgaa.csv").split(separator: "\n").dropFirst()
            .map { String($0.prefix { $0 != "," }) }
    }

    private func read(_ path: String) throws -> String {
        try String(contentsOfFile: AccessibilityTablesTests.root + "/" + path, encoding: .utf8)
    }
}
