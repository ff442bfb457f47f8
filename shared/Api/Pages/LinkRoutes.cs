using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Clicking;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Links in messages: leads on to what the practice linked to, and to nothing else, and says that somebody clicked.</summary>
static class LinkRoutes
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapMethods("/l/{token}", [HttpMethods.Get, HttpMethods.Head], Follow).Open().WithTags("Pages").Produces(StatusCodes.Status302Found);

    static async Task<IResult> Follow(HttpContext http, string token, TokenReader tokens, TokenRate rate, Clicks clicks, CancellationToken ct)
    {
        if (await tokens.Link(token, ct) is not { } claim) return Page.Unknown;
        if (!rate.Admit(token)) return Page.TooMany;
        if (await clicks.Find(claim, ct) is not { } click) return Page.Unknown;
        if (IsPerson(http.Request))
            try
            {
                await clicks.Count(click, ct);
            }
            catch (StoreUnavailableException)
            {
                // The patient wants to get on; that they clicked is worth less.
            }
        PageGuard.Protect(http.Response);
        return TypedResults.Redirect(click.Url);
    }

    static bool IsPerson(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && !Scanners.Is(request.Headers.UserAgent, [.. request.Headers["Sec-Purpose"], .. request.Headers["Purpose"], .. request.Headers["X-Purpose"], .. request.Headers["X-Moz"]]);
}
