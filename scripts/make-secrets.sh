#!/usr/bin/env bash
# Makes the secrets that a small cluster needs and has not got: the databases' passwords, by chance, and a certificate
# for the gateway that signs itself. Nothing is written to a file that stays. Secrets that exist are left alone.
#   scripts/make-secrets.sh [host of the gateway] [namespace]
set -euo pipefail

host=${1:-payments.localhost}
namespace=${2:-payments}

missing() {
  ! kubectl -n "$namespace" get secret "$1" >/dev/null 2>&1
}

password() {
  openssl rand -hex 24
}

kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace"

if missing postgres-superuser; then
  password | tr -d '\n' | kubectl -n "$namespace" create secret generic postgres-superuser --from-file=password=/dev/stdin
fi

for service in payment-service validation-service account-service saga-orchestrator; do
  if missing "$service-database"; then
    printf 'SPRING_DATASOURCE_PASSWORD=%s\nSPRING_FLYWAY_PASSWORD=%s\n' "$(password)" "$(password)" |
      kubectl -n "$namespace" create secret generic "$service-database" --from-env-file=/dev/stdin
  fi
done

if missing gateway-certificate; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$host" \
    -addext "subjectAltName=DNS:$host,DNS:localhost" -keyout "$folder/tls.key" -out "$folder/tls.crt" 2>/dev/null
  kubectl -n "$namespace" create secret tls gateway-certificate --cert="$folder/tls.crt" --key="$folder/tls.key"
fi
