using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Clicking;

/// <summary>Who asks for a link without a person behind it: what says so itself. A scanner that passes for a browser counts,
/// which nobody can tell.</summary>
public static partial class Scanners
{
    /// <param name="purposes">The request's <c>Sec-Purpose</c>, <c>Purpose</c>, <c>X-Purpose</c> and <c>X-Moz</c>.</param>
    public static bool Is(string? userAgent, IEnumerable<string?> purposes) =>
        purposes.Any(purpose => purpose is not null && Ahead().IsMatch(purpose)) || userAgent is not null && Names().IsMatch(userAgent);

    [GeneratedRegex("prefetch|prerender|preview", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    // Link previews of messengers, crawlers, and mail filters that give their name.
    [GeneratedRegex(@"bot\b|bot/|crawler|spider|preview|scanner|facebookexternalhit|whatsapp|slack-imgproxy|mimecast|proofpoint|barracuda|safelinks|urldefense|trendmicro|symantec|forcepoint|virustotal|googleimageproxy|bitlybot|yahoo! slurp|skypeuripreview|cloudmark",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
