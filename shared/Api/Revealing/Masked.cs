using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Revealing;

/// <summary>Records without what patients wrote or were written. What was there is shown as three dots.</summary>
static class Masked
{
    public const string Dots = "•••";

    /// <summary>A note to the team is for whoever reads this.</summary>
    public static Message Of(Message message) => message.Purpose == "team" ? message : message with
    {
        Subject = Hidden(message.Subject), Text = Hidden(message.Text), Html = Hidden(message.Html),
    };

    public static Delivery Of(Delivery delivery) => delivery with { RequestBody = Hidden(delivery.RequestBody), AnswerBody = Hidden(delivery.AnswerBody) };

    public static WorkTask Of(WorkTask task) => task with { Text = Hidden(task.Text), Script = Hidden(task.Script) };

    public static Stored<Message> Of(Stored<Message> message) => message with { Body = Of(message.Body) };
    public static Stored<Delivery> Of(Stored<Delivery> delivery) => delivery with { Body = Of(delivery.Body) };

    /// <summary>The same names, and values only where they are safe.</summary>
    /// <param name="safe">Told the dotted name of a value: may it be seen?</param>
    public static JsonElement Of(JsonElement json, Func<string, bool>? safe = null) => JsonSerializer.SerializeToElement(Node(json, "", safe));

    static JsonNode? Node(JsonElement json, string name, Func<string, bool>? safe) => json.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Node(p.Value, name.Length == 0 ? p.Name : $"{name}.{p.Name}", safe)))),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(item => Node(item, name, safe))]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => safe?.Invoke(name) == true ? JsonNode.Parse(json.GetRawText()) : JsonValue.Create(Dots),
    };

    static string? Hidden(string? text) => string.IsNullOrEmpty(text) ? text : Dots;
}
