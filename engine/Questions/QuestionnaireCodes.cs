namespace PolicyCheck.Questions;

/// <summary>The codes of diagnostics about filled questionnaires.</summary>
public static class QuestionnaireCodes
{
    /// <summary>A file that is no questionnaire.</summary>
    public const string NotAQuestionnaire = "PC951";

    /// <summary>A question about a fact or a use that isn't there.</summary>
    public const string UnknownQuestion = "PC952";

    /// <summary>An answer about a manifest that has changed, where the fact isn't open any more.</summary>
    public const string Outdated = "PC953";

    /// <summary>A basis or a day that isn't one.</summary>
    public const string BadBasis = "PC954";
}
