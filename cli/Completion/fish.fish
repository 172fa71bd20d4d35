# Completion of policycheck in fish. For this session: policycheck completion fish | source
# For all: policycheck completion fish > ~/.config/fish/completions/policycheck.fish
function __policycheck_complete
    set -l word (commandline -ct)
    set -l line (commandline -cp | string replace -r '^.*?policycheck ?' '')
    set -l length (string length -- "$line")
    set -l said (policycheck "[suggest:$length]" "$line" 2>/dev/null | string match -v -r '^(/.*|-\?|)$')
    if not string match -q -- '-*' "$word"
        set said (string match -v -- '-*' $said)
    end
    if test (count $said) -gt 0
        printf '%s\n' $said
        return
    end
    # Where the program has nothing to say, a file is meant, which may stand after `sarif=`.
    set -l before (string match -r '^[^=]*=' -- "$word")
    for file in (__fish_complete_path (string replace -r '^[^=]*=' '' -- "$word"))
        printf '%s%s\n' "$before" "$file"
    end
end
complete -c policycheck -f -a '(__policycheck_complete)'
