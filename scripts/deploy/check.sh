#!/usr/bin/env bash
# Checks what belongs to the deployment, with whatever is installed for it, and says what it could not check.
#
# Usage: scripts/deploy/check.sh            the files, by hadolint, shellcheck, check-jsonschema, systemd-analyze, nginx, promtool;
#                                           compose.yaml by Docker or else, where Go is, by the library that Docker reads it with
#        scripts/deploy/check.sh --build    besides builds the image and runs it, as root on a Debian with buildah and
#                                           debootstrap; no Docker is needed, for Node's image is made of this machine's
# shellcheck disable=SC2317,SC2329 # functions are handed to check as commands
set -euo pipefail
cd "$(dirname "$0")/../.."
here=scripts/deploy
failed=0

check() { # the program, what it looks at, the command
    local program=$1 what=$2
    shift 2
    if ! command -v "$program" >/dev/null; then
        echo "not checked  $what: $program is not installed"
    elif "$@"; then
        echo "well         $what"
    else
        echo "FAULT        $what"
        failed=1
    fi
}

nginx_reads_it() { # with a certificate of its own making, and names that can be resolved
    local folder
    folder=$(mktemp -d)
    openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=check -keyout "$folder/privkey.pem" \
        -out "$folder/fullchain.pem" 2>/dev/null
    # "http2 on" and "resolve" are younger than some nginx that this runs on
    sed -e "s#/certs/#$folder/#; s#http://matinee:#http://127.0.0.1:#; /http2 on;/d; s#pages:8080 resolve#127.0.0.1:8080#; /resolver /d" \
        "$here/nginx.conf" >"$folder/nginx.conf"
    nginx -t -q -c "$folder/nginx.conf"
    rm -r "$folder"
}

units_are_read() { # their user and their programs are not those of this machine
    local folder
    folder=$(mktemp -d)
    for unit in "$here"/systemd/*; do
        sed -e 's#^ExecStart=/usr/bin/node.*#ExecStart=/bin/true#; s#^User=.*#User=root#; s#^WorkingDirectory=.*#WorkingDirectory=/tmp#' \
            "$unit" >"$folder/${unit##*/}"
    done
    systemd-analyze verify "$folder"/*.service "$folder"/*.timer
    rm -r "$folder"
}

compose_reads_it() { # with all its profiles and what stands for settings
    COMPOSE_PROFILES="*" go run github.com/compose-spec/compose-go/v2/cmd@v2.16.2 "$here/compose.yaml" >/dev/null
}

check hadolint Dockerfile hadolint --failure-threshold info $here/Dockerfile
check shellcheck "the scripts" shellcheck scripts/*.sh $here/*.sh
check pwsh deploy.ps1 pwsh -NoProfile -Command '[void][scriptblock]::Create((Get-Content -Raw scripts/deploy.ps1))'
if docker compose version >/dev/null 2>&1; then
    check docker compose.yaml docker compose -f $here/compose.yaml --profile "*" config --quiet
else
    check go "compose.yaml, as Compose reads it" compose_reads_it
fi
check check-jsonschema "compose.yaml, by Compose's schema" \
    check-jsonschema --quiet --builtin-schema vendor.compose-spec $here/compose.yaml
check systemd-analyze "the systemd units" units_are_read
check nginx nginx.conf nginx_reads_it
check promtool alerts.yaml promtool check rules $here/alerts.yaml
if [ "${1:-}" = --build ]; then check buildah "the image" bash $here/build-and-run.sh; fi
exit $failed
