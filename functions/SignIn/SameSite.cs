using Microsoft.AspNetCore.Http;

namespace AesthetixWorkflows.Functions.SignIn;

/// <summary>The sign-in travels in a cookie, which a browser sends along whoever wrote the page. A request that changes
/// something must show what a foreign page cannot: a header of its own (a browser asks first before it sends one across
/// sites, and we allow nobody), or an origin that is ours.</summary>
static class SameSite
{
    const string OwnHeader = "X-Requested-With";

    public const string Wanted = $"Send {OwnHeader}, or an Origin that is this site's.";

    public static bool Allows(HttpRequest request, Uri here)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return true;
        return request.Headers[OwnHeader] is [{ Length: > 0 }]
            || request.Headers.Origin is [{ } origin] && string.Equals(origin, here.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
