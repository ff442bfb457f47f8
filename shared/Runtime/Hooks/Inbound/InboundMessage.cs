using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Runtime.Hooks.Inbound;

/// <summary>A patient's text or email as a provider hands it over, in one shape.</summary>
/// <param name="Channel"><c>sms</c> or <c>email</c>.</param>
/// <param name="Id">The provider's or the mail's own id: the same message twice counts once.</param>
/// <param name="Name">The sender's name, where it says one.</param>
/// <param name="OptOut">What the carrier made of it, and answered itself: <c>stop</c>, <c>start</c> or <c>help</c>.</param>
/// <param name="Automatic">Written by a machine: an out-of-office note, a list.</param>
public sealed record InboundMessage(
    string Channel, string From, string? To, string? Subject, string Body, string? Id, string? Name = null, string? OptOut = null, bool Automatic = false)
{
    /// <returns>Null when the body is not a message of a provider that we know.</returns>
    public static InboundMessage? Read(JsonElement body) => InboundText.Read(body) ?? InboundEmail.Read(body);

    /// <summary>Longer than any answer that a person writes.</summary>
    const int LongestBody = 20_000;

    /// <summary>The data of <c>message.received</c>. Only this: the body it came in holds the text several times over.</summary>
    public JsonObject Data()
    {
        var contact = new JsonObject { [Channel == "email" ? "email" : "phone"] = From };
        if (Name is not null) contact["name"] = Name;
        var message = new JsonObject { ["channel"] = Channel, ["from"] = From, ["body"] = Body[..Math.Min(Body.Length, LongestBody)] };
        foreach (var (field, value) in new[] { ("to", To), ("subject", Subject), ("id", Id), ("optOut", OptOut), ("automatic", Automatic ? "true" : null) })
            if (value is not null) message[field] = value;
        return new() { ["contact"] = contact, ["message"] = message };
    }

    internal static string? Text(JsonElement body, string name) =>
        body.ValueKind is JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
        && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
