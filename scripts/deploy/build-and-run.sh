#!/usr/bin/env bash
# Builds the image by its own Dockerfile in a clean Debian, and runs it as compose.yaml does: not as root, without any
# capability, with a root file system that cannot be written to, as the first process of its own. Needs root, buildah and
# debootstrap; in the place of Node's image stands a new Debian with the Node of this machine.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
export BUILDAH_ISOLATION=chroot
buildah() { command buildah --root "$work/storage" --runroot "$work/run" --log-level error "$@"; }
ended() {
    [ -z "${running:-}" ] || pkill -KILL -P "$running" || true
    buildah umount --all >/dev/null 2>&1 || true
    umount "$work/storage/overlay" 2>/dev/null || true
    rm -rf "$work"
}
trap ended EXIT
said() { echo "             $*"; }

said "makes Node's image of Debian and Node $(node --version)"
debootstrap --variant=minbase bookworm "$work/base" >"$work/debootstrap.log"
local_node=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
mkdir -p "$work/base/usr/local/"{bin,include,lib/node_modules} "$work/base/etc/ssl/certs"
cp "$local_node/bin/node" "$work/base/usr/local/bin/"
cp -r "$local_node/include/node" "$work/base/usr/local/include/"
cp -r "$(npm root -g)/npm" "$work/base/usr/local/lib/node_modules/"
for tool in npm npx; do
    ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "$work/base/usr/local/bin/$tool"
done
cp /etc/ssl/certs/ca-certificates.crt "$work/base/etc/ssl/certs/"
chroot "$work/base" useradd --uid 1000 --create-home node
container=$(buildah from scratch)
buildah copy -q "$container" "$work/base" / >/dev/null
buildah config --cmd node --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
buildah commit -q "$container" docker.io/library/node:20-bookworm-slim >/dev/null

said "builds scripts/deploy/Dockerfile"
buildah build --quiet --pull-never --format docker -f scripts/deploy/Dockerfile -t matinee:check . >"$work/build.log" 2>&1 ||
    { tail -20 "$work/build.log"; exit 1; }
container=$(buildah from --pull-never localhost/matinee:check)
root=$(buildah mount "$container")
said "$(du -sm "$root/matinee" | cut -f1) MB are Matinee's in it"
for unwanted in .env src scripts node_modules/vitest node_modules/typescript; do
    [ ! -e "$root/matinee/$unwanted" ] || { said "$unwanted is in the image"; exit 1; }
done

port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
mkdir -p "$work/data" "$work/backups" "$work/overlay"
chown 1000:1000 "$work/data" "$work/backups"
cat >"$work/inside.sh" <<'INSIDE'
set -eu
root=$1 data=$2 backups=$3
shift 3
mount --make-rprivate /
mount --bind "$root" "$root"
mount --bind "$data" "$root/data"
mount --bind "$backups" "$root/backups"
mount -t tmpfs tmpfs "$root/tmp"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -o remount,bind,ro "$root"
exec chroot "$root" /usr/bin/env -i "$@"
INSIDE
drop=(setpriv --reuid 1000 --regid 1000 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all)
image_env=(PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/node NODE_ENV=production MATINEE_DB=/data/matinee.db
    MATINEE_BACKUPS=/backups WEB_HOST=127.0.0.1 "WEB_PORT=$port")
inside() { # as the image's entry point, in namespaces of its own
    unshare --mount --pid --fork --kill-child bash "$work/inside.sh" "$root" "$work/data" "$work/backups" \
        "${image_env[@]}" "${drop[@]}" sh -c 'cd /data && exec "$@"' sh "$@"
}
matinee=(node /matinee/dist/scripts/matinee.js)

inside sh -c '! touch /matinee/x 2>/dev/null && ! touch /x 2>/dev/null && touch /data/x && rm /data/x' ||
    { said "the root file system can be written to, or /data cannot"; exit 1; }
inside tini -- "${matinee[@]}" bots >"$work/log" 2>&1 &
running=$!
for _ in $(seq 120); do
    grep -q "Matinee listens in the web" "$work/log" && break
    kill -0 "$running" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 1
done
inside "${matinee[@]}" health >/dev/null || { said "it is not well"; cat "$work/log"; exit 1; }
said "runs, and says that it is well"
inside "${matinee[@]}" backup --to /backups >/dev/null || { said "no copy can be made while it runs"; exit 1; }
first=$(pgrep -P "$(pgrep -P "$running" unshare)" tini)
kill -TERM "$first"
timeout 30 tail --pid="$running" -f /dev/null || { said "a signal does not end it within 30 seconds"; exit 1; }
wait "$running" && code=0 || code=$?
running=
[ "$code" = 0 ] || { said "a signal ended it with exit code $code"; cat "$work/log"; exit 1; }
[ ! -e "$work/data/matinee.db-wal" ] || { said "the database was not closed"; exit 1; }
said "was copied while it ran, and a signal ended it well"
