#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The shapes that short sounds are made of.
enum Wave {
    /// A sine, by how many turns it has made.
    static func sine(_ turns: Double) -> Double { sin(2 * .pi * turns) }
}
