namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>The hosts inside its own network that a practice has allowed by name.</summary>
static class AllowedHosts
{
    /// <param name="allowed">Entries <c>host</c> (any port) or <c>host:port</c>; exact but for case, no wildcards.</param>
    public static bool Covers(IReadOnlySet<string> allowed, string host, int port)
    {
        if (allowed.Count == 0) return false;
        var withPort = $"{host}:{port}";
        return allowed.Any(entry => entry.Equals(host, StringComparison.OrdinalIgnoreCase) || entry.Equals(withPort, StringComparison.OrdinalIgnoreCase));
    }
}
