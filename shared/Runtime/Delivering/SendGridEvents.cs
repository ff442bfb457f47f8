using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>SendGrid's list of events as reports. Each event carries the ids that we gave the message.</summary>
/// <param name="Foreign">Events without our ids, and kinds of event that tell us nothing.</param>
public sealed record SendGridEvents(IReadOnlyList<DeliveryReport> Reports, int Foreign)
{
    public const string Source = "sendgrid";
    /// <summary>The names under which our ids travel with a message.</summary>
    public const string PracticeArg = "practice", MessageArg = "message", EffectArg = "effect", EnrollmentArg = "enrollment";

    /// <returns>Null when the body is not a JSON list.</returns>
    public static SendGridEvents? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 16 });
            if (document.RootElement.ValueKind is not JsonValueKind.Array) return null;
            var reports = document.RootElement.EnumerateArray().Select(Report).OfType<DeliveryReport>().ToList();
            return new(reports, document.RootElement.GetArrayLength() - reports.Count);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The parser lets halves of surrogate pairs through; whoever asks for the text finds out.
            return null;
        }
    }

    static DeliveryReport? Report(JsonElement e)
    {
        if (Text(e, PracticeArg) is not { } practice || Text(e, MessageArg) is not { } message || Text(e, "sg_event_id") is not { } id
            || Meaning(e) is not var (what, code, stop)) return null;
        var at = e.TryGetProperty("timestamp", out var seconds) && seconds.ValueKind is JsonValueKind.Number && seconds.TryGetInt64(out var unix)
            && unix is > 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(unix) : DateTimeOffset.UnixEpoch;
        // sg_message_id is the id that sending answered, a dot, and which server took it on.
        return new(practice, message, what, Source, id, at, Text(e, "sg_message_id")?.Split('.')[0], code, stop, what is DeliveryEvent.Clicked ? Text(e, "url") : null);
    }

    static (DeliveryEvent, string? Code, string? Stop)? Meaning(JsonElement e) => Text(e, "event") switch
    {
        "processed" => (DeliveryEvent.Sent, null, null),
        "delivered" => (DeliveryEvent.Delivered, null, null),
        // Opened by the mailbox's own machines before anybody saw it: it arrived, and that is all it says.
        "open" when e.TryGetProperty("sg_machine_open", out var machine) && machine.ValueKind is JsonValueKind.True => (DeliveryEvent.Delivered, null, null),
        "open" => (DeliveryEvent.Opened, null, null),
        "click" => (DeliveryEvent.Clicked, null, null),
        // Blocked is about the moment or the sender; the address itself may be good.
        "bounce" => Text(e, "type") == "blocked"
            ? (DeliveryEvent.Bounced, "sendgrid.blocked", null)
            : (DeliveryEvent.Bounced, "sendgrid.bounced", DeliveryStops.Bounced),
        "dropped" => (DeliveryEvent.Dropped, "sendgrid.dropped", Text(e, "reason") switch
        {
            "Bounced Address" => DeliveryStops.Bounced,
            "Unsubscribed Address" => DeliveryStops.Unsubscribed,
            "Spam Reporting Address" => DeliveryStops.Complained,
            _ => null,
        }),
        "spamreport" => (DeliveryEvent.Complained, null, DeliveryStops.Complained),
        "unsubscribe" or "group_unsubscribe" => (DeliveryEvent.Unsubscribed, null, DeliveryStops.Unsubscribed),
        _ => null,
    };

    static string? Text(JsonElement e, string name) =>
        e.ValueKind is JsonValueKind.Object && e.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= 500 } text ? text : null;
}
