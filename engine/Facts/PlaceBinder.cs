using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Reads the places that a vocabulary names.</summary>
internal static class PlaceBinder
{
    internal static ImmutableArray<string> Keys { get; } = ["title", "members"];
    internal static ImmutableArray<string> MemberKeys { get; } = ["place", "from", "until"];

    public static void Bind(ScalarNode key, Node node, Dictionary<string, PlaceGroup> groups, Dictionary<Place, string> local, DiagnosticBag diagnostics)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, $"the place `{key.Value}` is not a mapping", "write `title: ...` below it");
            return;
        }

        var binder = new MappingBinder(mapping, "a place", Keys, diagnostics);
        var title = binder.RequireScalar("title", "Portland, Oregon")?.Value ?? key.Value;
        if (binder.Has("members"))
        {
            var members = binder.Items("members").Select(item => Member(item, diagnostics)).OfType<PlaceMember>();
            if (!groups.TryAdd(key.Value, new(key.Value, title, [.. members])))
            {
                diagnostics.Error(BindingCodes.DuplicateName, key.Location, $"the group `{key.Value}` is named twice", "keep one of both");
            }
        }
        else if (IsoPlaces.NameOf(key.Value.Split('/')[0]) is null)
        {
            diagnostics.Error(
                FactsCodes.UnknownPlace,
                key.Location,
                $"`{key.Value}` does not begin with an ISO 3166 code",
                "write a place as `US-OR/portland`, or give a group its `members`");
        }
        else if (!local.TryAdd(new(key.Value), title))
        {
            diagnostics.Error(BindingCodes.DuplicateName, key.Location, $"the place `{key.Value}` is named twice", "keep one of both");
        }
    }

    private static PlaceMember? Member(Node node, DiagnosticBag diagnostics)
    {
        var (scalar, period) = (node as ScalarNode, Period.Always);
        if (node is SequenceNode)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "a list is not a member", "write an ISO 3166-1 country, such as `GB`");
        }
        else if (node is MappingNode mapping)
        {
            var binder = new MappingBinder(mapping, "a member", MemberKeys, diagnostics);
            scalar = binder.RequireScalar("place", "GB");
            period = new(binder.Date("from"), binder.Date("until"));
        }

        if (scalar is null)
        {
            return null;
        }

        if (PlaceParser.TryParse(scalar.Value, Vocabulary.Empty, groupsAllowed: false, out var place, out var cure))
        {
            return new(place, period);
        }

        diagnostics.Error(FactsCodes.UnknownPlace, scalar.Location, $"`{scalar.Value}` is not a place", cure);
        return null;
    }
}
