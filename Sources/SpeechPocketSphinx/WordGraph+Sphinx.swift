internal import CPocketSphinx

extension WordGraph {
    /// How much larger than the grammar the graph may become.
    private static let growth = 4

    /// The grammar's graph made small, or nil when that would make it larger.
    ///
    /// - Parameter model: the library's own graph.
    /// - Returns: the graph.
    static func small(_ model: UnsafeMutablePointer<fsg_model_t>) -> WordGraph? {
        let graph = WordGraph(model)
        return graph.determinised(most: graph.arcs.count * growth + 1_000)?.minimised()
    }

    /// The graph of a model of the library.
    init(_ model: UnsafeMutablePointer<fsg_model_t>) {
        var arcs: [Arc] = []
        for state in 0..<model.pointee.n_state {
            var next = fsg_model_arcs(model, state)
            while let current = next {
                if let link = fsg_arciter_get(current)?.pointee {
                    arcs.append(Arc(link))
                }
                next = fsg_arciter_next(current)
            }
        }
        self.init(
            states: Int(model.pointee.n_state), start: Int(model.pointee.start_state),
            ends: [Int(model.pointee.final_state): 0], arcs: arcs)
    }

    /// A model of the library with this graph and the words of another; the caller frees it.
    func model(like other: UnsafeMutablePointer<fsg_model_t>) -> UnsafeMutablePointer<fsg_model_t>? {
        // The library wants one state where all sentences end.
        let end = Int32(states)
        guard let vocabulary = other.pointee.vocab,
            let model = fsg_model_init(other.pointee.name, other.pointee.lmath, other.pointee.lw, end + 1)
        else { return nil }
        model.pointee.start_state = Int32(start)
        model.pointee.final_state = end
        let words = (0..<Int(other.pointee.n_word)).map { fsg_model_word_add(model, vocabulary[$0]) }
        for arc in arcs {
            guard let word = arc.word else { continue }
            fsg_model_trans_add(model, Int32(arc.from), Int32(arc.to), Int32(arc.weight), words[word])
        }
        for (state, weight) in ends { fsg_model_null_trans_add(model, Int32(state), end, Int32(weight)) }
        return model
    }
}

extension WordGraph.Arc {
    /// Weights that differ by less are one: a hundredth of a natural logarithm.
    private static let grain: Int32 = 100

    fileprivate init(_ link: fsg_link_t) {
        self.init(
            from: Int(link.from_state), to: Int(link.to_state), word: link.wid < 0 ? nil : Int(link.wid),
            weight: Int(link.logs2prob / Self.grain * Self.grain))
    }
}
