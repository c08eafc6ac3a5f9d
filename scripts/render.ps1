#Requires -Version 7.4
# Prints what an overlay and components applied over it come to, as render.sh does:
#   scripts/render.ps1 local canary/payment-service rate-limit
param(
    [Parameter(Mandatory)][string] $Overlay,
    [Parameter(ValueFromRemainingArguments)][string[]] $Components = @()
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$house = Split-Path $PSScriptRoot
$folder = New-Item -ItemType Directory "$house/target/rendered.$(New-Guid)"
try {
    $lines = 'apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', 'namespace: payments',
        'resources:', "  - ../../k8s/overlays/$Overlay"
    if ($Components) { $lines += 'components:' }
    foreach ($component in $Components) {
        $sides = 'k8s', 'istio'
        $name = $component
        if ($component -match '^(k8s|istio)/(.+)$') { $sides = @($Matches[1]); $name = $Matches[2] }
        $found = $sides | Where-Object { Test-Path "$house/$_/components/$name/kustomization.yaml" }
        if (-not $found) { throw "There is no component $component" }
        $lines += $found | ForEach-Object { "  - ../../$_/components/$name" }
    }
    Set-Content "$folder/kustomization.yaml" $lines
    if (Get-Command kustomize -ErrorAction Ignore) { kustomize build $folder } else { kubectl kustomize $folder }
} finally {
    Remove-Item -Recurse $folder
}
