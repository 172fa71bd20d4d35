#!/usr/bin/env bash
# Checks a fleet by several processes of GNU parallel, on one machine or on those of a file of logins, and joins what they wrote.
#
#   gnu-parallel.sh PARTS RESULTS INPUT... [OPTION OF CHECK]...
#   gnu-parallel.sh 8 results.ndjson fleet.ndjson --as-of 2026-11-23
#
# A run that was interrupted goes on where it was when the same command is given again.
#   POLICYCHECK       the program; policycheck by default
#   PARALLEL_OPTIONS  more options for parallel, such as: --jobs 4 --sshloginfile hosts --workdir .
# The exit code is that of `policycheck check` of the whole.
set -euo pipefail

if [ $# -lt 3 ] || ! [[ $1 =~ ^[1-9][0-9]*$ ]]; then
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi

parts=$1
results=$2
shift 2
program=${POLICYCHECK:-policycheck}

# Parts made on two days would not fit together.
case " $* " in
    *" --as-of "*) ;;
    *) set -- "$@" --as-of "$(date -u +%F)" ;;
esac

if [ ! -e "$results" ]; then
    # A part that holds no more than findings ends with 0, 1, 3 or 4; anything else means that it isn't there.
    # shellcheck disable=SC2016 # The inner shell expands these.
    part='number=$1 parts=$2 results=$3 program=$4; shift 4
        code=0
        "$program" check "$@" --jobs 1 --quiet --shard "$number/$parts" -o "ndjson=$results.$number-of-$parts" --resume || code=$?
        case $code in 0|1|3|4) exit 0 ;; *) exit "$code" ;; esac'

    # shellcheck disable=SC2086 # Several options are several words.
    seq "$parts" | parallel --halt soon,fail=1 --quote ${PARALLEL_OPTIONS:-} bash -c "$part" part {} "$parts" "$results" "$program" "$@"

    for number in $(seq "$parts"); do
        cat "$results.$number-of-$parts"
    done > "$results.joining"
    mv "$results.joining" "$results"
    for number in $(seq "$parts"); do
        rm "$results.$number-of-$parts"
    done
fi

# The whole is complete, so this verifies it against the input, sums it up and exits by its verdicts.
exec "$program" check "$@" -o "ndjson=$results" -o text --resume
