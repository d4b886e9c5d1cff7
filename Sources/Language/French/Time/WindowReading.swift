/// Parts of a day: "ce matin", "en fin de journée", "tôt le matin", "après déjeuner".
extension TimeReader {
    /// The part of a day at a place; `isAlone` when nothing was named before it.
    func window(at index: Int, isAlone: Bool) -> (DayWindow, Int)? {
        if let beside = besideMeal(at: index) { return beside }
        let start = skip([.filler, .later], from: index)
        let isEarly = has(.early, at: start)
        let isLate = has(.late, at: start)
        let lead = lead(at: isEarly || isLate ? start + 1 : start, roles: [.light, .since])
        var place = lead.end
        guard place < items.count, place == index || flows(into: place) else { return nil }
        var edge: PeriodEdge? = isEarly ? .start : isLate ? .end : nil
        if let named = item(place)?.meaning.edge {
            edge = named
            place = skip([.of, .ofThe, .the], from: place + 1)
        }
        guard let meaning = item(place)?.meaning, place == index || flows(into: place) else { return nil }
        let isDay = meaning.unit == .day && edge != nil
        guard let part = isDay ? .day : meaning.part, part != .work || lead.roles.contains(.inside) else { return nil }
        var end = place + 1
        if edge == nil, let (found, after) = trailingEdge(at: end) { (edge, end) = (found, after) }
        let roles = lead.roles.union(meaning.roles)
        let isNamed = !roles.isDisjoint(with: [.the, .this, .atThe, .ofThe, .inTime, .inside, .within, .since])
        guard !isAlone || isNamed || edge != nil || isWhole(index, end) || datedAfter(end) else { return nil }
        var window = DayWindows.window(part, edge)
        window.isThis = roles.contains(.this)
        let isDirected = has([.last, .next], at: end) && flows(into: end)
        window.isLast = isDirected && has(.last, at: end)
        return (window, isDirected ? end + 1 : end)
    }

    /// "après déjeuner", "avant le déjeuner".
    private func besideMeal(at index: Int) -> (DayWindow, Int)? {
        guard has([.before, .after], at: index) else { return nil }
        let place = skip(.the, from: index + 1)
        guard let part = item(place)?.meaning.part,
            let window = DayWindows.beside(part, isAfter: has(.after, at: index))
        else { return nil }
        return (window, place + 1)
    }

    /// "tôt" and "tard" after the part: "le matin très tôt".
    private func trailingEdge(at index: Int) -> (PeriodEdge, Int)? {
        let place = skip(.filler, from: index)
        guard flows(into: place) else { return nil }
        if has(.early, at: place) { return (.start, place + 1) }
        if has(.late, at: place) { return (.end, place + 1) }
        return nil
    }

    /// Whether the words are the whole text: "matin" answers a question.
    func isWhole(_ start: Int, _ end: Int) -> Bool { start == 0 && end == items.count }

    /// Whether a day follows: "matinée du 15 février".
    private func datedAfter(_ index: Int) -> Bool {
        has([.of, .ofThe], at: index) && flows(into: index) && date(at: index)?.0.isDay == true
    }
}
