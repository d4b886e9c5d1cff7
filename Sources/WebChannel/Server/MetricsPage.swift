internal import Assistant
internal import Dialogue
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import TopicKit

/// The page `/metrics` in the text format of Prometheus, for the addresses that may read it.
struct MetricsPage: Sendable {
    private let metrics: WebMetrics
    private let communes: [Commune]
    private let readers: Set<ClientAddress>?

    /// The page of a site.
    init(_ site: Site) {
        (metrics, communes) = (site.metrics, site.communes)
        readers = site.settings.metricsReaders.map { Set($0.compactMap { ClientAddress($0) }) }
    }

    /// The page; to whom it is not for, there is none.
    func response(to request: Request, _ context: WebRequestContext) throws(Problem) -> Response {
        guard mayRead(request, context) else { throw Problem(.notFound) }
        guard request.method == .get || request.method == .head else {
            throw Problem(.methodNotAllowed, allowed: ["GET", "HEAD"])
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Without settings, this computer alone: a request that says it came from elsewhere did not begin here.
    private func mayRead(_ request: Request, _ context: WebRequestContext) -> Bool {
        if let readers { return readers.contains(context.client) }
        return context.client.isLoopback && !ClientFinder.isForwarded(request)
    }

    var text: String {
        let counts = metrics.counts
        var lines: [String] = []
        lines += Self.head("parvis_turns_total", "counter", "Turns answered, by how they ended.")
        for commune in communes {
            for (status, count) in commune.turns.all {
                lines.append("parvis_turns_total\(labels(commune, ["status": status.rawValue])) \(count)")
            }
        }
        lines += Self.head("parvis_conversations", "gauge", "Conversations held.")
        for commune in communes {
            lines.append("parvis_conversations\(labels(commune)) \(commune.conversations.count)")
        }
        lines += Self.head("parvis_http_requests_total", "counter", "Requests, by route, method and status.")
        for (key, count) in counts.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        ) {
            let labels = Self.labels([("route", key.route), ("method", key.method), ("code", String(key.status))])
            lines.append("parvis_http_requests_total\(labels) \(count)")
        }
        lines += Self.head(
            "parvis_http_request_duration_seconds", "histogram", "How long requests took until the answer was ready.")
        for (route, histogram) in counts.times.sorted(by: { $0.key < $1.key }) {
            lines += Self.lines(of: histogram, "parvis_http_request_duration_seconds", route)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of histogram: WebMetrics.Histogram, _ name: String, _ route: String) -> [String] {
        var (lines, total): ([String], Int) = ([], 0)
        let bounds = WebMetrics.Histogram.bounds.map { String($0) } + ["+Inf"]
        for (bound, count) in zip(bounds, histogram.counts) {
            total += count
            lines.append("\(name)_bucket\(labels([("route", route), ("le", bound)])) \(total)")
        }
        lines.append("\(name)_sum\(labels([("route", route)])) \(histogram.sum)")
        lines.append("\(name)_count\(labels([("route", route)])) \(total)")
        return lines
    }

    private static func head(_ name: String, _ type: String, _ help: String) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
    }

    private func labels(_ commune: Commune, _ others: KeyValuePairs<String, String> = [:]) -> String {
        let name = commune.edition().assistant.setting.profile.name
        return Self.labels([("commune", name)] + others.map { ($0.key, $0.value) })
    }

    private static func labels(_ labels: [(name: String, value: String)]) -> String {
        let written = labels.map { name, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(escaped)\""
        }
        return "{" + written.joined(separator: ",") + "}"
    }
}
