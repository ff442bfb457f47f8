using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Subscribing;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Leaving a mailing. Looking at the page changes nothing, for scanners look at every link in a mail; a form or a
/// mailbox's own button (RFC 8058) does it, without signing in.</summary>
static class UnsubscribeRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/u/{token}", [HttpMethods.Get, HttpMethods.Head], Show).Open().ShowsPage();
        pages.MapPost("/u/{token}", Do).Open().ShowsPage();
    }

    static async Task<IResult> Show(string token, TokenReader tokens, TokenRate rate, Subscriptions subscriptions, CancellationToken ct) =>
        tokens.Unsubscribe(token) is not { } who ? Page.Unknown
        : !rate.Admit(token) ? Page.TooMany
        : await subscriptions.Find(who, ct) is { } standing ? UnsubscribePage.Of(standing) : Page.Unknown;

    static async Task<IResult> Do(HttpRequest request, string token, TokenReader tokens, TokenRate rate, Subscriptions subscriptions, CancellationToken ct)
    {
        if (tokens.Unsubscribe(token) is not { } who) return Page.Unknown;
        if (!rate.Admit(token)) return Page.TooMany;
        var form = await PageForm.Read(request, ct);
        var (wish, how) = form["List-Unsubscribe"] == "One-Click" ? (SubscriptionWish.NoMarketing, "One-click") : (WishOf(form[UnsubscribePage.Choice]), "Page");
        if (wish is not { } said) return await subscriptions.Find(who, ct) is { } standing ? UnsubscribePage.Of(standing) with { Status = StatusCodes.Status400BadRequest } : Page.Unknown;
        return await subscriptions.Change(who, said, how, ct) is { } now ? UnsubscribePage.Of(now, said) : Page.Unknown;
    }

    static SubscriptionWish? WishOf(string? choice) => choice switch
    {
        UnsubscribePage.Marketing => SubscriptionWish.NoMarketing,
        UnsubscribePage.All => SubscriptionWish.Nothing,
        UnsubscribePage.Again => SubscriptionWish.Again,
        _ => null,
    };
}
