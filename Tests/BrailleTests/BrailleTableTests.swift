import Braille
import Testing

@Suite("Tables of liblouis")
struct BrailleTableTests {
    private let french: BrailleTable

    init() throws { french = try BrailleTable.open("fr-bfu-comp6") }

    @Test(
        "A line takes as many cells as liblouis says",
        arguments: [
            ("", 0), ("abc", 3), ("Abc", 4), ("8 h 30", 8), ("01 99 00 12 34", 19), ("l'école", 7), ("4,50 €", 8),
            ("2026-2028", 10), ("É", 2), ("a_b@c.fr", 9),
        ])
    func cells(text: String, cells: Int) { #expect(french.cells(text) == cells) }

    @Test("A text is written in braille patterns")
    func braille() { #expect(french.braille("abc") == "⠁⠃⠉") }

    @Test(
        "What has no form in braille is known",
        arguments: [
            ("a", true), (" ", true), ("é", true), ("œ", true), ("€", true), ("…", true), ("☃", false), ("漢", false),
            ("😀", false),
        ]
            as [(Character, Bool)])
    func forms(character: Character, hasForm: Bool) { #expect(french.hasForm(character) == hasForm) }

    @Test(
        "A text loses only what a finger cannot read",
        arguments: [
            ("l'été à 8 h", "l'été à 8 h"), ("ﬁn", "fin"), ("a☃b", "a b"), ("Concert 🎉 gratuit", "Concert   gratuit"),
            ("①", "1"), ("", ""),
        ])
    func readable(text: String, expected: String) { #expect(french.readable(text) == expected) }

    @Test("A table is found by its name with or without its ending", arguments: ["fr-bfu-comp6", "fr-bfu-comp6.utb"])
    func names(name: String) throws {
        let table = try BrailleTable.open(name)
        #expect(table == french)
    }

    @Test("A table that is not there is an error that says which are")
    func unknown() {
        let error = #expect(throws: BrailleError.self) { try BrailleTable.open("fr-nothing") }
        guard case .unknown(let name, let known)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == "fr-nothing")
        #expect(known.contains("fr-bfu-comp6.utb"))
        #expect(throws: BrailleError.unknown("/nowhere/x.utb", known: BrailleTables.installed.names)) {
            try BrailleTable.open("/nowhere/x.utb")
        }
    }

    @Test("Without any table, that is said")
    func none() {
        #expect(throws: BrailleError.noTables(folders: ["/nowhere"])) {
            try BrailleTable.open("fr-bfu-comp6", among: BrailleTables(folders: ["/nowhere"]))
        }
    }

    @Test("Many tasks may translate at once")
    func concurrent() async {
        let table = french
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { table.cells("Pour 2 rendez-vous, venez à l'Accueil.") } }
            var found: Set<Int> = []
            for await cells in group { found.insert(cells) }
            #expect(found.count == 1)
        }
    }
}
