namespace PolicyCheck.Cli.Fleets;

/// <summary>Finds the first line that begins at a place or after it.</summary>
internal static class LineStart
{
    /// <summary>Moves a stream to that line.</summary>
    /// <param name="stream">The stream, at its beginning.</param>
    /// <param name="offset">The place in bytes, and then where the line begins, or the end.</param>
    /// <returns>The line's one-based number.</returns>
    public static long Find(Stream stream, ref long offset)
    {
        // The line begins behind the first line break that ends at the place or after it.
        var buffer = new byte[256 * 1024];
        var number = 1L;
        var passed = 0L;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            var before = (int)Math.Clamp(offset - 1 - passed, 0, read);
            number += buffer.AsSpan(0, before).Count((byte)'\n');
            if (before < read && buffer.AsSpan(before, read - before).IndexOf((byte)'\n') is >= 0 and var found)
            {
                offset = passed + before + found + 1;
                stream.Position = offset;
                return number + 1;
            }

            passed += read;
        }

        offset = passed;
        return number;
    }
}
