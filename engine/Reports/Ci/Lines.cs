using System.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes lines as UTF-8, each with a line feed.</summary>
internal static class Lines
{
    public static void Write(IEnumerable<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
            output.Write(Encoding.UTF8.GetBytes(line));
            output.WriteByte((byte)'\n');
        }
    }
}
