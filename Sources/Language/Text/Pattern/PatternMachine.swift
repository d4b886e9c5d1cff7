/// The steps of a pattern, run over a text once, all ways at a time.
///
/// After Thompson and Pike: a list of places in the pattern moves over the text, each place at most once in it.
struct PatternMachine: Sendable {
    /// A step.
    enum Step: Sendable {
        /// Takes one scalar.
        case take(PatternSet)
        /// Goes on at either of two places.
        case split(Int, Int)
        /// Goes on at another place.
        case jump(Int)
    }

    /// The steps; past the last one the pattern is complete.
    let steps: [Step]

    /// The leftmost match, and of those the longest, as a range of tokens.
    func firstMatch(in text: PatternText) -> Range<Int>? {
        var run = Run(steps: steps)
        var best: Range<Int>?
        for position in 0...text.scalars.count {
            if position < text.starts.count, text.starts[position] >= 0, best == nil {
                run.add(0, from: text.starts[position])
            }
            if let start = run.complete, text.ends[position] >= start, best.map({ start <= $0.lowerBound }) ?? true {
                best = start..<text.ends[position] + 1
            }
            guard position < text.scalars.count else { break }
            run.advance(over: text.scalars[position])
            if best != nil, run.isEmpty { break }
        }
        return best
    }

    /// The places that the pattern has reached at one point of the text.
    private struct Run {
        let steps: [Step]
        /// Places with the token at which their match began, the earliest first.
        private var places: [(step: Int, from: Int)] = []
        /// Which places are in the list, by the round in which they came.
        private var seen: [Int]
        private var round = 1
        /// Where the match that is now complete began, or nil.
        private(set) var complete: Int?

        init(steps: [Step]) {
            self.steps = steps
            seen = [Int](repeating: 0, count: steps.count + 1)
        }

        var isEmpty: Bool { places.isEmpty }

        /// Adds a place, and those that it leads to without taking anything.
        mutating func add(_ step: Int, from start: Int) {
            var open = [step]
            while let next = open.popLast() {
                guard seen[next] != round else { continue }
                seen[next] = round
                guard next < steps.count else {
                    complete = min(complete ?? start, start)
                    continue
                }
                switch steps[next] {
                case .take: places.append((next, start))
                case .jump(let place): open.append(place)
                case .split(let first, let second): open += [second, first]
                }
            }
        }

        /// Moves every place over a scalar; those that do not take it are gone.
        mutating func advance(over scalar: UInt32) {
            let before = places
            places.removeAll(keepingCapacity: true)
            (round, complete) = (round + 1, nil)
            for place in before {
                if case .take(let set) = steps[place.step], set.contains(scalar) {
                    add(place.step + 1, from: place.from)
                }
            }
        }
    }
}

/// A set of scalars that one step takes.
struct PatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    static let any = PatternSet(ranges: [], isNegated: true)
    static let figure = PatternSet(ranges: [0x30...0x39])
    static let word = PatternSet(ranges: [0x30...0x39, 0x61...0x7A])
    static let space = PatternSet(ranges: [0x20...0x20])

    /// One sign.
    static func one(_ scalar: UInt32) -> PatternSet { PatternSet(ranges: [scalar...scalar]) }

    func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } != isNegated }
}
