# What developers and CI call. `make` alone lists it.
SHELL       := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

# No C compiler is needed, here or by whoever installs toshin.
export CGO_ENABLED := 0

# Always run, never replay: the house's tests read what go's cache can't see.
TESTFLAGS ?= -count=1 -timeout=25m
FUZZTIME  ?= 60s
S3        := $(CURDIR)/.cache/bin/versitygw
SIZE      ?= 1000
RUNS      ?= 3
FILE      ?= internal/kana/testdata/vectors.tsv internal/kana/testdata/blind.tsv $(wildcard ../shared/search/kana-dev.tsv)

.PHONY: help build serve test lint packages fuzz golden vectors groonga deploy bench clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build:  ## the program → bin/toshin
	go build -trimpath -o bin/toshin ./cmd/toshin

serve:  ## the sample archive on localhost, with live reload
	go run ./cmd/toshin serve

test: packages lint $(S3)  ## everything: format, vet, staticcheck, tests, browser tests, toshin deploy
	{ code=0; go test -json $(TESTFLAGS) ./... || code=1; \
	  PATH=$(dir $(S3)):$$PATH go test -json $(TESTFLAGS) -tags withdeploy ./internal/deploy || code=1; exit $$code; } | go run ./internal/house/tally

lint:  ## gofmt, go vet, staticcheck
	@faults=$$(git ls-files -z '*.go' | xargs -0 gofmt -l); \
	if [ -n "$$faults" ]; then echo "not formatted (gofmt -w):"; echo "$$faults"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

packages:  ## Debian's packages that the tests need: a browser, Japanese letters, a web server
	@.ci/packages chromium fonts-noto-cjk nginx-light bibutils python3-rdflib

fuzz:  ## every fuzz target for FUZZTIME=60s each
	@git grep -lE '^func Fuzz' -- '*_test.go' | while read -r file; do \
	  for target in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' "$$file"); do \
	    echo "== $$(dirname "$$file") $$target"; \
	    go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x "./$$(dirname "$$file")" </dev/null; \
	  done; \
	done

office:  ## .doc .rtf .odt .xls .ods by LibreOffice itself; installs it (104 MB to fetch, 338 MB on disk)
	command -v soffice >/dev/null || apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc
	go test -count=1 -tags office ./internal/source/formats -run 'Old|Links' -v

golden:  ## rewrite the golden files, to be reviewed with git diff
	@go test -count=1 $$(git grep -lE 'flag\.Bool\("update"' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|') -update
	@git diff --stat

vectors:  ## what the search must and must not match, on both engines: FILE=table.tsv
	@.ci/packages chromium
	@go run ./internal/vectors/try $(FILE)

groonga:  ## the same on Groonga, for comparison: FILE=table.tsv
	@.ci/packages groonga-bin
	@go run ./internal/vectors/groonga $(FILE)

# A real S3 server for the test of toshin deploy; no part of the module.
$(S3):
	GOBIN=$(dir $@) go install github.com/versity/versitygw/cmd/versitygw@v1.8.0

deploy: $(S3)  ## toshin deploy: the program with it → bin/toshin-deploy, tried on a real S3 server
	go vet -tags withdeploy ./internal/deploy ./cmd/toshin
	PATH=$(dir $(S3)):$$PATH go test -tags withdeploy -count=1 ./internal/deploy
	go build -trimpath -tags withdeploy -o bin/toshin-deploy ./cmd/toshin

bench:  ## build time, memory and size beside bare Hugo: SIZE=1000 RUNS=3
	@.ci/packages mecab-ipadic mecab-ipadic-utf8
	go run ./internal/bench -size $(SIZE) -runs $(RUNS) $(BENCHFLAGS)

clean:  ## what was built
	rm -rf bin public .toshin .cache
