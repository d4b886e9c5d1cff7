/// Where the kiosk shows what it says and asks: whole lines, one after the other (rules T1 to T3).
public protocol KioskScreen: Sendable {
    /// Shows lines below those before; they stay as they are.
    func show(_ lines: [String]) async
}
