/// When a part of a sheet holds, over variables that the sheet's cases share.
///
/// The logic has three values. A variable that nobody has set makes "is true" and "is false" unknown, not false;
/// "is undefined" is the only test that such a variable passes.
public indirect enum DilaCondition: Sendable, Hashable {
    /// The variable is known to be true.
    case isTrue(String)
    /// The variable is known to be false.
    case isFalse(String)
    /// Nobody has set the variable.
    case isUndefined(String)
    /// Every part holds.
    case all([DilaCondition])
    /// At least one part holds.
    case any([DilaCondition])
    /// The part does not hold.
    case not(DilaCondition)

    /// Whether it holds given the known variables; nil when they do not settle it.
    public func value(given known: [String: Bool]) -> Bool? {
        switch self {
        case .isTrue(let variable): return known[variable]
        case .isFalse(let variable): return known[variable].map { !$0 }
        case .isUndefined(let variable): return known[variable] == nil
        case .all(let parts):
            let values = parts.map { $0.value(given: known) }
            if values.contains(false) { return false }
            return values.contains(nil) ? nil : true
        case .any(let parts):
            let values = parts.map { $0.value(given: known) }
            if values.contains(true) { return true }
            return values.contains(nil) ? nil : false
        case .not(let part): return part.value(given: known).map { !$0 }
        }
    }

    /// The variables that are certainly true when the condition holds.
    var implied: [String] {
        switch self {
        case .isTrue(let variable): [variable]
        case .all(let parts): parts.flatMap(\.implied)
        default: []
        }
    }
}
