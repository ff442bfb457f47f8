#if REAL_PROVIDERS
using AesthetixWorkflows.Functions.Providers;
#endif
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Providers.Sandbox;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>What this host's messages leave by: the sandbox, or the accounts whose credentials are in the environment, under
/// the names that the Azure host reads them by. See <c>docs/decisions/0008-providers-in-both-hosts.md</c>.</summary>
static class LeavingBy
{
    /// <returns>What the person who starts the host is told of it.</returns>
    public static string Add(IServiceCollection services, IConfiguration from, string outbox)
    {
        services.AddSingleton(_ => new SandboxProvider(outbox));
        var accounts = new[] { from["SendGrid:ApiKey"] is { Length: > 0 } ? "SendGrid" : null, from["Twilio:AccountSid"] is { Length: > 0 } ? "Twilio" : null }.OfType<string>().ToList();
        if (accounts.Count == 0) return Sandboxed(services, $"{outbox} (nothing leaves this machine)");
#if REAL_PROVIDERS
        var wrong = from["Twilio:AccountSid"] is { Length: > 0 } && from["Twilio:AuthToken"] is not { Length: > 0 } ? "Twilio__AuthToken is missing"
            : from["PublicUrl"] is { Length: > 0 } text && !Uri.TryCreate(text, UriKind.Absolute, out _) ? "PublicUrl is no address" : null;
        if (wrong is not null) return Sandboxed(services, $"{outbox} ({wrong}, so nothing leaves this machine)");
        var url = from["PublicUrl"] is { Length: > 0 } address ? new Uri(address.TrimEnd('/')) : null;
        services.AddMessageProviders(
            new(url, from["SendGrid:ApiKey"] is { Length: > 0 } key ? new(key, from["SendGrid:EventKey"]) : null,
                from["Twilio:AccountSid"] is { Length: > 0 } sid ? new(sid, from["Twilio:AuthToken"]!, from["Twilio:MessagingServiceSid"]) : null),
            s => s.GetRequiredService<SandboxProvider>());
        return $"LEAVE THIS MACHINE by {string.Join(" and ", accounts)}{(url is null ? "; without PublicUrl nothing is reported back" : "")}";
#else
        return Sandboxed(services, $"{outbox} (credentials of {string.Join(" and ", accounts)} are set, but this build has no providers: build with -p:AzurePackages=nuget)");
#endif
    }

    static string Sandboxed(IServiceCollection services, string told)
    {
        services.AddSingleton<IMessageProvider>(s => s.GetRequiredService<SandboxProvider>());
        return told;
    }
}
