using System.Net.Mail;
using System.Text.Json;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Wording;
using static AesthetixWorkflows.Runtime.Hooks.Inbound.InboundMessage;

namespace AesthetixWorkflows.Runtime.Hooks.Inbound;

/// <summary>An email as SendGrid's Inbound Parse posts it: <c>from to subject text html headers envelope</c>.</summary>
static class InboundEmail
{
    public static InboundMessage? Read(JsonElement body)
    {
        if (Text(body, "envelope") is null || Text(body, "from") is not { } from || EmailAddress.Normalize(from) is not { } address) return null;
        var headers = Text(body, "headers") ?? "";
        var text = Text(body, "text") ?? (Text(body, "html") is { } html ? Html.ToText(html) : "");
        var name = MailAddress.TryCreate(from, out var mailbox) && mailbox.DisplayName is { Length: > 0 and <= 100 } shown ? shown : null;
        return new("email", address, EmailAddress.Normalize(Text(body, "to")) ?? Text(body, "to"), Text(body, "subject"), QuotedText.Without(text),
            Header(headers, "Message-ID"), name, Automatic: IsAutomatic(headers));
    }

    // RFC 3834 and what mail servers did before it.
    static bool IsAutomatic(string headers) =>
        Header(headers, "Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || Header(headers, "X-Autoreply") is not null || Header(headers, "X-Autorespond") is not null
        || Header(headers, "Precedence") is { } precedence && precedence.ToLowerInvariant() is "auto_reply" or "bulk" or "junk" or "list";

    static string? Header(string headers, string name)
    {
        foreach (var line in headers.AsSpan().EnumerateLines())
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && line[(name.Length + 1)..].Trim() is { Length: > 0 } value)
                return value.ToString();
        return null;
    }
}
