#Requires -Version 7.4
# Checks every combination of k8s/combinations.txt with istioctl analyze and with a strict server-side dry run, in a cluster
# that has the suite's namespace and Istio. Nothing is applied. Exits with 1 if either of them complains.
$ErrorActionPreference = 'Stop'
# errors of kubectl and istioctl are the result, and do not end the script
$PSNativeCommandUseErrorActionPreference = $false

$folder = New-Item -ItemType Directory "$(Split-Path $PSScriptRoot)/target/rendered.$(New-Guid)"
# istioctl reads no file with another extension
$rendered = "$folder/rendered.yaml"
# API groups that this cluster does not have
$absent = @('cert-manager.io', 'gateway.networking.k8s.io', 'monitoring.coreos.com' |
    Where-Object { -not (kubectl api-resources "--api-group=$_" --no-headers 2>$null) })
$absent | ForEach-Object { [Console]::Error.WriteLine("$_ is not in this cluster: its resources are left out") }
$failed = $false
try {
    foreach ($line in Get-Content (Join-Path (Split-Path $PSScriptRoot) k8s/combinations.txt)) {
        if (-not $line -or $line.StartsWith('#')) { continue }
        $words = $line -split ' +'
        & "$PSScriptRoot/render.ps1" @words | Set-Content $rendered
        $documents = (Get-Content -Raw $rendered) -split '(?m)^---\r?\n' |
            Where-Object { $_ -notmatch '(?m)^apiVersion: ([^/\s]+)/' -or $absent -notcontains $Matches[1] }
        # messages about the cluster's own state, or about every EnvoyFilter, are no fault of a manifest
        $complaints = @(
            $documents -join "---`n" | kubectl apply '--dry-run=server' '--validate=strict' -f '-' 2>&1 |
                Where-Object { $_ -notmatch '\(server dry run\)$|EnvoyFilter exposes internal|last-applied-configuration' }
            istioctl analyze '--use-kube=false' $rendered 2>&1 | Where-Object { $_ -and $_ -notmatch 'No validation issues found' }
        )
        if ($complaints) { "invalid: $line"; $complaints; $failed = $true } else { "valid: $line" }
    }
} finally {
    Remove-Item -Recurse $folder
}
exit [int] $failed
