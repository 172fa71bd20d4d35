using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>The facts that generated manifests state, as many as describe a deployment in some 0.8 KB; none implies another, so that each can be drawn alone.</summary>
internal static class GeneratedFacts
{
    private static readonly ImmutableArray<string> Flags = ["false", "true"];
    private static readonly ImmutableArray<string> Spans = ["1", "7", "14", "30", "60", "90", "180", "365"];
    private static readonly ImmutableArray<string> Days = ["2018-05-25", "2020-06-10", "2021-03-31", "2022-11-01", "2024-02-29", "2025-02-02", "2026-01-15"];

    /// <summary>All of them, in the order of a manifest.</summary>
    public static ImmutableArray<GeneratedFact> All { get; } =
    [
        new("deployer.sector", FactKind.Choice, ["law-enforcement", "border-control", "education", "retail", "transport", "healthcare", "finance"]),
        new("deployer.level", FactKind.Choice, ["none", "municipal", "county", "state", "federal", "national"]),
        new("deployer.roles", FactKind.Choices, ["employer", "landlord", "retailer", "school", "venue-operator", "public-authority"]),
        new("places", FactKind.Places, ["US-OR/portland", "US-WA/seattle", "US-MA/boston", "US-CA/oakland", "US-IL/chicago", "GB-WLS", "GB-ENG/london", "FR-IDF", "DE-BE", "AU-NSW/sydney", "BR-SP", "JP-13"]),
        new("system.vendor", FactKind.Text, ["Amazon", "Microsoft", "IBM", "NEC", "Idemia", "Clearview AI"]),
        new("system.function", FactKind.Choices, ["identification", "verification", "detection", "clustering", "attribute-inference", "categorisation"]),
        new("system.inServiceSince", FactKind.Date, Days),
        new("system.referenceDatabase.origin", FactKind.Choices, ["booking-photos", "driver-licences", "police-watchlist", "private-watchlist", "customers-enrolled", "employees-enrolled", "internet-scraping"]),
        new("system.referenceDatabase.size", FactKind.Count, ["500", "10000", "250000", "1000000", "30000000"]),
        new("accuracy.threshold", FactKind.Ratio, ["0.8", "0.9", "0.95", "0.98", "0.99", "0.995"]),
        new("accuracy.testedByGroup", FactKind.Flag, Flags),
        new("safeguards.humanReview", FactKind.Flag, Flags),
        new("safeguards.reviewersPerMatch", FactKind.Count, ["1", "2", "3", "4"]),
        new("safeguards.training", FactKind.Flag, Flags),
        new("safeguards.retention", FactKind.Days, Spans),
        new("safeguards.auditEvery", FactKind.Days, Spans),
        new("safeguards.lastAudit", FactKind.Date, Days),
        new("safeguards.impactAssessments", FactKind.Choices, ["data-protection", "fundamental-rights", "privacy", "equality", "accountability-report"]),
        new("use.purpose", FactKind.Choices, ["criminal-investigation", "wanted-person-search", "public-security-watch", "missing-child-search", "border-check", "access-control", "theft-prevention", "attendance"]),
        new("use.offenceSeriousness", FactKind.Choice, ["none", "administrative", "petty", "misdemeanour", "felony", "violent-or-grave"]),
        new("use.realTime", FactKind.Flag, Flags),
        new("use.publiclyAccessibleSpace", FactKind.Flag, Flags),
        new("use.facesOfMinors", FactKind.Flag, Flags),
        new("use.covert", FactKind.Flag, Flags),
        new("use.authorisation", FactKind.Choices, ["search-warrant", "court-order", "supervisor", "legislative-body", "data-protection-authority"]),
        new("use.strictlyNecessary", FactKind.Flag, Flags),
        new("use.consent", FactKind.Choice, ["none", "implied", "opt-out", "express", "written"]),
    ];
}
