#!/usr/bin/env bash
# Installs Istio for an environment: scripts/install-istio.sh [local|production] [more istioctl arguments]
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${1:-local}
[ $# -eq 0 ] || shift
istioctl install -y -f istio/install/mesh.yaml -f "istio/install/$environment.yaml" "$@"
