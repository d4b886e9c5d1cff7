import Diagnostics
import Foundation
import Testing

@testable import Language

/// English is to be complete: what French has and English lacks fails here, so that the two stay in step.
@Suite("English has everything that French has")
struct LocaleParityTests {
    private let french = TestFrench.files
    private let english = TestEnglish.files.value

    @Test("Its files are read without a problem, and their wordings are well formed")
    func wellFormed() {
        #expect(TestEnglish.files.diagnostics.isEmpty)
        #expect(PhraseBook(files: english, rules: TestEnglish.rules).check() == [])
    }

    @Test("Topics, intents, slots, phrases, terms, lists and diagnostics are the same")
    func keys() {
        #expect(missing(french.topics, english.topics) == [])
        #expect(missing(french.diagnostics, english.diagnostics) == [])
        for (name, words) in french.topics {
            guard let own = english.topics[name] else { continue }
            #expect(!own.title.isEmpty, "\(name)")
            #expect(missing(words.examples, own.examples) == [], "examples of \(name)")
            #expect(missing(words.phrases, own.phrases) == [], "phrases of \(name)")
            #expect(missing(words.terms, own.terms) == [], "terms of \(name)")
            #expect(missing(words.lists, own.lists) == [], "lists of \(name)")
            #expect(missing(words.slots, own.slots) == [], "slots of \(name)")
            for (slot, french) in words.slots {
                guard let english = own.slots[slot] else { continue }
                #expect(missing(french.values, english.values) == [], "values of \(name).\(slot)")
                #expect((french.prompt == nil) == (english.prompt == nil), "prompt of \(name).\(slot)")
            }
        }
    }

    @Test("No key is left over that French no longer has")
    func leftOver() {
        #expect(missing(english.topics, french.topics) == [])
        for (name, words) in english.topics {
            guard let other = french.topics[name] else { continue }
            #expect(missing(words.examples, other.examples) == [], "examples of \(name)")
            #expect(missing(words.phrases, other.phrases) == [], "phrases of \(name)")
            #expect(missing(words.terms, other.terms) == [], "terms of \(name)")
        }
    }

    @Test("A phrase uses only the values that the French one is given, in all its forms")
    func values() {
        for (file, words) in english.topics {
            for (name, wording) in words.phrases {
                guard let other = french.topics[file]?.phrases[name] else { continue }
                let known = names(other).union(words.terms.keys)
                #expect(names(wording).subtracting(known).isEmpty, "\(file).\(name)")
                #expect(other.simple == nil || wording.simple != nil, "\(file).\(name) has no simple form")
            }
        }
    }

    @Test("Every intent has at least eight example sentences, none of them twice")
    func examples() {
        for (file, words) in english.topics {
            for (intent, sentences) in words.examples {
                // The courtesies and the other administrations have fewer ways to be named.
                #expect(sentences.count >= (file == "core" ? 7 : 8), "\(intent)")
                #expect(Set(sentences).count == sentences.count, "\(intent)")
            }
        }
    }

    @Test("Sentences are short enough to be listened to")
    func length() {
        for (file, words) in english.topics {
            for (name, wording) in words.phrases {
                for text in [wording.text, wording.simple ?? ""] {
                    for sentence in text.split(whereSeparator: { ".?!:".contains($0) }) {
                        let count = sentence.split(separator: " ").count { $0.contains(where: \.isLetter) }
                        #expect(count <= 15, "\(file).\(name): \(sentence)")
                    }
                }
            }
        }
    }

    @Test("Arabic has the whole core of the conversation, and its phrases are well formed")
    func arabic() throws {
        let folder = URL(filePath: TestEnglish.folder).deletingLastPathComponent().appending(path: "ar").path
        let loaded = LocaleFiles.load(directory: folder)
        #expect(loaded.diagnostics.isEmpty)
        let core = try #require(loaded.value.topics["core"])
        let other = try #require(french.topics["core"])
        #expect(missing(other.phrases, core.phrases) == [])
        #expect(missing(other.examples, core.examples) == [])
        #expect(missing(other.lists, core.lists) == [])
        #expect(PhraseBook(files: loaded.value, rules: Languages.rules(for: "ar", words: [:])).check() == [])
    }

    private func missing<A, B>(_ wanted: [String: A], _ there: [String: B]) -> [String] {
        wanted.keys.filter { there[$0] == nil }.sorted()
    }

    private func names(_ wording: Wording) -> Set<String> {
        let texts = [wording.text, wording.simple, wording.speech].compactMap { $0 }
        return Set(texts.flatMap { Template.names(in: Template($0).pieces).map(\.name) })
    }
}
