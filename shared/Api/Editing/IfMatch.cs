using System.Globalization;
using System.Reflection;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Editing;

/// <summary>The revision that a writer saw. Asking for it makes If-Match required; <c>*</c> means: whatever is there.</summary>
public readonly record struct IfMatch(long? Revision)
{
    /// <summary>A tag that no revision ever has, so that an unknown or weak one is stale rather than accepted.</summary>
    const long Never = -1;

    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter) => new(Of(context));

    /// <exception cref="RefusedException">The header is missing.</exception>
    public static IfMatch Of(HttpContext context)
    {
        var given = context.Request.Headers.IfMatch.ToString().Trim();
        if (given.Length == 0) throw new RefusedException(new(Codes.IfMatchMissing));
        return given == "*" ? new(null) : new(Parse(given));
    }

    public bool Fits(long revision) => Revision is null || Revision == revision;

    static long Parse(string tag) =>
        tag is ['"', .. var inner, '"'] && long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : Never;
}
