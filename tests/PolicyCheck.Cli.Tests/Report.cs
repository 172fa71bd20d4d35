using System.Text.Json;

namespace PolicyCheck.Cli.Tests;

/// <summary>Shorthands for looking into a JSON report.</summary>
internal static class Report
{
    /// <summary>The text of a key.</summary>
    public static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString() ?? "";

    /// <summary>The items of a key.</summary>
    public static JsonElement[] Items(this JsonElement element, string key) => [.. element.GetProperty(key).EnumerateArray()];

    /// <summary>The texts of a key in each of the items of another.</summary>
    public static string[] Texts(this JsonElement element, string items, string key) =>
        [.. element.Items(items).Where(item => item.TryGetProperty(key, out _)).Select(item => item.Text(key))];

    /// <summary>The names of an object's keys, in order.</summary>
    public static string[] Keys(this JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    /// <summary>All uses of all manifests.</summary>
    public static IEnumerable<JsonElement> Uses(this JsonElement report) => report.Items("manifests").SelectMany(manifest => manifest.Items("uses"));

    /// <summary>All findings of all uses.</summary>
    public static IEnumerable<JsonElement> Findings(this JsonElement report) => report.Uses().SelectMany(use => use.Items("findings"));

    /// <summary>The finding about one rule, named <c>rule-set/rule</c>.</summary>
    public static JsonElement Finding(this JsonElement use, string rule) =>
        Assert.Single(use.Items("findings"), finding => $"{finding.Text("ruleSet")}/{finding.Text("rule")}" == rule);
}
