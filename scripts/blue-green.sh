#!/usr/bin/env bash
# Two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.sh preview production    the new one starts; who sends x-release: canary meets it
#   scripts/blue-green.sh shift production      it gets as many pods as the old one, then all requests
#   scripts/blue-green.sh back production       the old one gets all requests again; previews go on
set -euo pipefail
cd "$(dirname "$0")/.."

step=$1
overlay=$2
case $step in
  preview | back) weights= ;;
  shift) weights=blue-green/payment-service ;;
  *) echo "preview, shift or back, not $step" >&2; exit 2 ;;
esac

# shellcheck disable=SC2086 # no weights are no argument
manifests=$(scripts/render.sh "$overlay" k8s/canary/payment-service $weights ab-test/payment-service)
if [ "$step" = shift ]; then
  replicas=$(kubectl -n payments get deployment payment-service -o jsonpath='{.spec.replicas}')
  kubectl -n payments scale deployment/payment-service-canary --replicas="$replicas"
  kubectl -n payments rollout status deployment/payment-service-canary --timeout=10m
fi
kubectl apply -f - <<<"$manifests"
case $step in
  preview) kubectl -n payments rollout status deployment/payment-service-canary --timeout=10m ;;
  shift)
    # the old one keeps its pods though nobody asks them, so that it can have the requests back at once
    if [ -n "$(kubectl -n payments get horizontalpodautoscaler payment-service --ignore-not-found)" ]; then
      kubectl -n payments patch horizontalpodautoscaler payment-service --type=merge -p "{\"spec\": {\"minReplicas\": $replicas}}"
    fi
    ;;
esac
