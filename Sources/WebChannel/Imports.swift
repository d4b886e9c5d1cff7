internal import Hummingbird
internal import Mustache
