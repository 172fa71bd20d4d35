namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>A project with a rule set of its own and manifests of shops.</summary>
internal static class Shop
{
    public const string Reviewed = "manifest: reviewed\nplaces: [US-OR]\ndeployer: {sector: retail}\nsystem: {function: [identification]}\nsafeguards: {humanReview: true}\nuses: [{id: theft}]\n";

    public const string Unreviewed = "manifest: unreviewed\nplaces: [US-OR]\ndeployer: {sector: retail}\nsystem: {function: [identification]}\nsafeguards: {humanReview: false}\nuses: [{id: theft}]\n";

    public const string Unsaid = "manifest: unsaid\nplaces: [US-OR]\ndeployer: {sector: retail}\nsystem: {function: [identification]}\nuses: [{id: theft}]\n";

    /// <summary>A folder with the rules under <c>law</c>, a configuration, and a manifest.</summary>
    public static Folder Project(string configuration, string manifest) => new Folder()
        .Write("law/shops.rules.yaml", Texts.ShopRules)
        .Write(".policycheck.yaml", configuration)
        .Write("deployments/shop.manifest.yaml", manifest);
}
