#!/usr/bin/env bash
# Shows the dead letters of a cluster and sends them back, as a job with the words of -Pdead-letters; who calls it has to be
# allowed to make jobs. It is there where the component dead-letters is: docs/operations/dead-letters.md
#   scripts/dead-letters.sh command=list
#   scripts/dead-letters.sh command=replay topic=account.commands.v1 offsets=3,5
set -euo pipefail

# shellcheck disable=SC2016 # the pod's environment knows it
args='"kafka=$(KAFKA)"'
for word in "$@"; do
  case $word in *[!a-zA-Z0-9=.,:/_-]*) echo "$word: there is no such word" >&2; exit 2 ;; esac
  args="$args,\"$word\""
done

job=dead-letters-$(date -u +%Y%m%d-%H%M%S)-$$
kubectl -n payments create job "$job" --from=cronjob/dead-letters --dry-run=client -o yaml |
  kubectl -n payments patch --local -f - -o yaml --type=json \
    -p "[{\"op\": \"replace\", \"path\": \"/spec/template/spec/containers/0/args\", \"value\": [$args]}]" |
  kubectl -n payments create -f -
trap 'kubectl -n payments delete job "$job"' EXIT

# other conditions come before the one that says how it ended
ended=
until [[ $ended =~ Complete|Failed ]]; do
  sleep 1
  ended=$(kubectl -n payments get job "$job" -o jsonpath='{.status.conditions[?(@.status=="True")].type}')
done
kubectl -n payments logs "job/$job" -c desk
[[ $ended =~ Complete ]]
