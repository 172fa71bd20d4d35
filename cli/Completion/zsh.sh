#compdef policycheck
# Completion of policycheck in zsh. For this session: source <(policycheck completion zsh)
# For all: policycheck completion zsh > "${fpath[1]}/_policycheck"
_policycheck() {
    local word="${words[CURRENT]}" line="${(j: :)words[2,CURRENT]}" said
    local -a fitting
    for said in "${(@f)$(policycheck "[suggest:${#line}]" "$line" 2>/dev/null)}"; do
        case "$said" in
            '' | /* | '-?') ;;
            -*) [[ $word == -* ]] && fitting+=("$said") ;;
            *) fitting+=("$said") ;;
        esac
    done
    # Where the program has nothing to say, a file is meant, which may stand after `sarif=`.
    if (( ${#fitting} )); then
        compadd -- "${fitting[@]}"
    else
        compset -P '*='
        _files
    fi
}
if [[ ${funcstack[1]} == _policycheck ]]; then
    _policycheck "$@"
else
    compdef _policycheck policycheck
fi
