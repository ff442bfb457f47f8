using System.Text.Json;
using AesthetixWorkflows.Core.Identity;
using static AesthetixWorkflows.Runtime.Hooks.Inbound.InboundMessage;

namespace AesthetixWorkflows.Runtime.Hooks.Inbound;

/// <summary>A text as Twilio posts it: <c>From To Body MessageSid OptOutType</c>.</summary>
static class InboundText
{
    public static InboundMessage? Read(JsonElement body)
    {
        if (Text(body, "MessageSid") is not { } id || Text(body, "From") is not { } from || PhoneNumber.Normalize(from) is not { } phone) return null;
        // A status callback has no text and a state of its own; a picture without words is a message all the same.
        if (!body.TryGetProperty("Body", out _) || Text(body, "SmsStatus") is not (null or "received")) return null;
        var optOut = Text(body, "OptOutType")?.ToLowerInvariant();
        return new("sms", phone, Text(body, "To"), null, Text(body, "Body")?.Trim() ?? "", id, OptOut: optOut is "stop" or "start" or "help" ? optOut : null);
    }
}
