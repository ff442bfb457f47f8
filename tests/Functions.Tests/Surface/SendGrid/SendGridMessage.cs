using System.Text.Json;
using System.Text.Json.Serialization;

// A double of the SendGrid package's mail helpers: the fields that functions/ sets, under the names they have on the wire.
namespace SendGrid.Helpers.Mail;

public class SendGridMessage
{
    static readonly JsonSerializerOptions Wire = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [JsonPropertyName("from")] public EmailAddress? From { get; set; }
    [JsonPropertyName("subject")] public string? Subject { get; set; }
    [JsonPropertyName("personalizations")] public List<Personalization>? Personalizations { get; set; }
    [JsonPropertyName("content")] public List<Content>? Contents { get; set; }
    [JsonIgnore] public string? PlainTextContent { get; set; }
    [JsonIgnore] public string? HtmlContent { get; set; }
    [JsonPropertyName("headers")] public Dictionary<string, string>? Headers { get; set; }
    [JsonPropertyName("categories")] public List<string>? Categories { get; set; }
    [JsonPropertyName("custom_args")] public Dictionary<string, string>? CustomArgs { get; set; }
    [JsonPropertyName("tracking_settings")] public TrackingSettings? TrackingSettings { get; set; }
    [JsonPropertyName("reply_to")] public EmailAddress? ReplyTo { get; set; }

    public string Serialize(bool useDefaultSerialization = true)
    {
        Contents = [];
        if (PlainTextContent is not null) Contents.Add(new("text/plain", PlainTextContent));
        if (HtmlContent is not null) Contents.Add(new("text/html", HtmlContent));
        return JsonSerializer.Serialize(this, Wire);
    }
}

public class Personalization
{
    [JsonPropertyName("to")] public List<EmailAddress>? Tos { get; set; }
    [JsonPropertyName("cc")] public List<EmailAddress>? Ccs { get; set; }
    [JsonPropertyName("bcc")] public List<EmailAddress>? Bccs { get; set; }
}

public class TrackingSettings
{
    [JsonPropertyName("click_tracking")] public ClickTracking? ClickTracking { get; set; }
}

public class ClickTracking
{
    [JsonPropertyName("enable")] public bool? Enable { get; set; }
    [JsonPropertyName("enable_text")] public bool? EnableText { get; set; }
}

public class EmailAddress(string email, string? name = null)
{
    [JsonPropertyName("name")] public string? Name { get; set; } = name;
    [JsonPropertyName("email")] public string Email { get; set; } = email;
}

public class Content(string type, string value)
{
    [JsonPropertyName("type")] public string Type { get; set; } = type;
    [JsonPropertyName("value")] public string Value { get; set; } = value;
}
