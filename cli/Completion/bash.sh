# Completion of policycheck in bash. For this session: source <(policycheck completion bash)
# For all: policycheck completion bash > ~/.local/share/bash-completion/completions/policycheck
_policycheck() {
    local word="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE:0:COMP_POINT}" said
    line="${line#*"${COMP_WORDS[0]}"}"
    line="${line# }"
    COMPREPLY=()
    while IFS= read -r said; do
        case "$said" in
            '' | /* | '-?') ;;
            -*) [[ $word == -* && $said == "$word"* ]] && COMPREPLY+=("$said") ;;
            "$word"*) COMPREPLY+=("$said") ;;
        esac
    done < <(policycheck "[suggest:${#line}]" "$line" 2>/dev/null)
    return 0
}
# Where the program has nothing to say, a file is meant.
complete -o bashdefault -o default -F _policycheck policycheck
