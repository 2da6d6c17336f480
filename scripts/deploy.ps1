#Requires -Version 7.3
# Brings Matinee up with Docker Compose, or to the version that is checked out here: copies the database first, builds,
# starts, waits until it is well, and goes back to the image of before where it is not.
#
# Usage: scripts/deploy.ps1 [-With proxy, llm, scale]
#        scripts/deploy.ps1 -NoCopy ...    where you have copied a PostgreSQL of your own
[CmdletBinding()]
param([ValidateSet('proxy', 'llm', 'scale')][string[]] $With = @(), [switch] $NoCopy)

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$answers = $false
if (Get-Command docker -ErrorAction Ignore) {
    docker compose version *> $null
    $answers = $LASTEXITCODE -eq 0
}
if (-not $answers) {
    Write-Error 'Docker with its compose plugin is needed, and does not answer: see https://docs.docker.com/desktop.'
}
if (-not (Test-Path .env)) {
    Copy-Item .env.example .env
    Write-Output 'Made .env: fill in what you need (DISCORD_TOKEN, SLACK_BOT_TOKEN, ...); the page alone needs nothing.'
}

$common = @('compose', '--env-file', '.env', '-f', 'scripts/deploy/compose.yaml')
foreach ($one in $With) { $common += @('--profile', $one) }
function Compose { docker @common @args }

$previous = docker image inspect --format '{{.Id}}' matinee:latest 2> $null
$running = Compose ps --status running --quiet matinee 2> $null
if ($running -and -not $NoCopy) {
    if (Compose --profile scale ps --status running --quiet backup-postgres) {
        Write-Output 'Copies the PostgreSQL, while Matinee goes on.'
        # lines end as a checkout has them, and the shell in there knows one way
        $copying = @'
umask 077
copy=/backups/matinee-$(date -u +%Y-%m-%dT%H-%M-%SZ).dump
PGPASSWORD=$POSTGRES_PASSWORD pg_dump --host=postgres --username=postgres --format=custom --file=$copy.part postgres
mv $copy.part $copy
'@ -replace "`r", ''
        Compose --profile scale exec -T backup-postgres sh -euc $copying
    } elseif (Select-String -Quiet -Path .env -Pattern '^ *DATABASE_URL=["'']?[^"'' ]') {
        Write-Error 'People are remembered in a PostgreSQL of your own: copy it with pg_dump, then run this with -NoCopy.'
    } else {
        Write-Output 'Copies the database, while Matinee goes on.'
        Compose exec -T matinee node /matinee/dist/scripts/matinee.js backup --to /backups --keep 30
    }
    if ($LASTEXITCODE -ne 0) { exit 1 }
}
if ($previous) {
    docker tag $previous matinee:previous
    if ($LASTEXITCODE -ne 0) { exit 1 }
}

Compose build matinee
if ($LASTEXITCODE -ne 0) { exit 1 }
Compose up --detach --wait --wait-timeout 180 --remove-orphans
if ($LASTEXITCODE -eq 0) {
    Write-Output 'Matinee is up and well. Its log: docker compose -f scripts/deploy/compose.yaml logs -f matinee'
    exit 0
}

Write-Warning 'The new version is not well. Its last words:'
Compose logs --tail 20 matinee
if (-not $previous) { exit 1 }
Write-Warning 'Goes back to the version of before.'
docker tag matinee:previous matinee:latest
Compose up --detach --wait --wait-timeout 180
if ($LASTEXITCODE -eq 0) {
    Write-Warning 'The version of before is up again.'
} else {
    Write-Warning 'It is not well either. If the log says that the database is of a newer schema, put the copy back that was made just now: scripts/README.md, Upgrades.'
}
exit 1
