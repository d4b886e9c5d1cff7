import Foundation
import Testing
import TownStore

@Suite("The place of a store")
struct StorePlaceTests {
    @Test(
        "follows PARVIS_STATE, then XDG_STATE_HOME, then HOME; a path that is not whole is ignored",
        arguments: [
            (["PARVIS_STATE": "/s", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/s/38170"),
            (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/parvis/38170"),
            (["PARVIS_STATE": "", "XDG_STATE_HOME": "x", "HOME": "/h"], "/h/.local/state/parvis/38170"),
        ] as [([String: String], String)])
    func environment(variables: [String: String], folder: String) {
        let place = StorePlace.town(insee: "38170", townFolder: "/town", environment: variables)
        #expect(place == .folder(folder))
    }

    @Test(
        "never follows what a town's file says out of its folder", arguments: ["", "../..", "/etc/", "ééééé", "2a004x"])
    func code(insee: String) throws {
        let place = StorePlace.town(insee: insee, townFolder: "/town", environment: ["PARVIS_STATE": "/s"])
        #expect(place.path(of: "f")?.wholeMatch(of: /\/s\/town-[0-9a-f]+\/f/) != nil)
        #expect(place == .town(insee: insee, townFolder: "/town", environment: ["PARVIS_STATE": "/s"]))
        #expect(place != .town(insee: insee, townFolder: "/other", environment: ["PARVIS_STATE": "/s"]))
    }

    @Test("is for its owner only, and a file is replaced whole")
    func privateFile() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a/b.json"
        for text in ["a long text", "b"] { try PrivateFile.write(Data(text.utf8), to: path) }
        #expect(FileManager.default.contents(atPath: path) == Data("b".utf8))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(throws: StoreError.self) { try PrivateFile.write(Data(), to: path + "/c.json") }
    }
}
