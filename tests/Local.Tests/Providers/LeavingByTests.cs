using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Providers.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Providers;

/// <summary>A person must not have to guess whether messages leave the machine.</summary>
public sealed class LeavingByTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    (string Told, bool IsSandbox) Choose(params (string Name, string Value)[] environment)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(environment.Select(e => KeyValuePair.Create(e.Name, (string?)e.Value))).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        var told = LeavingBy.Add(services, settings, Path.Combine(_folder.Path, "outbox.jsonl"));
        using var provider = services.BuildServiceProvider();
        return (told, provider.GetRequiredService<IMessageProvider>() is SandboxProvider);
    }

    [Fact]
    public void Without_credentials_nothing_leaves_the_machine()
    {
        var (told, isSandbox) = Choose(("PublicUrl", "https://app.lumina.example"));
        Assert.Contains("nothing leaves this machine", told, StringComparison.Ordinal);
        Assert.True(isSandbox);
    }

    [Fact]
    public void Credentials_are_used_or_it_is_said_in_a_line_why_not()
    {
        var (told, isSandbox) = Choose(("SendGrid:ApiKey", "SG.key"), ("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "token"));
        Assert.DoesNotContain('\n', told);
        Assert.Contains("SendGrid and Twilio", told, StringComparison.Ordinal);
#if REAL_PROVIDERS
        Assert.StartsWith("LEAVE THIS MACHINE", told, StringComparison.Ordinal);
        Assert.False(isSandbox);
        Assert.True(Choose(("Twilio:AccountSid", "AC1")).IsSandbox);
        Assert.True(Choose(("SendGrid:ApiKey", "SG.key"), ("PublicUrl", "here")).IsSandbox);
#else
        Assert.Contains("this build has no providers", told, StringComparison.Ordinal);
        Assert.True(isSandbox);
#endif
        Assert.DoesNotContain("SG.key", told, StringComparison.Ordinal);
    }
}
