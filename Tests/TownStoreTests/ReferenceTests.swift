import Testing

@testable import TownStore

@Suite("Reference numbers")
struct ReferenceTests {
    @Test("are read however their figures are set apart", arguments: ["48 21 30", "482130", "48-21-30", " 48.21.30 "])
    func reading(text: String) { #expect(Reference(text)?.text == "48 21 30") }

    @Test(
        "are nothing else",
        arguments: [
            "", "48 21", "48 21 31", "84 21 30", "48 12 30", "48 21 30 1", "V48 21 30", "é", "٤٨٢١٣٠x", "½½½½½½",
        ])
    func refused(text: String) { #expect(Reference(text) == nil) }

    @Test("hold no pair that is heard as two, and none is heard with one figure wrong or two changed places")
    func random() {
        for _ in 0..<500 {
            let text = Reference.random().text
            #expect(Reference(text)?.text == text)
            #expect(text.split(separator: " ").allSatisfy { !["0", "7", "9"].contains($0.prefix(1)) })
            let figures = text.compactMap(\.wholeNumberValue)
            for place in figures.indices {
                for figure in 0...9 where figure != figures[place] {
                    var wrong = figures
                    wrong[place] = figure
                    #expect(Reference(wrong.map(String.init).joined()) == nil)
                }
            }
        }
    }
}
