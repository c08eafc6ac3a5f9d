#!/usr/bin/env bash
# Takes the mesh, or a part of it, out of the way, and puts it back: docs/operations/emergency-bypass.md.
#   scripts/emergency.sh in local without-sidecar/payment-service [whatever components are deployed besides]
#   scripts/emergency.sh out local [whatever components are deployed besides]
set -euo pipefail
cd "$(dirname "$0")/.."

direction=$1
shift
case $direction in in | out) ;; *) echo "in or out, not $direction" >&2; exit 2 ;; esac

mkdir -p target
rendered=$(mktemp target/rendered.XXXXXX.yaml)
trap 'rm -f "$rendered"' EXIT
scripts/render.sh "$@" >"$rendered"
# a difference is no failure of its own
if { kubectl diff -f "$rendered" || true; } | grep '^+ .*image:'; then
  echo "This would be a release of other images: do it from what was released" >&2
  exit 3
fi
kubectl apply -f "$rendered"
for deployment in $(kubectl -n payments get deployments -o name); do
  kubectl -n payments rollout status "$deployment" --timeout=10m
done
# not before the last pod without a sidecar has ended, which a rollout doesn't wait for
if [ "$direction" = out ]; then
  kubectl -n payments wait --for=delete pods -l sidecar.istio.io/inject=false --timeout=5m
  kubectl -n payments delete peerauthentications.security.istio.io,authorizationpolicies.security.istio.io -l payments-engine/emergency
fi
