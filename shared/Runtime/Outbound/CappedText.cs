using System.Text;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>As much of an answer's body as we care to read.</summary>
sealed record CappedText(string Text, bool Truncated)
{
    /// <summary>Reads to the cap, the end or the time limit, whichever comes first.</summary>
    /// <remarks>Running out of time here is no failure: the status is known, so the other system has acted, and asking
    /// again would make it act twice.</remarks>
    public static async Task<CappedText> ReadAsync(HttpContent content, int cap, CancellationToken limit)
    {
        var buffer = new byte[cap + 1];
        var length = 0;
        var broken = false;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(limit);
            for (int read; length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), limit)) > 0;) length += read;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            broken = true;
        }
        var truncated = broken || length > cap;
        return new(Decode(Encoding(content), buffer.AsSpan(0, Math.Min(length, cap)), whole: !truncated), truncated);
    }

    // A decoder that is not flushed leaves out a character that the cut went through.
    static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes, bool whole)
    {
        if (bytes.StartsWith(encoding.Preamble)) bytes = bytes[encoding.Preamble.Length..];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        return new string(chars, 0, encoding.GetDecoder().GetChars(bytes, chars, flush: whole));
    }

    static Encoding Encoding(HttpContent content)
    {
        try
        {
            return System.Text.Encoding.GetEncoding(content.Headers.ContentType?.CharSet?.Trim('"') ?? "utf-8");
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }
}
