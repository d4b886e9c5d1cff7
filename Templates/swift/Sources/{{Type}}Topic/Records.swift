import CivilTime
import Foundation
import TopicKit

/// What the topic knows: replace it with the records of your service.
public struct Records: Sendable, Decodable {
    /// Who publishes them.
    public let publisher: String
    /// The date of the records, ISO 8601.
    public let date: String
    /// The last day on which they hold, ISO 8601.
    public let validUntil: String
    /// Where it is.
    public let address: String
    /// Opening and closing in minutes since midnight, by weekday from Monday, 1.
    public let opening: [String: [Int]]

    /// The records that come with the package; nil when they cannot be read.
    public static let bundled: Records? = Bundle.module.url(forResource: "data", withExtension: "json").flatMap { file in
        (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Records.self, from: $0) }
    }

    /// Where the facts come from and how long they hold; an answer without it is refused.
    var evidence: Evidence? {
        Day(iso: date).map { day in
            Evidence(
                source: "data.json", title: "les données du service", publisher: publisher, date: day,
                validUntil: Day(iso: validUntil))
        }
    }
}
