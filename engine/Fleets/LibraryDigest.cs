using System.Text;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Fleets;

/// <summary>Names a library of rules by one digest, so that results tell by which rules they came about.</summary>
public static class LibraryDigest
{
    /// <summary>The SHA-256 over the facts, and over the digests of all rule sets with the parameters and severities that a project may have set.</summary>
    /// <param name="library">The library.</param>
    public static string Of(RuleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var text = new StringBuilder();
        Append(text, library.Vocabulary);
        foreach (var set in library.RuleSets)
        {
            Line(text, set.Id, set.Digest);
            foreach (var parameter in set.Parameters)
            {
                Line(text, [parameter.Name, .. parameter.Values.Select(value => Written(value.Node.Location))]);
            }

            foreach (var rule in set.Rules)
            {
                Line(text, rule.Id, Words.Of(rule.Severity));
            }
        }

        return ContentDigest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, Vocabulary vocabulary)
    {
        foreach (var fact in vocabulary.Facts)
        {
            Append(text, fact);
        }

        foreach (var group in vocabulary.Groups)
        {
            Line(text, [group.Id, .. group.Members.Select(member => $"{member.Place.Code} {Day(member.Period.From)} {Day(member.Period.Until)}")]);
        }

        foreach (var implication in vocabulary.Implications)
        {
            Line(text, [implication.When.Path, implication.Then.Path, implication.Value is { } value ? ValueText.Write(value, implication.Then) : "", .. implication.Values.Select(from => ValueText.Write(from, implication.When))]);
        }
    }

    private static void Append(StringBuilder text, FactDeclaration fact)
    {
        Line(text, [fact.Path, fact.Type.ToString(), fact.Unit, fact.Role, fact.SameAs, .. fact.Values.Select(value => value.Value)]);
        foreach (var field in fact.Fields)
        {
            Append(text, field);
        }
    }

    private static string Written(Location location) => location.Source.Content[location.Span.Start..location.Span.End];

    private static string Day(DateOnly? day) => day is { } given ? Binding.IsoDate.Format(given) : "";

    // What no text holds stands between the parts, so that no two libraries are written alike.
    private static void Line(StringBuilder text, params IEnumerable<string> parts) => text.AppendJoin('\0', parts).Append('\n');
}
