using PolicyCheck.Fuzzing;
using PolicyCheck.Fuzzing.Targets;
using SharpFuzz;

// With one argument the program is run by AFL++; with files after it, each is tried once.
if (args is not [var name, .. var files] || FuzzTarget.All.FirstOrDefault(target => target.Name == name) is not { } target)
{
    Console.Error.WriteLine($"usage: PolicyCheck.Fuzzing {string.Join('|', FuzzTarget.All.Select(target => target.Name))} [FILE...]");
    return 2;
}

if (files.Length == 0)
{
    var buffer = new byte[FuzzTarget.MostBytes];
    Fuzzer.OutOfProcess.Run(input => target.Try(buffer.AsSpan(0, input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false))));
    return 0;
}

return Replay.Of(target, files);
