import Testing

@testable import SpeechPocketSphinx

@Suite("The graph of a grammar")
struct WordGraphTests {
    private typealias Arc = WordGraph.Arc

    /// Words 0 to 9 as a grammar writes them: each alternative apart, joined by steps without a word.
    private static func alternatives(_ sentences: [[Int]], weight: Int = 0) -> WordGraph {
        var arcs: [Arc] = []
        var states = 2
        for sentence in sentences {
            arcs.append(Arc(from: 0, to: states, word: nil, weight: weight))
            for word in sentence {
                arcs.append(Arc(from: states, to: states + 1, word: word, weight: 0))
                states += 1
            }
            arcs.append(Arc(from: states, to: 1, word: nil, weight: 0))
            states += 1
        }
        return WordGraph(states: states, start: 0, ends: [1: 0], arcs: arcs)
    }

    /// The sentences of a graph of up to so many words, each with its best weight.
    private static func sentences(_ graph: WordGraph, most: Int = 4) -> [[Int]: Int] {
        var found: [[Int]: Int] = [:]
        var reached: [(state: Int, words: [Int], weight: Int, steps: Int)] = [(graph.start, [], 0, 0)]
        while let (state, words, weight, steps) = reached.popLast() {
            if let end = graph.ends[state] { found[words] = max(found[words] ?? .min, weight + end) }
            for arc in graph.arcs where arc.from == state && steps < 3 * most {
                let next = words + (arc.word.map { [$0] } ?? [])
                if next.count <= most { reached.append((arc.to, next, weight + arc.weight, steps + 1)) }
            }
        }
        return found
    }

    @Test(
        "Made small, it has the same sentences, and as few arcs as they need",
        arguments: [
            ([[1], [1, 2], [1, 3]], 3), ([[1, 9], [2, 9], [3, 9]], 4), ([[1, 2, 3], [1, 2, 3]], 3),
            ([[1, 2], [3, 2], [1, 4], [3, 4]], 4), ([[5]], 1),
        ])
    func small(sentences: [[Int]], arcs: Int) throws {
        let graph = Self.alternatives(sentences)
        let small = try #require(graph.determinised(most: 100)).minimised()
        #expect(Self.sentences(small) == Self.sentences(graph))
        #expect(small.arcs.count == arcs)
        #expect(small.arcs.allSatisfy { $0.word != nil })
    }

    @Test("Of two ways to say a sentence, the likelier one's weight stays")
    func weights() throws {
        let (dear, cheap) = (
            Self.alternatives([[1, 2]], weight: -500), Self.alternatives([[1, 2], [1, 3]], weight: -200)
        )
        // Both graphs side by side, the second one's states after the first's.
        let moved = cheap.arcs.map {
            Arc(from: $0.from + dear.states, to: $0.to + dear.states, word: $0.word, weight: $0.weight)
        }
        let start = dear.states + cheap.states
        let both = WordGraph(
            states: start + 1, start: start, ends: [1: 0, 1 + dear.states: 0],
            arcs: dear.arcs + moved + [
                Arc(from: start, to: 0, word: nil, weight: 0), Arc(from: start, to: dear.states, word: nil, weight: 0),
            ])
        let small = try #require(both.determinised(most: 100)).minimised()
        #expect(Self.sentences(small) == [[1, 2]: -200, [1, 3]: -200])
    }

    @Test("A grammar that repeats itself stays one that does")
    func loop() throws {
        // One or more of the words 1 and 2.
        let graph = WordGraph(
            states: 3, start: 0, ends: [2: 0],
            arcs: [
                Arc(from: 0, to: 1, word: 1, weight: 0), Arc(from: 0, to: 1, word: 2, weight: 0),
                Arc(from: 1, to: 0, word: nil, weight: 0), Arc(from: 1, to: 2, word: nil, weight: 0),
            ])
        let small = try #require(graph.determinised(most: 100)).minimised()
        #expect(Self.sentences(small, most: 3) == Self.sentences(graph, most: 3))
        #expect(small.states == 2)
    }

    @Test("One that would grow is left as it is")
    func bound() {
        #expect(Self.alternatives([[1, 2], [3, 4], [5, 6]]).determinised(most: 3) == nil)
    }
}
