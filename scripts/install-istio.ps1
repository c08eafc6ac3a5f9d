#Requires -Version 7.4
# Installs Istio for an environment: scripts/install-istio.ps1 [local|production] [more istioctl arguments]
param(
    [string] $Environment = 'local',
    [Parameter(ValueFromRemainingArguments)][string[]] $More = @()
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$install = Join-Path (Split-Path $PSScriptRoot) istio/install
istioctl install -y -f "$install/mesh.yaml" -f "$install/$Environment.yaml" @More
