using System.Globalization;
using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>Twilio's status callback as a report. Our ids are in the address that we gave it.</summary>
public static class TwilioStatus
{
    public const string Source = "twilio", PracticeArg = "practice", MessageArg = "message";

    /// <summary>Asks Twilio to come again when we could not take it (its "connection overrides").</summary>
    public const string Persistence = "#rc=5&rp=all";

    /// <summary>The query of the address that a message's status is reported to.</summary>
    public static string Query(string practice, string messageId) =>
        $"?{PracticeArg}={Uri.EscapeDataString(practice)}&{MessageArg}={Uri.EscapeDataString(messageId)}";

    /// <returns>Null when it is about no message of ours, or says nothing new (<c>queued</c>, <c>sending</c>).</returns>
    public static DeliveryReport? Read(IEnumerable<KeyValuePair<string, string>> query, JsonElement form, DateTimeOffset now)
    {
        var ids = query.GroupBy(pair => pair.Key).ToDictionary(g => g.Key, g => g.First().Value);
        if (!ids.TryGetValue(PracticeArg, out var practice) || !ids.TryGetValue(MessageArg, out var message)
            || Text(form, "MessageSid") is not { } sid || Text(form, "MessageStatus") is not { } status) return null;
        DeliveryEvent? what = status switch
        {
            "sent" => DeliveryEvent.Sent,
            "delivered" or "read" or "partially_delivered" => DeliveryEvent.Delivered,
            "failed" or "undelivered" => DeliveryEvent.Failed,
            _ => null,
        };
        if (what is null) return null;
        var code = what is DeliveryEvent.Failed
            ? int.TryParse(Text(form, "ErrorCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? $"twilio.{number}" : "twilio.undelivered"
            : null;
        return new(practice, message, what.Value, Source, $"{sid}:{status}", now, sid, code, DeliveryStops.ReasonOf(code));
    }

    static string? Text(JsonElement form, string name) =>
        form.ValueKind is JsonValueKind.Object && form.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= 200 } text ? text : null;
}
