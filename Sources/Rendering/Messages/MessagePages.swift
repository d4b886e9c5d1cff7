/// Sentences put into messages of at most two segments, each with the sender first and, but for the last, how to get the next one.
struct MessagePages {
    /// Who writes: "Mairie de Valclair : ".
    let sender: String
    /// How to get the next message, "Répondez : suite.", as a sentence.
    let more: String

    /// Segments of a message at most (rule S1).
    private static let most = 2

    /// The messages of lines, each a list of sentences.
    func messages(_ lines: [[String]]) -> [TextMessage] {
        var rest = lines.flatMap { line in line.enumerated().map { Piece(text: $1, opensLine: $0 == 0) } }
        var messages: [TextMessage] = []
        while !rest.isEmpty {
            let (message, count) = next(rest)
            messages.append(message)
            rest.removeFirst(count)
        }
        return messages
    }

    /// A sentence, or a part of one that is longer than a message.
    private struct Piece {
        let text: String
        let opensLine: Bool
    }

    /// The next message, and how many pieces it holds: all that are left where they fit, else as many as fit with that sentence.
    private func next(_ rest: [Piece]) -> (TextMessage, Int) {
        let whole = message(rest, isLast: true)
        if whole.segments <= Self.most { return (whole, rest.count) }
        var count = 1
        while count < rest.count, message(rest.prefix(count + 1), isLast: false).segments <= Self.most { count += 1 }
        return (message(rest.prefix(count), isLast: count == rest.count), count)
    }

    private func message(_ pieces: some Collection<Piece>, isLast: Bool) -> TextMessage {
        var text = sender
        for (index, piece) in pieces.enumerated() {
            text += (index == 0 ? "" : piece.opensLine ? "\n" : " ") + piece.text
        }
        return TextMessage(isLast ? text : text + "\n" + more)
    }

    /// Sentences none of which is too long for a message by itself; a longer one is cut between words.
    func fitting(_ sentences: [String]) -> [String] {
        sentences.flatMap { sentence -> [String] in
            var (parts, part): ([String], String) = ([], "")
            for word in sentence.split(separator: " ") {
                let joined = part.isEmpty ? String(word) : part + " " + word
                if part.isEmpty || TextMessage(sender + joined + "\n" + more).segments <= Self.most {
                    part = joined
                } else {
                    parts.append(part)
                    part = String(word)
                }
            }
            return part.isEmpty ? parts : parts + [part]
        }
    }
}
