using System.Diagnostics;
using System.Text;
using StreamJsonRpc;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>The program as an editor starts it, and the native binary where POLICYCHECK_NATIVE names one.</summary>
public sealed class ServerProcessTests
{
    public static TheoryData<string, string> Programs => Environment.GetEnvironmentVariable("POLICYCHECK_NATIVE") is { Length: > 0 } native
        ? new() { { "dotnet", Path.Combine(AppContext.BaseDirectory, "policycheck.dll") }, { native, "" } }
        : new() { { "dotnet", Path.Combine(AppContext.BaseDirectory, "policycheck.dll") } };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_session_from_beginning_to_end(string program, string first)
    {
        await using var editor = LanguageClient.Start(program, Args(first), Repository.Root);
        var early = await Assert.ThrowsAsync<RemoteInvocationException>(() => editor.AskAt("textDocument/hover", Rules, (0, 0)));
        Assert.Equal(-32002, early.ErrorCode);

        var capabilities = (await editor.Initialize(Path.Combine(Repository.Root, "rules"))).GetProperty("capabilities");
        Assert.True(capabilities.GetProperty("renameProvider").GetProperty("prepareProvider").GetBoolean());
        var text = await File.ReadAllTextAsync(Rules, TestContext.Current.CancellationToken);
        await editor.Open(Rules, text);
        Assert.Empty(await editor.Diagnostics(Rules, static _ => true));
        var hover = await editor.AskAt("textDocument/hover", Rules, Marked.Of(text.Replace("- id: police-use", "- id: po‸lice-use", StringComparison.Ordinal)).Place);
        Assert.Contains("Prohibits: system.vendor is Amazon", hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
        var lenses = await editor.Ask("textDocument/codeLens", new { textDocument = new { uri = LanguageClient.Uri(Rules) } });
        Assert.EndsWith("on 2021-06-09", lenses[0].GetProperty("command").GetProperty("title").GetString(), StringComparison.Ordinal);

        var unknown = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => editor.Ask("textDocument/unheardOf", new { }));
        Assert.Contains("textDocument/unheardOf", unknown.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAnyAsync<RemoteRpcException>(() => editor.Ask("textDocument/hover", new { place = 5 }));
        Assert.Contains("the parameters aren't those of this method", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(0, await editor.Shutdown());
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_is_no_message_is_answered_and_the_next_one_too(string program, string first)
    {
        using var process = Start(program, first);
        foreach (var frame in (string[])["{\"jsonrpc\": bad", "[]", "5", "{}", """{"jsonrpc":"2.0","id":7,"method":"shutdown"}"""])
        {
            await process.StandardInput.WriteAsync($"Content-Length: {Encoding.UTF8.GetByteCount(frame)}\r\n\r\n{frame}");
        }

        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var answers = new StringBuilder();
        var buffer = new char[4096];
        while (!answers.ToString().Contains("\"id\":7", StringComparison.Ordinal))
        {
            var read = await process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Assert.NotEqual(0, read);
            answers.Append(buffer, 0, read);
        }

        Assert.Contains("-32700", answers.ToString(), StringComparison.Ordinal);
        Assert.Contains("-32002", answers.ToString(), StringComparison.Ordinal);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }

    private static string Rules => Path.Combine(Repository.Root, "rules", "corporate", "amazon-rekognition-moratorium.rules.yaml");

    private static Process Start(string program, string first) => Process.Start(new ProcessStartInfo(program, Args(first))
    {
        WorkingDirectory = Repository.Root,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException($"{program} didn't start");

    private static string[] Args(string first) => first.Length > 0 ? [first, "lsp"] : ["lsp"];
}
