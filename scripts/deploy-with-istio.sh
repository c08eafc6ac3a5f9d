#!/usr/bin/env bash
# Deploys the suite to kubectl's current cluster, and returns when every pod is ready; local also makes a first payment.
#   scripts/deploy-with-istio.sh [local|an overlay of your own]
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${1:-local}
[ -d "k8s/overlays/$environment" ] || { echo "There is no k8s/overlays/$environment" >&2; exit 2; }
manifests=$(kubectl kustomize "k8s/overlays/$environment")
if grep -qE 'example\.com|sha256:0{64}' <<<"$manifests"; then
  echo "$environment has example.com names or images that no registry has: deploy an overlay of your own, see docs/operations/cluster.md" >&2
  exit 3
fi
echo "$environment will be deployed to the cluster of context $(kubectl config current-context)" >&2
# An Istio of any revision, in any namespace, is left as it is. Without permission to look for one, the script fails.
istiods=$(kubectl get deployments -A -l app=istiod -o name)
if [ -z "$istiods" ]; then
  [ -f "istio/install/$environment.yaml" ] ||
    { echo "Istio is not installed, and istio/install has no $environment.yaml: see docs/operations/cluster.md" >&2; exit 2; }
  scripts/install-istio.sh "$environment"
elif ! grep -q 'normalization: DECODE_AND_MERGE_SLASHES' <<<"$(kubectl get configmaps -A -o jsonpath='{.items[*].data.mesh}')"; then
  echo "The installed Istio lacks settings of istio/install/mesh.yaml: see docs/operations/cluster.md#an-istio-of-your-own" >&2
fi
[ "$environment" != local ] || scripts/make-secrets.sh
kubectl apply -k "k8s/overlays/$environment"
workloads=$(kubectl -n payments get statefulsets,deployments -o name)
for workload in $workloads; do
  kubectl -n payments rollout status "$workload" --timeout=10m
done
kubectl -n payments get pods
[ "$environment" != local ] || scripts/first-payment.sh
