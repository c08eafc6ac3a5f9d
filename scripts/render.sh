#!/usr/bin/env bash
# Prints what an overlay and components applied over it come to:
#   scripts/render.sh local canary/payment-service rate-limit
# A component's name stands for what it brings to k8s/components and to istio/components; k8s/… or istio/… means one of both.
set -euo pipefail
cd "$(dirname "$0")/.."

overlay=$1
shift
mkdir -p target
folder=$(mktemp -d target/rendered.XXXXXX)
trap 'rm -rf "$folder"' EXIT

side() {
  [ ! -f "$1/components/$2/kustomization.yaml" ] || echo "  - ../../$1/components/$2"
}

{
  printf 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: payments\nresources:\n  - ../../k8s/overlays/%s\n' "$overlay"
  [ $# -eq 0 ] || echo "components:"
  for component in "$@"; do
    case $component in
      k8s/* | istio/*) found=$(side "${component%%/*}" "${component#*/}") ;;
      *) found=$(side k8s "$component" && side istio "$component") ;;
    esac
    [ -n "$found" ] || { echo "There is no component $component" >&2; exit 2; }
    echo "$found"
  done
} >"$folder/kustomization.yaml"

if command -v kustomize >/dev/null; then kustomize build "$folder"; else kubectl kustomize "$folder"; fi
