/// Adds what people see: the page, the widget, the kiosk's screen.
///
/// - Parameters:
///   - routes: the routes of the commune, their paths without the commune's prefix.
///   - commune: whose pages they are.
///   - site: what the server shares.
func addPages(to routes: RouteTable, commune: Commune, site: Site) {}
