#Requires -Version 7.4
# Lists the dead letters of a cluster and sends them back, in a job that takes the arguments of -Pdead-letters. The caller must
# be allowed to create jobs. Requires the component dead-letters: docs/operations/dead-letters.md
#   scripts/dead-letters.ps1 command=list
#   scripts/dead-letters.ps1 command=replay topic=account.commands.v1 'offsets=3,5'
param([Parameter(ValueFromRemainingArguments)][string[]] $Words = @())
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

foreach ($word in $Words) {
    if ($word -notmatch '^[a-zA-Z0-9=.,:/_-]*$') { throw "Invalid argument: $word" }
}

$job = "dead-letters-$([DateTime]::UtcNow.ToString('yyyyMMdd-HHmmss'))-$PID"
$manifest = kubectl -n payments create job $job '--from=cronjob/dead-letters' '--dry-run=client' -o json | ConvertFrom-Json
$manifest.spec.template.spec.containers[0].args = @('kafka=$(KAFKA)') + $Words
$manifest | ConvertTo-Json -Depth 32 | kubectl -n payments create -f '-'
try {
    # other conditions are set before the one that says how the job ended
    do {
        Start-Sleep 1
        $ended = kubectl -n payments get job $job -o 'jsonpath={.status.conditions[?(@.status=="True")].type}'
    } until ($ended -match 'Complete|Failed')
    kubectl -n payments logs "job/$job" -c desk
    if ($ended -notmatch 'Complete') { exit 1 }
} finally {
    kubectl -n payments delete job $job
}
