import Diagnostics
import Testing

@testable import WebChannel

@Suite("The settings file of a server") struct SettingsFileTests {
    private func read(_ text: String) -> Checked<SettingsFile> {
        SettingsFile.read(Array(text.utf8), file: "serve.yaml", folder: "/etc/parvis")
    }

    @Test("says how the server runs and what it serves")
    func whole() {
        let read = read(
            """
            listen: {host: 0.0.0.0, port: 8443}
            trusted-proxies: [127.0.0.1, "::1"]
            metrics-readers: 192.0.2.7
            log: {level: warning, format: json}
            limits: {conversations: 500, requests-per-second: 5, body-bytes: 4096}
            communes:
              - town: valclair
                path: valclair/
                hosts: [Parvis.Valclair.example]
                languages: [fr]
                frames: https://www.valclair.example
                origins: ["*"]
              - town: /srv/autre
            """)
        #expect(read.diagnostics.isEmpty)
        let (server, communes) = (read.value.server, read.value.communes)
        #expect(server.host == "0.0.0.0" && server.port == 8_443 && server.trustedProxies == ["127.0.0.1", "::1"])
        #expect(server.metricsReaders == ["192.0.2.7"] && server.logLevel == "warning" && server.logsJSON)
        #expect(server.limits.conversations == 500 && server.limits.requestsPerSecond == 5)
        #expect(server.limits.bodyBytes == 4_096 && server.limits.connections == WebLimits().connections)
        #expect(
            communes.map(\.town) == ["/etc/parvis/valclair", "/srv/autre"] && communes.map(\.path) == ["/valclair", ""])
        #expect(communes[0].hosts == ["parvis.valclair.example"] && communes[0].origins == ["*"])
        #expect(communes[0].frames == ["https://www.valclair.example"] && communes[1].languages == ["fr", "en"])
    }

    @Test(
        "is told what is wrong with it, with the line",
        arguments: [
            ("communes:\n  - town: a\n    path: /a b", "web.bad-path", 3),
            ("listen: {port: 99999}", "web.bad-number", 1),
            ("limits:\n  burst: many", "web.bad-number", 2), ("trusted-proxies: [example]", "web.bad-client", 1),
            ("communes:\n  - town: a\n    frames: [valclair.example]", "web.bad-site", 3),
            ("communes:\n  - town: a\n    frames: ['https://a.example/x']", "web.bad-site", 3),
            ("communes:\n  - path: /a", "yaml.missing-key", 2), ("limit: {}", "yaml.misspelt-key", 1),
            ("log: {level: loud}", "yaml.unknown-value", 1), ("", "yaml.empty", nil), ("[", "yaml.syntax", nil),
            (
                "communes:\n  - town: a\n    messages: {gateway: android, address: 'http://192.0.2.1:8080', secret-file: none}",
                "web.no-secret", 3
            ),
        ] as [(String, String, Int?)])
    func wrong(text: String, code: String, line: Int?) {
        let found = read(text).diagnostics
        #expect(found.contains { $0.code == code && (line == nil || $0.line == line) }, "\(found)")
    }

    @Test("may be missing, and that is told")
    func missing() {
        #expect(SettingsFile.read("/nowhere/serve.yaml").diagnostics.map(\.code) == ["file.missing"])
    }

    @Test(
        "An option names a path and a folder",
        arguments: [
            ("/valclair=Towns/valclair", "/valclair", "Towns/valclair"), ("valclair=a=b", "/valclair", "a=b"),
            ("/=a", "", "a"), ("a", nil, nil), ("/é=a", nil, nil), ("=a", nil, nil),
        ] as [(String, String?, String?)])
    func option(text: String, path: String?, town: String?) {
        let commune = CommuneSettings(option: text)
        #expect(commune?.path == path && commune?.town == town)
    }
}
