#Requires -Version 7.4
# Renders an overlay with components on top of it:
#   scripts/render.ps1 local canary/payment-service rate-limit
# A component's name means what it has in both k8s/components and istio/components; k8s/... or istio/... means one of them.
# The overlay's image mapping also applies to components. A component that the overlay or one of its bases lists is not added
# again.
param(
    [Parameter(Mandatory)][string] $Overlay,
    [Parameter(ValueFromRemainingArguments)][string[]] $Components = @()
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$house = Split-Path $PSScriptRoot

# the overlay and its bases, as production is the base of acme
function Get-Lineage([string] $name) {
    $name
    (Get-Content "$house/k8s/overlays/$name/kustomization.yaml") -notmatch '^ *#' -split '[\[\]," ]' |
        Where-Object { $_ -match '^\.\./([^./]+)$' } | ForEach-Object { Get-Lineage $Matches[1] }
}

function Test-Listed([string] $side, [string] $name) {
    foreach ($each in Get-Lineage $Overlay) {
        $own = "$house/$side/overlays/$each/kustomization.yaml"
        $k8s = "$house/k8s/overlays/$each/kustomization.yaml"
        if (((Test-Path $own) -and (Select-String -Quiet -Path $own "^ *- +[./]*components/$name$")) -or
            (Select-String -Quiet -Path $k8s "^ *- +[./]*$side/components/$name$")) { return $true }
    }
    $false
}

$folder = New-Item -ItemType Directory "$house/target/rendered.$(New-Guid)"
try {
    $lines = 'apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', 'namespace: payments',
        'resources:', "  - ../../k8s/overlays/$Overlay", 'components:'
    foreach ($component in $Components) {
        $sides = 'k8s', 'istio'
        $name = $component
        if ($component -match '^(k8s|istio)/(.+)$') { $sides = @($Matches[1]); $name = $Matches[2] }
        $found = $sides | Where-Object { Test-Path "$house/$_/components/$name/kustomization.yaml" }
        if (-not $found) { throw "There is no component $component" }
        $lines += $found | Where-Object { -not (Test-Listed $_ $name) } | ForEach-Object { "  - ../../$_/components/$name" }
    }
    $lines += "  - ../../k8s/overlays/$Overlay/images"
    Set-Content "$folder/kustomization.yaml" $lines
    if (Get-Command kustomize -ErrorAction Ignore) { kustomize build $folder } else { kubectl kustomize $folder }
} finally {
    Remove-Item -Recurse $folder
}
