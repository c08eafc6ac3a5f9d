#Requires -Version 7.4
# Two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.ps1 preview acme   the new one starts; who sends x-release: canary meets it
#   scripts/blue-green.ps1 shift acme     it gets as many pods as the old one, then all requests
#   scripts/blue-green.ps1 back acme      the old one gets all requests again; previews go on
param(
    [Parameter(Mandatory)][ValidateSet('preview', 'shift', 'back')][string] $Step,
    [Parameter(Mandatory)][string] $Overlay
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

# with as many pods of the old one as there are, at least: nobody has asked it, or is about to, so its autoscaler would take
# them away, which decides by what they did in the last ten minutes
function Set-Least([string[]] $lines, [int] $least) {
    $kind = $name = ''
    foreach ($line in $lines) {
        if ($line -match '^---') { $kind = $name = '' }
        elseif ($line -match '^kind: (\S+)') { $kind = $Matches[1] }
        elseif (-not $name -and $line -match '^  name: (\S+)') { $name = $Matches[1] }
        if ("$kind/$name" -ceq 'HorizontalPodAutoscaler/payment-service') {
            $line -replace '^  minReplicas: .*', "  minReplicas: $least"
        } else { $line }
    }
}

$weights = @()
if ($Step -eq 'shift') { $weights = @('blue-green/payment-service') }
$manifests = & "$PSScriptRoot/render.ps1" $Overlay k8s/canary/payment-service @weights ab-test/payment-service
if ($Step -ne 'preview') {
    $replicas = kubectl -n payments get deployment payment-service -o 'jsonpath={.spec.replicas}'
    $manifests = Set-Least $manifests $replicas
}
if ($Step -eq 'shift') {
    kubectl -n payments scale deployment/payment-service-canary "--replicas=$replicas"
    kubectl -n payments rollout status deployment/payment-service-canary '--timeout=10m'
}
$manifests | kubectl apply -f '-'
if ($Step -eq 'preview') { kubectl -n payments rollout status deployment/payment-service-canary '--timeout=10m' }
