public import CivilTime
public import Language
public import TopicKit

extension Renderer {
    /// A reply as short messages of a telephone: at most two segments each, the answer in full over as many as it takes.
    ///
    /// Each begins with the town hall's name, and all but the last end with how to get the next one. Characters outside
    /// GSM-7, which would more than halve a segment, are replaced where the meaning stays. There is one link at most, the
    /// town's short address where it has one, and no source: "plus de détails" gives it.
    ///
    /// - Parameters:
    ///   - reply: what to say.
    ///   - content: which part of it.
    ///   - form: the wording, to read.
    ///   - town: the town's name: "Valclair".
    ///   - today: the day on which it is said.
    /// - Returns: the messages in order; none when the reply says nothing.
    public func messages(
        _ reply: Reply, _ content: Content = .answer, form: Form = .text, town: String, today: Day
    ) -> [TextMessage] {
        var writer = writer(form, today)
        writer.isMessage = true
        let words = MessageWords(book.files.words["messages"] ?? [:])
        let sender = words.write(writer.own("message-sender", ["town": .noun(Noun(town))])) + " "
        let pages = MessagePages(sender: sender, more: words.write(writer.own("message-more")))
        let lines = joined(lines(reply, content, writer), writer.opensSmall(reply, content))
        return pages.messages(
            lines.map { line in pages.fitting(Sentences.said(in: isAddress(line) ? line : words.write(line))) })
    }

    /// The lines with one address at most, beside what it is for; the first one goes on after the sender's colon.
    private func joined(_ lines: [String], _ opensSmall: Bool) -> [String] {
        var result: [String] = []
        var hasAddress = false
        for (index, line) in lines.enumerated() {
            if isAddress(line) {
                // The line before says what the address is for.
                let purpose = result.popLast()
                if !hasAddress, let purpose { result.append(purpose + " " + short(line)) }
                hasAddress = true
            } else if index == 0, opensSmall {
                result.append(line.prefix(1).lowercased() + line.dropFirst())
            } else {
                result.append(line)
            }
        }
        return result
    }

    /// Whether a line is an address alone; a short one has no scheme.
    private func isAddress(_ line: String) -> Bool {
        !line.contains(" ") && (line.contains("://") || shortLinks.values.contains(line))
    }

    private func short(_ address: String) -> String { shortLinks[address] ?? address }
}

extension LineWriter {
    /// Whether the wording of a reply begins with a small letter, as it does with "la poubelle jaune".
    fileprivate func opensSmall(_ reply: Reply, _ content: Renderer.Content) -> Bool {
        guard content == .answer, case .statement(let phrase)? = reply.parts.first else { return false }
        return book.write(phrase, form: form, today: today).first?.isLowercase ?? false
    }
}
