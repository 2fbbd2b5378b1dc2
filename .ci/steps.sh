# Shared by run and long: time-stamped steps, Debian packages, the README's commands.

step() {
    printf '\n=== %s  [%s, %d s]\n' "$1" "$(date +%H:%M:%S)" "$SECONDS"
}

# Install Debian packages; only for what the Python package index cannot give.
debian_packages() {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" < /dev/null
}

# Run the first line of README.md that matches a pattern, exactly as it stands there.
readme_command() {
    local line
    line="$(grep -m 1 -E "$1" README.md)" || { echo "README.md has no line like: $1" >&2; return 1; }
    echo "\$ $line" >&2
    bash -euo pipefail -c "$line" < /dev/null
}

# A commit that touches the core or the parameters ends with a line `Numbers: ...`. History cannot
# be repaired here, so this lists the sinners; the reviewer decides.
numbers_lines() {
    local commit missing=0
    for commit in $(git log --no-merges --format=%H -n 200 -- src/gevinst/core src/gevinst/parameters); do
        if ! git log -1 --format=%B "$commit" | grep -q '^Numbers: '; then
            git log -1 --format='no line "Numbers:": %h %s' "$commit"
            missing=$((missing + 1))
        fi
    done
    echo "commits without the line: $missing"
}
