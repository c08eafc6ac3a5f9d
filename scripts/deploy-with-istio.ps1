#Requires -Version 7.4
# Deploys the suite to kubectl's current cluster, and returns when every pod is ready; local also makes a first payment.
#   scripts/deploy-with-istio.ps1 [local|an overlay of your own]
param([string] $Environment = 'local')
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$house = Split-Path $PSScriptRoot
if (-not (Test-Path "$house/k8s/overlays/$Environment")) { throw "There is no k8s/overlays/$Environment" }
if ((kubectl kustomize "$house/k8s/overlays/$Environment") -match 'example\.com|sha256:0{64}') {
    throw "$Environment has example.com names or images that no registry has: deploy an overlay of your own, see docs/operations/cluster.md"
}
[Console]::Error.WriteLine("$Environment will be deployed to the cluster of context $(kubectl config current-context)")
# An Istio of any revision, in any namespace, is left as it is. Without permission to look for one, the script fails.
if (-not (kubectl get deployments -A -l app=istiod -o name)) {
    if (-not (Test-Path "$house/istio/install/$Environment.yaml")) {
        throw "Istio is not installed, and istio/install has no $Environment.yaml: see docs/operations/cluster.md"
    }
    & "$PSScriptRoot/install-istio.ps1" $Environment
} elseif ((kubectl get configmaps -A -o 'jsonpath={.items[*].data.mesh}') -notmatch 'normalization: DECODE_AND_MERGE_SLASHES') {
    Write-Warning 'The installed Istio lacks settings of istio/install/mesh.yaml: see docs/operations/cluster.md#an-istio-of-your-own'
}
if ($Environment -eq 'local') { & "$PSScriptRoot/make-secrets.ps1" }
kubectl apply -k "$house/k8s/overlays/$Environment"
foreach ($workload in @(kubectl -n payments get 'statefulsets,deployments' -o name)) {
    kubectl -n payments rollout status $workload '--timeout=10m'
}
kubectl -n payments get pods
if ($Environment -eq 'local') { & "$PSScriptRoot/first-payment.ps1" }
