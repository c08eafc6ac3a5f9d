#!/usr/bin/env bash
# Checks every combination of k8s/combinations.txt with istioctl analyze and with a strict server-side dry run, in a cluster
# that has the suite's namespace and Istio. Nothing is applied. Exits with 1 if either of them complains.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p target
folder=$(mktemp -d target/rendered.XXXXXX)
trap 'rm -rf "$folder"' EXIT
# istioctl reads no file with another extension
rendered=$folder/rendered.yaml
# API groups that this cluster does not have, as a part of a pattern
absent=
for group in cert-manager.io gateway.networking.k8s.io monitoring.coreos.com; do
  kubectl api-resources --api-group="$group" --no-headers 2>/dev/null | grep -q . && continue
  absent="$absent|$group"
  echo "$group is not in this cluster: its resources are left out" >&2
done

known() {
  awk -v RS='\n?---\n' -v absent="apiVersion: (none$absent)/" '$0 !~ absent { printf "---\n%s\n", $0 }' "$rendered"
}

failed=0
while read -r line; do
  case $line in '' | '#'*) continue ;; esac
  # shellcheck disable=SC2086 # a line is several arguments
  scripts/render.sh $line >"$rendered"
  # messages about the cluster's own state, or about every EnvoyFilter, are no fault of a manifest
  complaints=$(
    { known | kubectl apply --dry-run=server --validate=strict -f - 2>&1 | grep -v '(server dry run)$' |
      grep -v -e 'EnvoyFilter exposes internal' -e 'last-applied-configuration'; } || true
    istioctl analyze --use-kube=false "$rendered" 2>&1 | grep -v -e 'No validation issues found' -e '^$' || true
  )
  if [ -z "$complaints" ]; then
    echo "valid: $line"
  else
    printf 'invalid: %s\n%s\n' "$line" "$complaints"
    failed=1
  fi
done <k8s/combinations.txt
exit "$failed"
