using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Lays the fields that a body gives over a record: absent fields stay, null empties what may be empty.</summary>
static class Overlay
{
    public static TRecord Onto<TRecord, TFields>(TRecord record, Body<TFields> body) where TRecord : class where TFields : class
    {
        var whole = JsonSerializer.SerializeToNode(record, ApiJson.Whole)!.AsObject();
        return Read<TRecord>(whole, body.Raw);
    }

    /// <summary>A new record: the body's fields and what only the server knows.</summary>
    public static TRecord New<TRecord, TFields>(Body<TFields> body, JsonObject given) where TRecord : class where TFields : class =>
        Read<TRecord>(given, body.Raw);

    static TRecord Read<TRecord>(JsonObject whole, JsonElement fields) where TRecord : class
    {
        foreach (var field in fields.EnumerateObject()) whole[field.Name] = JsonNode.Parse(field.Value.GetRawText());
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
