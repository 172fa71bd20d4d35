using PolicyCheck.Reading;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>A vocabulary with a fact of each type, and a deployment that states some of them: small, since they are read for every trial.</summary>
internal static class SmallWorld
{
    public static ReadingLimits Limits { get; } = new(FuzzTarget.MostBytes, MaxDepth: 24, MaxNodes: 2_000);

    public const string Vocabulary = """
        vocabulary: small
        facts:
          police: {type: flag, meaning: m, question: Q?, askWho: operator}
          vendor: {type: text, meaning: m, question: Q?, askWho: operator}
          sector: {type: choice, values: {retail: shops, police: police}, meaning: m, question: Q?, askWho: operator}
          roles: {type: choices, values: {employer: work, landlord: rent}, meaning: m, question: Q?, askWho: operator}
          cameras: {type: number, unit: count, meaning: m, question: Q?, askWho: operator}
          threshold: {type: number, unit: ratio, meaning: m, question: Q?, askWho: vendor}
          retention: {type: duration, meaning: m, question: Q?, askWho: operator}
          tested: {type: date, meaning: m, question: Q?, askWho: vendor}
          places: {type: places, meaning: m, question: Q?, askWho: operator}
          use.live: {type: flag, meaning: m, question: Q?, askWho: operator}
          results:
            type: records
            fields:
              group: {type: text, meaning: m}
              trials: {type: number, unit: count, role: trials, meaning: m}
              errors: {type: number, unit: count, role: errors, meaning: m}
            meaning: m
            question: Q?
            askWho: vendor
        places:
          EU: {title: European Union, members: [DE, FR]}

        """;

    public const string Manifest = """
        manifest: some
        title: Some
        police: true
        vendor: a
        sector: retail
        cameras: 3
        retention: 30 days
        places: [DE]
        results: [{group: a, trials: 100, errors: 2}, {group: b, trials: 10}]
        uses: [{id: u, live: false}]
        ---
        manifest: none
        title: None
        uses: [{id: u}]

        """;
}
