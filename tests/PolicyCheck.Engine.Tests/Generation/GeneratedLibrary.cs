using System.Collections.Immutable;
using System.Text;
using CsCheck;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Generation;

/// <summary>A vocabulary, one to three rule sets and manifests, as texts.</summary>
internal sealed record GeneratedLibrary(string Vocabulary, ImmutableArray<string> RuleSets, string Manifests)
{
    /// <summary>The texts' length, which tells simpler cases from others.</summary>
    public int Length => Vocabulary.Length + RuleSets.Sum(set => set.Length);

    /// <summary>Libraries with so many manifests each.</summary>
    public static Gen<GeneratedLibrary> With(int manifests) => new LibraryGen(manifests, dated: false);

    /// <summary>Libraries that much depends on days: with one manifest that has a period, facts that are days, and rules that may be waived.</summary>
    public static Gen<GeneratedLibrary> Dated() => new LibraryGen(1, dated: true);

    /// <summary>A library with so many manifests by given draws.</summary>
    public static GeneratedLibrary Drawn(Dice dice, int manifests) => new LibraryGen(manifests, dated: false).Draw(dice);

    public RuleLibrary Load()
    {
        var library = RuleLibraryLoader.Load(
            RuleSets.Select((text, i) => File($"{(char)('a' + i)}.rules.yaml", text)).Append(File("vocabulary.yaml", Vocabulary)));
        return library.HasErrors
            ? throw new InvalidOperationException("the generator wrote files with errors:\n" + string.Join('\n', library.Diagnostics.Where(one => one.Level == PolicyCheck.Text.DiagnosticLevel.Error).Select(one => $"{one.Location.Path}:{one.Location.Start.Line}: {one.Code} {one.Message} {one.Cure}")) + "\n" + this)
            : library;
    }

    public ImmutableArray<Manifest> ReadManifests(RuleLibrary library)
    {
        var file = ManifestReader.Read("m.manifest.yaml", Encoding.UTF8.GetBytes(Manifests), library.Vocabulary);
        return file.HasErrors
            ? throw new InvalidOperationException("the generator wrote manifests with errors:\n" + string.Join('\n', file.Diagnostics.Select(one => $"{one.Location.Start.Line}: {one.Code} {one.Message}")) + "\n" + Manifests)
            : file.Manifests;
    }

    public override string ToString() => $"{Vocabulary}\n{string.Join("\n---\n", RuleSets)}";

    private static PolicyFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private sealed class LibraryGen(int manifests, bool dated) : Gen<GeneratedLibrary>
    {
        public override GeneratedLibrary Generate(PCG pcg, Size? min, out Size size)
        {
            var library = Draw(new(pcg));
            size = new((ulong)library.Length);
            return library;
        }

        public GeneratedLibrary Draw(Dice dice)
        {
            ImmutableArray<GeneratedFact> facts =
            [
                .. Enumerable.Range(0, dated ? dice.Between(1, 2) : dice.Between(3, 7)).Select(i => GeneratedFact.Draw($"{dice.Pick(["use", "dep"])}.f{i}", dice)),
                .. dated ? [GeneratedFact.Day("use.d0"), GeneratedFact.Day("dep.d1"), GeneratedFact.Days("dep.d2")] : Array.Empty<GeneratedFact>(),
                GeneratedFact.Places(),
            ];
            var writers = Enumerable.Range(0, dice.Between(1, dated ? 2 : 3)).Select(i => new RuleSetWriter(((char)('a' + i)).ToString(), facts, dice, dated)).ToList();
            writers.ForEach(writer => writer.Plan());
            ImmutableArray<string> overridable = [.. writers.SelectMany(writer => writer.Overridable)];
            return new(
                "vocabulary: generated\nfacts:\n" + string.Concat(facts.Select(fact => $"  {fact.Declaration(isField: false)}\n"))
                + "places:\n  EU: {title: Union, members: [DE, FR, {place: GB, until: 2021-01-01}]}\n"
                + "  COAST: {title: Coast, members: [US-CA, {place: US-OR, from: 2020-02-29, until: 2021-03-01}, {place: US-WA, from: 2020-03-01}]}\n"
                + "  US-OR/portland: {title: Portland}\n  US-OR/portland-east: {title: East}\n",
                [.. writers.Select(writer => writer.Write(overridable))],
                string.Join("---\n", Enumerable.Range(0, manifests).Select(i => Manifest(i, facts, dice))));
        }

        private static string Period(Dice dice)
        {
            var days = dice.Some(Pools.Edges, 2);
            return dice.Pick(["", $"period: {{from: {days[0]}}}\n", $"period: {{until: {days[0]}}}\n", days.Count == 2 ? $"period: {{from: {days[0]}, until: {days[1]}}}\n" : ""]);
        }

        // What mustn't be changed follows from the number, so that it draws nothing.
        private static string Given(int index, ImmutableArray<GeneratedFact> facts) => (index % 6) switch
        {
            1 => "given: [uses]\n",
            2 when facts.FirstOrDefault(fact => fact.ChangeBy == "setting") is { } setting => $"given: [{setting.Path}]\n",
            3 when facts.Any(fact => fact.Path.StartsWith("dep.", StringComparison.Ordinal)) => "given:\n  - dep\n",
            _ => "",
        };

        private string Manifest(int index, ImmutableArray<GeneratedFact> facts, Dice dice)
        {
            var known = dice.Pick([30, 50, 50, 80, 100]);
            var text = new StringBuilder().Append($"manifest: m{index}\ntitle: Generated\n").Append(dated ? Period(dice) : "");
            var outer = facts.Where(fact => !fact.IsOfUse).ToList();
            if (dice.Chance(50))
            {
                foreach (var fact in outer)
                {
                    Append($"{fact.Path}: ", fact);
                }
            }
            else
            {
                foreach (var section in outer.GroupBy(fact => fact.Path.Split('.')[0]))
                {
                    text.Append(section.Key == "places" ? "" : section.Key + ":\n");
                    foreach (var fact in section)
                    {
                        Append(section.Key == "places" ? "places: " : $"  {fact.Path.Split('.')[1]}: ", fact);
                    }
                }
            }

            text.Append(Given(index, facts));
            text.Append("uses:\n");
            for (var use = 0; use < dice.Pick(dated ? new[] { 1, 1, 1, 2 } : [1, 1, 2, 3]); use++)
            {
                text.Append($"  - id: u{use}\n");
                foreach (var fact in facts.Where(fact => fact.IsOfUse))
                {
                    Append($"    {fact.Path[4..]}: ", fact);
                }
            }

            return text.ToString();

            void Append(string key, GeneratedFact fact)
            {
                if (!dice.Chance(known))
                {
                    text.Append(dice.Chance(20) ? key + "null\n" : "");
                    return;
                }

                var value = fact.Value(dice);
                text.Append(key).Append(dice.Chance(30) ? $"{{value: {value}, basis: {dice.Pick(Pools.Bases)}{(dice.Chance(60) ? $", on: {dice.Pick(Pools.StatedDates)}" : "")}}}" : value).Append('\n');
            }
        }
    }
}
