using System.Runtime.CompilerServices;
using PolicyCheck.Reading;

namespace PolicyCheck.Loading;

/// <summary>Reads each file once, for as long as the same file is asked for; safe to share between threads, of which those that come second wait.</summary>
public sealed class DocumentCache
{
    private readonly ConditionalWeakTable<PolicyFile, Lazy<ReadResult>> _read = [];

    /// <summary>What reading a file gives, by the documented limits.</summary>
    /// <param name="file">The file; another one with the same content is read anew.</param>
    public ReadResult Read(PolicyFile file) => _read.GetValue(file, static file => new(() => DocumentReader.Read(file.Path, file.Content.Span))).Value;
}
