namespace PolicyCheck.Linting;

/// <summary>The pages of documentation, which the engine carries inside itself.</summary>
internal static class LintPage
{
    /// <summary>The page of a rule.</summary>
    public static string Read(string id)
    {
        using var stream = typeof(LintPage).Assembly.GetManifestResourceStream($"lint/{id}.md") ?? throw new InvalidOperationException($"the page of {id} is missing from the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
