#!/usr/bin/env bash
# Puts every combination of k8s/combinations.txt before the API server of a cluster where the suite's namespace and Istio
# are, strictly and without applying anything, and before istioctl analyze. Ends with 1 if either has a word to say.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p target
folder=$(mktemp -d target/rendered.XXXXXX)
trap 'rm -rf "$folder"' EXIT
# istioctl reads no file whose name ends in another way
rendered=$folder/rendered.yaml
# groups that this cluster has not got, as a part of a pattern
absent=
for group in cert-manager.io gateway.networking.k8s.io monitoring.coreos.com; do
  kubectl api-resources --api-group="$group" --no-headers 2>/dev/null | grep -q . && continue
  absent="$absent|$group"
  echo "$group is not in this cluster: what belongs to it is left out" >&2
done

known() {
  awk -v RS='\n?---\n' -v absent="apiVersion: (none$absent)/" '$0 !~ absent { printf "---\n%s\n", $0 }' "$rendered"
}

failed=0
while read -r line; do
  case $line in '' | '#'*) continue ;; esac
  # shellcheck disable=SC2086 # a line is words
  scripts/render.sh $line >"$rendered"
  # what is only said about the cluster's own state, or of every EnvoyFilter, is no fault of a manifest
  complaints=$(
    { known | kubectl apply --dry-run=server --validate=strict -f - 2>&1 | grep -v '(server dry run)$' |
      grep -v -e 'EnvoyFilter exposes internal' -e 'last-applied-configuration'; } || true
    istioctl analyze --use-kube=false "$rendered" 2>&1 | grep -v -e 'No validation issues found' -e '^$' || true
  )
  if [ -z "$complaints" ]; then
    echo "fine: $line"
  else
    printf 'refused: %s\n%s\n' "$line" "$complaints"
    failed=1
  fi
done <k8s/combinations.txt
exit "$failed"
