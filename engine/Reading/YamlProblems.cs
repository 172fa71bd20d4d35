using YamlDotNet.Core;

namespace PolicyCheck.Reading;

/// <summary>Says in plain words why YamlDotNet 18.1.0 refused a text, by its message and by what stands there.</summary>
internal static class YamlProblems
{
    /// <summary>Explains an exception that has a position.</summary>
    public static Problem Explain(YamlException defect, string text, NodeBuilder builder)
    {
        var start = (int)Math.Min(defect.Start.Index, text.Length);
        var end = (int)Math.Clamp(defect.End.Index, start, text.Length);
        var message = defect.Message;
        bool Says(string phrase) => message.Contains(phrase, StringComparison.Ordinal);

        if (Says(" tab "))
        {
            return YamlLineProblems.Tab(text, Math.Max(start, builder.LastEnd));
        }

        if (BracketProblems.OpenBracket(text, builder) < 0 && YamlLineProblems.TabBefore(text, start) is { } tab)
        {
            return tab;
        }

        if (Says("escape") || Says("hexadecimal") || Says("surrogates"))
        {
            return QuoteProblems.Escape(text, end);
        }

        if (Says("quoted scalar, found unexpected") || Says("multi-line double-quoted scalar"))
        {
            return QuoteProblems.Unclosed(text, start, end);
        }

        if (Says("flow sequence, did not") || Says("flow mapping, did not"))
        {
            return BracketProblems.NotContinued(text, start, builder);
        }

        if (Says("more than one anchor"))
        {
            return YamlMarkProblems.SecondAnchor(start, end);
        }

        if (Says("anchor"))
        {
            return YamlMarkProblems.Anchor(text, start);
        }

        if (Says("a node, did not find expected token"))
        {
            return YamlMarkProblems.AnchorOnAlias(start, end);
        }

        if (Says("tag"))
        {
            var mark = text.AsSpan(0, Math.Min(start + 1, text.Length)).LastIndexOf('!');
            return mark < 0 ? Other(start) : YamlValueProblems.Tag(text, mark, Math.Max(end, mark + 1));
        }

        if (Says("directive") || Says("incompatible"))
        {
            return YamlMarkProblems.Directive(text, start);
        }

        if (Says("<document start>") && new TextLine(text, start).Above() is var above && above.Content.StartsWith("%"))
        {
            return YamlMarkProblems.Directive(text, above.Start);
        }

        if (Says("block scalar"))
        {
            return YamlMarkProblems.BlockText(text, start);
        }

        if (Says("comment"))
        {
            return YamlMarkProblems.Comment(text, start);
        }

        if (Says("cannot start any token") || Says("expected node content") || Says("Mapping keys are not allowed"))
        {
            return YamlMarkProblems.Reserved(text, start, builder);
        }

        if (Says("Block sequence entries"))
        {
            return YamlLineProblems.ItemAfterKey(start);
        }

        if (Says("plain scalar value, found") || Says("Mapping values are not"))
        {
            return YamlLineProblems.SecondColon(text, start);
        }

        return Says("multiline plain scalar")
            ? YamlLineProblems.NoColonAbove(text, start)
            : YamlLineProblems.Unexpected(text, start);
    }

    /// <summary>Explains an exception that has no position: the last event is all that is known.</summary>
    public static Problem ExplainUnplaced(Exception defect, string text, NodeBuilder builder) => defect switch
    {
        ArgumentOutOfRangeException => QuoteProblems.Escape(text, builder.LastEnd),
        InvalidOperationException when BracketProblems.OpenBracket(text, builder) is >= 0 and var bracket =>
            BracketProblems.NotIndented(text, bracket),
        _ => Other(builder.LastEnd),
    };

    /// <summary>What is said when nothing better is known.</summary>
    public static Problem Other(int at) => new(
        ReadingCodes.NotYaml, at, at + 1,
        "the text can't be read as YAML from here on",
        "check indentation, colons, quotes and brackets of this line and the one above");
}
