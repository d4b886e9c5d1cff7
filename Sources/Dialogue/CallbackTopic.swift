internal import Language
public import TopicKit

/// A call back from the town hall: what it is about, a number, a name for who wants to give one, and consent.
///
/// It is a topic like any other, so that its form can be corrected, interrupted and cancelled like any other. Nothing leaves
/// the conversation before the yes.
public struct CallbackTopic: Topic {
    /// The topic's id.
    public static let id = "callback"
    /// For how many days a request is kept.
    public static let retentionDays = 30
    /// Where the conversation leaves what it was about: in words, and under this prefix what it had established.
    static let about = "about", contextPrefix = "context."

    private let filing: any Filing

    /// Makes the topic.
    ///
    /// - Parameter filing: where requests are kept.
    public init(filing: any Filing) { self.filing = filing }

    /// The intent, and the number to call.
    public var manifest: Manifest {
        Manifest(
            id: CallbackTopic.id, intents: [Intent("callback.request", optional: ["phone"])],
            slots: [Slot("phone", .phone)], permissions: [.filing])
    }

    /// Asks for what is missing, then for consent, then files.
    public func reply(to request: TopicRequest) async -> Reply {
        let about = request.text(CallbackTopic.about) ?? request.memory[CallbackTopic.about]
        if about == nil, !request.skipped.contains(CallbackTopic.about) {
            return .asking(
                Question(
                    slot: CallbackTopic.about, prompt: Phrase("callback.ask-about"),
                    reason: Phrase("callback.why-about"),
                    canSkip: true, takesAnyWords: true))
        }
        guard let phone = request.phone("phone") else {
            return .asking(Question(slot: "phone", prompt: Phrase("callback.ask-phone")))
        }
        let name = request.text("name")
        if name == nil, !request.skipped.contains("name") {
            return .asking(
                Question(
                    slot: "name", prompt: Phrase("callback.ask-name"), reason: Phrase("callback.why-name"),
                    canSkip: true,
                    takesAnyWords: true))
        }
        guard let consent = request.yesNo("consent") else {
            return confirmation(phone, name, about, request)
        }
        guard consent else { return Reply(.answered, [.statement(Phrase("callback.nothing-sent"))], memory: [:]) }
        var fields = ["phone": phone]
        (fields["name"], fields[CallbackTopic.about]) = (name, about)
        return await file(fields, request)
    }

    private func confirmation(_ phone: String, _ name: String?, _ about: String?, _ request: TopicRequest) -> Reply {
        var values: [String: Value] = [
            "phone": .phone(phone), "desk": .noun(Noun(request.profile.contact.name)),
            "days": .count(CallbackTopic.retentionDays),
        ]
        values["name"] = name.map { .text($0) }
        values["about"] = about.map { .text($0) }
        return Reply(
            .answered, [.statement(Phrase("callback.summary", values)), .statement(Phrase("callback.kept", values))],
            question: Question(
                slot: "consent", prompt: Phrase("callback.consent", values), isYesNo: true, isConfirmation: true))
    }

    /// What the conversation had established, so that nobody tells their story twice.
    private func context(_ request: TopicRequest) -> [String: String] {
        let known = request.memory.filter { $0.key.hasPrefix(CallbackTopic.contextPrefix) }
        return Dictionary(
            uniqueKeysWithValues: known.map {
                ($0.key.dropFirst(CallbackTopic.contextPrefix.count).description, $0.value)
            })
    }

    private func file(_ fields: [String: String], _ request: TopicRequest) async -> Reply {
        do {
            let reference = try await filing.file(
                FiledRequest(
                    kind: CallbackTopic.id, fields: fields, context: context(request),
                    retentionDays: CallbackTopic.retentionDays),
                at: request.now)
            return Reply(
                .done,
                [
                    .statement(Phrase("callback.done", ["desk": .noun(Noun(request.profile.contact.name))])),
                    .statement(Phrase("callback.reference", ["reference": .phone(reference)])),
                ], reference: reference)
        } catch {
            // What went wrong is the clerk's matter; the person needs another way.
            return request.unknown("callback.failed")
        }
    }
}
