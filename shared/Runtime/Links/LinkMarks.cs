using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>What stands in a text for an address that is known only when the message has its id. Marks look like addresses,
/// so that whatever makes links of addresses makes links of them; nobody can own their domain (RFC 2606).</summary>
static partial class LinkMarks
{
    public const string Unsubscribe = "https://unsubscribe.invalid/here";
    const string Link = "https://link.invalid/";

    public static string Of(string linkId) => Link + linkId;

    /// <summary>Finds each link's mark; the first group is its id.</summary>
    [GeneratedRegex(@"https://link\.invalid/([A-Za-z0-9_]+)", RegexOptions.CultureInvariant, Patterns.Patience)]
    public static partial Regex Links();
}
