#Requires -Version 7.4
# Creates the Secrets that a small cluster needs and does not have: random passwords for the databases, and a
# self-signed certificate for the gateway. Leaves no files behind, and keeps Secrets that exist.
#   scripts/make-secrets.ps1 [host of the gateway]
param([string] $HostName = 'payments.localhost')
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

function Test-Missing([string] $name) { -not (kubectl -n payments get secret $name --ignore-not-found -o name) }

function New-Password { [Convert]::ToHexString([Security.Cryptography.RandomNumberGenerator]::GetBytes(24)).ToLowerInvariant() }

# passes a manifest on standard input, so that no password is an argument that others can see
function New-Secret([string] $name, [hashtable] $data) {
    @{ apiVersion = 'v1'; kind = 'Secret'; metadata = @{ name = $name }; stringData = $data } |
        ConvertTo-Json | kubectl -n payments create -f '-'
}

if (-not (kubectl get namespace payments --ignore-not-found -o name)) { kubectl create namespace payments }
if (Test-Missing postgres-superuser) { New-Secret postgres-superuser @{ password = New-Password } }
foreach ($service in 'payment-service', 'validation-service', 'account-service', 'saga-orchestrator') {
    if (Test-Missing "$service-database") {
        New-Secret "$service-database" @{ SPRING_DATASOURCE_PASSWORD = New-Password; SPRING_FLYWAY_PASSWORD = New-Password }
    }
}
if (Test-Missing gateway-certificate) {
    $folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) (New-Guid))
    try {
        openssl req '-x509' -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$HostName" `
            -addext "subjectAltName=DNS:$HostName,DNS:localhost" -keyout "$folder/tls.key" -out "$folder/tls.crt"
        kubectl -n payments create secret tls gateway-certificate "--cert=$folder/tls.crt" "--key=$folder/tls.key"
    } finally {
        Remove-Item -Recurse $folder
    }
}
