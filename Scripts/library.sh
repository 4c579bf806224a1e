#!/usr/bin/env bash
# Builds libdecorum and lays it beside its header. It has Swift's own library in it, out of sight of other Swift in the
# same process, and needs no Swift where it runs; on macOS, the system has that library. `make library`
set -euo pipefail
cd "$(dirname "$0")/.."
to=.build/library
flags=(-c release --scratch-path .build-library --disable-default-traits --product DecisionLibrary)
case "$(uname -s)" in
  Darwin) ending=dylib; flags+=(-Xlinker -install_name -Xlinker @rpath/libdecorum.dylib) ;;
  *) ending=so; flags+=(-Xswiftc -static-stdlib -Xlinker -soname=libdecorum.so -Xlinker -s
    -Xlinker --version-script=$PWD/Sources/CDecorum/exports.map) ;;
esac
swift build "${flags[@]}"
mkdir -p $to
cp .build-library/release/libDecisionLibrary.$ending $to/libdecorum.$ending
cp Sources/CDecorum/include/decorum.h $to/
ls -l $to/libdecorum.$ending $to/decorum.h
