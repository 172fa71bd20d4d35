#!/usr/bin/env bash
# Fuzzes one target with AFL++ for so many seconds, and prints what came of it: run.sh TARGET SECONDS [FOLDER]
# Without FOLDER what is found goes to bin/fuzzing/TARGET; a run begins where the last one in its folder ended.
# Needs afl-fuzz (apt-get install afl++). SharpFuzz's command is installed beside the program unless it is there.
set -euo pipefail
cd "$(dirname "$0")"
target=${1:?which target: yaml, rules, conditions or reports}
seconds=${2:?for how many seconds}
folder=${3:-bin/fuzzing/$target}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build -c Release -p:RunAnalyzers=false -v quiet --nologo -o "$folder/program"
version=$(grep -oE '"SharpFuzz" Version="[^"]+' ../../Directory.Packages.props | grep -oE '[0-9.]+$')
tools=bin/tools-$version
[ -x "$tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version "$version" --tool-path "$tools" >&2
# What the targets reach of their own: the engine, and the parser that reads what it is given.
for library in PolicyCheck.Engine YamlDotNet; do
    "$tools/sharpfuzz" "$folder/program/$library.dll"
done

# A managed program has no instrumentation that AFL++ knows; a machine that others share has no core to be bound to.
export AFL_SKIP_BIN_CHECK=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
export AFL_FORKSRV_INIT_TMOUT=120000 DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0
input=Seeds/$target
[ -d "$folder/found/default/queue" ] && input=-
dictionary=()
[ -f "Dictionaries/$target.dict" ] && dictionary=(-x "Dictionaries/$target.dict")
afl-fuzz -i "$input" -o "$folder/found" -V "$seconds" -t 10000 -m none "${dictionary[@]}" -- \
    dotnet "$folder/program/PolicyCheck.Fuzzing.dll" "$target" >"$folder/log" 2>&1 || { tail -n 40 "$folder/log" >&2; exit 1; }

stat() { grep -E "^$1 " "$folder/found/default/fuzzer_stats" | sed 's/.*: //'; }
echo "$target: $(stat execs_done) executions in $(stat run_time) seconds, $(stat edges_found) edges, $(stat corpus_count) inputs kept, $(stat saved_crashes) crashes, $(stat saved_hangs) hangs"
[ "$(stat saved_crashes)" = 0 ] && [ "$(stat saved_hangs)" = 0 ]
