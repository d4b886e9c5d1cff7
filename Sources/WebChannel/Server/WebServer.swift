internal import Foundation
public import Hummingbird
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import ServiceLifecycle

/// The server: Hummingbird with our limits, from its start to its orderly end.
public struct WebServer: Sendable {
    private let site: Site
    private let logger: Logger

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - site: what it serves.
    ///   - logger: where it tells what happens; standard error, as the settings say, when nil.
    public init(_ site: Site, logger: Logger? = nil) {
        (self.site, self.logger) = (site, logger ?? ServerLog.logger(site.settings))
    }

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
            services: site.communes.map { CommuneKeeper($0, logger) },
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
