using System.Globalization;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>The <c>Retry-After</c> header (RFC 9110 §10.2.3): seconds, or an HTTP date.</summary>
public static class RetryAfter
{
    /// <summary>Nobody may park a step for longer than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How long to wait from now, between zero and <see cref="Longest"/>; null when absent or unreadable.</summary>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        var text = header?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (text.All(char.IsAsciiDigit))
            // More digits than a long holds is "very long", not unreadable.
            return long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds < Longest.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : Longest;
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var wait = at - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
