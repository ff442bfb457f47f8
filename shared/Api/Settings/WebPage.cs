namespace AesthetixWorkflows.Api.Settings;

/// <summary>Addresses that messages link to.</summary>
static class WebPage
{
    public const string Expected = "An address that begins with https://.";

    public static bool Is(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
}
