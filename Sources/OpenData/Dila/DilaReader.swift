import CivilTime
public import Diagnostics

extension DilaPublication {
    /// Reads a sheet (`F1341.xml`), permissively.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its path, for the diagnostics.
    /// - Returns: the sheet; nil, with an error that says why, when the file is no well-formed sheet
    ///   (`dila.no-publication` and the `xml.` codes).
    public static func read(_ bytes: [UInt8], file: String) -> Checked<DilaPublication?> {
        let checked = BoundedXML.read(bytes, file: file)
        guard let root = checked.value else { return Checked(nil, checked.diagnostics) }
        guard root.name == "Publication", let id = root.attributes["ID"], !id.isEmpty else {
            return Checked(nil, [Diagnostic(.error, "dila.no-publication", ["element": root.name], file: file)])
        }
        var reader = DilaReader()
        return Checked(reader.publication(root, id: id), checked.diagnostics)
    }
}

/// Maps the XML of a sheet onto its model, counting what it does not know.
private struct DilaReader {
    private var unknown: [String: Int] = [:]

    mutating func publication(_ root: XMLElementNode, id: String) -> DilaPublication {
        var (introduction, body, actions): ([DilaBlock], [DilaBlock], [DilaBlock]) = ([], [], [])
        for element in root.elements {
            switch element.name {
            case "Introduction": introduction += blocks(in: element)
            case "Texte", "ListeSituations", "Conclusion": body += self.block(element)
            case "ServiceEnLigne", "OuSAdresser": actions += self.block(element)
            case let name where Names.header.contains(name) || name.hasPrefix("dc:"): break
            default: unknown[element.name, default: 0] += 1
            }
        }
        return DilaPublication(
            id: id, type: root.attributes["type"] ?? "", title: text(of: root.first("dc:title")),
            date: date(text(of: root.first("dc:date"))), url: root.attributes["spUrl"], introduction: introduction,
            body: body, actions: actions, unknown: unknown)
    }

    /// The day in "modified 2022-11-23".
    private func date(_ text: String) -> Day? { text.split(separator: " ").lazy.compactMap { Day(iso: $0) }.first }

    // MARK: Blocks

    /// The blocks inside an element, its title and condition left out.
    private mutating func blocks(in element: XMLElementNode) -> [DilaBlock] {
        var found: [DilaBlock] = []
        for inner in element.elements { found += block(inner) }
        return found
    }

    private mutating func block(_ element: XMLElementNode) -> [DilaBlock] {
        let found: [DilaBlock]
        switch element.name {
        case "Paragraphe", "TitreFlottant", "Complement":
            let words = text(of: element)
            found = words.isEmpty ? [] : [.paragraph(words)]
        case "Liste": found = [.list(list(element))]
        case "Chapitre", "SousChapitre":
            let isDocuments = element.attributes["type"] == "pieces"
            let title = text(of: element.first("Titre"))
            found = [.chapter(DilaChapter(title: title, isDocuments: isDocuments, blocks: blocks(in: element)))]
        case "BlocCas", "ListeSituations": found = [.choice(cases(element))]
        case "ASavoir", "ANoter", "Attention", "Exemple", "Rappel", "Consigne":
            found = [.remark(title: text(of: element.first("Titre")), blocks(in: element))]
        case "Tableau": found = [.table(rows(element))]
        case "ServiceEnLigne": found = [.service(service(element))]
        case "OuSAdresser": found = [.contact(contact(element))]
        case let name where Names.transparent.contains(name): found = blocks(in: element)
        case let name where Names.silent.contains(name): found = []
        default:
            unknown[element.name, default: 0] += 1
            found = []
        }
        guard !found.isEmpty, let condition = condition(of: element) else { return found }
        return [.conditional(condition, found)]
    }

    private mutating func list(_ element: XMLElementNode) -> DilaList {
        var items: [DilaItem] = []
        for item in element.elements {
            guard item.name == "Item" else {
                if !Names.silent.contains(item.name) { unknown[item.name, default: 0] += 1 }
                continue
            }
            items.append(DilaItem(condition: condition(of: item), blocks: blocks(in: item)))
        }
        return DilaList(isChecklist: element.attributes["type"] == "caseACocher", items: items)
    }

    private mutating func cases(_ element: XMLElementNode) -> [DilaCase] {
        var cases: [DilaCase] = []
        for inner in element.elements where inner.name == "Cas" || inner.name == "Situation" {
            cases.append(
                DilaCase(
                    title: text(of: inner.first("Titre")), condition: condition(of: inner), blocks: blocks(in: inner)))
        }
        return cases
    }

