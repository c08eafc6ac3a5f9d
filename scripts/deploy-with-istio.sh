#!/usr/bin/env bash
# Brings the suite up in the cluster that kubectl names, and returns when every pod is ready.
#   scripts/deploy-with-istio.sh [local|production]
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${1:-local}
kubectl get deployment -n istio-system istiod >/dev/null 2>&1 || scripts/install-istio.sh "$environment"
[ "$environment" != local ] || scripts/make-secrets.sh
kubectl apply -k "k8s/overlays/$environment"
for workload in $(kubectl -n payments get statefulsets,deployments -o name); do
  kubectl -n payments rollout status "$workload" --timeout=10m
done
kubectl -n payments get pods
