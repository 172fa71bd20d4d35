namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>Sources each script in its shell and asks it what may follow.</summary>
public sealed class CompletionTests
{
    // What was typed, a word that has to be offered, and a word that mustn't be; FILE stands for a file of the folder.
    private static readonly (string Typed, string Offered, string Withheld)[] Questions =
    [
        ("policycheck ch", "check", "lint"),
        ("policycheck ", "explain", "--help"),
        ("policycheck check --explain ", "full", "--explain"),
        ("policycheck check --expl", "--explain", "--rules"),
        ("policycheck check -o ", "json", "-o"),
        ("policycheck check entr", "entrance.manifest.yaml", "check"),
        ("policycheck completion ", "fish", "-?"),
    ];

    [Fact]
    public async Task Bash_offers_what_may_follow()
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "bash isn't installed");
        await Ask("bash", ["--norc", "-c"], """
            source <(policycheck completion bash)
            COMP_LINE=$TYPED COMP_POINT=${#TYPED}
            read -ra COMP_WORDS <<<"$TYPED"
            [[ $TYPED == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _policycheck
            # What `complete -o default` does, which the line editor alone can do.
            [[ ${#COMPREPLY[@]} -eq 0 && $(complete -p policycheck) == *'-o default'* ]] && mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
            printf '%s\n' "${COMPREPLY[@]}"
            """);
    }

    [Fact]
    public async Task Zsh_offers_what_may_follow()
    {
        Assert.SkipUnless(Ran.IsThere("zsh"), "zsh isn't installed");
        // The three that only the line editor can run say what they were given.
        await Ask("zsh", ["-f", "-c"], """
            compdef() { [[ $* == '_policycheck policycheck' ]] || exit 9 }
            compadd() { [[ $1 == -- ]] && shift; print -rl -- "${(@M)@:#${words[CURRENT]}*}" }
            compset() { : }
            _files() { print -rl -- ${words[CURRENT]}*(N) }
            source <(policycheck completion zsh)
            words=("${(@s: :)TYPED}")
            CURRENT=${#words}
            _policycheck
            """);
    }

    [Fact]
    public async Task Fish_offers_what_may_follow()
    {
        Assert.SkipUnless(Ran.IsThere("fish"), "fish isn't installed");
        await Ask("fish", ["--no-config", "-c"], "policycheck completion fish | source; complete -C \"$TYPED\"");
    }

    [Fact]
    public async Task PowerShell_offers_what_may_follow()
    {
        Assert.SkipUnless(Ran.IsThere("pwsh"), "PowerShell isn't installed");
        await Ask("pwsh", ["-NoProfile", "-Command"], """
            policycheck completion pwsh | Out-String | Invoke-Expression
            (TabExpansion2 $env:TYPED $env:TYPED.Length).CompletionMatches | ForEach-Object { $_.ListItemText }
            """);
    }

    [Fact]
    public async Task A_shell_without_a_script_is_a_mistake_of_usage()
    {
        var run = await Run.Of("completion", "tcsh");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'bash'", run.Error, StringComparison.Ordinal);
    }

    private static async Task Ask(string shell, string[] options, string script)
    {
        using var installed = new InstalledProgram();
        using var folder = new Folder().Write("entrance.manifest.yaml", "");
        foreach (var (typed, offered, withheld) in Questions)
        {
            var ran = await Ran.In(folder.Path, new Dictionary<string, string?>(installed.Environment) { ["TYPED"] = typed, ["HOME"] = folder.Path }, shell, [.. options, script]);
            var words = ran.Output.Split('\n').Select(line => line.Trim()).ToList();
            Assert.True(words.Contains(offered), $"`{typed}` isn't completed with `{offered}`\n{ran.Said}");
            Assert.False(words.Contains(withheld), $"`{typed}` is completed with `{withheld}`\n{ran.Said}");
        }
    }
}
