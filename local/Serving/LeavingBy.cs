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
        string? Set(string name) => from[name] is { Length: > 0 } value ? value : null;
        var accounts = new[] { Set("SendGrid:ApiKey") is null ? null : "SendGrid", Set("Twilio:AccountSid") is null ? null : "Twilio" }.OfType<string>().ToList();
        if (accounts.Count == 0) return Sandboxed(services, $"{outbox} (nothing leaves this machine)");
#if REAL_PROVIDERS
        var wrong = Set("Twilio:AccountSid") is not null && Set("Twilio:AuthToken") is null ? "Twilio__AuthToken is missing"
            : Set("PublicUrl") is { } text && !Uri.TryCreate(text, UriKind.Absolute, out _) ? "PublicUrl is no address" : null;
        if (wrong is not null) return Sandboxed(services, $"{outbox} ({wrong}, so nothing leaves this machine)");
        var url = Set("PublicUrl") is { } address ? new Uri(address.TrimEnd('/')) : null;
        services.AddMessageProviders(
            new(url, Set("SendGrid:ApiKey") is { } key ? new(key, Set("SendGrid:EventKey")) : null,
                Set("Twilio:AccountSid") is { } sid ? new(sid, Set("Twilio:AuthToken")!, Set("Twilio:MessagingServiceSid")) : null),
            s => s.GetRequiredService<SandboxProvider>());
        return $"LEAVE THIS MACHINE by {string.Join(" and ", accounts)}{(url is null ? "; without PublicUrl nothing is reported back, and no marketing email leaves" : "")}";
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
