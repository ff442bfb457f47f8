using static AesthetixWorkflows.Runtime.Outbound.OutboundAnswer;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Where an answer sends us on to, decided without sending anything.</summary>
/// <remarks>RFC 9110 §15.4, but stricter where a browser would quietly lose the body: a webhook whose address has moved
/// would then "succeed" with nothing in it.</remarks>
abstract record Redirect
{
    private Redirect() { }

    public sealed record Stay : Redirect;
    public sealed record Onward(Hop Hop) : Redirect;
    public sealed record Stop(Refused Answer) : Redirect;

    public static Redirect Of(Hop hop, int status, string? location)
    {
        if (status is not (301 or 302 or 303 or 307 or 308) || string.IsNullOrWhiteSpace(location)) return new Stay();
        if (!Uri.TryCreate(hop.Url, location, out var target)) return Halt(OutboundCodes.RedirectUnreadable, "The other system redirects to what is not an address.");
        if (OutboundRules.CheckUrl(target) is { } refused) return new Stop(refused);
        if (hop.Url.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
            return Halt(OutboundCodes.RedirectDowngrade, "The other system redirects from https to http; that would send the data unprotected.");

        var atHome = hop.AtHome && Uri.Compare(hop.Url, target, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        if (status is 307 or 308 || hop.Method == HttpMethod.Get || hop.Method == HttpMethod.Head)
            return new Onward(hop with { Url = target, AtHome = atHome });

        // 303 and, by long habit, 302 after a POST: "done, look there for the answer". Google Apps Script answers so.
        var seeOther = status == 303 || (status == 302 && hop.Method == HttpMethod.Post && target.PathAndQuery != hop.Url.PathAndQuery);
        return seeOther
            ? new Onward(new Hop(HttpMethod.Get, target, WithBody: false, atHome))
            : Halt(OutboundCodes.RedirectMoved, $"The address has moved to {target.GetLeftPart(UriPartial.Path)}; use that one.");
    }

    static Stop Halt(string code, string why) => new(new Refused(code, why));
}
