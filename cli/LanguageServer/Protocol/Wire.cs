using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyCheck.Cli.LanguageServer.Protocol;

/// <summary>How messages are written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(ChangeParams))]
[JsonSerializable(typeof(WatchedFilesParams))]
[JsonSerializable(typeof(PlaceParams))]
[JsonSerializable(typeof(ReferenceParams))]
[JsonSerializable(typeof(RenameParams))]
[JsonSerializable(typeof(PublishParams))]
[JsonSerializable(typeof(Stretch?))]
[JsonSerializable(typeof(FileStretch))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(ImmutableArray<FileStretch>))]
[JsonSerializable(typeof(ImmutableArray<CompletionItem>))]
[JsonSerializable(typeof(ImmutableArray<CodeLens>))]
internal sealed partial class Wire : JsonSerializerContext;
