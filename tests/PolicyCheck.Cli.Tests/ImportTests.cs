namespace PolicyCheck.Cli.Tests;

public sealed class ImportTests
{
    private const string Mapping = "mapping: mine\ntitle: Mine\nrows: {name: Name, title: Name}\ncolumns: [{column: Vendor, fact: system.vendor}]\nreadings: [{row: Gate, is: face-recognition, why: it opens to faces}, {row: Lift, is: other, why: it counts people}]\n";

    private static readonly string Of2024 = InventoryTable.Of(
        "omb-2024",
        ("Agency", "Example Agency"),
        ("Bureau", "EX"),
        ("Use Case Name", "Gate, by \"face\""),
        ("Stage of Development", "Operation and Maintenance"),
        ("Is the AI use case rights-impacting", "Rights-Impacting\n"),
        ("Date Implemented", "2/14/2021"),
        ("Has an independent evaluation", "Planned or in-progress"),
        ("How is the agency providing", "In-person,Other"),
        ("Is there an established fallback", "Yes"));

    private static readonly string Of2025 = InventoryTable.Of(
        "omb-2025",
        ("agency", "EX"),
        ("use_case_name", "Gate"),
        ("development_stage", "c) Deployed – The use case is being used."),
        ("is_high_impact", "a) High-impact"),
        ("hi_testing_conducted", "b) In-progress"),
        ("hi_assessment_completed", "a) Yes"),
        ("hi_ongoing_monitoring", "c) Agency CAIO has waived this minimum practice and reported such waiver to OMB"),
        ("hi_failsafe_presence", "Yes"),
        ("hi_appeal_process", "d) Law, operational limitations, or governmentwide guidance precludes an opportunity for an individual to appeal"),
        ("hi_public_consultation", "a) Direct usability testing; b) General solicitations of feedback and comments from the public"));

