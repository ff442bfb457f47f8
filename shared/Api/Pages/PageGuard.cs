using AesthetixWorkflows.Api.Hooks;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Around every page: how many are served a second, what no browser may do with them, and a page for the patient where
/// a program would get a problem.</summary>
sealed class PageGuard(TimeProvider clock) : IEndpointFilter
{
    readonly CallRate _all = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!_all.Admit(clock.GetTimestamp() * 1000 / clock.TimestampFrequency)) return Page.TooMany;
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Page.Away;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or BadHttpRequestException)
        {
            return Page.Unreadable;
        }
    }

    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // The address is the right to do what the page does: no other site may learn it.
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
