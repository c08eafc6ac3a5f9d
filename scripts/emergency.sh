#!/usr/bin/env bash
# Bypasses the mesh, or a part of it, and puts it back: docs/operations/emergency-bypass.md
#   scripts/emergency.sh in local without-sidecar/payment-service [other components that are deployed]
#   scripts/emergency.sh out local [other components that are deployed]
set -euo pipefail
cd "$(dirname "$0")/.."

direction=$1
shift
case $direction in in | out) ;; *) echo "Unknown direction $direction: expected in or out" >&2; exit 2 ;; esac

# a line for each container of the manifests: Deployment/payment-service and its image
images() {
  awk '
    /^---/ { kind = name = "" }
    /^kind: / { kind = $2 }
    /^  name: / && name == "" { name = $2 }
    /^ +(- )?image: / && kind ~ /^(Deployment|StatefulSet)$/ { print kind "/" name, $NF }
  '
}

# the same for what is deployed; unlike kubectl diff, kubectl get needs no webhook
# shellcheck disable=SC2016 # $workload is the template's
running() {
  kubectl -n payments get deployments,statefulsets -o go-template='{{range .items -}}
    {{$workload := printf "%s/%s" .kind .metadata.name}}
    {{- range .spec.template.spec.initContainers}}{{$workload}} {{.image}}{{"\n"}}{{end}}
    {{- range .spec.template.spec.containers}}{{$workload}} {{.image}}{{"\n"}}{{end}}
  {{- end}}'
}

# istiod validates new rules, injects sidecars and configures those that run
istiods=$(kubectl get deployments -A -l app=istiod -o jsonpath='{.items[*].status.readyReplicas}')
if [ -z "$istiods" ]; then
  echo "No istiod is ready, so nothing of this would reach a sidecar: see docs/operations/emergency-bypass.md" >&2
  exit 4
fi

mkdir -p target
folder=$(mktemp -d target/rendered.XXXXXX)
trap 'rm -rf "$folder"' EXIT
scripts/render.sh "$@" >"$folder/rendered.yaml"
images <"$folder/rendered.yaml" | sort >"$folder/wanted"
running | sort >"$folder/runs"
others=$(comm -23 "$folder/wanted" "$folder/runs")
if [ -n "$others" ]; then
  printf 'This would deploy other images, so run it from the checkout that was released:\n%s\n' "$others" >&2
  exit 3
fi
# a patch that finds no route reports no error
for component in "${@:2}"; do
  case $component in bypass/*)
    if ! grep -q "name: straight-to-${component#bypass/}$" "$folder/rendered.yaml"; then
      echo "$component: nothing was applied, because the gateway has no Istio routes to bypass (gateway-api replaces them)" >&2
      exit 5
    fi ;;
  esac
done
kubectl apply -f "$folder/rendered.yaml"
deployments=$(kubectl -n payments get deployments -o name)
for deployment in $deployments; do
  kubectl -n payments rollout status "$deployment" --timeout=10m
done
# only once the last pod without a sidecar is gone, which a rollout does not wait for
if [ "$direction" = out ]; then
  kubectl -n payments wait --for=delete pods -l sidecar.istio.io/inject=false --timeout=5m
  kubectl -n payments delete peerauthentications.security.istio.io,authorizationpolicies.security.istio.io -l payments-engine/emergency
fi
