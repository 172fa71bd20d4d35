#!/usr/bin/env bash
# Checks a fleet by an array of Slurm jobs, and joins what they wrote by a job that runs after them; waits for its end.
#
#   slurm-array.sh PARTS RESULTS INPUT... [OPTION OF CHECK]...
#   slurm-array.sh 64 /shared/results.ndjson /shared/fleet.ndjson --as-of 2026-11-23
#
# Inputs, rules and results lie where all nodes see them. When the same command is given again, parts that are done aren't done twice.
#   POLICYCHECK     the program, as the nodes see it; policycheck by default
#   SBATCH_OPTIONS  more options for the array, such as: --partition short --cpus-per-task 4
# The exit code is that of `policycheck check` of the whole.
set -euo pipefail

program=${POLICYCHECK:-policycheck}

judge_part() {
    local parts=$1 results=$2 code=0
    shift 2
    # A part that holds no more than findings ends with 0, 1, 3 or 4; anything else means that it isn't there.
    "$program" check "$@" --jobs "${SLURM_CPUS_PER_TASK:-1}" --quiet --shard "$SLURM_ARRAY_TASK_ID/$parts" -o "ndjson=$results.$SLURM_ARRAY_TASK_ID-of-$parts" --resume || code=$?
    case $code in 0 | 1 | 3 | 4) ;; *) return "$code" ;; esac
}

join_parts() {
    local parts=$1 results=$2 number
    shift 2
    if [ ! -e "$results" ]; then
        for number in $(seq "$parts"); do
            if [ ! -e "$results.$number-of-$parts" ]; then
                echo "slurm-array: part $number of $parts isn't done: look at $results.$number.log, and give the same command again" >&2
                return 5
            fi
        done
        for number in $(seq "$parts"); do
            cat "$results.$number-of-$parts"
        done > "$results.joining"
        mv "$results.joining" "$results"
        for number in $(seq "$parts"); do
            rm -f "$results.$number-of-$parts" "$results.$number.log"
        done
    fi

    # The whole is complete, so this verifies it against the input, sums it up and exits by its verdicts.
    "$program" check "$@" -o "ndjson=$results" -o text --resume
}

case ${1:-} in
    --part)
        shift
        judge_part "$@"
        exit
        ;;
    --join)
        shift
        join_parts "$@"
        exit
        ;;
esac

if [ $# -lt 3 ] || ! [[ $1 =~ ^[1-9][0-9]*$ ]]; then
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi

parts=$1
results=$2
shift 2

# Parts made on two days would not fit together, and they may run on different ones.
case " $* " in
    *" --as-of "*) ;;
    *) set -- "$@" --as-of "$(date -u +%F)" ;;
esac

after=()
if [ ! -e "$results" ]; then
    # shellcheck disable=SC2086 # Several options are several words.
    array=$(sbatch --parsable --job-name policycheck --array "1-$parts" --output "$results.%a.log" ${SBATCH_OPTIONS:-} "$0" --part "$parts" "$results" "$@")
    after=(--dependency "afterany:${array%%;*}")
fi

code=0
sbatch --wait --job-name policycheck-join --output "$results.summary.txt" "${after[@]}" "$0" --join "$parts" "$results" "$@" > /dev/null || code=$?
cat "$results.summary.txt"
exit "$code"
