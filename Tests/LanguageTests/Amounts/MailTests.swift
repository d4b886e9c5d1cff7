import Language
import Testing

@Suite("Addresses of electronic mail and postcodes")
struct MailTests {
    @Test(
        "An address of electronic mail is read, written or said",
        arguments: [
            ("jean.dupont@valclair.example", "jean.dupont@valclair.example"),
            ("Jean.DUPONT@Valclair.EXAMPLE", "jean.dupont@valclair.example"),
            ("jean-luc.dupont@valclair.example", "jean-luc.dupont@valclair.example"),
            ("jean_dupont@valclair.example", "jean_dupont@valclair.example"),
            ("jean+ecole@valclair.example", "jean+ecole@valclair.example"),
            ("jd38@mairie.valclair.fr", "jd38@mairie.valclair.fr"), ("12345@valclair.fr", "12345@valclair.fr"),
            ("accueil@saint-martin.fr", "accueil@saint-martin.fr"), ("a@b.fr", "a@b.fr"),
            ("mon mail est accueil@valclair.example.", "accueil@valclair.example"),
            ("<accueil@valclair.example>", "accueil@valclair.example"),
            ("écrivez à accueil@valclair.example, merci", "accueil@valclair.example"),
            ("jean point dupont arobase valclair point fr", "jean.dupont@valclair.fr"),
            ("jean tiret luc arobase valclair point fr", "jean-luc@valclair.fr"),
            ("jean underscore dupont arobase gmail point com", "jean_dupont@gmail.com"),
            ("jean arobas gmail point com", "jean@gmail.com"),
            ("jean.dupont arobase gmail.com", "jean.dupont@gmail.com"),
            ("l'adresse c'est mairie arobase val tiret clair point fr", "mairie@val-clair.fr"),
            ("accueil@valclair.co.uk", "accueil@valclair.co.uk"), ("x.y.z@valclair.fr", "x.y.z@valclair.fr"),
        ])
    func mails(text: String, expected: String) { #expect(Reading.amounts(text) == "email " + expected) }

    @Test("Two addresses in one sentence are two")
    func two() {
        #expect(Reading.amounts("a@b.fr ou c@d.fr") == "email a@b.fr; email c@d.fr")
        #expect(Reading.amounts("06 12 34 56 78 et a@b.fr") == "phone 0612345678; email a@b.fr")
    }

    @Test("An address keeps the person's own letters where its words were respelt")
    func respelt() {
        let tokens = Reading.french.tokens(in: "jeandupon@valclair.fr")
        let cut = [("jeandupon", "jean", Token.Link.joined), ("", "dupont", .at)].map { text, folded, link in
            Token(text: text, folded: folded, sound: "", start: tokens[0].start, end: tokens[0].end, link: link)
        }
        let mentions = Reading.french.amounts(in: cut + tokens.dropFirst())
        #expect(mentions.map(\.amount) == [.email("jeandupon@valclair.fr")])
        #expect(mentions.map(\.text) == ["jeandupon@valclair.fr"])
    }

    @Test(
        "What is no address of electronic mail is none",
        arguments: [
            "a@b", "@valclair", "jean@", "jean @ dupont", "@", "arobase", "arobase point fr", "un point c'est tout",
            "www.valclair.fr", "le point sur les travaux", "jean@dupont.", "a@b.1", "@@@", "jean arobase", "val.clair",
            "12 h @ la mairie", "mail", "jean@ dupont.fr", "a@b.c", "l'arobase de mon adresse",
        ])
    func noMail(text: String) { #expect(!Reading.amounts(text).contains("email")) }

    @Test(
        "Postcodes are read",
        arguments: [
            ("38170", "38170"), ("75011", "75011"), ("01000", "01000"), ("20200", "20200"), ("97400", "97400"),
            ("98000", "98000"), ("le code postal est 38170", "38170"), ("code postal : 38170", "38170"),
            ("j'habite à Valclair 38170", "38170"), ("38170 Valclair", "38170"), ("CP 38170", "38170"),
            ("mon code postal c'est 75011", "75011"), ("(38170)", "38170"), ("dans le 38170", "38170"),
            ("38170 ?", "38170"), ("13001 Marseille", "13001"), ("VALCLAIR 38170", "38170"),
            ("je viens de 69003 Lyon", "69003"), ("38170, Valclair", "38170"), ("f 38170", "38170"),
        ])
    func postcodes(text: String, expected: String) { #expect(Reading.amounts(text) == "postcode " + expected) }

    @Test(
        "Five figures are not always a postcode",
        arguments: [
            "00123", "99123", "12345 euros", "12345 €", "20000 habitants", "10000 personnes", "plus de 10000",
            "dossier 12345", "numéro 12345", "le dossier numéro 12345", "code 12345", "3817", "381700", "38 170",
            "38170 12345 67890", "15000 km", "10000 jours", "référence 38170", "A38170", "38170B",
        ])
    func noPostcode(text: String) { #expect(!Reading.amounts(text).contains("postcode")) }
}
