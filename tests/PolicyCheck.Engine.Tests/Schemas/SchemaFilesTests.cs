using PolicyCheck.Schemas;

namespace PolicyCheck.Tests.Schemas;

public sealed class SchemaFilesTests
{
    public static TheoryData<string> Files => [.. ShippedFiles.All()];

    public static TheoryData<SchemaKind> Kinds => [.. Enum.GetValues<SchemaKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schemas_beside_the_rules_are_up_to_date(SchemaKind kind) =>
        Golden.Verify(ShippedFiles.SchemaFile(kind), JsonSchema.Write(kind, ShippedFiles.Vocabulary));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_schema_stays_small_enough_for_editors(SchemaKind kind) =>
        Assert.InRange(JsonSchema.Write(kind, ShippedFiles.Vocabulary).Length, 1, 1_500_000);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_we_ship_is_valid_to_an_editor(string path)
    {
        var kind = ShippedFiles.KindOf(path);
        Assert.NotNull(kind);
        Assert.Empty(ShippedFiles.Documents(path).SelectMany(document => Editor.Problems(kind.Value, document)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_we_ship_names_the_schema_that_describes_it(string path)
    {
        const string Prefix = "# yaml-language-server: $schema=";
        var first = File.ReadLines(Golden.PathOf(path)).First();
        Assert.StartsWith(Prefix, first, StringComparison.Ordinal);
        var named = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Golden.PathOf(path))!, first[Prefix.Length..]));
        Assert.True(File.Exists(named), $"{first[Prefix.Length..]} doesn't exist");
        Assert.Equal(Path.GetFullPath(Golden.PathOf(ShippedFiles.SchemaFile(ShippedFiles.KindOf(path)!.Value))), named);
    }
}
