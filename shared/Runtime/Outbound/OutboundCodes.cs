namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>The stored codes of outgoing requests that did not get through.</summary>
public static class OutboundCodes
{
    /// <summary>The method is not one we send.</summary>
    public const string Method = "outbound.method";
    /// <summary>Not an absolute http or https address.</summary>
    public const string Scheme = "outbound.scheme";
    /// <summary>A user name or password stands in the address.</summary>
    public const string UserInfo = "outbound.userinfo";
    /// <summary>A header's name or value cannot be sent, or is ours to set.</summary>
    public const string Header = "outbound.header";
    /// <summary>The body is longer than allowed.</summary>
    public const string TooLarge = "outbound.body.large";
    /// <summary>A signing secret is not <c>whsec_</c> and base64.</summary>
    public const string Secret = "outbound.secret";
    /// <summary>The host leads to an address inside a network.</summary>
    public const string Address = "outbound.address";
    /// <summary>More redirects than allowed.</summary>
    public const string RedirectTooMany = "outbound.redirect.many";
    /// <summary>A redirect from https to http.</summary>
    public const string RedirectDowngrade = "outbound.redirect.downgrade";
    /// <summary>A redirect that would lose the body on the way.</summary>
    public const string RedirectMoved = "outbound.redirect.moved";
    /// <summary>A redirect to what is not an address.</summary>
    public const string RedirectUnreadable = "outbound.redirect.unreadable";
    /// <summary>The host's name could not be found.</summary>
    public const string Dns = "outbound.dns";
    /// <summary>Nobody took the connection.</summary>
    public const string Connect = "outbound.connect";
    /// <summary>No secure connection could be agreed.</summary>
    public const string Tls = "outbound.tls";
    /// <summary>No answer in time.</summary>
    public const string Timeout = "outbound.timeout";
    /// <summary>The connection broke before an answer came.</summary>
    public const string Broken = "outbound.broken";
    /// <summary>What came back is not HTTP, or has too many headers.</summary>
    public const string NotHttp = "outbound.answer";
    /// <summary>The address is gone for good (410): stop sending.</summary>
    public const string Gone = "outbound.gone";
    /// <summary>The other system is busy or broken just now (408, 425, 429, 5xx).</summary>
    public const string Busy = "outbound.busy";
    /// <summary>The other system does not want this request (any other status).</summary>
    public const string Rejected = "outbound.rejected";
}
