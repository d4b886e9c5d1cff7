import Foundation
import Testing

@Suite struct TimeTests {
    @Test("Each line gets its times, a malformed one an error, and the rest goes on")
    func lines() throws {
        let bad = Data([0xff, 0xfe, 0x0a])
        let good = [
            #"{"id":"1","text":"jeudi prochain à 14h","now":"2026-11-20T10:00"}"#,
            #"{"id":"2","text":"la mairie","now":"2026-11-20T10:00"}"#,
            #"{"id":"3","text":"avant 16h et à partir de lundi","now":"2026-11-20T10:00"}"#,
            #"{"id":"4","text":"demain","now":"soon"}"#,
        ]
        let result = try Program.run(["time"], input: bad + Data(good.map { $0 + "\n" }.joined().utf8))
        #expect(result.status == 0)
        #expect(
            result.lines == [
                #"{"error":"not a JSON object with the texts \"id\" and \"text\"","id":null}"#,
                #"{"id":"1","values":[{"end":"2026-11-26T15:00","grain":"hour","start":"2026-11-26T14:00","text":"jeudi prochain à 14h"}]}"#,
                #"{"id":"2","values":[]}"#,
                #"{"id":"3","values":[{"end":"2026-11-20T16:00","grain":"hour","start":null,"text":"avant 16h"},"#
                    + #"{"end":null,"grain":"day","start":"2026-11-23T00:00","text":"à partir de lundi"}]}"#,
                #"{"error":"\"now\" is not an ISO 8601 time","id":"4"}"#,
            ])
    }
}
