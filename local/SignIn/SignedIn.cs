using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Local.SignIn;

/// <summary>Who calls, by the cookie of a session.</summary>
sealed class SignedIn(Sessions sessions, KeyRing keys) : ICallerSource
{
    public async ValueTask<Identified?> Identify(HttpContext http)
    {
        if (SessionCookie.Read(http.Request) is not { } secret) return null;
        if (OwnPage.WhyNot(http.Request) is { } why) return Identified.Not(Codes.SignInCrossSite, why);
        if (sessions.Find(secret) is not { } found || await keys.FindHashed(found.Session.KeyHash, http.RequestAborted) is not { } caller)
            return Identified.Not(Codes.SignInOver);
        if (found.Prolonged) SessionCookie.Write(http, secret);
        return Identified.As(caller);
    }
}
