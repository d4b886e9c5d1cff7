import Speech

/// Brings the sound of a source to the ear: by itself as a microphone gives it, or a stretch at a time.
actor Pump {
    private let source: any AudioSource
    private let ear: Ear
    private let tell: @Sendable (KioskMachine.Event) -> Void
    private var iterator: AsyncThrowingStream<AudioNews, any Error>.AsyncIterator?
    private var isOver = false
    /// Why there is no more sound, where that is a fault.
    private(set) var error: SpeechError?

    init(_ source: any AudioSource, into ear: Ear, tell: @escaping @Sendable (KioskMachine.Event) -> Void) {
        (self.source, self.ear, self.tell) = (source, ear, tell)
    }

    /// Brings all sound until there is no more.
    func run() async {
        while !Task.isCancelled, await step() {}
    }

    /// Brings the next stretch; false when there is none.
    func step() async -> Bool {
        guard !isOver else { return false }
        var current = iterator ?? source.listen().makeAsyncIterator()
        do {
            let news = try await current.next(isolation: self)
            iterator = current
            switch news {
            case .chunk(let chunk): await ear.take(chunk)
            case .lost: tell(.device(.microphone, isThere: false))
            case .returned: tell(.device(.microphone, isThere: true))
            case nil:
                await end()
                return false
            }
            return true
        } catch {
            self.error = error as? SpeechError
            await end()
            return false
        }
    }

    private func end() async {
        isOver = true
        await ear.finish()
        tell(.soundEnded)
    }
}
