using AesthetixWorkflows.Api.Delivering;
using AesthetixWorkflows.Functions.Providers.SendGrid;
using AesthetixWorkflows.Functions.Providers.Twilio;
using AesthetixWorkflows.Functions.Providers.Wire;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Providers;

/// <summary>Registers what messages leave by, and the addresses on which the providers report.</summary>
public static class ProviderServices
{
    /// <param name="settings">Null: nothing leaves the house.</param>
    /// <param name="rest">Takes the channels that have no account; left out: they are kept and count as sent.</param>
    public static IServiceCollection AddMessageProviders(this IServiceCollection services, ProviderSettings? settings, Func<IServiceProvider, IMessageProvider>? rest = null)
    {
        rest ??= _ => new KeptProvider();
        if (settings is null or { SendGrid: null, Twilio: null }) return services.AddSingleton(rest);
        var hooks = settings.PublicUrl is { } url ? new ProviderHooks(url, settings.SendGrid?.EventKey, settings.Twilio?.AuthToken) : null;
        if (hooks is not null) services.AddProviderHooks(hooks);
        return services.AddSingleton<IMessageProvider>(s => new ProviderSwitch(
            settings.SendGrid is { } sendGrid
                ? SendGridProvider.Over(ProviderWire.Client(), sendGrid, s.GetRequiredService<TimeProvider>())
                : null,
            settings.Twilio is { } twilio
                ? new TwilioProvider(ProviderWire.Client(), twilio, (practice, message) => Callback(hooks, practice, message), s.GetRequiredService<TimeProvider>())
                : null,
            rest(s)));
    }

    /// <summary>Where Twilio reports on a message.</summary>
    public static Uri? Callback(ProviderHooks? hooks, string practice, string messageId) =>
        hooks is null ? null : new(hooks.Address(ProviderHooks.TwilioPath) + TwilioStatus.Query(practice, messageId) + TwilioStatus.Persistence);
}
