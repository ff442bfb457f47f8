using AesthetixWorkflows.Functions.Providers;
using AesthetixWorkflows.Functions.SignIn;
using AesthetixWorkflows.ModelDrafting;
using AesthetixWorkflows.Runtime.Links;
using Microsoft.Extensions.Configuration;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>Every setting of the Azure host, read once when it starts. <c>local.settings.sample.json</c> explains each;
/// in Azure the secrets among them are Key Vault references.</summary>
public sealed record AzureSettings
{
    /// <summary>What is shorter can be guessed.</summary>
    const int ShortestKey = 24;

    /// <summary>Where patients and providers reach this app, without a slash at the end.</summary>
    public required Uri PublicUrl { get; init; }
    /// <summary>The table endpoint, reached with the app's managed identity. Or, on a developer's machine, <see cref="TablesConnection"/>.</summary>
    public Uri? TablesUri { get; init; }
    public string? TablesConnection { get; init; }
    /// <summary>The Service Bus namespace, reached with the app's managed identity; or a connection string on a developer's machine.</summary>
    public string? BusNamespace { get; init; }
    public string? BusConnection { get; init; }
    /// <summary>False: messages are kept as sent and leave the house nowhere. True needs the providers' settings.</summary>
    public bool Live { get; init; }
    public SendGridSettings? SendGrid { get; init; }
    public TwilioSettings? Twilio { get; init; }
    /// <summary>What messages leave by; null while nothing is to leave.</summary>
    public ProviderSettings? Providers => Live ? new(PublicUrl, SendGrid, Twilio) : null;
    /// <summary>The first practice, made at the first start.</summary>
    public required string PracticeName { get; init; }
    public required string PracticeZone { get; init; }
    /// <summary>Its owner's API key.</summary>
    public required string OwnerKey { get; init; }

    /// <summary>What the tokens in public addresses are signed with.</summary>
    public required LinkKeys Links { get; init; }

    /// <summary>The model that drafts workflows; null: the offline drafter does.</summary>
    public ModelSettings? Drafting { get; init; }

    /// <summary>Null: nobody signs in, everybody has a key.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <exception cref="SettingsMissingException">Names everything that is missing or cannot be read.</exception>
    public static AzureSettings Read(IConfiguration from)
    {
        var reader = new SettingsReader(from);
        var live = reader.Flag("Messages:Live");
        var settings = new AzureSettings
        {
            PublicUrl = reader.Address("PublicUrl"),
            TablesUri = from["Storage:TablesUri"] is { Length: > 0 } ? reader.Address("Storage:TablesUri") : null,
            TablesConnection = from["Storage:ConnectionString"],
            BusNamespace = from["ServiceBus:fullyQualifiedNamespace"],
            BusConnection = from["ServiceBus"],
            Live = live,
            SendGrid = live ? new(reader.Text("SendGrid:ApiKey"), reader.Text("SendGrid:EventKey")) : null,
            Twilio = live ? new(reader.Text("Twilio:AccountSid"), reader.Text("Twilio:AuthToken"), from["Twilio:MessagingServiceSid"] is { Length: > 0 } service ? service : null) : null,
            PracticeName = reader.Text("Practice:Name"),
            PracticeZone = reader.Zone("Practice:TimeZone"),
            OwnerKey = reader.Text("Owner:Key"),
            Links = Keys(reader),
            Drafting = from["Drafting:Endpoint"] is { Length: > 0 } ? new(reader.Address("Drafting:Endpoint"), reader.Text("Drafting:Key"), reader.Text("Drafting:Model")) : null,
            SignIn = SignInSettings.Read(from),
        };
        if (settings is { TablesUri: null, TablesConnection: null or "" }) reader.Missing("Storage:TablesUri (or Storage:ConnectionString)");
        if (settings is { BusNamespace: null or "", BusConnection: null or "" }) reader.Missing("ServiceBus:fullyQualifiedNamespace (or ServiceBus)");
        if (settings.OwnerKey.Length is > 0 and < ShortestKey) reader.Wrong($"Owner:Key must have at least {ShortestKey} characters");
        reader.Insist();
        return settings;
    }

    /// <summary>Refused when missing: a key made up at the start would be another one in every worker, and in none tomorrow.</summary>
    static LinkKeys Keys(SettingsReader reader)
    {
        var text = reader.Text("Links:Key");
        if (LinkKeys.Parse(text) is { } keys) return keys;
        if (text.Length > 0) reader.Wrong($"Links:Key must have at least {LinkKeys.ShortestKey} characters, in each of its keys");
        return null!;
    }
}
