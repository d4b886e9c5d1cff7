import Diagnostics
import Foundation
import Testing
import TopicKit
import Town

@Suite("A damaged folder")
struct RobustnessTests {
    @Test("that does not exist is named")
    func missingFolder() {
        let folder = TownFolder("/nowhere/at/all")
        #expect(!folder.exists)
        #expect(folder.check().map(\.code) == ["folder.missing"])
        #expect(folder.waste().value.records.streams.isEmpty)
    }

    @Test("that is empty says so and answers nothing")
    func emptyFolder() throws {
        let town = try TemporaryTown(settings: nil)
        #expect(town.findings() == ["folder.empty ", "file.missing town.yaml"])
        #expect(town.folder.settings().value.profile.name == "")
    }

    @Test("that is a file is not a folder")
    func fileAsFolder() throws {
        let town = try TemporaryTown()
        #expect(TownFolder(town.path + "/town.yaml").check().map(\.code) == ["folder.missing"])
    }

    @Test(
        "loses the part of one file and nothing else",
        arguments: [
            "waste/waste.yaml", "waste/streets.csv", "waste/nord-verre.ics", "canteen/menus.csv",
            "canteen/canteen.yaml",
            "events/agenda.ics", "places/equipements.csv", "places/places.yaml", "procedures/carte.yaml",
            "calendar/school-holidays.csv",
        ])
    func oneFile(_ file: String) throws {
        let garbage: [[UInt8]] = [
            [], [0], [0xFF, 0xFE], [0xC3], Array("\u{0}\u{1}\u{2}".utf8), Array(repeating: 0xE9, count: 1000),
            Array("[[[{{{\"\"\"".utf8),
            Array(": : :\n- - -\n\t\t".utf8), Array(String(repeating: "é;,\"\n", count: 100).utf8),
            Array("--- !!binary x\n...\n---".utf8),
        ]
        for bytes in garbage {
            let town = try TemporaryTown(Samples.all)
            try town.write(bytes, to: file)
            let found = town.folder.check()
            #expect(found.contains { $0.file == file }, "\(bytes.prefix(20))")
            if !file.hasPrefix("waste") { #expect(town.folder.waste().value.records.collections.count == 3) }
            if !file.hasPrefix("canteen") { #expect(town.folder.canteen().value.records.meals.count == 1) }
            if !file.hasPrefix("events") { #expect(town.folder.events().value.records.events.count == 1) }
            if !file.hasPrefix("places") { #expect(town.folder.places().value.records.places.map(\.id) == ["piscine"]) }
            if !file.hasPrefix("procedures") { #expect(town.folder.procedures().value.records.procedures.count == 1) }
        }
    }

    @Test("with a folder where a file should be says so")
    func folderAsFile() throws {
        let town = try TemporaryTown(
            Samples.all(with: "waste/nord-verre.ics/x", "").filter { $0.key != "waste/nord-verre.ics" })
        #expect(town.findings() == ["file.not-a-file waste/nord-verre.ics"])
    }

    @Test("with a file where a folder should be says so")
    func fileAsPart() throws {
        let files = Samples.all.filter { !$0.key.hasPrefix("events") }.merging(["events": "x"]) { $1 }
        #expect(try TemporaryTown(files).findings().contains("folder.not-a-folder events"))
    }

    @Test("with a link that turns in circles says so")
    func linkLoop() throws {
        let town = try TemporaryTown(Samples.all)
        try FileManager.default.removeItem(atPath: town.path + "/waste/streets.csv")
        try FileManager.default.createSymbolicLink(
            atPath: town.path + "/waste/streets.csv", withDestinationPath: "streets.csv")
        #expect(town.findings() == ["file.link-loop waste/streets.csv"])
        try FileManager.default.createSymbolicLink(atPath: town.path + "/events/loop", withDestinationPath: "..")
        #expect(town.findings().contains("folder.unknown-file events/loop"))
    }

    @Test("with a file that may not be read says so", .enabled(if: getuid() != 0, "root may read everything"))
    func noPermission() throws {
        let town = try TemporaryTown(Samples.all)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: town.path + "/waste/streets.csv")
        #expect(town.findings() == ["file.no-permission waste/streets.csv"])
    }

    @Test("with a pipe where a file should be does not wait")
    func pipe() throws {
        let town = try TemporaryTown(Samples.all)
        #expect(mkfifo(town.path + "/events/tube.ics", 0o600) == 0)
        #expect(town.findings() == ["file.not-a-file events/tube.ics"])
    }

    @Test("with a file that is too big refuses it")
    func tooBig() throws {
        let town = try TemporaryTown(Samples.all)
        let path = town.path + "/canteen/menus.csv"
        #expect(truncate(path, 20_000_001) == 0)
        #expect(town.findings() == ["file.too-big canteen/menus.csv"])
    }

    @Test("with aliases that multiply each other, or nests without end, refuses them")
    func bombs() throws {
        let levels = (1...9).map {
            "  - &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 10).joined(separator: ", "))]"
        }
        let bomb = "streams:\n  - &l0 [a, a, a, a, a, a, a, a, a, a]\n" + levels.joined(separator: "\n")
        for (text, code) in [
            (bomb, "yaml.too-big"), (String(repeating: "[", count: 100_000), "yaml.too-deep"),
            (String(repeating: "- ", count: 10_000), "yaml.too-deep"),
            ("a: " + String(repeating: "{a: ", count: 500), "yaml.too-deep"),
            ("&a [*a]", "yaml.syntax"),
        ] {
            let found = try TemporaryTown(Samples.all(with: "waste/waste.yaml", text)).check()
            #expect(found.contains { $0.file == "waste/waste.yaml" && $0.code == code }, "\(found)")
        }
    }

    @Test("with Windows-1252 is read, and says so")
    func windows() throws {
        let town = try TemporaryTown(Samples.all)
        try town.write(Array("street,sector\nrue Ad".utf8) + [0xE9] + Array("le,nord\n".utf8), to: "waste/streets.csv")
        #expect(town.findings() == ["text.not-utf8 waste/streets.csv:2"])
        #expect(town.folder.waste().value.records.streets.map(\.name) == ["rue Adéle"])
    }
}
