#!/usr/bin/env bash
# What the GitHub Action runs: settings come as variables, the exit code goes to its outputs.
set -uo pipefail

kbtool="${KBTOOL:-$RUNNER_TEMP/kbtool/bin/kbtool}"
# Split at blanks, with no pattern of files expanded and no command run.
read -r -a paths <<< "${PATHS:-}"
read -r -a more <<< "${ARGS:-}"

if [ -n "${SARIF_FILE:-}" ]; then
    "$kbtool" lint --quiet --exit-zero --format sarif --output-file "$SARIF_FILE" \
        ${more[@]+"${more[@]}"} -- ${paths[@]+"${paths[@]}"}
fi
if [ "$FORMAT" = concise ] || [ "$FORMAT" = full ]; then
    echo "::add-matcher::$HOME_OF_ACTION/.github/problem-matcher.json"
fi
"$kbtool" lint --format "$FORMAT" ${more[@]+"${more[@]}"} -- ${paths[@]+"${paths[@]}"}
code=$?
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
