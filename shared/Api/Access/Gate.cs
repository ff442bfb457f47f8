using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Access;

/// <summary>Lets a request in: 401 without a key, 403 without the scope. Runs before anything of the request is read.</summary>
static class Gate
{
    const string Scheme = "Bearer ";

    public static async ValueTask<Refusal?> Check(HttpContext http, Needs needs, KeyRing keys, ICallerSource? others)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count == 0 && others is not null && await others.Identify(http) is { } identified) return identified.Refusal ?? Admit(http, needs, identified.Caller!);
        if (header.Count != 1 || header[0] is not { } given || !given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return new(Codes.KeyMissing);
        return await keys.Find(given[Scheme.Length..].Trim(), http.RequestAborted) is { } caller ? Admit(http, needs, caller) : new(Codes.KeyUnknown);
    }

    static Refusal? Admit(HttpContext http, Needs needs, Caller caller)
    {
        if (needs.Scope is { } scope && !caller.Scopes.Contains(scope)) return new(Codes.ScopeMissing, $"The key needs {scope}.");
        http.Features.Set(caller);
        return null;
    }
}