    /// The rows of a table; the schema spells their element with an accent.
    private mutating func rows(_ element: XMLElementNode) -> [[String]] {
        element.elements.filter { $0.name == "Rangée" }.map { row in
            row.elements.filter { $0.name == "Cellule" }.map { text(of: $0) }
        }
    }

    private func service(_ element: XMLElementNode) -> DilaService {
        DilaService(
            id: element.attributes["ID"] ?? "", type: element.attributes["type"] ?? "",
            title: text(of: element.first("Titre")),
            url: element.attributes["URL"] ?? element.first("LienWeb")?.attributes["URL"])
    }

    private func contact(_ element: XMLElementNode) -> DilaContact {
        let localService = text(of: element.first("PivotLocal"))
        return DilaContact(
            id: element.attributes["ID"] ?? "", title: text(of: element.first("Titre")),
            localService: localService.isEmpty ? nil : localService,
            url: element.first("RessourceWeb")?.attributes["URL"])
    }

    // MARK: Conditions

    /// The condition of an element; its parts must all hold.
    private mutating func condition(of element: XMLElementNode) -> DilaCondition? {
        guard let condition = element.first("Condition") else { return nil }
        let parts = terms(in: condition)
        return parts.count == 1 ? parts.first : parts.isEmpty ? nil : .all(parts)
    }

    private mutating func terms(in element: XMLElementNode) -> [DilaCondition] {
        var terms: [DilaCondition] = []
        for inner in element.elements {
            let variable = inner.attributes["var"] ?? ""
            switch inner.name {
            case "estVrai": terms.append(.isTrue(variable))
            case "estFaux": terms.append(.isFalse(variable))
            case "estIndefini": terms.append(.isUndefined(variable))
            case "et": terms.append(.all(self.terms(in: inner)))
            case "ou": terms.append(.any(self.terms(in: inner)))
            case "non": terms.append(.not(.all(self.terms(in: inner))))
            default:
                // A test that is not understood can be neither true nor false: it becomes a variable nobody sets.
                unknown[inner.name, default: 0] += 1
                terms.append(.isTrue("?" + inner.name))
            }
        }
        return terms
    }

    // MARK: Text

    /// The words of an element and of all that is inside, on one line.
    ///
    /// Inline marks are dropped and their words kept, known or not: a sentence without some of its words would say
    /// something else.
    private func text(of element: XMLElementNode?) -> String {
        guard let element else { return "" }
        var words = ""
        gather(element, into: &words)
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func gather(_ element: XMLElementNode, into words: inout String) {
        for content in element.content {
            switch content {
            case .text(let text): words += text
            case .element(let inner) where inner.name == "Paragraphe":
                words += " "
                gather(inner, into: &words)
                words += " "
            case .element(let inner): gather(inner, into: &words)
            }
        }
    }
}

/// Elements of the schemas that hold no block of their own.
private enum Names {
    /// What a publication's header and footer hold, not read here.
    static let header: Set<String> = [
        "SurTitre", "ImageIllustration", "VideoIllustration", "Audience", "Canal", "Cible", "FilDAriane",
        "FichePrecedente", "FicheSuivante", "Theme", "SousThemePere", "DossierPere", "SousDossierPere",
        "RechercheGuideePere", "SousTheme", "Dossier", "SousDossier", "Fiche", "Avertissement", "Questionnaire",
        "Problematiques", "RechercheGuidee", "Groupe", "LienExterneCommente", "VoirAussi", "FicheConnexe",
        "QuiPeutMAider", "Reference", "Partenaire", "PourEnSavoirPlus", "Definition", "Abreviation",
        "QuestionReponse", "CommentFaireSi", "FAQ", "Illustration",
    ]
    /// Wrappers, whose content stands in their place.
    static let transparent: Set<String> = [
        "Texte", "Introduction", "Conclusion", "FragmentConditionne", "ContenuIllustre", "Contenu", "Aide",
    ]
    /// Read with their parent, or nothing to say.
    static let silent: Set<String> = [
        "Titre", "TitreRiche", "TitreAlternatif", "Condition", "Illustration", "ImageIllustration", "Image", "Video",
        "VideoIllustration", "Infographie", "Lien", "LienExterne", "LienInterne", "LienIntra", "LienRessource",
        "Source",
        "Reference",
    ]
}
