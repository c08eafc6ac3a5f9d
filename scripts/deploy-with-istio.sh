#!/usr/bin/env bash
# Brings the suite up in the cluster that kubectl names, and returns when every pod is ready; local, with a first payment.
#   scripts/deploy-with-istio.sh [local|an overlay of your own]
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${1:-local}
[ -d "k8s/overlays/$environment" ] || { echo "There is no k8s/overlays/$environment" >&2; exit 2; }
manifests=$(kubectl kustomize "k8s/overlays/$environment")
if grep -qE 'example\.com|sha256:0{64}' <<<"$manifests"; then
  echo "$environment names example.com or images that no registry has: deploy an overlay of your own, see docs/operations/cluster.md" >&2
  exit 3
fi
echo "$environment goes into the cluster of $(kubectl config current-context)" >&2
# of any revision and namespace; who may not look is told so, and nothing is installed over what is there
istiods=$(kubectl get deployments -A -l app=istiod -o name)
if [ -z "$istiods" ]; then
  [ -f "istio/install/$environment.yaml" ] ||
    { echo "There is no Istio, and istio/install has none for $environment: see docs/operations/cluster.md" >&2; exit 2; }
  scripts/install-istio.sh "$environment"
elif ! grep -q 'normalization: DECODE_AND_MERGE_SLASHES' <<<"$(kubectl get configmaps -A -o jsonpath='{.items[*].data.mesh}')"; then
  echo "The Istio that is here lacks what istio/install/mesh.yaml configures: see docs/operations/cluster.md#an-istio-of-your-own" >&2
fi
[ "$environment" != local ] || scripts/make-secrets.sh
kubectl apply -k "k8s/overlays/$environment"
workloads=$(kubectl -n payments get statefulsets,deployments -o name)
for workload in $workloads; do
  kubectl -n payments rollout status "$workload" --timeout=10m
done
kubectl -n payments get pods
[ "$environment" != local ] || scripts/first-payment.sh
