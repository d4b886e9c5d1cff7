internal import CSodium

/// A telephone number as networks write it, for as long as its answer takes.
struct PhoneNumber: Sendable, Hashable {
    /// Its figures, with the country's where it was there.
    let figures: String
    /// Whether it began with a plus, and so with the country.
    let isInternational: Bool

    /// Reads a number: figures, a plus before them, spaces and points between; nil for anything else, such as a name.
    init?(_ text: String) {
        var rest = text.filter { !" .-()".contains($0) }[...]
        isInternational = rest.hasPrefix("+")
        if isInternational { rest = rest.dropFirst() }
        guard !rest.isEmpty, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        figures = String(rest)
    }

    /// As it is sent to.
    var text: String { (isInternational ? "+" : "") + figures }
}

/// What makes hashes of numbers worth nothing to anybody else: a key of chance, in memory only.
struct PhoneSalt: Sendable {
    private let key: [UInt8]

    /// A new one.
    init() {
        var generator = SystemRandomNumberGenerator()
        key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The keyed hash of a number (BLAKE2b), sixteen bytes.
    func hash(_ number: PhoneNumber) -> [UInt8] {
        let text = Array(number.text.utf8)
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, hash.count, text, UInt64(text.count), key, key.count)
        return hash
    }
}

/// Secrets compared and signatures checked without telling by the time they take how much was right.
enum Secret {
    /// Whether two texts are the same.
    static func isSame(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
        // Hashes have one length, so that not even that of the secret is told.
        let (one, other) = (digest(Array(one.utf8)), digest(Array(other.utf8)))
        return sodium_memcmp(one, other, one.count) == 0
    }

    /// The signature (HMAC-SHA256) of bytes by a key, in small hexadecimal letters.
    static func signature(of message: [UInt8], key: [UInt8]) -> String {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        var signature = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &signature)
        let figures = Array("0123456789abcdef".utf8)
        return String(
            decoding: signature.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
