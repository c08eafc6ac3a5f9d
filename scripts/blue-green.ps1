#Requires -Version 7.4
# Runs two versions of payment-service side by side; the overlay maps the image payment-service-canary to the new one.
#   scripts/blue-green.ps1 preview acme   starts the new version; only clients that send x-release: canary reach it
#   scripts/blue-green.ps1 shift acme     scales it to as many pods as the old version has, then sends it all requests
#   scripts/blue-green.ps1 back acme      sends all requests to the old version again; the preview goes on
param(
    [Parameter(Mandatory)][ValidateSet('preview', 'shift', 'back')][string] $Step,
    [Parameter(Mandatory)][string] $Overlay
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

# Keeps at least the current number of pods of the old version. It gets no requests after a shift, and has had none before
# going back, so its autoscaler, which looks at the last ten minutes, would remove them.
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
