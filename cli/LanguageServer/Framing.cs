using System.IO.Pipelines;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Reads and writes messages with their headers; one that can't be read is answered, and the next one is read.</summary>
internal sealed class Framing(Stream output, Stream input, IJsonRpcMessageFormatter formatter)
    : HeaderDelimitedMessageHandler(PipeWriter.Create(output, new(leaveOpen: true)), PipeReader.Create(input, new(leaveOpen: true)), formatter)
{
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.ReadCoreAsync(cancellationToken);
            }
            catch (Exception problem) when (problem is JsonException or UnrecognizedJsonRpcMessageException or InvalidOperationException or FormatException or KeyNotFoundException)
            {
                await WriteAsync(
                    new JsonRpcError
                    {
                        RequestId = RequestId.Null,
                        Error = new() { Code = JsonRpcErrorCode.ParseError, Message = "this message is not JSON-RPC" },
                    },
                    cancellationToken);
            }
        }
    }
}
