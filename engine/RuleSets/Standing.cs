namespace PolicyCheck.RuleSets;

/// <summary>What kind of text an instrument is, and so whether it binds.</summary>
public enum Standing
{
    /// <summary>An act of a legislature.</summary>
    Statute,

    /// <summary>A rule made under a statute.</summary>
    Regulation,

    /// <summary>A law of a city or county.</summary>
    Ordinance,

    /// <summary>A judgment, decree or order, which binds its parties.</summary>
    CourtOrder,

    /// <summary>A term of a contract.</summary>
    ContractTerm,

    /// <summary>What a company has said it will do or not do.</summary>
    CorporatePolicy,

    /// <summary>Advice; advisory.</summary>
    Guidance,

    /// <summary>A technical standard; advisory.</summary>
    Standard,

    /// <summary>A bill or a demand, not in force; advisory, and left out unless asked for.</summary>
    Proposal,
}
