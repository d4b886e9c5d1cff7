import Diagnostics
import FolderReading
import TopicKit

/// What the answers of one question may use.
struct AnswerContext {
    let intent: String
    let slots: [PackSlot]
    let required: [String]
    let lookUps: [PackLookUp]
    /// The sources of answers that name none.
    let sources: [String]
}

extension PackReader {
    private static let answerKeys = ["when", "status", "text", "simple", "speech", "then", "details", "source"]
    private static let partKeys = ["text", "simple", "speech", "list", "steps", "schedule", "contact", "link"]
    private static let statuses: [String] = ["answered", "unknown", "refused", "handover"]

    func answers(_ map: YAMLMap, _ context: AnswerContext) -> [PackAnswer] {
        let maps = map.maps("answers", keys: PackReader.answerKeys)
        guard isBounded(maps.count, "answers", map) else { return [] }
        let answers = maps.enumerated().compactMap { answer($1, number: $0 + 1, context) }
        guard let last = maps.last, last.shape(of: "when") == nil else {
            map.report(.error, "pack.no-default", ["intent": context.intent], at: "answers")
            return answers
        }
        for early in maps.dropLast() where early.shape(of: "when") == nil {
            early.report(.error, "pack.after-default", ["intent": context.intent], at: "text")
        }
        if let answer = answers.last, answers.count == maps.count { checkDefault(answer, last, context) }
        return answers
    }

    private func answer(_ map: YAMLMap, number: Int, _ context: AnswerContext) -> PackAnswer? {
        let scope = scope(context)
        let name = context.intent + "-" + String(number)
        let when = condition(map, context)
        let status = status(map)
        let text = wording(map, name: name, scope)
        let then = parts("then", map, name: name + "-then", context, scope)
        let details = parts("details", map, name: name + "-details", context, scope)
        guard let text else { return nil }
        let phrases = [text] + (then + details).flatMap(\.phrases)
        let read = phrases.flatMap(\.needs).compactMap { $0.contains(".") ? String($0.prefix { $0 != "." }) : nil }
        let used = Set(read + (then + details).compactMap(\.table) + when.tables)
        let named = map.shape(of: "source") == nil ? context.sources : references("source", map, sources.keys)
        let all = named + used.sorted().compactMap { tables[$0]?.source }.filter { !named.contains($0) }
        if status == .answered, all.isEmpty {
            map.report(.error, "pack.no-source", ["intent": context.intent], at: "text")
        }
        var seen: Set<String> = []
        return PackAnswer(
            when: when, status: status, text: text, parts: then, details: details,
            sources: all.filter { seen.insert($0).inserted })
    }

    private func status(_ map: YAMLMap) -> Reply.Status {
        guard let name = map.optionalText("status") else { return .answered }
        if PackReader.statuses.contains(name), let status = Reply.Status(rawValue: name) { return status }
        map.reportUnknownValue(name, "status", PackReader.statuses, line: map.line(of: "status"))
        return .answered
    }

    /// The last answer is for whatever was said: it may need nothing that can be missing.
    private func checkDefault(_ answer: PackAnswer, _ map: YAMLMap, _ context: AnswerContext) {
        let certain = scope(context).certain
        for name in answer.text.needs where !certain.contains(name) {
            map.report(.error, "pack.default-needs", ["name": name, "intent": context.intent], at: "text")
        }
    }

    // MARK: Scopes

    /// What a wording of a question may cite: what was said, the row of each table that was looked up, and the day.
    private func scope(_ context: AnswerContext) -> PackScope {
        let said = context.slots.filter { $0.kind != .yesNo }
        let certain = said.filter { context.required.contains($0.name) && !$0.canSkip && $0.when.isEmpty }
        let cells = context.lookUps.flatMap { self.cells(of: $0.table) }
        return PackScope(
            known: Set(said.map(\.name) + cells + ["today", "town"]),
            certain: Set(certain.map(\.name) + ["today", "town"]))
    }

    private func cells(of table: String) -> [String] { tables[table]?.columns.keys.map { table + "." + $0 } ?? [] }

    // MARK: Parts

