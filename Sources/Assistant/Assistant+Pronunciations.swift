internal import Diagnostics
internal import Town

extension Assistant {
    /// How the town says its names: what is written, and what a voice reads instead; read anew at each call.
    ///
    /// Names in answers of another language are said in the same way: they stay French.
    public var pronunciations: [String: String] { folder.pronunciations().value }
}
