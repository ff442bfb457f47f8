namespace AesthetixWorkflows.Local;

/// <summary>How the embedded host is started.</summary>
/// <param name="Data">Folder of the database, the outbox and the owner's key.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="OwnerKey">The owner's API key, when it is given; otherwise one is made and kept in the data folder.</param>
/// <param name="Demo">Whether an empty data folder is given the demonstration practice.</param>
/// <param name="Past">Whether the demonstration practice is given two weeks of work to begin with.</param>
/// <param name="SignIn">Start nothing: have the host that runs print another address to sign in with.</param>
sealed record LocalOptions(string Data, string Urls, string? OwnerKey, bool Demo, bool SignIn = false, bool Past = false)
{
    public const string Usage = """
        Aesthetix Workflows, embedded host

          --data DIR     where everything is kept (default: data)
          --urls URLS    addresses to listen on (default: http://127.0.0.1:7080)
          --no-demo      do not make the demonstration practice in an empty folder
          --no-past      make it without the two weeks of work before today
          --sign-in      start nothing; print another address that signs in at the host that runs

        AESTHETIX_OWNER_KEY sets the owner's API key.
        Drafting__Endpoint, Drafting__Key and Drafting__Model let a language model draft workflows; see docs/decisions/0012-drafting.md.
        PublicUrl is where patients reach this host, for the links in messages; see docs/guides/public-pages.md.
        SendGrid__ApiKey and Twilio__AccountSid (with Twilio__AuthToken) send real messages; see docs/guides/connecting-sendgrid-and-twilio.md.
        """;

    /// <returns>Null with the reason when an argument is unknown or lacks its value.</returns>
    public static LocalOptions? Parse(string[] args, string? ownerKey, out string? wrong)
    {
        var options = new LocalOptions("data", "http://127.0.0.1:7080", string.IsNullOrWhiteSpace(ownerKey) ? null : ownerKey.Trim(), Demo: true, Past: true);
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (name is "--data" or "--urls" && value is null && ++i < args.Length) value = args[i];
            options = name switch
            {
                "--data" when value is { Length: > 0 } => options with { Data = value },
                "--urls" when value is { Length: > 0 } => options with { Urls = value },
                "--sign-in" => options with { SignIn = true },
                "--no-past" => options with { Past = false },
                "--no-demo" => options with { Demo = false },
                _ => null!,
            };
            if (options is not null) continue;
            wrong = name is "--data" or "--urls" ? $"{name} needs a value." : $"{name} is not known.";
            return null;
        }
        wrong = options.OwnerKey is { Length: < 16 } ? "AESTHETIX_OWNER_KEY must have at least 16 characters." : null;
        return wrong is null ? options : null;
    }
}
