using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyCheck.Loading;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Keeps what was worked out of files for as long as they stay as they were; safe to share between threads.</summary>
/// <typeparam name="T">What is worked out; the annotation is what <see cref="Lazy{T}"/> asks for in a trimmed program.</typeparam>
internal sealed class Remembered<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>What is known by a name, or what is worked out now, once.</summary>
    /// <param name="name">The name.</param>
    /// <param name="grounds">The files it follows from.</param>
    /// <param name="work">Works it out.</param>
    public T Of(string name, ImmutableArray<PolicyFile> grounds, Func<T> work) => _known.AddOrUpdate(
        name,
        _ => new(grounds, new(work)),
        (_, known) => known.Grounds.SequenceEqual(grounds) ? known : new(grounds, new(work))).Value.Value;

    private sealed record Known(ImmutableArray<PolicyFile> Grounds, Lazy<T> Value);
}
