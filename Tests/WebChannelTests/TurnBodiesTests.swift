import Dialogue
import Foundation
import Language
import NIOCore
import Testing

@testable import WebChannel

@Suite("The bodies of turns that are kept") struct TurnBodiesTests {
    @Test(
        "are what the turn itself would be encoded as, the first time and every other, whoever asks",
        arguments: [
            "la piscine est ouverte vendredi ?", "c kan les poubel jone rue des tilleul", "zorglub",
            "quels papiers pour un passeport", "quand passe la poubelle",
            "quel est le menu de la cantine jeudi et quand passe la poubelle jaune ?",
        ])
    func same(question: String) async throws {
        let scene = try Scene()
        let bodies = TurnBodies()
        for (number, id) in [nil, "a\"b\\c", "é"].enumerated() {
            let (conversation, _) = try await scene.commune.begin()
            let turn = try await scene.commune.answer(.utterance(Utterance(question)), conversation: conversation)
            for hasHTML in [false, true] {
                let body = try bodies.body(of: turn, id: id, hasHTML: hasHTML)
                let whole = try JSONAnswer.data(TurnObject(turn, id: id, hasHTML: hasHTML))
                let kept = try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? NSDictionary
                #expect(kept == (try JSONSerialization.jsonObject(with: whole) as? NSDictionary), "\(number)")
            }
        }
    }

    @Test("A gap is where its name and its value stand, not where a text repeats them")
    func gaps() {
        let bytes = Array(#"{"text":"\"id\":\"X\"","id":"X","slots":{}}"#.utf8)
        let template = JSONTemplate(bytes, gaps: [("\"id\":", "\"X\""), ("\"slots\":", "{}")])
        let filled = String(buffer: template.filled([Array("null".utf8), Array(#"{"a":1}"#.utf8)]))
        #expect(filled == #"{"text":"\"id\":\"X\"","id":null,"slots":{"a":1}}"#)
    }
}
