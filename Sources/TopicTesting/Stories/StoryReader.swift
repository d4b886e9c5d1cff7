internal import CivilTime
public import Diagnostics
internal import Dialogue
internal import FolderReading
internal import Foundation
internal import TopicKit
internal import Yams

extension Story {
    /// Reads a file of stories; a story with a mistake is left out, the others stay.
    ///
    /// - Parameter path: the file.
    /// - Returns: the stories, and what is wrong in the file, with the lines.
    public static func load(_ path: String) -> Checked<[Story]> {
        let findings = Findings(file: path)
        guard let data = FileManager.default.contents(atPath: path) else {
            findings.report(.error, FileManager.default.fileExists(atPath: path) ? "file.unreadable" : "file.missing")
            return Checked([], findings.diagnostics)
        }
        return read(Array(data), findings)
    }

    /// Reads the text of a file of stories, as ``load(_:)`` does.
    public static func read(_ text: String, file: String) -> Checked<[Story]> {
        read(Array(text.utf8), Findings(file: file))
    }

    private static func read(_ bytes: [UInt8], _ findings: Findings) -> Checked<[Story]> {
        let nodes = YAMLFile.list(bytes, findings) ?? []
        let stories = nodes.compactMap { node -> Story? in
            let before = findings.diagnostics.count
            let story = YAMLMap(node, key: "story", keys: StoryReader.storyKeys, findings)
                .flatMap { StoryReader(file: findings.file).story($0) }
            return findings.diagnostics[before...].contains { $0.severity == .error } ? nil : story
        }
        return Checked(stories, findings.diagnostics)
    }
}

/// Reads the maps of a file of stories; what is wrong is reported by the maps.
private struct StoryReader {
    static let storyKeys = ["story", "now", "channel", "turns"]
    private static let moveKeys = ["user", "act", "choice", "silence"]
    private static let expectationKeys = [
        "status", "intent", "topic", "asks", "choices", "slots", "answer", "says", "never", "speech", "simple",
        "urgent", "reference", "same", "evidence", "parts",
    ]

    let file: String

    func story(_ map: YAMLMap) -> Story? {
        let channel = map.optionalChoice("channel", among: Surroundings.Channel.allCases)
        guard let title = map.text("story"), let start = map.text("now") else { return nil }
        guard var clock = Moment(iso: start) else {
            map.report(.error, "story.bad-time", ["value": start], at: "now")
            return nil
        }
        let maps = map.maps("turns", keys: Self.moveKeys + ["now", "after", "speaking"] + Self.expectationKeys)
        if maps.isEmpty { map.report(.error, "story.no-turn", at: "turns") }
        let turns = maps.compactMap { turn($0, &clock) }
        return Story(title: title, channel: channel, turns: turns, file: file, line: map.line ?? 1)
    }

    private func turn(_ map: YAMLMap, _ clock: inout Moment) -> Story.Turn? {
        move(clock: &clock, by: map)
        guard let move = move(map) else { return nil }
        return Story.Turn(
            move: move, now: clock, isSpeaking: map.optionalFlag("speaking") ?? false, expected: expectation(map),
            line: map.line ?? 1)
    }

    // MARK: What happens

    private func move(_ map: YAMLMap) -> Story.Move? {
        let moves = Self.moveKeys.filter { map.keys.contains($0) }
        guard moves.count == 1, let key = moves.first else {
            map.report(.error, "story.one-move", ["known": Self.moveKeys.joined(separator: ", ")], at: moves.last ?? "")
            return nil
        }
        switch key {
        case "act": return map.choice(key, among: Act.allCases).map { .act($0) }
        case "choice": return map.text(key).map { .choice($0) }
        case "silence":
            if map.optionalFlag(key) == true { return .silence }
            map.report(.error, "story.silence", at: key)
            return nil
        default: return map.text(key).map { .words($0) }
        }
    }

    /// Sets the clock to `now:`, or moves it on by `after:`.
    private func move(clock: inout Moment, by map: YAMLMap) {
        if let text = map.optionalText("now") {
            if let moment = Moment(iso: text) {
                clock = moment
            } else {
                map.report(.error, "story.bad-time", ["value": text], at: "now")
            }
        }
        guard let text = map.optionalText("after") else { return }
        if let seconds = Self.seconds(text) {
            clock = clock.adding(seconds: seconds)
        } else {
            map.report(.error, "story.bad-wait", ["value": text], at: "after")
        }
    }

    /// A length of time as people write it: `30 s`, `5 min`, `2 h`, `1 d`.
    private static func seconds(_ text: String) -> Int? {
        let figures = text.prefix { $0.isASCII && $0.isNumber }
        guard figures.utf8.count <= 6, let count = Int(figures) else { return nil }
        switch text.dropFirst(figures.count).drop(while: { $0 == " " }) {
        case "s": return count
        case "min": return count * 60
        case "h": return count * 3600
        case "d": return count * 86_400
        default: return nil
        }
    }

    // MARK: What must come of it

    private func expectation(_ map: YAMLMap) -> Expectation {
        var expected = Expectation()
        expected.status = map.optionalChoice("status", among: TurnStatus.allCases)
        (expected.intent, expected.topic) = (map.optionalText("intent"), map.optionalText("topic"))
        (expected.asks, expected.answer) = (map.optionalText("asks"), map.optionalText("answer"))
        if map.keys.contains("choices") { expected.choices = map.texts("choices") }
        if let slots = map.optionalMap("slots", keys: nil) {
            for name in slots.keys { expected.slots.updateValue(slots.optionalText(name), forKey: name) }
        }
        (expected.says, expected.never) = (map.texts("says"), map.texts("never"))
        (expected.speech, expected.simple) = (wording("speech", map), wording("simple", map))
        (expected.urgent, expected.reference) = (map.optionalFlag("urgent"), map.optionalFlag("reference"))
        expected.same = map.optionalFlag("same")
        expected.evidence = map.texts("evidence")
        if map.keys.contains("parts") {
            expected.parts = map.maps("parts", keys: Self.expectationKeys).map(expectation)
        }
        return expected
    }

    /// A text alone is the whole; a list is what must be in it.
    private func wording(_ key: String, _ map: YAMLMap) -> Expectation.Wording? {
        switch map.shape(of: key) {
        case nil: nil
        case .list: .parts(map.texts(key))
        default: map.optionalText(key).map { .whole($0) }
        }
    }
}
