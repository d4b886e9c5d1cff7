import TopicKit

/// What people may call an event or a place: its whole name, or a part that no other name has.
enum EventNames {
    /// An entry for each name, in order.
    static func entries(_ names: [String]) -> [Entry] {
        var seen: Set<String> = []
        let names = names.filter { seen.insert($0).inserted }
        var owners: [String: Int] = [:]
        for part in names.flatMap({ Set(parts(of: $0)) }) { owners[part, default: 0] += 1 }
        return names.map { name in
            Entry(id: name, names: [name] + parts(of: name).filter { owners[$0] == 1 && !seen.contains($0) })
        }
    }

    /// The beginnings and the ends of a name that hold two words of weight: "Concert de rock des Volets Bleus" is
    /// "Concert de rock" and "Volets Bleus".
    static func parts(of name: String) -> [String] {
        let words = name.split { $0.isWhitespace || ",:;".contains($0) }.map(String.init)
        let weighty = words.indices.filter { index in
            words[index].count > 3 || words[index].first?.isUppercase ?? false || words[index].allSatisfy(\.isNumber)
        }
        guard weighty.count > 2 else { return [] }
        let beginnings = weighty[1..<weighty.count - 1].map { words[...$0].joined(separator: " ") }
        let ends = weighty[1..<weighty.count - 1].map { words[$0...].joined(separator: " ") }
        return beginnings + ends
    }
}
