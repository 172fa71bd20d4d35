using PolicyCheck.Loading;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Loading;

public sealed class BuiltInDigestTests
{
    // As the resources are named: mappings lie beside the rules there.
    private static readonly List<PolicyFile> All =
    [
        .. BuiltInRules.Files,
        .. BuiltInRules.Mappings.Select(file => file with { Path = file.Path["rules/".Length..] }),
        new("index/rules.json", File.ReadAllBytes(Golden.PathOf("rules/index.json"))),
    ];

    [Fact]
    public void The_built_in_files_are_those_that_the_program_was_made_with() => BuiltInDigests.Verify(All);

    [Fact]
    public void One_byte_of_any_built_in_file_is_missed_by_name()
    {
        foreach (var (index, file) in All.Index())
        {
            var content = file.Content.ToArray();
            content[index * 31 % content.Length] ^= 1;
            Assert.Contains($"`{file.Path}`", Refused([.. All.Where(other => other != file), file with { Content = content }]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_that_is_missing_or_was_added_is_told_by_name()
    {
        Assert.Contains($"`{All[3].Path}`", Refused([.. All.Where(file => file != All[3])]), StringComparison.Ordinal);
        Assert.Contains("`rules/more.rules.yaml`", Refused([.. All, new("rules/more.rules.yaml", default)]), StringComparison.Ordinal);
    }

    private static string Refused(IReadOnlyCollection<PolicyFile> files) => Assert.Throws<NotVerifiedException>(() => BuiltInDigests.Verify(files)).Message;
}
