namespace PolicyCheck.Cli.Tests;

/// <summary>Manifests and rule sets that tests share, each as small as it can be.</summary>
internal static class Texts
{
    /// <summary>A rule set that speaks of shops that watch, with an exception and a remedy.</summary>
    public const string ShopRules = """
        ruleSet: shops
        title: No face search in shops
        authority: A city
        standing: ordinance
        jurisdictions: [world]
        summary: Shops may not search faces.
        sources:
          - {id: act, title: The act, read: official, checked: 2026-01-01, confidence: high}
        inForce: [{from: 2021-01-01}]
        rules:
          - id: no-search
            title: A shop may not search faces
            citation: act, section 1
            prohibits: {deployer.sector: retail, system.function: identification}
            unless:
              - {id: reviewed, title: A person looks at every match, citation: act, when: {safeguards.humanReview: true}}
            severity: high
            remedy: Stop searching.
        notCovered:
          - Anything else.

        """;

    /// <summary>A rule set of guidance: shops should have notices.</summary>
    public const string ShopGuidance = """
        ruleSet: advice
        title: Advice for shops
        authority: A regulator
        standing: guidance
        jurisdictions: [world]
        summary: Shops should tell people.
        sources:
          - {id: note, title: The note, read: official, checked: 2026-01-01, confidence: high}
        inForce: [{from: 2021-01-01}]
        rules:
          - id: notice
            title: A shop gives notice
            citation: note
            when: {deployer.sector: retail}
            requires: {safeguards.notice: sign-at-every-entrance}
            severity: low
            remedy: Put up a notice.
        notCovered:
          - Anything else.

        """;

    /// <summary>A shop that searches faces, and nobody looks at the matches: it fails.</summary>
    public const string Searching = Shop + "system: {function: [identification]}\nsafeguards: {humanReview: false}\n" + Uses;

    /// <summary>A shop that searches faces, and a person looks at every match: it passes by an exception.</summary>
    public const string Reviewed = Shop + "system: {function: [identification]}\nsafeguards: {humanReview: true}\n" + Uses;

    /// <summary>A shop of which the function isn't known: it is open.</summary>
    public const string Unsaid = Shop + "safeguards: {humanReview: false}\n" + Uses;

    /// <summary>A shop that only compares one face with one: nothing speaks to it.</summary>
    public const string Comparing = Shop + "system: {function: [verification]}\n" + Uses;

    /// <summary>A manifest with an error.</summary>
    public const string Broken = "manifest: shop\ndeployer: {sector: retial}\n" + Uses;

    private const string Shop = "manifest: shop\ntitle: A shop\ndeployer: {sector: retail}\nplaces: [US-OR]\n";
    private const string Uses = "uses:\n  - id: entrance\n    purpose: [theft-prevention]\n";

    /// <summary>A folder with the rules on shops under <c>rules/</c>, and one manifest of each kind.</summary>
    public static Folder ShopFolder() => new Folder()
        .Write("rules/shops.rules.yaml", ShopRules)
        .Write("searching.manifest.yaml", Searching)
        .Write("reviewed.manifest.yaml", Reviewed)
        .Write("unsaid.manifest.yaml", Unsaid)
        .Write("comparing.manifest.yaml", Comparing)
        .Write("broken.manifest.yaml", Broken);
}
