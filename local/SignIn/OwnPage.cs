namespace AesthetixWorkflows.Local.SignIn;

/// <summary>A browser sends a cookie along whoever wrote the page. What comes from our own page shows two things that a foreign
/// one cannot: a header of its own, which a browser asks about before it sends it elsewhere (and we allow nobody), and where
/// the page is from.</summary>
static class OwnPage
{
    public const string Header = "X-Aesthetix-Builder";

    /// <returns>Why it cannot be taken for our own page's; null when it can.</returns>
    public static string? WhyNot(HttpRequest request)
    {
        if (request.Headers[Header] is not ["1"]) return $"The cookie is taken only together with the header {Header}: 1.";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        return FromHere(request) ? null : "The request does not come from a page of this server.";
    }

    // Over plain HTTP from another machine browsers send an Origin only.
    static bool FromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] switch
    {
        ["same-origin"] => true,
        [] => request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
