/// Whole sentences: initials and final points.
extension French {
    /// The text as whole sentences: the first letter of each raised, a point at the end.
    public func sentence(_ text: String) -> String { SentenceForm.sentence(text) }
}
