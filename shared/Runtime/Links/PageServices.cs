using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Registers what a host that serves the public pages needs.</summary>
public static class PageServices
{
    /// <param name="address">Where patients reach this host; answers null while they cannot.</param>
    public static IServiceCollection AddPublicPages(this IServiceCollection services, LinkKeys keys, Func<Uri?> address) => services
        .AddSingleton(keys).AddSingleton(new PageAddresses(address, keys)).AddSingleton<PracticeTags>().AddSingleton<TokenReader>();
}
