using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Lays the fields that a body gives over a record: absent fields stay, null empties what may be empty.</summary>
static class Overlay
{
    /// <param name="zone">Where a day begins that is given for a time.</param>
    public static TRecord Onto<TRecord, TFields>(TRecord record, Body<TFields> body, string zone = "UTC") where TRecord : class where TFields : class
    {
        var whole = JsonSerializer.SerializeToNode(record, ApiJson.Whole)!.AsObject();
        return Read<TRecord>(whole, body.Raw, OrDay.In<TFields>(), zone);
    }

    /// <summary>A new record: the body's fields and what only the server knows.</summary>
    /// <inheritdoc cref="Onto"/>
    public static TRecord New<TRecord, TFields>(Body<TFields> body, JsonObject given, string zone = "UTC") where TRecord : class where TFields : class =>
        Read<TRecord>(given, body.Raw, OrDay.In<TFields>(), zone);

    static TRecord Read<TRecord>(JsonObject whole, JsonElement fields, string[] orDays, string zone) where TRecord : class
    {
        foreach (var field in fields.EnumerateObject())
            whole[field.Name] = orDays.Contains(field.Name) ? OrDay.Read(field.Value, zone) : JsonNode.Parse(field.Value.GetRawText());
        try
        {
            return whole.Deserialize<TRecord>(ApiJson.Options)!;
        }
        catch (JsonException fault)
        {
            throw new RefusedException(JsonFault.Explain(fault));
        }
    }
}
