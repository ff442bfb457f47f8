using AesthetixWorkflows.Api.Delivering;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Providers;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Tests.Providers;

/// <summary>Which provider a host has, by its settings.</summary>
public sealed class ProviderServicesTests
{
    static readonly ProviderSettings all = new(new("https://app.lumina.example"), new("SG.key", "key"), new("AC1", "token", null));

    static ServiceProvider Host(ProviderSettings? settings) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddMessageProviders(settings).BuildServiceProvider();

    [Fact]
    public async Task Until_it_goes_live_messages_are_kept_as_sent_and_leave_the_house_nowhere()
    {
        await using var host = Host(null);
        var provider = Assert.IsType<KeptProvider>(host.GetRequiredService<IMessageProvider>());
        Assert.Equal(new Outcome.Done("kept-msg_1"), await provider.Send(Letters.Practice, Letters.Id, Letters.Text, default));
        Assert.Null(host.GetService<ProviderHooks>());
    }

    [Fact]
    public async Task Live_it_has_the_providers_and_an_address_for_what_they_report()
    {
        await using var host = Host(all);
        Assert.IsType<ProviderSwitch>(host.GetRequiredService<IMessageProvider>());
        Assert.Equal(new ProviderHooks(all.PublicUrl!, "key", "token"), host.GetRequiredService<ProviderHooks>());
    }

    [Fact]
    public async Task An_app_that_nobody_can_reach_asks_for_no_reports()
    {
        await using var host = Host(all with { PublicUrl = null });
        Assert.Null(host.GetService<ProviderHooks>());
        Assert.Null(ProviderServices.Callback(null, Letters.Practice, Letters.Id));
    }

    [Fact]
    public async Task Each_channel_goes_to_its_own_provider()
    {
        var (email, sms, rest) = (new Named("email"), new Named("sms"), new Named("rest"));
        var both = new ProviderSwitch(email, sms, rest);
        foreach (var channel in new[] { "email", "sms", "inapp" })
            await both.Send(Letters.Practice, Letters.Id, Letters.Text with { Channel = channel }, default);
        await new ProviderSwitch(null, sms, rest).Send(Letters.Practice, Letters.Id, Letters.Email, default);
        Assert.Equal("email | sms | inapp,email", $"{email} | {sms} | {rest}");
    }

    [Fact]
    public async Task Not_seen_is_believed_only_when_everybody_says_so()
    {
        var (seen, not, silent) = (new Named("a") { Says = new Outcome.Done("a") }, new Named("b") { Says = new Outcome.Failed("b.notSeen", true) }, new Named("c"));
        Assert.IsType<Outcome.Done>(await new ProviderSwitch(silent, seen, not).Confirm("e", default));
        Assert.IsType<Outcome.Failed>(await new ProviderSwitch(not, null, not).Confirm("e", default));
        Assert.Null(await new ProviderSwitch(silent, null, not).Confirm("e", default));
        Assert.Null(await new ProviderSwitch(not, not, silent).Confirm("e", default));
    }

    sealed class Named(string name) : IMessageProvider
    {
        readonly List<string> _channels = [];

        public Outcome? Says { get; init; }

        public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
        {
            _channels.Add(message.Channel);
            return Task.FromResult<Outcome>(new Outcome.Done(name));
        }

        public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult(Says);

        public override string ToString() => string.Join(',', _channels);
    }
}
