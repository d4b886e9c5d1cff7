import CivilTime
import Foundation
import Language
import Rendering
import Testing
import TopicKit

@Suite("The answer object")
struct AnswerObjectTests {
    private func json(_ object: AnswerObject) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }

    @Test("An answer without a topic says so with nulls")
    func bare() throws {
        let object = AnswerObject(
            id: nil, status: "unclear", topic: nil, intent: nil, confidence: 0.123, text: "a", speech: "b", simple: "c")
        #expect(
            try json(object)
                == #"{"ask":null,"confidence":0.12,"evidence":[],"id":null,"intent":null,"links":[],"simple":"c","slots":{},"speech":"b","status":"unclear","text":"a","topic":null}"#
        )
    }

    @Test("An answer with everything keeps the promised keys")
    func full() throws {
        let part = AnswerObject(
            id: "1", status: "answered", topic: "t", intent: "t.i", confidence: 1, text: "", speech: "", simple: "")
        let object = AnswerObject(
            id: "1", status: "done", topic: "waste", intent: "waste.next", confidence: 0.97,
            slots: ["n": FilledSlot(.number(3), text: "trois"), "y": FilledSlot(.yesNo(true), text: "oui")], text: "a",
            speech: "b", simple: "c", evidence: [Sample.calendar], ask: .init(slot: "street", choices: ["x"]),
            links: [], parts: [part], isUrgent: true, reference: "V-1")
        let text = try json(object)
        #expect(text.contains(#""ask":{"choices":["x"],"slot":"street"}"#))
        #expect(
            text.contains(
                #""evidence":[{"date":"2026-06-15","publisher":"Mairie de Valclair","reviewed":null,"source":"waste/nord.ics","title":"le calendrier de collecte 2026-2028","url":"https://valclair.example/dechets","valid_until":"2028-08-31"}]"#
            ))
        #expect(
            text.contains(#""reference":"V-1""#) && text.contains(#""urgent":true"#) && text.contains(#""parts":[{"#))
        #expect(text.contains(#""slots":{"n":{"text":"trois","value":3},"y":{"text":"oui","value":true}}"#))
    }

    @Test(
        "Amounts and patterns are texts that programs read, an address is an object",
        arguments: [
            (.amount(.money(cents: 1205)), #""12.05""#), (.amount(.duration(TimeAmount(seconds: 5400))), #""PT1H30M""#),
            (.amount(.age(TimeAmount(months: 150))), #""P12Y6M""#), (.amount(.phone("0199001234")), #""0199001234""#),
            (.amount(.email("a@b.fr")), #""a@b.fr""#), (.amount(.postcode("38170")), #""38170""#),
            (.text("AB-1234"), #""AB-1234""#),
            (
                .amount(.address(StreetAddress(number: "12", street: "rue des Lilas", postcode: "38170"))),
                #"{"number":"12","postcode":"38170","street":"rue des Lilas"}"#
            ),
        ] as [(FilledSlot.Value, String)])
    func amounts(value: FilledSlot.Value, expected: String) throws {
        let object = AnswerObject(
            id: "1", status: "answered", topic: nil, intent: nil, confidence: 1,
            slots: ["it": FilledSlot(value, text: "x")], text: "", speech: "", simple: "")
        #expect(try json(object).contains(#""slots":{"it":{"text":"x","value":\#(expected)}}"#))
        let state = try JSONDecoder().decode(
            [FilledSlot].self, from: JSONEncoder().encode([FilledSlot(value, text: "x")]))
        #expect(state == [FilledSlot(value, text: "x")])
    }

    @Test(
        "A time is its day, or an interval",
        arguments: [
            ("2026-11-26", "2026-11-27", "2026-11-26"),
            ("2026-11-21", "2026-11-23", "2026-11-21T00:00/2026-11-23T00:00"),
            ("2026-11-26T14:00", "2026-11-26T18:00", "2026-11-26T14:00/2026-11-26T18:00"),
        ])
    func times(start: String, end: String, expected: String) throws {
        let span = TimeSpan(
            start: try #require(Moment(iso: start)), end: try #require(Moment(iso: end)), grain: .day, isRelative: false
        )
        let object = AnswerObject(
            id: "1", status: "answered", topic: nil, intent: nil, confidence: 1,
            slots: ["date": FilledSlot(.time(span), text: "jeudi")], text: "", speech: "", simple: "")
        #expect(try json(object).contains(#""date":{"text":"jeudi","value":"\#(expected)"}"#))
    }
}
