import Diagnostics
import Testing
import Town

@Suite("The colours of a town's page")
struct ColourTests {
    @Test(
        "are read as they are written in style sheets",
        arguments: [
            ("#1b5e4b", "#1b5e4b"), ("1B5E4B", "#1b5e4b"), ("#fff", "#ffffff"), ("#0a0", "#00aa00"),
        ])
    func read(_ text: String, _ hex: String) { #expect(Colour(hex: text)?.hex == hex) }

    @Test("are nothing else", arguments: ["", "#", "#12", "#12345", "#1234567", "vert", "#gggggg", "#１２３"])
    func refused(_ text: String) { #expect(Colour(hex: text) == nil) }

    @Test(
        "have the contrast that WCAG computes",
        arguments: [
            ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),
            ("#ff0000", "#ffffff", 4.0), ("#1b5e4b", "#ffffff", 7.64), ("#123456", "#123456", 1),
        ])
    func contrast(_ one: String, _ two: String, _ ratio: Double) throws {
        let (one, two) = (try #require(Colour(hex: one)), try #require(Colour(hex: two)))
        #expect(abs(one.contrast(with: two) - ratio) < 0.01)
        #expect(one.contrast(with: two) == two.contrast(with: one))
    }

    @Test("become darker or lighter until there is enough", arguments: ["#88aaff", "#ffee00", "#ffffff", "#00ff88"])
    func towards(_ text: String) throws {
        let colour = try #require(Colour(hex: text))
        #expect(colour.towards(.black, until: 4.5, on: .white).contrast(with: .white) >= 4.5)
        #expect(colour.towards(.white, until: 7, on: .black).contrast(with: .black) >= 7)
        let dark = Colour(red: 10, green: 20, blue: 30)
        #expect(dark.towards(.black, until: 4.5, on: .white) == dark)
    }

    @Test("the usual one can be read")
    func usual() { #expect(PageSettings.usualColour.contrast(with: .white) >= Colour.leastContrast) }
}

@Suite("What town.yaml says of the page and the kiosk's screen")
struct PageSettingsTests {
    /// The settings of a town with a further part; its folder is gone afterwards.
    private func settings(_ part: String) throws -> Checked<TownSettings> {
        let town = try TemporaryTown(settings: TemporaryTown.settings + "\n" + part)
        return withExtendedLifetime(town) { town.folder.settings() }
    }

    @Test("is taken where it is right")
    func right() throws {
        let settings = try settings(
            """
            page:
              title: Mairie de Test
              site: https://test.example
              colour: "#1b5e4b"
              accessibility-statement: https://test.example/accessibilite
              data-contact: dpo@test.example
            kiosk:
              pixel-pitch: 0.25
              distance: 80
              idle: 120
            """)
        #expect(settings.diagnostics.isEmpty)
        let page = settings.value.page
        #expect(page.title == "Mairie de Test" && page.site == "https://test.example")
        #expect(page.colour == Colour(hex: "#1b5e4b") && page.dataContact == "dpo@test.example")
        #expect(page.statement == "https://test.example/accessibilite")
        let screen = settings.value.screen
        #expect(screen.pixelPitch == 0.25 && screen.distance == 80 && screen.idle == 120)
    }

    @Test(
        "keeps its default where it is wrong, and the line is said",
        arguments: [
            ("page:\n  colour: \"#88aaff\"", "town.pale-colour"), ("page:\n  colour: vert", "town.bad-colour"),
            ("page:\n  site: valclair.example", "town.bad-address"),
            ("page:\n  site: \"javascript:alert(1)\"", "town.bad-address"),
            ("page:\n  color: \"#000000\"", "yaml.misspelt-key"), ("kiosk:\n  distance: 5", "town.bad-measure"),
            ("kiosk:\n  pixel-pitch: nan", "town.bad-measure"), ("kiosk:\n  idle: 10", "town.bad-measure"),
        ])
    func wrong(_ part: String, _ code: String) throws {
        let settings = try settings(part)
        let lines = TemporaryTown.settings.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(settings.diagnostics.map(\.code) == [code])
        #expect(settings.diagnostics.allSatisfy { $0.file == "town.yaml" && $0.line == lines + 2 })
        #expect(settings.value.page == PageSettings() && settings.value.screen == ScreenSettings())
    }

    @Test("names a darker colour that will do")
    func nearest() throws {
        let problem = try #require(try settings("page:\n  colour: \"#88aaff\"").diagnostics.first)
        let nearest = try #require(problem.arguments["nearest"].flatMap { Colour(hex: $0) })
        #expect(nearest.contrast(with: .white) >= Colour.leastContrast)
    }
}