    [Fact]
    public async Task A_row_in_the_layout_of_2024_becomes_a_manifest_that_says_no_more_than_the_row()
    {
        using var folder = new Folder().Write("t.csv", Of2024);
        var run = await Run.In(folder.Path, "import", "t.csv", "--mapping", "omb-2024");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal(
            """
            # yaml-language-server: $schema=schemas/manifest.schema.json
            # Line 2 of t.csv, read by the mapping omb-2024. Nobody has read the row: whether it is about faces isn't known.
            manifest: example-agency-ex-gate-by-face
            title: Gate, by "face"
            deployer:
              level: federal
              name: Example Agency
              publicBody: true
            places: [US]
            safeguards:
              appealOffered: true
            uses:
              - id: use
                legalOrSimilarEffect: true
                since: 2021-02-14
                stage: operational

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Contains("t.csv:2: unread: Example Agency / EX / Gate, by \"face\"\nt.csv: utf-8, 1 row; 1 imported by omb-2024, 0 of them unclear and 1 unread; 0 about something else\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layout_of_2025_needs_only_another_mapping()
    {
        using var folder = new Folder().Write("t.csv", Of2025);
        var run = await Run.In(folder.Path, "import", "t.csv", "--mapping", "omb-2025", "--to", "t.manifest.yaml", "-o", "json");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal(("utf-8", 1, 1), (run.Json.GetProperty("encoding").GetString(), run.Json.GetProperty("imported").GetInt32(), run.Json.GetProperty("unread").GetInt32()));
        Assert.EndsWith(
            """
            safeguards:
              appealOffered: false
              failSafe: true
              impactAssessments: [algorithmic]
              publicConsulted: true
            uses:
              - id: use
                legalOrSimilarEffect: true
                stage: operational

            """.ReplaceLineEndings("\n"),
            folder.Read("t.manifest.yaml"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", folder.Read("t.manifest.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inventory_of_2024_is_imported_whole()
    {
        var table = Path.Combine(Repository.Root, "..", "shared", "data", "omb-2024-face-recognition.csv");
        Assert.SkipUnless(File.Exists(table), "the inventory isn't here");
        using var folder = new Folder();
        var run = await Run.In(folder.Path, "import", Path.GetFullPath(table), "--mapping", "omb-2024", "--to", "out", "-o", "json");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("", run.Error);
        Assert.Equal([32, 0, 2, 2], new[] { "imported", "unread", "unclear", "other" }.Select(count => run.Json.GetProperty(count).GetInt32()));
        Assert.Equal(32, Directory.GetFiles(Path.Combine(folder.Path, "out"), "*.manifest.yaml").Length);
        Assert.NotEqual(ExitCode.InvalidInput, (await Run.In(folder.Path, "check", "out", "--as-of", "2024-12-16", "-o", "json")).Code);
    }

    [Fact]
    public async Task Each_row_gets_a_file_of_its_own_in_a_folder_and_the_rest_is_told()
    {
        using var folder = new Folder().Write("t.csv", "Name;Vendor\r\nGate;NEC\r\nLift;\r\nDoor;\r\n").Write("my.mapping.yaml", Mapping);
        var run = await Run.In(folder.Path, "import", "t.csv", "--mapping", "my.mapping.yaml", "--to", "out");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Output));
        Assert.Equal(["out/door.manifest.yaml", "out/gate.manifest.yaml"], Directory.GetFiles(Path.Combine(folder.Path, "out")).Select(file => $"out/{Path.GetFileName(file)}").Order());
        Assert.True(File.Exists(Path.Combine(folder.Path, "out", "schemas", "manifest.schema.json")));
        Assert.Equal(
            "t.csv:3: about something else: Lift: it counts people\nt.csv:4: unread: Door\nt.csv: utf-8, 3 rows; 2 imported by mine, 0 of them unclear and 1 unread; 1 about something else\n",
            run.Error);
        Assert.Equal(new Run(ExitCode.Holds, "", ""), await Run.In(folder.Path, "fmt", "--check", "out"));
    }

    [Fact]
    public async Task Several_rows_on_standard_output_are_one_file_that_can_be_checked()
    {
        using var folder = new Folder().Write("my.mapping.yaml", Mapping);
        using var table = new MemoryStream("Name,Vendor\nGate,NEC\nDoor,\n"u8.ToArray());
        var run = await Run.In(folder.Path, table, "import", "-", "--mapping", "my.mapping.yaml");
        folder.Write("t.manifest.yaml", run.Output);
        Assert.Equal(2, (await Run.In(folder.Path, "check", "t.manifest.yaml", "-o", "json")).Json.GetProperty("manifests").GetArrayLength());
    }

    [Fact]
    public async Task A_text_that_is_almost_one_that_rules_speak_of_is_told_and_stays_unstated()
    {
        using var folder = new Folder().Write("t.csv", "Name,Vendor\nGate,Amazn\n").Write("my.mapping.yaml", Mapping);
        var run = await Run.In(folder.Path, "import", "t.csv", "--mapping", "my.mapping.yaml");
        Assert.DoesNotContain("Amazn", run.Output, StringComparison.Ordinal);
        Assert.Contains("t.csv:2:1: warning PC904: `Amazn` under `Vendor`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten_unless_it_is_forced()
    {
        using var folder = new Folder().Write("t.csv", "Name,Vendor\nDoor,\nGate,NEC\n").Write("my.mapping.yaml", Mapping).Write("out/gate.manifest.yaml", "mine");
        string[] args = ["import", "t.csv", "--mapping", "my.mapping.yaml", "--to", "out"];
        Assert.Equal(ExitCode.Usage, (await Run.In(folder.Path, args)).Code);
        Assert.Equal("mine", folder.Read("out/gate.manifest.yaml"));
        Assert.False(File.Exists(Path.Combine(folder.Path, "out", "door.manifest.yaml")));
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, [.. args, "--force"])).Code);
        Assert.NotEqual("mine", folder.Read("out/gate.manifest.yaml"));
    }

    [Theory]
    [InlineData("import", "t.csv")]
    [InlineData("import", "none.csv", "--mapping", "omb-2024")]
    [InlineData("import", "t.csv", "--mapping", "omb-2023")]
    [InlineData("import", "t.csv", "--mapping", "my.mapping.yaml", "-o", "json")]
    [InlineData("import", "t.csv", "--mapping", "my.mapping.yaml", "--to", "out.yaml")]
    [InlineData("import", "t.csv", "--mapping", "my.mapping.yaml", "--to", "out.manifest.json")]
    public async Task What_cannot_be_done_is_refused_before_anything_is_written(params string[] args)
    {
        using var folder = new Folder().Write("t.csv", "Name,Vendor\nGate,NEC\n").Write("my.mapping.yaml", Mapping);
        var run = await Run.In(folder.Path, args);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Equal(["my.mapping.yaml", "t.csv"], folder.Names);
    }

    [Theory]
    [InlineData("Name,Vendor\n", Mapping, "t.csv:1:1: error PC901")]
    [InlineData("Name\nGate\n", Mapping, "my.mapping.yaml:4:20: error PC902")]
    [InlineData("Name,Vendor\nGate,NEC\n", "mapping: mine\n", "my.mapping.yaml:1:1: error PC")]
    public async Task What_is_wrong_with_an_input_is_told_with_its_place(string table, string mapping, string told)
    {
        using var folder = new Folder().Write("t.csv", table).Write("my.mapping.yaml", mapping);
        var run = await Run.In(folder.Path, "import", "t.csv", "--mapping", "my.mapping.yaml");
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
    }
}
