using System.Text;
using PolicyCheck.Bundles;
using PolicyCheck.Loading;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Bundles;

/// <summary>Archives made by hand, byte for byte, as nobody's tar would write them.</summary>
public sealed class TarAttacks
{
    [Theory]
    [InlineData("/etc/passwd", "absolute path")]
    [InlineData("../../etc/cron.d/x", "by `..`")]
    [InlineData("rules/../../x", "by `..`")]
    [InlineData("..", "by `..`")]
    [InlineData("rules\\..\\..\\x", "backslash")]
    [InlineData("C:/Windows/x", "a drive")]
    [InlineData("c:x", "a drive")]
    [InlineData("./x", "an empty part or a `.`")]
    [InlineData("rules//x", "an empty part or a `.`")]
    [InlineData("rules/", "an empty part or a `.`")]
    [InlineData("a\nb", "that nobody sees")]
    [InlineData("a\u202Eb", "that nobody sees")]
    public void A_path_that_leads_elsewhere_is_refused(string path, string part) => Refused(part, [.. Entry(path, '0', "x"), .. End]);

    [Theory]
    [InlineData('1', "is a link")]
    [InlineData('2', "is a link")]
    [InlineData('3', "is a device")]
    [InlineData('4', "is a device")]
    [InlineData('6', "is a device")]
    [InlineData('5', "is a folder")]
    [InlineData('7', "no plain file")]
    [InlineData('S', "")]
    [InlineData('Z', "")]
    public void What_is_no_plain_file_is_refused(char type, string part) => Refused(part, [.. Entry("rules/x", type, "", link: "/etc/passwd"), .. End]);

    [Fact]
    public void A_name_given_twice_is_refused() => Refused("twice", [.. Entry("x", '0', "a"), .. Entry("x", '0', "b"), .. End]);

    [Theory]
    [InlineData('x', "30 path=../../etc/cron.d/evil\n")]
    [InlineData('g', "30 path=../../etc/cron.d/evil\n")]
    [InlineData('L', "../../etc/cron.d/evil\0")]
    [InlineData('K', "../../etc/cron.d/evil\0")]
    public void A_name_or_link_from_an_extended_header_is_refused(char type, string content) => Refused("", [.. Entry("header", type, content), .. Entry("x", '0', "a"), .. End]);

    [Theory]
    [InlineData("77777777777", "")]
    [InlineData("00100000001", "larger than")]
    [InlineData("00000001000", "")]
    [InlineData("-0000000001", "")]
    [InlineData("9999999999\0", "")]
    public void A_size_that_is_not_the_files_is_refused(string size, string part) => Refused(part, [.. Entry("bundle.json", '0', "{}", size: size), .. End]);

    [Fact]
    public void Too_many_files_are_refused() =>
        Refused("more than 10000 files", [.. Enumerable.Range(0, ArchiveLimits.MaxFiles + 1).SelectMany(number => Entry($"f{number}", '0', "")), .. End]);

    [Fact]
    public void Too_large_an_archive_is_refused() => Refused("larger than", new byte[ArchiveLimits.MaxBytes + 1]);

    [Fact]
    public void What_is_no_archive_or_no_bundle_is_refused()
    {
        Refused("kind bundle", []);
        Refused("kind bundle", [.. End]);
        Refused("", Encoding.UTF8.GetBytes("ruleSet: shops\n"));
        Refused("kind bundle", [.. Entry("rules/x", '0', ""), .. End]);
    }

    [Fact]
    public void Anything_at_all_is_refused_and_nothing_else_is_thrown()
    {
        var random = new Random(6);
        byte[] archive = [.. Entry("bundle.json", '0', "{}"), .. Entry("rules/x", '0', "x"), .. End];
        foreach (var _ in Enumerable.Range(0, 20_000))
        {
            byte[] damaged = [.. archive];
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                // Most of it is zeros; what matters is in the headers.
                var header = random.Next(2) * 1024;
                damaged[header + random.Next(265)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)('0' + random.Next(9));
            }

            if (random.Next(4) > 0)
            {
                Checksum(damaged, 0);
                Checksum(damaged, 1024);
            }

            Assert.Throws<NotVerifiedException>(() => Bundle.Read(damaged, null));
        }
    }

    [Fact]
    public void The_longest_path_that_is_allowed_comes_back_and_the_next_is_refused()
    {
        foreach (var path in new[] { new string('n', 100), new string('f', 155) + "/" + new string('n', 100), new string('é', 77) + "/" + new string('n', 100), "a/" + new string('f', 100) + "/" + new string('n', 100) })
        {
            Assert.Null(ArchivePath.Problem(path));
            Assert.Equal(path, Bundle.Read(Bundle.Of("x", null, [new(path, default)]).ToArchive(), null).Files.Single().Path);
        }

        Assert.NotNull(ArchivePath.Problem(new string('n', 101)));
        Assert.NotNull(ArchivePath.Problem(new string('f', 156) + "/x"));
        Assert.Throws<ArgumentException>(() => Bundle.Of("x", null, [new PolicyFile("../x", default)]));
    }

    private static byte[] End => new byte[1024];

    private static byte[] Entry(string path, char type, string content, string link = "", string? size = null)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var entry = new byte[512 + ((bytes.Length + 511) / 512 * 512)];
        Put(path, 0);
        Put("0000644\0", 100);
        Put("0000000\0", 108);
        Put("0000000\0", 116);
        Put(size ?? Convert.ToString(bytes.Length, 8).PadLeft(11, '0'), 124);
        Put("00000000000\0", 136);
        Put(type.ToString(), 156);
        Put(link, 157);
        Put("ustar\000", 257);
        Put("0000000\0", 329);
        Put("0000000\0", 337);
        bytes.CopyTo(entry, 512);
        Checksum(entry, 0);
        return entry;

        void Put(string text, int at) => Encoding.UTF8.GetBytes(text).CopyTo(entry, at);
    }

    private static void Checksum(byte[] archive, int at)
    {
        Encoding.ASCII.GetBytes("        ").CopyTo(archive, at + 148);
        var sum = archive.AsSpan(at, 512).ToArray().Sum(value => value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(archive, at + 148);
    }

    private static void Refused(string part, byte[] archive) =>
        Assert.Contains(part, Assert.Throws<NotVerifiedException>(() => Bundle.Read(archive, null)).Message, StringComparison.Ordinal);
}
