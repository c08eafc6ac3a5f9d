#!/usr/bin/env bash
# Runs two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.sh preview acme   starts the new version; only clients that send x-release: canary reach it
#   scripts/blue-green.sh shift acme     scales it to as many pods as the old version has, then sends it all requests
#   scripts/blue-green.sh back acme      sends all requests to the old version again; the preview goes on
set -euo pipefail
cd "$(dirname "$0")/.."

step=$1
overlay=$2
case $step in
  preview | back) weights= ;;
  shift) weights=blue-green/payment-service ;;
  *) echo "Unknown step $step: expected preview, shift or back" >&2; exit 2 ;;
esac

# Keeps at least the current number of pods of the old version. It gets no requests after a shift, and has had none before
# going back, so its autoscaler, which looks at the last ten minutes, would remove them.
holding() {
  awk -v least="$1" '
    /^---/ { kind = name = "" }
    /^kind: / { kind = $2 }
    /^  name: / && name == "" { name = $2 }
    kind "/" name == "HorizontalPodAutoscaler/payment-service" && /^  minReplicas: / { $0 = "  minReplicas: " least }
    { print }
  '
}

# shellcheck disable=SC2086 # without weights there is no argument
manifests=$(scripts/render.sh "$overlay" k8s/canary/payment-service $weights ab-test/payment-service)
if [ "$step" != preview ]; then
  replicas=$(kubectl -n payments get deployment payment-service -o jsonpath='{.spec.replicas}')
  manifests=$(holding "$replicas" <<<"$manifests")
fi
if [ "$step" = shift ]; then
  kubectl -n payments scale deployment/payment-service-canary --replicas="$replicas"
  kubectl -n payments rollout status deployment/payment-service-canary --timeout=10m
fi
kubectl apply -f - <<<"$manifests"
if [ "$step" = preview ]; then kubectl -n payments rollout status deployment/payment-service-canary --timeout=10m; fi
