using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyCheck.Cli.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>The messages between an editor and the server, all of them read and written without reflection.</summary>
internal sealed class Conversation(Stream output, Stream input) : JsonRpc(new Framing(output, input, Formatter()))
{
    /// <summary>Answers a request; messages are taken one after the other.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="input">How its parameters are read.</param>
    /// <param name="output">How the answer is written.</param>
    /// <param name="answer">Makes the answer; null is an answer too.</param>
    public void On<TInput, TOutput>(string method, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output, Func<TInput, TOutput> answer) =>
        On(method, parameters => Write(answer(Read(parameters, input)), output));

    /// <summary>Takes a notification.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="input">How its parameters are read.</param>
    /// <param name="take">Takes them.</param>
    public void On<TInput>(string method, JsonTypeInfo<TInput> input, Action<TInput> take) => On(method, parameters =>
    {
        take(Read(parameters, input));
        return null;
    });

    /// <summary>Answers a request, or takes a notification, whose parameters don't matter.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="answer">Makes the answer.</param>
    public void On(string method, Func<JsonElement, JsonElement?> answer)
    {
        Func<JsonElement, JsonElement?> wired = new Wired(answer).Answer;
        AddLocalRpcMethod(wired.Method, wired.Target, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true });
    }

    /// <summary>Tells the editor something.</summary>
    /// <param name="method">The notification's name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="type">How they are written.</param>
    public void Tell<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        var named = JsonSerializer.SerializeToElement(parameters, type).EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value, StringComparer.Ordinal);
        _ = NotifyWithParameterObjectAsync(method, named, named.Keys.ToDictionary(name => name, _ => typeof(JsonElement), StringComparer.Ordinal));
    }

    /// <summary>Does something between two messages, so that nothing is done at once with it.</summary>
    /// <param name="act">Does it.</param>
    public void BetweenMessages(Action act) => SynchronizationContext?.Post(static act => (act as Action)?.Invoke(), act);

    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception) => exception is LocalRpcException known
        ? new() { Code = (JsonRpcErrorCode)known.ErrorCode, Message = known.Message }
        : new() { Code = JsonRpcErrorCode.InternalError, Message = $"a defect of the program: {exception.Message}" };

    private static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
    {
        try
        {
            return parameters.ValueKind is JsonValueKind.Object && parameters.Deserialize(type) is { } read ? read : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new LocalRpcException("the parameters aren't those of this method") { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };
        }
    }

    private static JsonElement? Write<T>(T answer, JsonTypeInfo<T> type) => answer is null ? null : JsonSerializer.SerializeToElement(answer, type);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only JsonElement crosses the formatter, and the resolver given here knows it.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only JsonElement crosses the formatter, and the resolver given here knows it.")]
    private static SystemTextJsonFormatter Formatter() => new() { JsonSerializerOptions = new() { TypeInfoResolver = Wire.Default } };

    private sealed class Wired(Func<JsonElement, JsonElement?> answer)
    {
        // Some methods have no parameters, and some editors send none where there are.
        public JsonElement? Answer(JsonElement parameters = default) => answer(parameters);
    }
}
