using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using PolicyCheck.Cli.Tests.Gate;

namespace PolicyCheck.Cli.Tests.Fleets;

/// <summary>A whole Slurm cluster on this machine: its controller and one node on the loopback, all of it in a folder of its own.</summary>
internal sealed class SlurmNode : IAsyncDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "sinfo"];

    private readonly Folder _folder = new();
    private readonly List<Process> _daemons = [];

    private SlurmNode()
    {
    }

    /// <summary>The environment in which its commands find it.</summary>
    public Dictionary<string, string?> Environment => new() { ["SLURM_CONF"] = Full("slurm.conf") };

    /// <summary>Starts it; the test is skipped where its programs aren't installed, or the machine doesn't let them run.</summary>
    public static async Task<SlurmNode> Start()
    {
        var missing = Programs.Where(program => !Ran.IsThere(program) && !File.Exists($"/usr/sbin/{program}")).ToList();
        Assert.SkipUnless(missing.Count == 0, $"there is no {string.Join(", ", missing)}");
        var node = new SlurmNode();
        node.Configure();
        node.Run("munged", "--foreground", "--force", $"--key-file={node.Full("munge.key")}", $"--socket={node.Full("munge.socket")}", $"--pid-file={node.Full("munged.pid")}", $"--log-file={node.Full("munged.log")}", $"--seed-file={node.Full("munge.seed")}");
        await node.Until(() => Task.FromResult(File.Exists(node.Full("munge.socket"))));
        node.Run("slurmctld", "-D", "-f", node.Full("slurm.conf"));
        node.Run("slurmd", "-D", "-f", node.Full("slurm.conf"));
        var isUp = await node.Until(async () => (await Ran.In(node._folder.Path, node.Environment, "sinfo", "--noheader", "--format=%T")).Output.Trim() == "idle");
        if (!isUp)
        {
            var log = node.Log("slurmctld.log") + node.Log("slurmd.log") + node.Log("munged.log");
            await node.DisposeAsync();
            Assert.Skip($"Slurm doesn't run on this machine: {log}");
        }

        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited)
            {
                daemon.Kill(entireProcessTree: true);
                await daemon.WaitForExitAsync();
            }

            daemon.Dispose();
        }

        _folder.Dispose();
    }

    private string Full(string name) => Path.Combine(_folder.Path, name);

    private string Log(string name) => File.Exists(Full(name)) ? string.Join('\n', File.ReadLines(Full(name)).TakeLast(3)) + "\n" : "";

    private void Configure()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Its own programs ask for a folder that others could reach, and for a key that they couldn't read.
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            _folder.Write("munge.key", RandomNumberGenerator.GetBytes(128));
            File.SetUnixFileMode(Full("munge.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.CreateDirectory(Full("state"));
        Directory.CreateDirectory(Full("spool"));
        var (user, host) = (System.Environment.UserName, System.Environment.MachineName);
        _folder.Write("slurm.conf", $"""
            ClusterName=one
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser={user}
            SlurmdUser={user}
            AuthType=auth/munge
            AuthInfo=socket={Full("munge.socket")}
            CredType=cred/munge
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            StateSaveLocation={Full("state")}
            SlurmdSpoolDir={Full("spool")}
            SlurmctldPidFile={Full("slurmctld.pid")}
            SlurmdPidFile={Full("slurmd.pid")}
            SlurmctldLogFile={Full("slurmctld.log")}
            SlurmdLogFile={Full("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerParameters=batch_sched_delay=0,sched_min_interval=1
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            MpiDefault=none
            ReturnToService=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs={System.Environment.ProcessorCount} State=UNKNOWN
            PartitionName=main Nodes={host} Default=YES State=UP

            """);
    }

    private void Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(Ran.IsThere(program) ? program : $"/usr/sbin/{program}", args) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Full("slurm.conf");
        var daemon = Process.Start(start) ?? throw new InvalidOperationException($"{program} doesn't start");
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        _daemons.Add(daemon);
    }

    private async Task<bool> Until(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 60 && !_daemons.Exists(daemon => daemon.HasExited); attempt++)
        {
            if (await holds())
            {
                return true;
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
