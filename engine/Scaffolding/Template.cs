using System.Text.RegularExpressions;

namespace PolicyCheck.Scaffolding;

/// <summary>A file to begin with, with gaps.</summary>
internal static partial class Template
{
    /// <summary>Fills a template's gaps in one pass, so that nothing in a filling is taken for a gap.</summary>
    /// <param name="name">The template.</param>
    /// <param name="fillings">What goes into each gap, as YAML already.</param>
    public static string Fill(string name, params IEnumerable<(string Gap, string Filling)> fillings)
    {
        var byGap = fillings.ToDictionary(pair => pair.Gap, pair => pair.Filling, StringComparer.Ordinal);
        return Gap().Replace(Read(name), match => byGap[match.Groups["gap"].Value]);
    }

    private static string Read(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream($"scaffolding/{name}")
            ?? throw new InvalidOperationException($"the template {name} is missing from the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(?<gap>[A-Za-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
