namespace PolicyCheck.RuleSets;

/// <summary>Names of offices and persons, in which spaces and capitals mean nothing.</summary>
public static class OfficeName
{
    /// <summary>Whether two names are one.</summary>
    /// <param name="name">One name.</param>
    /// <param name="other">The other.</param>
    public static bool IsSame(string name, string other)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Folded(name), Folded(other), StringComparison.OrdinalIgnoreCase);
    }

    private static string Folded(string name) => string.Join(' ', name.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
