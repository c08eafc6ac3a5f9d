#!/usr/bin/env bash
# Makes a payment through the gateway, over TLS: opens two accounts, deposits money in one, pays, and waits for the result.
#   scripts/first-payment.sh [address of the gateway, if its load balancer has none: localhost:8443]
set -euo pipefail
cd "$(dirname "$0")/.."

forwarding=
folder=$(mktemp -d)
trap '[ -z "$forwarding" ] || kill "$forwarding"; rm -rf "$folder"' EXIT

kubectl -n payments get secret gateway-certificate -o jsonpath='{.data.tls\.crt}' | base64 -d >"$folder/gateway.crt"
address=${1:-$(kubectl -n payments get service gateway -o jsonpath='{.status.loadBalancer.ingress[0].ip}{.status.loadBalancer.ingress[0].hostname}')}
if [ -z "$address" ]; then
  kubectl -n payments port-forward service/gateway 8443:443 >"$folder/forwarding.log" &
  forwarding=$!
  until grep -q Forwarding "$folder/forwarding.log"; do
    kill -0 "$forwarding" 2>/dev/null || { forwarding=; echo "kubectl port-forward exited" >&2; exit 1; }
    sleep 1
  done
  address=localhost:8443
fi
case $address in *:*) ;; *) address=$address:443 ;; esac

ask() {
  path=$1
  shift
  curl --silent --show-error --fail-with-body --retry 5 --retry-connrefused \
    --cacert "$folder/gateway.crt" --connect-to "payments.localhost:443:$address" \
    -H "x-tenant-id: STD-001" -H "content-type: application/json" "$@" "https://payments.localhost/api/v1/$path"
}

account() {
  ask accounts -d "{\"currency\": \"EUR\", \"name\": \"$1\"}" | sed 's/.*"id":"\([^"]*\)".*/\1/'
}

debtor=$(account debtor)
creditor=$(account creditor)
ask "accounts/$debtor/deposits" -H "idempotency-key: $debtor" -d '{"amount": {"value": "100.00", "currency": "EUR"}}' >/dev/null
payment=$(ask payments -H "idempotency-key: $creditor" -H "prefer: wait=20" \
  -d "{\"debtorAccount\": \"$debtor\", \"creditorAccount\": \"$creditor\", \"amount\": {\"value\": \"12.50\", \"currency\": \"EUR\"}, \"reference\": \"the first payment\"}")
echo "$payment"
case $payment in
  *'"status":"COMPLETED"'*) ;;
  *) echo "The payment is not COMPLETED. For the reason see kubectl -n payments logs -l app=saga-orchestrator" >&2; exit 1 ;;
esac
