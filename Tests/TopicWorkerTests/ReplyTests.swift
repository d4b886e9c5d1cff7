import CivilTime
import Foundation
import Language
import Testing
import TopicKit

@testable import TopicWorker

@Suite("What a worker writes")
struct ReplyTests {
    private static let source =
        #"[{"source":"a.json","title":"le planning","publisher":"le syndicat","date":"2026-11-16"}]"#

    @Test("A reply with every kind of part and value becomes the same reply in Swift")
    func whole() throws {
        let reply = try read(
            """
            {"status": "answered", "evidence": \(Self.source), "memory": {"step": "2"},
             "parts": [
              {"statement": "L'eau revient."}, {"statement": {"text": {"fr": "Bonjour.", "br": "Demat."}}},
              {"statement": {"phrase": "cut", "values": {
                "day": {"day": "2026-11-26"}, "from": {"clock": "09:00"}, "to": {"clock": "24:00"},
                "street": {"noun": {"text": "rue des Lilas", "gender": "feminine"}}}}},
              {"list": {"title": {"phrase": "two"}, "items": ["Un.", {"text": {"fr": "Deux."}}]}},
              {"steps": {"title": "Faites ceci :", "items": ["Un."]}},
              {"schedule": {"title": "Horaires :", "rows": [{"head": "Lundi", "body": "de 9 h à 12 h"}]}},
              {"contact": {"name": "le syndicat", "phone": "01 99 00 45 45"}},
              {"link": {"purpose": "Payer", "url": "https://eaux.example/payer"}},
              {"quotation": {"text": "Article 1.", "source": "le règlement"}}],
             "details": [{"statement": {"phrase": "values", "values": {
                "a": {"days": ["2026-11-26", "2026-11-28"]}, "b": {"moment": "2026-11-26T08:30"}, "c": {"minutes": 90},
                "d": {"cents": 450}, "e": {"list": [{"text": "x"}, {"count": 2}]}, "f": {"phone": "3919"},
                "g": {"url": "https://a.example"}, "h": {"email": "a@b.example"}, "i": {"term": "desk"}}}}]}
            """)
        let day = try #require(Day(2026, 11, 26))
        #expect(reply.status == .answered)
        #expect(reply.memory == ["step": "2"])
        #expect(reply.evidence.map(\.date.iso) == ["2026-11-16"])
        #expect(
            reply.parts == [
                .statement(.text(["fr": "L'eau revient."])), .statement(.text(["fr": "Bonjour."])),
                .statement(
                    Phrase(
                        "water.cut",
                        [
                            "day": .day(day), "from": .clock(540), "to": .clock(1440),
                            "street": .noun(Noun("rue des Lilas", gender: .feminine)),
                        ])),
                .list(
                    title: Phrase("water.two", ["count": .count(2)]),
                    items: [.text(["fr": "Un."]), .text(["fr": "Deux."])]),
                .steps(title: .text(["fr": "Faites ceci :"]), items: [.text(["fr": "Un."])]),
                .schedule(
                    title: .text(["fr": "Horaires :"]),
                    rows: [Reply.Row(head: .text(["fr": "Lundi"]), body: .text(["fr": "de 9 h à 12 h"]))]),
                .contact(Contact(name: "le syndicat", phone: "01 99 00 45 45")),
                .link(Link(purpose: .text(["fr": "Payer"]), url: "https://eaux.example/payer")),
                .quotation(text: "Article 1.", source: "le règlement"),
            ])
        let values: [String: Value] = [
            "a": .days(day, day.adding(days: 2)), "b": .moment(Moment(day, hour: 8, minute: 30)),
            "c": .duration(minutes: 90), "d": .money(cents: 450), "e": .list([.text("x"), .count(2)]),
            "f": .phone("3919"), "g": .url("https://a.example"), "h": .email("a@b.example"), "i": .term("desk"),
        ]
        #expect(reply.details == [.statement(Phrase("water.values", values))])
    }

    @Test("A question may have choices, a yes or a no, or a slot of the manifest")
    func questions() throws {
        let reply = try read(
            """
            {"question": {"slot": "kind", "prompt": "Quel compteur ?", "can_skip": true, "reason": "Le prix en dépend.",
              "choices": [{"id": "cold", "label": "l'eau froide", "names": ["froide"]}, {"id": "hot", "label": "la chaude"}]}}
            """)
        #expect(reply.question?.choices.map(\.id) == ["cold", "hot"])
        #expect(reply.question?.canSkip == true)
        #expect(
            try read(#"{"question": {"slot": "sure", "prompt": "Oui ?", "yes_no": true}}"#).question?.isYesNo == true)
        #expect(try read(#"{"question": {"slot": "street", "prompt": "Quelle rue ?"}}"#).question?.slot == "street")
    }

    @Test(
        "What may not be said is refused, and why is told without a word of it",
        arguments: [
            (#"{"status":"answered","parts":[]}"#, "parts"),
            (#"{"parts":[{"statement":"Sans source."}]}"#, "evidence"),
            (#"{"status":"unknown","parts":[{"statement":""}]}"#, "text"),
            (#"{"status":"unknown","parts":[{"statement":"a\u001b[31mb"}]}"#, "text"),
            (#"{"status":"unknown","parts":[{"statement":"a\nb"}]}"#, "text"),
            (#"{"status":"unknown","parts":[{"statement":"a\u202eb"}]}"#, "text"),
            (#"{"status":"unknown","parts":[{"statement":{"text":{"br":"Demat."}}}]}"#, "text"),
            (#"{"status":"unknown","parts":[{"statement":{"phrase":"secret"}}]}"#, "phrase"),
            (#"{"status":"unknown","parts":[{"statement":{"phrase":"cut","values":{}}}]}"#, "phrase"),
            (#"{"status":"unknown","parts":[{"link":{"purpose":"x","url":"javascript:alert(1)"}}]}"#, "url"),
            (#"{"status":"done","parts":[{"statement":"C'est fait."}]}"#, "status"),
            (#"{"question":{"slot":"secret","prompt":"?"}}"#, "question"),
        ])
    func refused(json: String, about: String) throws {
        let problem = #expect(throws: ReplyProblem.self) { try read(json) }
        #expect(problem?.text.hasPrefix(about + ":") == true, "\(problem?.text ?? "")")
        #expect(problem?.text.contains("secret") == false)
    }

    @Test(
        "What is not a message is not read",
        arguments: [
            "", "{}", "[]", "null", #"{"type":"reply"}"#, #"{"type":"reply","id":"1","reply":{}}"#,
            #"{"type":"other","id":1}"#, #"{"type":"reply","id":1,"reply":{"parts":[{"statement":"a","list":1}]}}"#,
            #"{"type":"reply","id":1,"reply":{"parts":[{"statement":{"phrase":"a","values":{"d":{"day":"2026-02-30"}}}}]}}"#,
            #"{"type":"reply","id":1,"reply":{"status":"sure"}}"#, #"{"type":"reply","id":99999999999999999999}"#,
        ])
    func garbage(json: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(WorkerOutput.self, from: Data(json.utf8)) }
    }

    @Test("A text of a million signs, a list of a thousand items and a large memory are refused")
    func large() {
        let long = String(repeating: "a", count: 1_000_000)
        let items = Array(repeating: #""a""#, count: 1_000).joined(separator: ",")
        for json in [
            #"{"status":"unknown","parts":[{"statement":"\#(long)"}]}"#,
            #"{"status":"unknown","parts":[{"list":{"title":"x","items":[\#(items)]}}]}"#,
            #"{"status":"unknown","parts":[{"statement":"x"}],"memory":{"a":"\#(long)"}}"#,
        ] {
            #expect(throws: ReplyProblem.self) { try read(json) }
        }
    }

    @Test(
        "A manifest that differs from worker.yaml is named by the field that differs",
        arguments: [
            ("", nil), (#""id":"fire","#, "id"), (#""version":"2","#, "version"),
            (#""languages":["fr","br"],"#, "languages"),
            (#""permissions":["network"],"#, "permissions"), (#""intents":[{"id":"water.cut"}],"#, "intents"),
            (#""slots":[{"name":"street","kind":"time"}],"#, "slots"),
        ] as [(String, String?)])
    func manifests(change: String, field: String?) throws {
        let usual = [
            ("id", #""water""#), ("version", #""1""#), ("languages", #"["fr"]"#),
            ("intents", #"[{"id":"water.cut","optional":["street"]}]"#),
            ("slots", #"[{"name":"street","kind":"entity"}]"#),
        ]
        let rest = usual.filter { field != $0.0 }.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
        let manifest = try JSONDecoder().decode(WireManifest.self, from: Data("{\(change)\(rest)}".utf8))
        #expect(manifest.difference(from: settings) == field)
    }

    private var settings: WorkerSettings {
        var words = TopicWords()
        words.phrases = [
            "cut": Wording(text: "L'eau est coupée {street}, {day}, de {from} à {to}."),
            "two": Wording(text: "{count} choses :"),
            "values": Wording(text: "{a} {b} {c} {d} {e} {f} {g} {h} {i}"),
        ]
        return WorkerSettings(
            version: "1",
            manifest: Manifest(
                id: "water", intents: [Intent("water.cut", optional: ["street"])], slots: [Slot("street", .entity)]),
            words: ["fr": words], command: "/bin/true", folder: "/tmp/water")
    }

    private func read(_ json: String) throws -> Reply {
        let wire = try JSONDecoder().decode(WireReply.self, from: Data(json.utf8))
        let request = TopicRequest(intent: "water.cut", now: noon, profile: profile)
        return try ReplyReader(settings: settings, request: request, allowed: []).read(wire)
    }
}

@Suite("Lines of a stream")
struct LineSplitterTests {
    @Test(
        "A stream is cut into lines, wherever its pieces end",
        arguments: [
            (["a\nb\n"], ["a", "b"]), (["a", "b\n", "c"], ["ab"]), (["\n\n"], ["", ""]),
            (["a\n", "", "\nb\n"], ["a", "", "b"]),
            (["12345678\n"], ["12345678"]),
        ] as [([String], [String])])
    func lines(pieces: [String], expected: [String]) {
        var splitter = LineSplitter(limit: 8)
        let lines = pieces.flatMap { splitter.lines(in: Array($0.utf8)) ?? [Array("too long".utf8)] }
        #expect(lines.map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test(
        "A line that is too long is refused, with its end or without", arguments: [["123456789\n"], ["1234", "56789"]])
    func tooLong(pieces: [String]) {
        var splitter = LineSplitter(limit: 8)
        #expect(pieces.contains { splitter.lines(in: Array($0.utf8)) == nil })
    }
}
