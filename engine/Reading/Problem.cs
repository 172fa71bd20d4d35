namespace PolicyCheck.Reading;

/// <summary>A defect of the text being read, by offsets in UTF-16 code units.</summary>
internal readonly record struct Problem(string Code, int Start, int End, string Message, string Cure);
