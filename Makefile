# Decorum. Two commands do all set-up: `make demo` and `make test`.

SWIFT = swift
# One set of flags for all that is built, so that demo and tests share it; the tests look inside some modules.
FLAGS = -c release -Xswiftc -enable-testing
DECORUM = .build/release/decorum
PLAYBOOKS = $(addprefix playbooks/,harbour-coffee airline six-steps four-components positive-interactions \
  social-media-policy negative-interactions)
# A crashing child must not leave a backtracer behind that holds its pipe.
export SWIFT_BACKTRACE = enable=no
# The plugin's own copy of the compiler would double what is built.
export DECORUM_WITHOUT_PLUGIN = 1

.PHONY: demo test test-long test-policies test-waiting test-script test-pages script documents screens differential check lint \
  build library setup setup-tests validators examples output reference coverage fuzz bench clean help

help:                 ## say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

demo: build           ## check, test and build every playbook, then decide real comments
	@Scripts/demo.sh $(DECORUM) $(PLAYBOOKS)

test: setup-tests     ## run every test
	$(SWIFT) build $(FLAGS) --build-tests
	@$(MAKE) --no-print-directory --jobs 3 test-policies test-waiting test-script
	@$(MAKE) --no-print-directory test-pages

test-long: setup-tests      ## the tests with many more random cases; about an hour
	-Scripts/examples.sh --set-up
	$(SWIFT) build $(FLAGS) --build-tests
	@DECORUM_LONG=1 $(MAKE) --no-print-directory --jobs 3 test-policies test-waiting test-script
	@DECORUM_LONG=1 $(MAKE) --no-print-directory test-pages

# Suites that mostly wait: for disks, servers, other builds. Beside them the others have the processor.
WAITING = '^(AuthorLedgerTests|EmbeddingTests|FeedWatchingTests)\.'

# Run without `swift test`: two of those at once now and then lock each other out of the build's records.
TESTS = .build/release/decorumPackageTests.xctest --testing-library swift-testing

test-policies:
	$(TESTS) --skip $(WAITING)

test-waiting:
	$(TESTS) --filter $(WAITING)

test-script:
	DECORUM=$(CURDIR)/$(DECORUM) node --test Tests/DecisionScriptTests/*.test.mjs Tests/AskTests/*.test.mjs

test-pages:
	DECORUM=$(CURDIR)/$(DECORUM) node --test Tests/BrowserTests/*.test.mjs

script: build test-script ## test the engine in JavaScript, and hold it against the command
	Tests/DecisionScriptTests/compare-all.sh $(DECORUM) .build/script

documents: build setup-tests ## read the documents as their readers do: in a browser, on paper, through the checkers of each format
	@$(MAKE) --no-print-directory test-pages

screens: build        ## take the pictures of the README anew
	@Scripts/setup.sh screens
	@Scripts/screens.sh $(DECORUM)

check: build lint     ## check the playbooks and the style of the sources
	$(DECORUM) check $(PLAYBOOKS)

lint:                 ## hold the sources to .swift-format
	$(SWIFT) format lint --strict --recursive Sources Tests Plugins Package.swift Benchmarks/Package.swift \
	  Benchmarks/Sources

build: setup          ## build the command
	$(SWIFT) build $(FLAGS) --product decorum

library:              ## build libdecorum, the C interface, with its header
	@Scripts/library.sh

output: build         ## make the committed documents anew
	$(DECORUM) build $(PLAYBOOKS) --output output

reference: build      ## write the tables of the language reference anew
	$(DECORUM) reference --fill Documentation/Language/*.md

coverage: setup       ## how much of the language's modules the tests run; below 90 % of a module fails
	@Scripts/coverage.sh

fuzz: setup           ## fuzz each target for SECONDS (60): bytes to findings, text to decision
	@Scripts/fuzz.sh $(or $(SECONDS),60)

bench:                ## measure the engine beside its peers; OPTIONS="--sizes S --rounds 1" for a short run
	@Benchmarks/bench.sh $(OPTIONS)
	@Benchmarks/checking.sh

differential: setup-tests ## hold oracle, engine and script against each other on N random comments (1000000)
	$(SWIFT) build $(FLAGS) --build-tests
	DECORUM_TRIPLES=$(or $(N),1000000) $(SWIFT) test $(FLAGS) --skip-build --filter 'oracle, engine and script'

setup:                ## install the system packages that are missing
	@Scripts/setup.sh

setup-tests:          ## and what only the tests need
	@Scripts/setup.sh tests

validators:           ## fetch the schemas and validators that some tests hold our reports against
	@Scripts/validators.sh

examples: build       ## run the examples of other engines: Spark and ClickHouse, from PyPI
	Scripts/examples.sh $(DECORUM)

clean:                ## remove what was built
	rm -rf .build .build-* Fuzz/.build* Benchmarks/.build
