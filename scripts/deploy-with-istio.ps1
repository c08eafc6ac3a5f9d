#Requires -Version 7.4
# Brings the suite up in the cluster that kubectl names, and returns when every pod is ready; local, with a first payment:
#   scripts/deploy-with-istio.ps1 [local|an overlay of your own]
param([string] $Environment = 'local')
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$house = Split-Path $PSScriptRoot
if (-not (Test-Path "$house/k8s/overlays/$Environment")) { throw "There is no k8s/overlays/$Environment" }
if ((kubectl kustomize "$house/k8s/overlays/$Environment") -match 'example\.com|sha256:0{64}') {
    throw "$Environment names example.com or images that no registry has: deploy an overlay of your own, see docs/operations/cluster.md"
}
[Console]::Error.WriteLine("$Environment goes into the cluster of $(kubectl config current-context)")
# of any revision and namespace; who may not look is told so, and nothing is installed over what is there
if (-not (kubectl get deployments -A -l app=istiod -o name)) {
    if (-not (Test-Path "$house/istio/install/$Environment.yaml")) {
        throw "There is no Istio, and istio/install has none for ${Environment}: see docs/operations/cluster.md"
    }
    & "$PSScriptRoot/install-istio.ps1" $Environment
} elseif ((kubectl get configmaps -A -o 'jsonpath={.items[*].data.mesh}') -notmatch 'normalization: DECODE_AND_MERGE_SLASHES') {
    Write-Warning 'The Istio that is here lacks what istio/install/mesh.yaml configures: see docs/operations/cluster.md#an-istio-of-your-own'
}
if ($Environment -eq 'local') { & "$PSScriptRoot/make-secrets.ps1" }
kubectl apply -k "$house/k8s/overlays/$Environment"
foreach ($workload in @(kubectl -n payments get 'statefulsets,deployments' -o name)) {
    kubectl -n payments rollout status $workload '--timeout=10m'
}
kubectl -n payments get pods
if ($Environment -eq 'local') { & "$PSScriptRoot/first-payment.ps1" }
