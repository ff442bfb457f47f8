using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Functions.Starting;
using Microsoft.AspNetCore.Http;

namespace AesthetixWorkflows.Functions.SignIn;

/// <summary>People of the practice's own Entra tenant, signed in by the platform (App Service authentication). The platform
/// removes the header from what comes from outside and writes its own; where it does not do so, the header is worth nothing.</summary>
public sealed class EasyAuth(AzureSettings settings) : ICallerSource
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    readonly SignInSettings _rules = settings.SignIn ?? throw new InvalidOperationException("Sign-in is not configured.");

    public ValueTask<Identified?> Identify(HttpContext http) => new(Read(http));

    Identified? Read(HttpContext http)
    {
        var header = http.Request.Headers[Header];
        if (header.Count == 0) return null;
        if (!_rules.PlatformSignsIn || header.Count != 1 || Principal.Read(header[0]) is not { } principal) return Identified.Not(Codes.SignInInvalid);
        if (principal.Person is not { } person || !string.Equals(principal.Tenant, _rules.Tenant, StringComparison.OrdinalIgnoreCase)) return Identified.Not(Codes.SignInInvalid);
        if (!SameSite.Allows(http.Request, settings.PublicUrl)) return Identified.Not(Codes.SignInCrossSite, SameSite.Wanted);

        var scopes = Roles.ScopesOf(principal.Roles);
        if (scopes.Count == 0) return Identified.Not(Codes.SignInNoRole);
        return Practice(principal) is { } practice
            ? Identified.As(new Caller(practice, $"entra:{person}", principal.Name ?? person, scopes))
            : Identified.Not(Codes.SignInNoPractice);
    }

    /// <summary>The one practice that a role, a group or the tenant leads to. Without a map there is one practice, the first.</summary>
    string? Practice(Principal principal)
    {
        if (_rules.Practices.Count == 0) return FirstPractice.Id;
        var found = principal.Roles.Concat(principal.Groups).Append(principal.Tenant ?? "")
            .Select(word => _rules.Practices.GetValueOrDefault(word)).OfType<string>().Distinct().ToList();
        return found is [var one] ? one : null;
    }
}
