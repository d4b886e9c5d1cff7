/// A grammar as a graph: states, and words that lead from one to the next.
///
/// A grammar as it is written has each of its alternatives apart: of a time of day, "vingt" begins ten numbers in each of several
/// rules, and empty transitions join them. The decoder follows every copy of a word by itself. With one arc for a word from each
/// state, and one state for all that go on alike, it says the same with far less to follow.
struct WordGraph: Equatable {
    /// A step from a state to another.
    struct Arc: Hashable {
        let from: Int, to: Int
        /// The number of its word; nil when nothing is said.
        let word: Int?
        /// Its logarithm, in the library's own steps.
        let weight: Int
    }

    let states: Int
    let start: Int
    /// Where a sentence may end, and with what weight.
    let ends: [Int: Int]
    let arcs: [Arc]

    /// The same sentences with the same best weights, each word once from a state.
    ///
    /// - Parameter most: how many arcs it may have.
    /// - Returns: the graph; nil when it would be larger, as that of some grammars that repeat themselves is.
    func determinised(most: Int) -> WordGraph? {
        let book = Outgoing(self)
        var numbers: [Subset: Int] = [:]
        var waiting: [Subset] = []
        var made: [Arc] = []
        var ends: [Int: Int] = [:]
        func number(_ subset: Subset) -> Int {
            if let known = numbers[subset] { return known }
            numbers[subset] = numbers.count
            waiting.append(subset)
            return numbers.count - 1
        }
        _ = number(book.closed([start: 0]))
        while let subset = waiting.popLast() {
            let from = number(subset)
            var next: [Int: [Int: Int]] = [:]
            for (state, weight) in zip(subset.states, subset.weights) {
                if let end = self.ends[state] { ends[from] = max(ends[from] ?? .min, weight + end) }
                for arc in book.spoken[state] ?? [] {
                    next[arc.word ?? 0, default: [:]].raise(arc.to, to: weight + arc.weight)
                }
            }
            for (word, reached) in next.sorted(by: { $0.key < $1.key }) {
                let closed = book.closed(reached)
                guard let best = closed.weights.max() else { continue }
                made.append(Arc(from: from, to: number(closed.lifted(by: -best)), word: word, weight: best))
            }
            if made.count > most { return nil }
        }
        return WordGraph(states: numbers.count, start: 0, ends: ends, arcs: made)
    }

    /// The same sentences with the fewest states: those from where all goes on alike become one.
    func minimised() -> WordGraph {
        let outgoing = Dictionary(grouping: arcs, by: \.from)
        var classes = (0..<states).map { ends[$0] == nil ? 0 : 1 }
        var count = Set(classes).count
        while true {
            var numbers: [Behaviour: Int] = [:]
            let refined = (0..<states).map { state in
                let steps = (outgoing[state] ?? []).map { Step(word: $0.word, weight: $0.weight, to: classes[$0.to]) }
                let behaviour = Behaviour(end: ends[state], own: classes[state], steps: Set(steps))
                return numbers.number(behaviour)
            }
            classes = refined
            guard numbers.count > count else { break }
            count = numbers.count
        }
        var seen: Set<Arc> = []
        let merged = arcs.map {
            Arc(from: classes[$0.from], to: classes[$0.to], word: $0.word, weight: $0.weight)
        }
        return WordGraph(
            states: Set(classes).count, start: classes[start],
            ends: Dictionary(ends.map { (classes[$0.key], $0.value) }) { first, _ in first },
            arcs: merged.filter { seen.insert($0).inserted })
    }
}

/// States that are reached by the same words, each with what its weight lacks of the best one's.
private struct Subset: Hashable {
    let states: [Int]
    let weights: [Int]

    func lifted(by change: Int) -> Subset { Subset(states: states, weights: weights.map { $0 + change }) }
}

/// What leads out of each state.
private struct Outgoing {
    let spoken: [Int: [WordGraph.Arc]]
    private let silent: [Int: [WordGraph.Arc]]
    private let ends: [Int: Int]

    init(_ graph: WordGraph) {
        spoken = Dictionary(grouping: graph.arcs.filter { $0.word != nil }, by: \.from)
        silent = Dictionary(grouping: graph.arcs.filter { $0.word == nil }, by: \.from)
        ends = graph.ends
    }

    /// All that is reached without a word; of those states, the ones where something is said or a sentence ends.
    func closed(_ reached: [Int: Int]) -> Subset {
        var all = reached
        var waiting = Array(reached.keys)
        while let state = waiting.popLast() {
            guard let weight = all[state] else { continue }
            // A silent way back to a state can only be dearer: weights are logarithms of probabilities.
            for arc in silent[state] ?? [] where all.raise(arc.to, to: weight + arc.weight) { waiting.append(arc.to) }
        }
        let kept = all.filter { spoken[$0.key] != nil || ends[$0.key] != nil }.sorted { $0.key < $1.key }
        return Subset(states: kept.map(\.key), weights: kept.map(\.value))
    }
}

/// What may follow a state.
private struct Behaviour: Hashable {
    let end: Int?
    let own: Int
    let steps: Set<Step>
}

private struct Step: Hashable {
    let word: Int?
    let weight: Int
    let to: Int
}

extension [Behaviour: Int] {
    /// The number of a key; a new one gets the next.
    fileprivate mutating func number(_ key: Behaviour) -> Int {
        if let known = self[key] { return known }
        let next = count
        self[key] = next
        return next
    }
}

extension [Int: Int] {
    /// Makes the value of a key at least as high as another; whether that changed it.
    @discardableResult
    fileprivate mutating func raise(_ key: Int, to value: Int) -> Bool {
        if let known = self[key], known >= value { return false }
        self[key] = value
        return true
    }
}
