namespace AesthetixWorkflows.Local.Serving;

/// <summary>Where patients reach this host: the setting <c>PublicUrl</c>. While nothing leaves the machine, its own address does.</summary>
sealed class PublicAddress
{
    readonly Uri? _set;
    readonly bool _leaves;
    Uri _own;

    PublicAddress(Uri? set, bool leaves, Uri own) => (_set, _leaves, _own) = (set, leaves, own);

    /// <param name="urls">What it is to listen on.</param>
    public static PublicAddress Of(IConfiguration from, string urls) => new(
        Uri.TryCreate(from["PublicUrl"]?.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null,
        from["SendGrid:ApiKey"] is { Length: > 0 } || from["Twilio:AccountSid"] is { Length: > 0 }, Reachable(urls.Split(';')[0]));

    /// <param name="address">What it listens on: the port may have been the system's to choose.</param>
    public void Listens(string address) => Volatile.Write(ref _own, Reachable(address));

    /// <returns>Null: messages go to real people, whom this machine's own address would lead nowhere.</returns>
    public Uri? Find() => _set ?? (_leaves ? null : Volatile.Read(ref _own));

    // "Every address of this machine" is none that a browser can open.
    static Uri Reachable(string address) => Uri.TryCreate(address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var url) ? url : new("http://localhost");
}
