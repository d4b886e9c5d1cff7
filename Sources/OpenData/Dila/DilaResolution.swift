/// What is known of a person's case.
public struct DilaAnswers: Sendable, Hashable {
    /// The sheet's variables that are known.
    public var variables: [String: Bool]
    /// The titles of the cases that the person chose; the only way into cases without a condition.
    public var titles: Set<String>

    /// Makes a set of answers.
    public init(variables: [String: Bool] = [:], titles: Set<String> = []) {
        (self.variables, self.titles) = (variables, titles)
    }
}

/// A list of documents to bring, found in a sheet.
public struct DilaDocuments: Sendable, Hashable {
    /// The sentence that introduces the list, or the chapter's title.
    public let lead: String
    /// The documents, in order.
    public let items: [String]
    /// Whether the producer marked the list as documents; otherwise its words only suggest it.
    public let isMarked: Bool
}

extension DilaPublication {
    /// The text that holds for a person's case.
    ///
    /// A choice gives way to the one case that certainly holds when every other one is certainly out, or that the
    /// person chose; it stays a ``DilaBlock/choice(_:)`` otherwise. Blocks whose condition is false are left out; those
    /// whose condition is open stay ``DilaBlock/conditional(_:_:)``.
    public func text(given answers: DilaAnswers) -> [DilaBlock] {
        var answers = answers
        return resolve(body, &answers)
    }

    /// The online services and counters of the whole sheet that a person's case keeps.
    public func actions(given answers: DilaAnswers) -> [DilaBlock] {
        var answers = answers
        _ = resolve(body, &answers)
        return resolve(actions, &answers)
    }
}

extension [DilaBlock] {
    /// The lists of documents that hold here without any further answer.
    ///
    /// A list counts when the producer marked its chapter or the list itself, or when the sentence before it or its own
    /// items speak of documents. What stands under an open choice or condition is never looked at.
    public var documents: [DilaDocuments] { documents(lead: "", isMarked: false) }

    /// The choices that more answers would settle, in order.
    public var openChoices: [[DilaCase]] {
        flatMap { block -> [[DilaCase]] in
            switch block {
            case .choice(let cases): [cases]
            case .chapter(let chapter): chapter.blocks.openChoices
            case .conditional(_, let blocks), .remark(_, let blocks): blocks.openChoices
            default: []
            }
        }
    }

    /// The text of the paragraphs, lists left out.
    var plainText: String {
        compactMap { if case .paragraph(let text) = $0 { text } else { nil } }.joined(separator: " ")
    }

    private func documents(lead: String, isMarked: Bool) -> [DilaDocuments] {
        var (found, lead): ([DilaDocuments], String) = ([], lead)
        for block in self {
            switch block {
            case .paragraph(let text): lead = text
            case .chapter(let chapter):
                found += chapter.blocks.documents(lead: chapter.title, isMarked: isMarked || chapter.isDocuments)
            case .list(let list):
                let items = list.items.filter { $0.condition == nil }.map(\.blocks.plainText).filter { !$0.isEmpty }
                let isMarked = isMarked || list.isChecklist
                if !items.isEmpty, isMarked || speaksOfDocuments(lead) || items.contains(where: speaksOfDocuments) {
                    found.append(DilaDocuments(lead: lead, items: items, isMarked: isMarked))
                }
            default: break
            }
        }
        return found
    }
}

/// The stems by which the sheets, which exist in French only, name documents.
private let documentStems = ["document", "pièce", "justificatif"]

private func speaksOfDocuments(_ text: String) -> Bool {
    let text = text.lowercased()
    return documentStems.contains { text.contains($0) }
}

private func resolve(_ blocks: [DilaBlock], _ answers: inout DilaAnswers) -> [DilaBlock] {
    var resolved: [DilaBlock] = []
    for block in blocks {
        switch block {
        case .choice(let cases):
            if let chosen = theCase(of: cases, answers) {
                for variable in chosen.condition?.implied ?? [] { answers.variables[variable] = true }
                resolved += resolve(chosen.blocks, &answers)
            } else {
                resolved.append(block)
            }
        case .conditional(let condition, let inner):
            switch condition.value(given: answers.variables) {
            case true?: resolved += resolve(inner, &answers)
            case nil: resolved.append(block)
            case false?: break
            }
        case .chapter(let chapter):
            let inner = resolve(chapter.blocks, &answers)
            resolved.append(
                .chapter(DilaChapter(title: chapter.title, isDocuments: chapter.isDocuments, blocks: inner)))
        case .remark(let title, let inner): resolved.append(.remark(title: title, resolve(inner, &answers)))
        case .list(let list): resolved.append(.list(resolve(list, answers)))
        default: resolved.append(block)
        }
    }
    return resolved
}

private func resolve(_ list: DilaList, _ answers: DilaAnswers) -> DilaList {
    let items = list.items.compactMap { item -> DilaItem? in
        switch item.condition?.value(given: answers.variables) {
        case true?: DilaItem(condition: nil, blocks: item.blocks)
        case false?: nil
        case nil: item
        }
    }
    return DilaList(isChecklist: list.isChecklist, items: items)
}

/// The one case that holds, or nil while a person's answer could still point to another.
private func theCase(of cases: [DilaCase], _ answers: DilaAnswers) -> DilaCase? {
    let chosen = cases.filter { answers.titles.contains($0.title) }
    if chosen.count == 1 { return chosen.first }
    let possible = cases.filter { $0.condition?.value(given: answers.variables) != false }
    guard possible.count == 1, let only = possible.first else { return nil }
    return only.condition?.value(given: answers.variables) == true ? only : nil
}
