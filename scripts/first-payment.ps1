#Requires -Version 7.4
# Makes a payment through the gateway, over TLS: opens two accounts, deposits money in one, pays, and waits for the result.
#   scripts/first-payment.ps1 [address of the gateway, if its load balancer has none: localhost:8443]
param([string] $Address)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$forwarding = $null
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "first-payment.$(New-Guid)")
try {
    $certificate = kubectl -n payments get secret gateway-certificate -o 'jsonpath={.data.tls\.crt}'
    [IO.File]::WriteAllBytes("$folder/gateway.crt", [Convert]::FromBase64String($certificate))
    if (-not $Address) {
        $Address = kubectl -n payments get service gateway -o 'jsonpath={.status.loadBalancer.ingress[0].ip}{.status.loadBalancer.ingress[0].hostname}'
    }
    if (-not $Address) {
        $forwarding = Start-Process kubectl -PassThru -RedirectStandardOutput "$folder/forwarding.log" `
            '-n', 'payments', 'port-forward', 'service/gateway', '8443:443'
        until (Select-String -Quiet -Path "$folder/forwarding.log" Forwarding) {
            if ($forwarding.HasExited) { throw 'kubectl port-forward exited' }
            Start-Sleep 1
        }
        $Address = 'localhost:8443'
    }
    if ($Address -notmatch ':') { $Address = "${Address}:443" }

    function Send-Request([string] $Path, [hashtable] $Body, [string[]] $More = @()) {
        # the certificate is self-signed, and only curl can be told to trust this one; on Windows it is curl.exe
        $curl = (Get-Command curl -CommandType Application)[0].Source
        ConvertTo-Json -Compress $Body | & $curl --silent --show-error --fail-with-body --retry 5 --retry-connrefused `
            --cacert "$folder/gateway.crt" --connect-to "payments.localhost:443:$Address" `
            -H 'x-tenant-id: STD-001' -H 'content-type: application/json' @More `
            --data-binary '@-' "https://payments.localhost/api/v1/$Path"
    }

    function New-Account([string] $Name) {
        (Send-Request accounts @{ currency = 'EUR'; name = $Name } | ConvertFrom-Json).id
    }

    $debtor = New-Account debtor
    $creditor = New-Account creditor
    $null = Send-Request "accounts/$debtor/deposits" -More '-H', "idempotency-key: $debtor" -Body @{
        amount = @{ value = '100.00'; currency = 'EUR' }
    }
    $payment = Send-Request payments -More '-H', "idempotency-key: $creditor", '-H', 'prefer: wait=20' -Body @{
        debtorAccount = $debtor; creditorAccount = $creditor
        amount = @{ value = '12.50'; currency = 'EUR' }; reference = 'the first payment'
    }
    $payment
    if (($payment | ConvertFrom-Json).status -cne 'COMPLETED') {
        throw 'The payment is not COMPLETED. For the reason see kubectl -n payments logs -l app=saga-orchestrator'
    }
} finally {
    if ($forwarding -and -not $forwarding.HasExited) { Stop-Process $forwarding }
    Remove-Item -Recurse $folder
}
