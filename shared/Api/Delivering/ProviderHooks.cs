using AesthetixWorkflows.Api.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Api.Delivering;

/// <summary>What the providers' own calls are checked with. A provider without its key has no address here.</summary>
/// <param name="PublicUrl">Where providers reach this app: Twilio signs the address that it called.</param>
/// <param name="SendGridKey">The verification key of the signed event webhook.</param>
/// <param name="TwilioToken">The account's auth token.</param>
public sealed record ProviderHooks(Uri PublicUrl, string? SendGridKey, string? TwilioToken)
{
    public const string SendGridPath = "/hooks/sendgrid/events", TwilioPath = "/hooks/twilio/status";

    /// <summary>The address on which the outside reaches a path of ours.</summary>
    public string Address(string pathAndQuery) => PublicUrl.AbsoluteUri.TrimEnd('/') + pathAndQuery;
}

/// <summary>Opens the addresses on which providers report.</summary>
public static class ProviderHookServices
{
    public static IServiceCollection AddProviderHooks(this IServiceCollection services, ProviderHooks hooks) =>
        services.AddSingleton(hooks).AddSingleton<IEndpointMap, ProviderRoutes>();
}
