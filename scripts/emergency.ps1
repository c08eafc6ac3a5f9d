#Requires -Version 7.4
# Takes the mesh, or a part of it, out of the way, and puts it back: docs/operations/emergency-bypass.md.
#   scripts/emergency.ps1 in local without-sidecar/payment-service [whatever components are deployed besides]
#   scripts/emergency.ps1 out local [whatever components are deployed besides]
param(
    [Parameter(Mandatory)][ValidateSet('in', 'out')][string] $Direction,
    [Parameter(Mandatory)][string] $Overlay,
    [Parameter(ValueFromRemainingArguments)][string[]] $Components = @()
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$rendered = New-TemporaryFile
try {
    & "$PSScriptRoot/render.ps1" $Overlay @Components | Set-Content $rendered
    # a difference is no failure of its own
    $PSNativeCommandUseErrorActionPreference = $false
    $images = kubectl diff -f $rendered | Where-Object { $_ -match '^\+ .*image:' }
    $PSNativeCommandUseErrorActionPreference = $true
    if ($images) { throw "This would be a release of other images, do it from what was released: $images" }
    kubectl apply -f $rendered
} finally {
    Remove-Item $rendered
}
foreach ($deployment in @(kubectl -n payments get deployments -o name)) {
    kubectl -n payments rollout status $deployment '--timeout=10m'
}
# not before the last pod without a sidecar has ended, which a rollout doesn't wait for
if ($Direction -eq 'out') {
    kubectl -n payments wait --for=delete pods -l sidecar.istio.io/inject=false '--timeout=5m'
    kubectl -n payments delete 'peerauthentications.security.istio.io,authorizationpolicies.security.istio.io' -l payments-engine/emergency
}
