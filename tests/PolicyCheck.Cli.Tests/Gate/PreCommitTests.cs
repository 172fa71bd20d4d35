namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>Our hooks, run by the real pre-commit in a repository that each test makes.</summary>
public sealed class PreCommitTests
{
    [Fact]
    public async Task A_changed_manifest_is_checked_and_others_are_left_alone()
    {
        using var repository = await Gated.New("policycheck");
        repository.Write("untouched.manifest.yaml", "manifest: [");
        var passed = await repository.Commit("rules/README.txt", "Nothing that concerns us.\n");
        Assert.True(passed.Code == 0, passed.Said);
        var refused = await repository.Commit("broken.manifest.yaml", "manifest: broken\nplaces: [US-XX]\n");
        Assert.Equal(1, refused.Code);
        Assert.Contains("broken.manifest.yaml:2", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("untouched", refused.Output + refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_test_of_a_rule_set_stops_the_commit()
    {
        using var repository = await Gated.New("policycheck-test");
        await repository.Commit("own.rules.yaml", Rules);
        var refused = await repository.Commit("own_test.yaml", Tests("pass"));
        Assert.Equal(1, refused.Code);
        Assert.Contains("test rule sets", refused.Output + refused.Error, StringComparison.Ordinal);
        var passed = await repository.Commit("own_test.yaml", Tests("fail"));
        Assert.True(passed.Code == 0, passed.Said);
    }

    [Fact]
    public async Task A_file_that_is_not_laid_out_is_laid_out_and_the_commit_stops_once()
    {
        using var repository = await Gated.New("policycheck-fmt");
        var refused = await repository.Commit("a.manifest.yaml", "manifest:   a\ntitle:    A\n");
        Assert.Equal(1, refused.Code);
        Assert.Contains("files were modified by this hook", refused.Output + refused.Error, StringComparison.Ordinal);
        var passed = await repository.Commit("a.manifest.yaml", repository.Read("a.manifest.yaml"));
        Assert.True(passed.Code == 0, passed.Said);
    }

    [Fact]
    public async Task A_doubtful_rule_set_stops_the_commit()
    {
        using var repository = await Gated.New("policycheck-lint");
        var refused = await repository.Commit("own.rules.yaml", Rules.Replace("checked: 2026-11-01", "checked: 2001-11-01", StringComparison.Ordinal));
        Assert.Equal(1, refused.Code);
        Assert.Contains("own.rules.yaml", refused.Output + refused.Error, StringComparison.Ordinal);
    }

    private const string Rules = """
        ruleSet: own
        title: Our own rule
        authority: The county
        standing: corporate-policy
        jurisdictions: [world]
        summary: We don't use Rekognition.
        sources:
          - {id: policy, title: Our policy, read: official, checked: 2026-11-01, confidence: high}
        inForce: [{from: 2020-01-01}]
        rules:
          - id: no-rekognition
            title: We don't use Rekognition
            citation: policy, section 1
            prohibits: {system.product: Rekognition}
            severity: high
            remedy: Use another product.
        notCovered: [Everything else.]
        """;

    private static string Tests(string outcome) => $$"""
        tests: own
        asOf: 2024-01-01
        cases:
          - name: Rekognition
            manifest: {system.product: Rekognition}
            expect: {no-rekognition: {{outcome}}}
        """;

    /// <summary>A repository whose commits one of our hooks guards.</summary>
    private sealed class Gated : IDisposable
    {
        private readonly Folder _folder = new();
        private readonly Folder _home = new();
        private readonly InstalledProgram _installed = new();

        public static async Task<Gated> New(string hook)
        {
            Assert.SkipUnless(Ran.IsThere("pre-commit") && Ran.IsThere("git"), "pre-commit or git isn't installed");
            var repository = new Gated();
            // Our repository at the commit that is checked out, as a user's configuration names it by address and commit.
            var hooks = Path.Combine(repository._home.Path, "hooks");
            Directory.CreateDirectory(hooks);
            File.Copy(Path.Combine(Repository.Root, ".pre-commit-hooks.yaml"), Path.Combine(hooks, ".pre-commit-hooks.yaml"));
            await repository.Git(hooks, "init", "-q");
            await repository.Git(hooks, "add", ".");
            await repository.Git(hooks, "commit", "-qm", "hooks");
            var commit = (await repository.Git(hooks, "rev-parse", "HEAD")).Output.Trim();
            repository.Write(".pre-commit-config.yaml", $"repos: [{{repo: '{hooks}', rev: {commit}, hooks: [{{id: {hook}}}]}}]\n");
            await repository.Git(repository._folder.Path, "init", "-q");
            var installed = await repository.Run(repository._folder.Path, "pre-commit", "install");
            Assert.True(installed.Code == 0, installed.Said);
            return repository;
        }

        public void Write(string name, string text) => _folder.Write(name, text);

        public string Read(string name) => _folder.Read(name);

        public async Task<Ran> Commit(string name, string text)
        {
            _folder.Write(name, text);
            await Git(_folder.Path, "add", name, ".pre-commit-config.yaml");
            return await Run(_folder.Path, "git", "commit", "-m", "change");
        }

        public void Dispose()
        {
            _installed.Dispose();
            _home.Dispose();
            _folder.Dispose();
        }

        private async Task<Ran> Git(string folder, params string[] args)
        {
            var ran = await Run(folder, "git", args);
            Assert.True(ran.Code == 0, ran.Said);
            return ran;
        }

        private Task<Ran> Run(string folder, string program, params string[] args) => Ran.In(
            folder,
            new Dictionary<string, string?>(_installed.Environment)
            {
                ["HOME"] = _home.Path,
                ["PRE_COMMIT_HOME"] = Path.Combine(_home.Path, "cache"),
                ["GIT_CONFIG_GLOBAL"] = Path.Combine(_home.Path, "none"),
                ["GIT_CONFIG_NOSYSTEM"] = "1",
                ["GIT_AUTHOR_NAME"] = "a",
                ["GIT_AUTHOR_EMAIL"] = "a@example.org",
                ["GIT_COMMITTER_NAME"] = "a",
                ["GIT_COMMITTER_EMAIL"] = "a@example.org",
                ["GIT_DIR"] = null,
                ["GIT_INDEX_FILE"] = null,
                ["GIT_WORK_TREE"] = null,
            },
            program,
            args);
    }
}
