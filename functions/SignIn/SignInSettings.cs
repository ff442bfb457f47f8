using Microsoft.Extensions.Configuration;

namespace AesthetixWorkflows.Functions.SignIn;

/// <param name="Tenant">The Entra tenant (its id) whose people may sign in.</param>
/// <param name="Practices">App role, group id or tenant id → practice; empty: everybody belongs to the first practice.</param>
/// <param name="PlatformSignsIn">App Service authentication is on, which alone makes its header worth anything.</param>
public sealed record SignInSettings(string Tenant, IReadOnlyDictionary<string, string> Practices, bool PlatformSignsIn)
{
    /// <returns>Null: no tenant is named, nobody signs in.</returns>
    public static SignInSettings? Read(IConfiguration from) => from["SignIn:Tenant"] is not { Length: > 0 } tenant ? null : new(
        tenant,
        from.GetSection("SignIn:Practices").GetChildren().Where(line => line.Value is { Length: > 0 }).ToDictionary(line => line.Key, line => line.Value!, StringComparer.OrdinalIgnoreCase),
        string.Equals(from["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase));
}
