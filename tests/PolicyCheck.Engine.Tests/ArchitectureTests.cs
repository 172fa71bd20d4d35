using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using PolicyCheck.Assessments;

namespace PolicyCheck.Tests;

public sealed class ArchitectureTests
{
    // The pipeline of the engine: each folder uses only those before it.
    private static readonly string[] Pipeline =
    [
        "Text", "Signing", "Reading", "Binding", "Values", "Facts", "Conditions", "RuleSets", "Manifests", "Tables", "Waivers", "Evaluation", "Decisions",
        "Loading", "Bundles", "Projects", "Symbols", "Assessments", "Verification", "Baselines", "Cures", "Explanation", "Timelines", "Reports", "Fleets", "Evidence", "Formatting", "Linting", "Testing", "Coverage", "Mutation", "Reference", "Registers", "Scaffolding", "Importing", "Questions", "Schemas",
    ];

    private static readonly Architecture Engine = new ArchLoader().LoadAssemblies(typeof(Assessor).Assembly).Build();

    private static readonly List<IType> Own = [.. Engine.Types.Where(type => FolderOf(type) is not null)];

    [Fact]
    public void Every_folder_of_the_engine_stands_in_the_pipeline()
    {
        var folders = Own.Select(type => FolderOf(type) ?? "").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Pipeline.Order(StringComparer.Ordinal), folders);
    }

    [Fact]
    public void A_folder_uses_only_those_before_it()
    {
        var backwards =
            from type in Own
            from used in type.Dependencies.Select(dependency => dependency.Target)
            where FolderOf(used) is { } folder && Array.IndexOf(Pipeline, folder) > Array.IndexOf(Pipeline, FolderOf(type))
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(backwards.Distinct());
    }

    [Theory]
    [InlineData("Org.BouncyCastle", "Signing", "Text")]
    [InlineData("YamlDotNet", "Reading")]
    [InlineData("RulesEngine", "Evaluation")]
    [InlineData("System.Linq.Dynamic.Core", "Evaluation")]
    [InlineData("FluentValidation", "RuleSets", "Loading")]
    [InlineData("Markdig", "Reference")]
    [InlineData("CsvHelper", "Tables")]
    [InlineData("F23.StringSimilarity", "Text")]
    public void A_library_is_named_in_one_place(string library, params string[] folders)
    {
        var users = Own.Where(type => type.Dependencies.Any(dependency => IsOf(dependency.Target, library))).Select(type => FolderOf(type) ?? "").Distinct().ToList();
        Assert.True(users.TrueForAll(folders.Contains), $"{library} is named in {string.Join(", ", users)}");
        if (library != "System.Linq.Dynamic.Core")
        {
            Assert.NotEmpty(users);
        }
    }

    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Random")]
    public void The_engine_names_neither_console_nor_files_nor_clock(string type) =>
        Assert.DoesNotContain(Own, own => own.Dependencies.Any(dependency => dependency.Target.FullName == type));

    private static bool IsOf(IType type, string library) => type.Namespace?.FullName is { } name && (name == library || name.StartsWith(library + ".", StringComparison.Ordinal));

    private static string? FolderOf(IType type)
    {
        const string root = "PolicyCheck.";
        var name = type.Namespace?.FullName ?? "";
        return name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Split('.')[0] : null;
    }
}
