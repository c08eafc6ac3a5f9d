#!/usr/bin/env bash
# Tests the alerts of observability/alerts.yaml with promtool, which comes with Prometheus: scripts/test-alerts.sh
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p target
# promtool reads only rules, not the resource around them
sed -e '1,/^spec:/d' -e 's/^  //' observability/alerts.yaml >target/rules.yaml
promtool check rules target/rules.yaml
promtool test rules observability/alerts.test.yaml
