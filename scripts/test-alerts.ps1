#Requires -Version 7.4
# Tests the alerts of observability/alerts.yaml with promtool, which comes with Prometheus: scripts/test-alerts.ps1
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$house = Split-Path $PSScriptRoot
$target = New-Item -ItemType Directory -Force "$house/target"
# promtool reads only rules, not the resource around them
$lines = Get-Content "$house/observability/alerts.yaml"
$lines[($lines.IndexOf('spec:') + 1)..($lines.Length - 1)] -replace '^  ' | Set-Content "$target/rules.yaml"
promtool check rules "$target/rules.yaml"
promtool test rules "$house/observability/alerts.test.yaml"
