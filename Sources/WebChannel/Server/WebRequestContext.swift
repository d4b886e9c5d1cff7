public import Hummingbird
internal import NIOCore

/// What is known of a request beside itself.
public struct WebRequestContext: RequestContext {
    /// What Hummingbird needs.
    public var coreContext: CoreRequestContextStorage
    /// The other end of the connection: a citizen's, or a proxy's.
    let peer: ClientAddress
    /// Who asks, as far as limits must tell; the proxy's word is taken where the settings trust it.
    var client: ClientAddress

    /// Makes the context of a request.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = ClientAddress(source.channel.remoteAddress)
        client = peer
    }
}
