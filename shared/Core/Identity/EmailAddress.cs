namespace AesthetixWorkflows.Core.Identity;

/// <summary>The stored form of an email address, so that one person is one contact.</summary>
/// <remarks>Shape only, after RFC 5321: one address, local part to 64 characters, a domain with a dot, 254 in all.
/// Whether anybody reads it is for the mail provider to find out.</remarks>
public static class EmailAddress
{
    const int Longest = 254, LongestLocal = 64, LongestLabel = 63;

    /// <summary>Trimmed and lower case; null when the text is not one plausible address.</summary>
    public static string? Normalize(string? text)
    {
        if (text is null) return null;
        var address = Bare(text.Trim()).ToLowerInvariant();
        var at = address.LastIndexOf('@');
        return address.Length <= Longest && at > 0 && IsLocal(address.AsSpan(0, at)) && IsDomain(address[(at + 1)..]) ? address : null;
    }

    // Forms and mail headers hand over "mailto:ann@example.com" and "Ann <ann@example.com>".
    static string Bare(string text)
    {
        if (text.EndsWith('>') && text.LastIndexOf('<') is >= 0 and var open) text = text[(open + 1)..^1].Trim();
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
    }

    static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocal || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var c in local)
            // Surrogates are let through: mailboxes may be international (RFC 6531).
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c)) return false;
        return true;
    }

    static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-');
}
