#!/usr/bin/env bash
# Brings Matinee up with Docker Compose, or to the version that is checked out here: copies the database first, builds,
# starts, waits until it is well, and goes back to the image of before where it is not.
#
# Usage: scripts/deploy.sh [--profile proxy] [--profile llm] [--profile scale]
#        scripts/deploy.sh --no-copy ...    where you have copied a PostgreSQL of your own
set -euo pipefail
cd "$(dirname "$0")/.."

profiles=()
copies=yes
while [ $# -gt 0 ]; do
    case $1 in
        --profile)
            [ $# -gt 1 ] || { echo "--profile needs a name: proxy, llm or scale." >&2; exit 1; }
            profiles+=(--profile "$2")
            shift 2
            ;;
        --no-copy)
            copies=
            shift
            ;;
        --help | -h)
            sed -n '2,6s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *)
            echo "$1 is not known here: scripts/deploy.sh --help tells what is." >&2
            exit 1
            ;;
    esac
done

docker compose version >/dev/null 2>&1 || {
    echo "Docker with its compose plugin is needed, and does not answer: see https://docs.docker.com/engine/install." >&2
    exit 1
}
if [ ! -e .env ]; then
    (umask 077 && cp .env.example .env)
    echo "Made .env: fill in what you need (DISCORD_TOKEN, SLACK_BOT_TOKEN, ...); the page alone needs nothing."
fi
compose() { docker compose --env-file .env -f scripts/deploy/compose.yaml ${profiles[@]+"${profiles[@]}"} "$@"; }

previous=$(docker image inspect --format '{{.Id}}' matinee:latest 2>/dev/null || true)
running=$(compose ps --status running --quiet matinee 2>/dev/null || true)
if [ -n "$running" ] && [ -n "$copies" ]; then
    if [ -n "$(compose --profile scale ps --status running --quiet backup-postgres)" ]; then
        echo "Copies the PostgreSQL, while Matinee goes on."
        # shellcheck disable=SC2016 # it is the container's
        compose --profile scale exec -T backup-postgres sh -euc 'umask 077
            copy="/backups/matinee-$(date -u +%Y-%m-%dT%H-%M-%SZ).dump"
            PGPASSWORD="$POSTGRES_PASSWORD" pg_dump --host=postgres --username=postgres --format=custom --file="$copy.part" postgres
            mv "$copy.part" "$copy"'
    elif grep -Eq '^ *DATABASE_URL=["'"'"']?[^"'"'"' ]' .env; then
        echo "People are remembered in a PostgreSQL of your own: copy it with pg_dump, then run this with --no-copy." >&2
        exit 1
    else
        echo "Copies the database, while Matinee goes on."
        compose exec -T matinee node /matinee/dist/scripts/matinee.js backup --to /backups --keep 30
    fi
fi
[ -z "$previous" ] || docker tag "$previous" matinee:previous

compose build matinee
if compose up --detach --wait --wait-timeout 180 --remove-orphans; then
    echo "Matinee is up and well. Its log: docker compose -f scripts/deploy/compose.yaml logs -f matinee"
    exit 0
fi

echo "The new version is not well. Its last words:" >&2
compose logs --tail 20 matinee >&2 || true
[ -n "$previous" ] || exit 1
echo "Goes back to the version of before." >&2
docker tag matinee:previous matinee:latest
if compose up --detach --wait --wait-timeout 180; then
    echo "The version of before is up again." >&2
else
    echo "It is not well either. If the log says that the database is of a newer schema, put the copy back that was made" >&2
    echo "just now: scripts/README.md, Upgrades." >&2
fi
exit 1
