/// Reads the text of a pattern into steps.
struct PatternParser {
    /// Why a pattern cannot be read: what stands from the mistake on.
    struct Problem: Error { let rest: String }

    /// A part of a pattern.
    private indirect enum Part {
        case set(PatternSet)
        case sequence([Part])
        case choice([Part])
        case repeated(Part, least: Int, most: Int?)
    }

    /// How often something may be repeated by number.
    private static let mostTimes = 50
    /// How many steps a pattern may come to.
    private static let mostSteps = 500
    /// How deep groups may nest.
    private static let deepest = 20

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ source: String) { scalars = Array(source.unicodeScalars.prefix(TextPattern.longest + 1)) }

    /// The pattern as steps, or where it goes wrong.
    mutating func parse() -> Result<PatternMachine, Problem> {
        guard !scalars.isEmpty, scalars.count <= TextPattern.longest else { return .failure(problem(at: 0)) }
        do throws(Problem) {
            let part = try choice()
            guard index == scalars.count else { throw problem(at: index) }
            var steps: [PatternMachine.Step] = []
            try emit(part, into: &steps)
            return .success(PatternMachine(steps: steps))
        } catch {
            return .failure(error)
        }
    }

    private func problem(at place: Int) -> Problem {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.dropFirst(place))
        return Problem(rest: text)
    }

    // MARK: Reading

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func choice() throws(Problem) -> Part {
        var parts = [try sequence()]
        while next == "|" {
            index += 1
            parts.append(try sequence())
        }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Problem) -> Part {
        var parts: [Part] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let part = try single()
            parts.append(try quantified(part))
        }
        return .sequence(parts)
    }

    private mutating func single() throws(Problem) -> Part {
        let start = index
        guard let scalar = next else { throw problem(at: index) }
        index += 1
        switch scalar {
        case "(":
            depth += 1
            guard depth <= Self.deepest else { throw problem(at: start) }
            let part = try choice()
            guard next == ")" else { throw problem(at: start) }
            (index, depth) = (index + 1, depth - 1)
            return part
        case "[": return .set(try characterClass(from: start))
        case "\\": return .sequence(try escape(from: start).map { .set($0) })
        case ".": return .set(.any)
        case "*", "+", "?", "{", "}", "]", "^", "$": throw problem(at: start)
        default: return .sequence(Self.folded(scalar).map { .set(.one($0)) })
        }
    }

    private mutating func escape(from start: Int) throws(Problem) -> [PatternSet] {
        guard let scalar = next else { throw problem(at: start) }
        index += 1
        switch scalar {
        case "d": return [.figure]
        case "w": return [.word]
        case "s": return [.space]
        default:
            // Other letters mean things elsewhere that they do not mean here.
            guard !scalar.properties.isAlphabetic, scalar.properties.numericType == nil else {
                throw problem(at: start)
            }
            return Self.folded(scalar).map { .one($0) }
        }
    }

    private mutating func characterClass(from start: Int) throws(Problem) -> PatternSet {
        var set = PatternSet(ranges: [])
        if next == "^" {
            set.isNegated = true
            index += 1
        }
        while let scalar = next, scalar != "]" {
            index += 1
            if scalar == "\\" {
                set.ranges += try escape(from: index - 1).flatMap(\.ranges)
            } else if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
                let last = scalars[index + 1]
                guard let first = Self.folded(scalar).first, let end = Self.folded(last).first, first <= end else {
                    throw problem(at: start)
                }
                set.ranges.append(first...end)
                index += 2
            } else {
                set.ranges += Self.folded(scalar).map { $0...$0 }
            }
        }
        guard next == "]", !set.ranges.isEmpty else { throw problem(at: start) }
        index += 1
        return set
    }

    private mutating func quantified(_ part: Part) throws(Problem) -> Part {
        let start = index
        switch next {
        case "?":
            index += 1
            return try once(.repeated(part, least: 0, most: 1), start)
        case "*":
            index += 1
            return try once(.repeated(part, least: 0, most: nil), start)
        case "+":
            index += 1
            return try once(.repeated(part, least: 1, most: nil), start)
        case "{":
            index += 1
            guard let least = number() else { throw problem(at: start) }
            var most: Int? = least
            if next == "," {
                index += 1
                most = number()
            }
            guard next == "}", most.map({ $0 >= least }) ?? true else { throw problem(at: start) }
            index += 1
            return try once(.repeated(part, least: least, most: most), start)
        default: return part
        }
    }

    /// Repeats of repeats, such as `a+*`, mean nothing that one repeat does not say.
    private func once(_ part: Part, _ start: Int) throws(Problem) -> Part {
        if let next, "?*+{".unicodeScalars.contains(next) { throw problem(at: start) }
        return part
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, (0x30...0x39).contains(scalar.value), value ?? 0 <= Self.mostTimes {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            index += 1
        }
        return value.flatMap { $0 <= Self.mostTimes ? $0 : nil }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
        var text = ""
        Folding.append(scalar, to: &text)
        return text.unicodeScalars.map(\.value)
    }

    // MARK: Writing the steps

    private func emit(_ part: Part, into steps: inout [PatternMachine.Step]) throws(Problem) {
        guard steps.count < Self.mostSteps else { throw problem(at: 0) }
        switch part {
        case .set(let set): steps.append(.take(set))
        case .sequence(let parts):
            for part in parts { try emit(part, into: &steps) }
        case .choice(let parts): try emit(parts, into: &steps)
        case .repeated(let part, let least, let most):
            for _ in 0..<least { try emit(part, into: &steps) }
            guard let most else {
                try emitLoop(part, into: &steps)
                return
            }
            // Each further time may be the end.
            var exits: [Int] = []
            for _ in least..<most {
                exits.append(steps.count)
                steps.append(.jump(0))
                try emit(part, into: &steps)
            }
            for exit in exits { steps[exit] = .split(exit + 1, steps.count) }
        }
    }

    private func emitLoop(_ part: Part, into steps: inout [PatternMachine.Step]) throws(Problem) {
        let start = steps.count
        steps.append(.jump(0))
        try emit(part, into: &steps)
        steps.append(.jump(start))
        steps[start] = .split(start + 1, steps.count)
    }

    private func emit(_ choices: [Part], into steps: inout [PatternMachine.Step]) throws(Problem) {
        var ends: [Int] = []
        for (place, part) in choices.enumerated() {
            guard place < choices.count - 1 else {
                try emit(part, into: &steps)
                break
            }
            let split = steps.count
            steps.append(.jump(0))
            try emit(part, into: &steps)
            ends.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(split + 1, steps.count)
        }
        for end in ends { steps[end] = .jump(steps.count) }
    }
}
