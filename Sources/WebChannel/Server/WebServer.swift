internal import Foundation
public import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// The server: Hummingbird with our limits, from its start to its orderly end.
public struct WebServer: Sendable {
    private let site: Site
    private var logger: Logger { site.logger }

    /// Makes a server.
    ///
    /// - Parameter site: what it serves.
    public init(_ site: Site) { self.site = site }

    /// The application, to be run here or by a test.
    ///
    /// - Parameter onRunning: told the port once connections are taken.
    /// - Returns: the application.
    public func application(
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let (limits, settings) = (site.settings.limits, site.settings)
        let table = ConnectionTable(
            limit: limits.connectionsPerClient,
            exempt: Set(settings.trustedProxies.compactMap { ClientAddress($0) }))
        var channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionGuard(limits: limits, table: table)])
        channel.httpDecoder = .init(maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64)
        return Application(
            responder: Door(site), server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            services: services,
            onServerRunning: { await onRunning($0.localAddress?.port ?? settings.port) }, logger: logger)
    }

    /// Serves until the process is told to end (SIGTERM, SIGINT); requests under way are answered first.
    ///
    /// - Parameter onRunning: told the port once connections are taken.
    /// - Throws: ``ListeningError`` with what keeps the server from listening.
    public func run(
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws(ListeningError) {
        var configuration = ServiceGroupConfiguration(
            services: [application(onRunning: onRunning)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(site.settings.limits.shutdownSeconds)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            throw ListeningError(address: address, reason: String(cString: strerror(error.errnoCode)))
        } catch {
            throw ListeningError(address: address, reason: String(describing: error))
        }
    }

    /// What runs beside the requests; a gateway of messages only where there is one.
    private var services: [any Service] {
        let keepers = site.communes.map { CommuneKeeper($0, logger) as any Service }
        return site.communes.contains { $0.settings.messages != nil } ? keepers + [site.sender] : keepers
    }

    private var address: String { site.settings.host + ":" + String(site.settings.port) }
}

/// Why the server cannot listen, or stopped.
public struct ListeningError: Error, CustomStringConvertible {
    let address: String
    let reason: String

    /// What is wrong and how to mend it.
    public var description: String {
        "The server cannot listen on \(address): \(reason). Give another port with --port, or stop the program that has it."
    }
}
