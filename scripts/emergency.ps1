#Requires -Version 7.4
# Bypasses the mesh, or a part of it, and puts it back: docs/operations/emergency-bypass.md
#   scripts/emergency.ps1 in local without-sidecar/payment-service [other components that are deployed]
#   scripts/emergency.ps1 out local [other components that are deployed]
param(
    [Parameter(Mandatory)][ValidateSet('in', 'out')][string] $Direction,
    [Parameter(Mandatory)][string] $Overlay,
    [Parameter(ValueFromRemainingArguments)][string[]] $Components = @()
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

# a line for each container of the manifests: Deployment/payment-service and its image
function Select-Image([string[]] $lines) {
    switch -Regex ($lines) {
        '^---' { $kind = $name = '' }
        '^kind: (\S+)' { $kind = $Matches[1] }
        '^  name: (\S+)' { if (-not $name) { $name = $Matches[1] } }
        '^ +(- )?image: (\S+)' { if ($kind -in 'Deployment', 'StatefulSet') { "$kind/$name $($Matches[2])" } }
    }
}

# the same for what is deployed; unlike kubectl diff, kubectl get needs no webhook
function Get-Image {
    foreach ($workload in (kubectl -n payments get 'deployments,statefulsets' -o json | ConvertFrom-Json).items) {
        foreach ($container in @($workload.spec.template.spec.initContainers) + @($workload.spec.template.spec.containers)) {
            if ($container) { "$($workload.kind)/$($workload.metadata.name) $($container.image)" }
        }
    }
}

# istiod validates new rules, injects sidecars and configures those that run
if (-not (kubectl get deployments -A -l app=istiod -o 'jsonpath={.items[*].status.readyReplicas}')) {
    throw 'No istiod is ready, so nothing of this would reach a sidecar: see docs/operations/emergency-bypass.md'
}

$folder = New-Item -ItemType Directory "$(Split-Path $PSScriptRoot)/target/rendered.$(New-Guid)"
$rendered = "$folder/rendered.yaml"
try {
    & "$PSScriptRoot/render.ps1" $Overlay @Components | Set-Content $rendered
    $runs = @(Get-Image)
    $others = Select-Image (Get-Content $rendered) | Where-Object { $_ -cnotin $runs }
    if ($others) { throw "This would deploy other images, so run it from the checkout that was released: $others" }
    # a patch that finds no route reports no error
    foreach ($component in $Components -like 'bypass/*') {
        if (-not (Select-String -Quiet "name: straight-to-$($component -replace '^bypass/')$" $rendered)) {
            throw "${component}: nothing was applied, because the gateway has no Istio routes to bypass (gateway-api replaces them)"
        }
    }
    kubectl apply -f $rendered
} finally {
    Remove-Item -Recurse $folder
}
foreach ($deployment in @(kubectl -n payments get deployments -o name)) {
    kubectl -n payments rollout status $deployment '--timeout=10m'
}
# only once the last pod without a sidecar is gone, which a rollout does not wait for
if ($Direction -eq 'out') {
    kubectl -n payments wait --for=delete pods -l sidecar.istio.io/inject=false '--timeout=5m'
    kubectl -n payments delete 'peerauthentications.security.istio.io,authorizationpolicies.security.istio.io' -l payments-engine/emergency
}