    private func parts(
        _ key: String, _ map: YAMLMap, name: String, _ context: AnswerContext, _ scope: PackScope
    ) -> [PackPart] {
        let maps = map.maps(key, keys: PackReader.partKeys)
        guard isBounded(maps.count, key, map) else { return [] }
        return maps.enumerated().compactMap { index, map in
            part(map, name: name + "-" + String(index + 1), context, scope)
        }
    }

    private func part(_ map: YAMLMap, name: String, _ context: AnswerContext, _ scope: PackScope) -> PackPart? {
        let kinds = ["text", "list", "steps", "schedule", "contact", "link"].filter { map.shape(of: $0) != nil }
        guard let kind = kinds.first, kinds.count == 1 else {
            map.report(.error, "pack.one-kind", ["known": PackReader.partKeys.joined(separator: ", ")], at: "text")
            return nil
        }
        switch kind {
        case "text": return wording(map, name: name, scope).map { .statement($0) }
        case "list", "steps":
            guard let list = map.map(kind, keys: ["title", "items", "of", "where", "each"]),
                let title = title(list, name, scope), let items = items(list, name, context, scope)
            else { return nil }
            return kind == "list" ? .list(title: title, items) : .steps(title: title, items)
        case "schedule":
            guard let list = map.map(kind, keys: ["title", "rows", "of", "where", "head", "body"]),
                let title = title(list, name, scope), let rows = rows(list, name, context, scope)
            else { return nil }
            return .schedule(title: title, rows)
        case "contact": return reference("contact", map, contacts.keys).map { .contact($0) }
        default:
            guard let link = map.map("link", keys: ["purpose", "url"]), let url = link.text("url"),
                let purpose = wording("purpose", link, name: name + "-link", scope, isRequired: true)
            else { return nil }
            checkURL(url, at: "url", link)
            return .link(purpose: purpose, url: url)
        }
    }

    private func title(_ map: YAMLMap, _ name: String, _ scope: PackScope) -> PackPhrase? {
        var scope = scope
        scope.known.insert("count")
        return wording("title", map, name: name + "-title", scope, isRequired: true).map { phrase in
            PackPhrase(name: phrase.name, needs: phrase.needs.filter { $0 != "count" })
        }
    }

    private func items(_ map: YAMLMap, _ name: String, _ context: AnswerContext, _ scope: PackScope) -> PackItems? {
        guard map.shape(of: "of") != nil else {
            let items = wordings("items", map, name: name, scope)
            if items.isEmpty { _ = map.text("items") }
            return items.isEmpty ? nil : .written(items)
        }
        guard let (lookUp, inner) = each(map, context, scope) else { return nil }
        return wording("each", map, name: name + "-each", inner, isRequired: true).map { .each(lookUp, $0) }
    }

    private func rows(_ map: YAMLMap, _ name: String, _ context: AnswerContext, _ scope: PackScope) -> PackRows? {
        func row(_ map: YAMLMap, _ name: String, _ scope: PackScope) -> PackRows.Row? {
            guard let head = wording("head", map, name: name + "-head", scope, isRequired: true),
                let body = wording("body", map, name: name + "-body", scope, isRequired: true)
            else { return nil }
            return PackRows.Row(head: head, body: body)
        }
        if map.shape(of: "of") != nil {
            guard let (lookUp, inner) = each(map, context, scope), let row = row(map, name, inner) else { return nil }
            return .each(lookUp, head: row.head, body: row.body)
        }
        let maps = map.maps("rows", keys: ["head", "body"])
        if maps.isEmpty { _ = map.text("rows") }
        guard isBounded(maps.count, "rows", map, limit: PackLimits.lists["items"]) else { return nil }
        return .written(maps.enumerated().compactMap { row($1, name + "-" + String($0 + 1), scope) })
    }

    /// The rows of `of` that fit `where`, and what a wording for each of them may cite.
    private func each(
        _ map: YAMLMap, _ context: AnswerContext, _ scope: PackScope
    ) -> (PackLookUp, PackScope)? {
        guard let name = reference("of", map, tables.keys), let table = tables[name] else { return nil }
        let lookUp = PackLookUp(
            table: name, columns: columns("where", map, table, context.slots.map(\.name)))
        var inner = scope
        inner.known.formUnion(cells(of: name))
        return (lookUp, inner)
    }
}
