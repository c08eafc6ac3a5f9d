#Requires -Version 7.4
# Puts every combination of k8s/combinations.txt before the API server of a cluster where the suite's namespace and Istio
# are, strictly and without applying anything, and before istioctl analyze. Ends with 1 if either has a word to say.
$ErrorActionPreference = 'Stop'
# what kubectl and istioctl refuse is what is asked for
$PSNativeCommandUseErrorActionPreference = $false

$folder = New-Item -ItemType Directory "$(Split-Path $PSScriptRoot)/target/rendered.$(New-Guid)"
# istioctl reads no file whose name ends in another way
$rendered = "$folder/rendered.yaml"
# groups that this cluster has not got
$absent = @('cert-manager.io', 'gateway.networking.k8s.io', 'monitoring.coreos.com' |
    Where-Object { -not (kubectl api-resources "--api-group=$_" --no-headers 2>$null) })
$absent | ForEach-Object { [Console]::Error.WriteLine("$_ is not in this cluster: what belongs to it is left out") }
$failed = $false
try {
    foreach ($line in Get-Content (Join-Path (Split-Path $PSScriptRoot) k8s/combinations.txt)) {
        if (-not $line -or $line.StartsWith('#')) { continue }
        $words = $line -split ' +'
        & "$PSScriptRoot/render.ps1" @words | Set-Content $rendered
        $documents = (Get-Content -Raw $rendered) -split '(?m)^---\r?\n' |
            Where-Object { $_ -notmatch '(?m)^apiVersion: ([^/\s]+)/' -or $absent -notcontains $Matches[1] }
        # what is only said about the cluster's own state, or of every EnvoyFilter, is no fault of a manifest
        $complaints = @(
            $documents -join "---`n" | kubectl apply '--dry-run=server' '--validate=strict' -f '-' 2>&1 |
                Where-Object { $_ -notmatch '\(server dry run\)$|EnvoyFilter exposes internal|last-applied-configuration' }
            istioctl analyze '--use-kube=false' $rendered 2>&1 | Where-Object { $_ -and $_ -notmatch 'No validation issues found' }
        )
        if ($complaints) { "refused: $line"; $complaints; $failed = $true } else { "fine: $line" }
    }
} finally {
    Remove-Item -Recurse $folder
}
exit [int] $failed
