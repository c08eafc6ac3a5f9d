#Requires -Version 7.4
# Brings the suite up in the cluster that kubectl names, and returns when every pod is ready:
#   scripts/deploy-with-istio.ps1 [local|production]
param([string] $Environment = 'local')
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

if (-not (kubectl get deployment -n istio-system istiod --ignore-not-found -o name)) {
    & "$PSScriptRoot/install-istio.ps1" $Environment
}
if ($Environment -eq 'local') { & "$PSScriptRoot/make-secrets.ps1" }
kubectl apply -k (Join-Path (Split-Path $PSScriptRoot) "k8s/overlays/$Environment")
foreach ($workload in @(kubectl -n payments get 'statefulsets,deployments' -o name)) {
    kubectl -n payments rollout status $workload '--timeout=10m'
}
kubectl -n payments get pods
