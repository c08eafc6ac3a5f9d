#!/bin/bash
# Runs once, when the volume is new: creates a database for each service, with an owner role and an application role.
# /run/passwords/<database> holds the passwords of both.
set -euo pipefail

make() {
  local database=$1 owner app
  owner=$(cat "/run/passwords/$database/owner")
  app=$(cat "/run/passwords/$database/app")
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
    --set database="$database" --set owner="${database}_owner" --set app="${database}_app" \
    --set owner_password="$owner" --set app_password="$app" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE :"app" LOGIN PASSWORD :'app_password' NOSUPERUSER NOBYPASSRLS;
CREATE DATABASE :"database" OWNER :"owner";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
SQL
}

for folder in /run/passwords/*/; do
  make "$(basename "$folder")"
done
