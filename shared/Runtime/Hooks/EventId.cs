using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using static AesthetixWorkflows.Runtime.Hooks.HookKind;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>The id by which an inbound call is known when it comes a second time.</summary>
public static class EventId
{
    const int Longest = 200;

    /// <summary>The call's id, unique within its hook; null when it has none, and each call counts.</summary>
    /// <param name="kind">How the hook's callers prove themselves.</param>
    /// <param name="call">The call, already verified.</param>
    /// <param name="body">What it says.</param>
    /// <remarks>For a known provider its own id comes first: that stands in what is signed, while a header could be
    /// changed to make a recorded call look new.</remarks>
    public static string? Of(HookKind kind, HookCall call, JsonElement body)
    {
        var id = OfProvider(kind, call, body) ?? call.Header("webhook-id") ?? call.Header("Idempotency-Key");
        return id is { Length: > Longest } ? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))) : id;
    }

    static string? OfProvider(HookKind kind, HookCall call, JsonElement body) => kind switch
    {
        Stripe => Text(body, "id"),
        Typeform => Text(body, "event_id"),
        // One invitee is created and cancelled under one address.
        Calendly => Joined(Text(body, "payload", "uri"), Text(body, "event")),
        // A message has one id through all its states: queued, sent, delivered.
        Twilio => Joined(Text(body, "MessageSid"), Text(body, "MessageStatus") ?? Text(body, "SmsStatus"))
            ?? Joined(Text(body, "CallSid"), Text(body, "CallStatus")) ?? call.Header("I-Twilio-Idempotency-Token"),
        _ => null,
    };

    static string? Joined(string? id, string? state) => id is null ? null : state is null ? id : $"{id}:{state}";

    static string? Text(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return null;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }
}
