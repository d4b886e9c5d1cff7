extension Wording {
    /// The names whose values the wording cannot do without, in any of its forms.
    public var neededNames: Set<String> { names { !$0 } }
    /// The names that stand in brackets: what is there only when they have a value.
    public var optionalNames: Set<String> { names { $0 } }
    /// The stretches of the wording that are no template, such as a brace that is not closed.
    public var mistakes: [String] { forms.flatMap { Template($0).mistakes } }

    private var forms: [String] { [text, simple, speech].compactMap { $0 } }

    private func names(where isWanted: (_ isOptional: Bool) -> Bool) -> Set<String> {
        Set(forms.flatMap { Template.names(in: Template($0).pieces) }.filter { isWanted($0.isOptional) }.map(\.name))
    }
}
