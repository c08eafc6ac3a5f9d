#!/usr/bin/env bash
# Lists the dead letters of a cluster and sends them back, in a job that takes the arguments of -Pdead-letters. The caller must
# be allowed to create jobs. Requires the component dead-letters: docs/operations/dead-letters.md
#   scripts/dead-letters.sh command=list
#   scripts/dead-letters.sh command=replay topic=account.commands.v1 offsets=3,5
set -euo pipefail

# shellcheck disable=SC2016 # expanded in the pod
args='"kafka=$(KAFKA)"'
for word in "$@"; do
  case $word in *[!a-zA-Z0-9=.,:/_-]*) echo "Invalid argument: $word" >&2; exit 2 ;; esac
  args="$args,\"$word\""
done

job=dead-letters-$(date -u +%Y%m%d-%H%M%S)-$$
kubectl -n payments create job "$job" --from=cronjob/dead-letters --dry-run=client -o yaml |
  kubectl -n payments patch --local -f - -o yaml --type=json \
    -p "[{\"op\": \"replace\", \"path\": \"/spec/template/spec/containers/0/args\", \"value\": [$args]}]" |
  kubectl -n payments create -f -
trap 'kubectl -n payments delete job "$job"' EXIT

# other conditions are set before the one that says how the job ended
ended=
until [[ $ended =~ Complete|Failed ]]; do
  sleep 1
  ended=$(kubectl -n payments get job "$job" -o jsonpath='{.status.conditions[?(@.status=="True")].type}')
done
kubectl -n payments logs "job/$job" -c desk
[[ $ended =~ Complete ]]
