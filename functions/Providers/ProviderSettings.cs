namespace AesthetixWorkflows.Functions.Providers;

/// <summary>The accounts that messages leave by. Both hosts read them under the same names.</summary>
/// <param name="PublicUrl">Where the providers reach this app; null: nowhere, so nothing is reported back.</param>
public sealed record ProviderSettings(Uri? PublicUrl, SendGridSettings? SendGrid, TwilioSettings? Twilio);

/// <param name="EventKey">The public key that SendGrid's event webhook signs with (base 64, DER). Null: its reports are not taken.</param>
public sealed record SendGridSettings(string ApiKey, string? EventKey);

/// <param name="MessagingServiceSid">Null: each practice's own number is the sender.</param>
public sealed record TwilioSettings(string AccountSid, string AuthToken, string? MessagingServiceSid);
