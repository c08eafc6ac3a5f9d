#!/usr/bin/env bash
# Renders an overlay with components on top of it:
#   scripts/render.sh local canary/payment-service rate-limit
# A component's name means what it has in both k8s/components and istio/components; k8s/... or istio/... means one of them.
# The overlay's image mapping also applies to components. A component that the overlay or one of its bases lists is not added
# again.
set -euo pipefail
cd "$(dirname "$0")/.."

overlay=$1
shift
mkdir -p target
folder=$(mktemp -d target/rendered.XXXXXX)
trap 'rm -rf "$folder"' EXIT

side() {
  [ -f "$1/components/$2/kustomization.yaml" ] || return 1
  is_listed "$1" "$2" || echo "  - ../../$1/components/$2"
}

is_listed() {
  local each
  for each in $(lineage "$overlay"); do
    grep -qsE "^ *- +[./]*components/$2\$" "$1/overlays/$each/kustomization.yaml" && return
    grep -qsE "^ *- +[./]*$1/components/$2\$" "k8s/overlays/$each/kustomization.yaml" && return
  done
  return 1
}

# the overlay and its bases, as production is the base of acme
lineage() {
  local base
  echo "$1"
  for base in $(sed '/^ *#/d' "k8s/overlays/$1/kustomization.yaml" | tr ' [],"' '\n' | sed -n 's#^\.\./\([^./]*\)$#\1#p'); do
    lineage "$base"
  done
}

{
  printf 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: payments\nresources:\n  - ../../k8s/overlays/%s\n' "$overlay"
  echo "components:"
  for component in "$@"; do
    case $component in
      k8s/* | istio/*) side "${component%%/*}" "${component#*/}" && found=yes || found= ;;
      *)
        found=
        side k8s "$component" && found=yes
        side istio "$component" && found=yes
        ;;
    esac
    [ -n "$found" ] || { echo "There is no component $component" >&2; exit 2; }
  done
  echo "  - ../../k8s/overlays/$overlay/images"
} >"$folder/kustomization.yaml"

if command -v kustomize >/dev/null; then kustomize build "$folder"; else kubectl kustomize "$folder"; fi
