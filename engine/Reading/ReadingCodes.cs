namespace PolicyCheck.Reading;

/// <summary>The stable codes of everything that can be wrong with a file before anyone asks what it means.</summary>
public static class ReadingCodes
{
    /// <summary>The file is larger than the limit.</summary>
    public const string TooLarge = "PC101";

    /// <summary>The bytes are not text in UTF-8, nor in UTF-16 with a byte order mark.</summary>
    public const string NotUnicode = "PC102";

    /// <summary>The text holds a control character or another one that nobody can see.</summary>
    public const string ForbiddenCharacter = "PC103";

    /// <summary>The text holds a character that reverses the direction in which it is shown.</summary>
    public const string BidirectionalOverride = "PC104";

    /// <summary>Sequences and mappings are nested deeper than the limit.</summary>
    public const string TooDeep = "PC105";

    /// <summary>The file holds more values than the limit, aliases written out.</summary>
    public const string TooManyNodes = "PC106";

    /// <summary>A key occurs twice in one mapping; the first stays.</summary>
    public const string DuplicateKey = "PC107";

    /// <summary>A key is missing, an alias, or a sequence or mapping.</summary>
    public const string KeyIsNotText = "PC108";

    /// <summary>A value has a YAML tag.</summary>
    public const string Tag = "PC109";

    /// <summary>An alias names an anchor that doesn't stand before it in its document.</summary>
    public const string UndefinedAlias = "PC110";

    /// <summary>An alias stands within the value that it refers to.</summary>
    public const string AliasCycle = "PC111";

    /// <summary>A mapping merges another one by the key <c>&lt;&lt;</c>.</summary>
    public const string MergeKey = "PC112";

    /// <summary>The file has more problems than are told.</summary>
    public const string TooManyProblems = "PC113";

    /// <summary>The text is not YAML, for a reason that has no code of its own.</summary>
    public const string NotYaml = "PC120";

    /// <summary>A line is indented with a tab.</summary>
    public const string Tab = "PC121";

    /// <summary>A line has no colon after its key, or no space after the colon.</summary>
    public const string Colon = "PC122";

    /// <summary>A quotation mark is not closed.</summary>
    public const string UnclosedQuote = "PC123";

    /// <summary>A bracket is not closed, or closes nothing.</summary>
    public const string Bracket = "PC124";

    /// <summary>A line is indented such that it belongs to nothing above it.</summary>
    public const string Indentation = "PC125";

    /// <summary>A value without quotes holds a colon followed by a space.</summary>
    public const string ColonInValue = "PC126";

    /// <summary>A value without quotes starts with a character that YAML reserves.</summary>
    public const string ReservedStart = "PC127";

    /// <summary>An anchor or alias is malformed.</summary>
    public const string Anchor = "PC128";

    /// <summary>A backslash in double quotes is not followed by what may follow it.</summary>
    public const string Escape = "PC129";

    /// <summary>Text follows a value that is already complete.</summary>
    public const string TextAfterValue = "PC130";

    /// <summary>A comma between brackets is missing or superfluous.</summary>
    public const string Comma = "PC131";

    /// <summary>A value without quotes swallows a line that looks like a list item; a warning.</summary>
    public const string SwallowedItem = "PC132";

    /// <summary>The text is not JSON, for a reason that has no code of its own.</summary>
    public const string NotJson = "PC140";

    /// <summary>A JSON file holds a comment.</summary>
    public const string JsonComment = "PC141";

    /// <summary>A comma precedes a closing bracket in a JSON file.</summary>
    public const string JsonTrailingComma = "PC142";

    /// <summary>A JSON file holds more than one document.</summary>
    public const string JsonSeveralDocuments = "PC143";
}
