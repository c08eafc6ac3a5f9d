#Requires -Version 7.4
# Two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.ps1 preview production    the new one starts; who sends x-release: canary meets it
#   scripts/blue-green.ps1 shift production      it gets as many pods as the old one, then all requests
#   scripts/blue-green.ps1 back production       the old one gets all requests again; previews go on
param(
    [Parameter(Mandatory)][ValidateSet('preview', 'shift', 'back')][string] $Step,
    [Parameter(Mandatory)][string] $Overlay
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$weights = @()
if ($Step -eq 'shift') { $weights = @('blue-green/payment-service') }
$manifests = & "$PSScriptRoot/render.ps1" $Overlay k8s/canary/payment-service @weights ab-test/payment-service
if ($Step -eq 'shift') {
    $replicas = kubectl -n payments get deployment payment-service -o 'jsonpath={.spec.replicas}'
    kubectl -n payments scale deployment/payment-service-canary "--replicas=$replicas"
    kubectl -n payments rollout status deployment/payment-service-canary '--timeout=10m'
}
$manifests | kubectl apply -f '-'
switch ($Step) {
    'preview' { kubectl -n payments rollout status deployment/payment-service-canary '--timeout=10m' }
    'shift' {
        # the old one keeps its pods though nobody asks them, so that it can have the requests back at once
        if (kubectl -n payments get horizontalpodautoscaler payment-service --ignore-not-found) {
            kubectl -n payments patch horizontalpodautoscaler payment-service '--type=merge' -p "{`"spec`": {`"minReplicas`": $replicas}}"
        }
    }
}
