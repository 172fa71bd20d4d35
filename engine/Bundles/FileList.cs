using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyCheck.Loading;
using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Bundles;

/// <summary>The index of an archive, as far as it names files with their digests and lengths.</summary>
internal static class FileList
{
    private const string SchemaVersion = "1.0";
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Writes an index: what the kind of archive has to say, and then the files in ordinal order.</summary>
    public static byte[] Write(IEnumerable<PolicyFile> files, Action<Utf8JsonWriter> head)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            head(json);
            json.WriteStartArray("files");
            foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("digest", ContentDigest.Of(file.Content.Span));
                json.WriteNumber("bytes", file.Content.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Compares the files that there are with those that the index names.</summary>
    /// <exception cref="NotVerifiedException">One is missing, one is too many, or one is another than the index says.</exception>
    public static void Verify(ReadOnlyMemory<byte> index, ImmutableArray<PolicyFile> files, ArchiveKind kind)
    {
        var named = Read(index, kind, root => root.GetProperty("files").EnumerateArray().Select(file => (Path: Text(file, "path"), Digest: Text(file, "digest"))).ToList());
        var found = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var (path, digest) in named)
        {
            if (!found.Remove(path, out var file))
            {
                throw new NotVerifiedException($"`{path}` is missing from the {kind.Name}: take a fresh copy of it from where it was built");
            }

            if (ContentDigest.Of(file.Content.Span) != digest)
            {
                throw new NotVerifiedException($"`{path}` isn't the file that was put into the {kind.Name}: take a fresh copy of it from where it was built");
            }
        }

        if (found.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } extra)
        {
            throw new NotVerifiedException($"`{extra}` was added to the {kind.Name} after it was built: take a fresh copy of it from where it was built");
        }
    }

    /// <summary>Reads from an index.</summary>
    /// <exception cref="NotVerifiedException">It doesn't have what is looked for.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> index, ArchiveKind kind, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(index, Strict);
            var version = Text(document.RootElement, "schemaVersion");
            return version == SchemaVersion
                ? read(document.RootElement)
                : throw new NotVerifiedException($"the {kind.Name} is written in version {version} of its form, and this program reads version {SchemaVersion}: use the program that wrote it");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new NotVerifiedException($"`{kind.IndexName}` can't be read: take a fresh copy of the {kind.Name} from where it was built");
        }
    }

    /// <summary>A text of an object of the index.</summary>
    public static string Text(JsonElement from, string key) => from.GetProperty(key).GetString() ?? throw new InvalidOperationException($"`{key}` is null");
}
