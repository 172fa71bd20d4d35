using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>A deployment as a plain object, for RulesEngine's lambda expressions.</summary>
public sealed class PlainDeployment
{
    private readonly GeneratedManifest _manifest;

    internal PlainDeployment(GeneratedManifest manifest)
    {
        _manifest = manifest;
        (Sector, Level, Vendor) = (Word("deployer.sector"), Word("deployer.level"), Word("system.vendor"));
        (OffenceSeriousness, Consent) = (Word("use.offenceSeriousness"), Word("use.consent"));
        (Roles, Places, Function, Origin) = (Set("deployer.roles"), Set("places"), Set("system.function"), Set("system.referenceDatabase.origin"));
        (ImpactAssessments, Purpose, Authorisation) = (Set("safeguards.impactAssessments"), Set("use.purpose"), Set("use.authorisation"));
        (InServiceSince, LastAudit, Size, Threshold) = (Number("system.inServiceSince"), Number("safeguards.lastAudit"), Number("system.referenceDatabase.size"), Number("accuracy.threshold"));
        (ReviewersPerMatch, Retention, AuditEvery) = (Number("safeguards.reviewersPerMatch"), Number("safeguards.retention"), Number("safeguards.auditEvery"));
        (TestedByGroup, HumanReview, Training, Covert) = (Flag("accuracy.testedByGroup"), Flag("safeguards.humanReview"), Flag("safeguards.training"), Flag("use.covert"));
        (RealTime, PubliclyAccessibleSpace, FacesOfMinors, StrictlyNecessary) = (Flag("use.realTime"), Flag("use.publiclyAccessibleSpace"), Flag("use.facesOfMinors"), Flag("use.strictlyNecessary"));
    }

    public string Sector { get; }

    public string Level { get; }

    public string Vendor { get; }

    public string OffenceSeriousness { get; }

    public string Consent { get; }

    public List<string> Roles { get; }

    public List<string> Places { get; }

    public List<string> Function { get; }

    public List<string> Origin { get; }

    public List<string> ImpactAssessments { get; }

    public List<string> Purpose { get; }

    public List<string> Authorisation { get; }

    public int InServiceSince { get; }

    public int LastAudit { get; }

    public int Size { get; }

    public int Threshold { get; }

    public int ReviewersPerMatch { get; }

    public int Retention { get; }

    public int AuditEvery { get; }

    public bool TestedByGroup { get; }

    public bool HumanReview { get; }

    public bool Training { get; }

    public bool Covert { get; }

    public bool RealTime { get; }

    public bool PubliclyAccessibleSpace { get; }

    public bool FacesOfMinors { get; }

    public bool StrictlyNecessary { get; }

    private (GeneratedFact Fact, List<string> Values) Stated(string path)
    {
        var (fact, values) = _manifest.Facts.First(stated => stated.Fact.Path == path);
        return (fact, [.. PeerFacts.Values(fact, values)]);
    }

    private string Word(string path) => Stated(path).Values[0];

    private List<string> Set(string path) => Stated(path).Values;

    private bool Flag(string path) => Word(path) == "true";

    private int Number(string path)
    {
        var (fact, values) = Stated(path);
        return PeerFacts.Number(fact, values[0]);
    }
}
