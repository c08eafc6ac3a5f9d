#!/usr/bin/env bash
# Creates the Secrets that a small cluster needs and does not have: random passwords for the databases, and a
# self-signed certificate for the gateway. Leaves no files behind, and keeps Secrets that exist.
#   scripts/make-secrets.sh [host of the gateway]
set -euo pipefail

host=${1:-payments.localhost}

missing() {
  found=$(kubectl -n payments get secret "$1" --ignore-not-found -o name) || exit
  [ -z "$found" ]
}

# passes a manifest on standard input, so that no password is an argument that others can see
secret() {
  manifest=$(printf 'apiVersion: v1\nkind: Secret\nmetadata: {name: %s}\nstringData:' "$1")
  shift
  for key in "$@"; do
    password=$(openssl rand -hex 24)
    manifest=$(printf '%s\n  %s: "%s"' "$manifest" "$key" "$password")
  done
  echo "$manifest" | kubectl -n payments create -f -
}

namespace=$(kubectl get namespace payments --ignore-not-found -o name)
if [ -z "$namespace" ]; then kubectl create namespace payments; fi
if missing postgres-superuser; then secret postgres-superuser password; fi
for service in payment-service validation-service account-service saga-orchestrator; do
  if missing "$service-database"; then
    secret "$service-database" SPRING_DATASOURCE_PASSWORD SPRING_FLYWAY_PASSWORD
  fi
done

if missing gateway-certificate; then
  folder=$(mktemp -d)
  trap 'cd / && rm -rf "$folder"' EXIT
  cd "$folder"
  # Git Bash would take the subject for a path; the output of openssl matters only if it fails
  MSYS_NO_PATHCONV=1 openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$host" \
    -addext "subjectAltName=DNS:$host,DNS:localhost" -keyout tls.key -out tls.crt 2>complaint ||
    { cat complaint >&2; exit 1; }
  kubectl -n payments create secret tls gateway-certificate --cert=tls.crt --key=tls.key
fi
