#!/usr/bin/env bash
# Two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.sh preview acme   the new one starts; who sends x-release: canary meets it
#   scripts/blue-green.sh shift acme     it gets as many pods as the old one, then all requests
#   scripts/blue-green.sh back acme      the old one gets all requests again; previews go on
set -euo pipefail
cd "$(dirname "$0")/.."

step=$1
overlay=$2
case $step in
  preview | back) weights= ;;
  shift) weights=blue-green/payment-service ;;
  *) echo "preview, shift or back, not $step" >&2; exit 2 ;;
esac

# with as many pods of the old one as there are, at least: nobody has asked it, or is about to, so its autoscaler would take
# them away, which decides by what they did in the last ten minutes
holding() {
  awk -v least="$1" '
    /^---/ { kind = name = "" }
    /^kind: / { kind = $2 }
    /^  name: / && name == "" { name = $2 }
    kind "/" name == "HorizontalPodAutoscaler/payment-service" && /^  minReplicas: / { $0 = "  minReplicas: " least }
    { print }
  '
}

# shellcheck disable=SC2086 # no weights are no argument
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
