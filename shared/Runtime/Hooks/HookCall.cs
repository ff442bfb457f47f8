namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>One inbound call as it came over the wire; nothing in it is trusted yet.</summary>
public sealed class HookCall
{
    readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="method">GET, POST or PUT.</param>
    /// <param name="url">The public address that the sender called, query included: Twilio signs it, so behind a proxy it
    /// has to be put together from what the proxy forwards.</param>
    /// <param name="headers">Header lines; a name that repeats is one value joined by commas.</param>
    /// <param name="body">The raw bytes: signatures are over these.</param>
    public HookCall(string method, Uri url, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        (Method, Url, Body) = (method, url, body);
        foreach (var (name, value) in headers)
            this.headers[name] = this.headers.TryGetValue(name, out var before) ? $"{before},{value}" : value;
    }

    public string Method { get; }
    public Uri Url { get; }
    public ReadOnlyMemory<byte> Body { get; }
    public IEnumerable<string> HeaderNames => headers.Keys;

    /// <summary>The header's trimmed value; null when absent or empty.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The media type in lower case without its parameters; empty when absent.</summary>
    public string MediaType => Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    /// <summary>The query as names and values, decoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query => FormText.Pairs(Url.IsAbsoluteUri ? Url.Query.TrimStart('?') : "");
}
