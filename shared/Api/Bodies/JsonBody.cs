using System.Text.Json;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Reads a JSON object from a request, and says where it is wrong when it is.</summary>
static class JsonBody
{
    static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <param name="optional">An absent body reads as an empty object.</param>
    public static async ValueTask<JsonElement> ReadObject(HttpContext http, bool optional)
    {
        var raw = await RawBody.Of(http);
        if (raw.Bytes.IsEmpty) return optional ? Empty : throw Refuse(Codes.BodyMissing);
        if (!IsJson(http.Request.ContentType)) throw Refuse(Codes.MediaType, "Send application/json.");
        var root = Parse(raw.Bytes);
        return root.ValueKind == JsonValueKind.Object ? root : throw Refuse(Codes.BodyNotObject);
    }

    public static T As<T>(JsonElement element)
    {
        try
        {
            return element.Deserialize<T>(ApiJson.Options) ?? throw Refuse(Codes.BodyNotObject);
        }
        catch (JsonException fault)
        {
            throw new RefusedException(JsonFault.Explain(fault));
        }
    }

    internal static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, ApiJson.Document);
            return WholeText.In(bytes.Span, document.RootElement) ? document.RootElement.Clone() : throw Refuse(Codes.BodyNotJson, "A text is not valid Unicode.");
        }
        catch (JsonException fault)
        {
            var where = fault.LineNumber is { } line ? $"Line {line + 1}, byte {fault.BytePositionInLine + 1}." : null;
            throw Refuse(Codes.BodyNotJson, where);
        }
        catch (InvalidOperationException)
        {
            // Looking for a field given twice, the parser itself stumbles over half a surrogate pair in a name.
            throw Refuse(Codes.BodyNotJson, "A text is not valid Unicode.");
        }
    }

    static bool IsJson(string? contentType)
    {
        var media = contentType.AsSpan();
        var semicolon = media.IndexOf(';');
        media = (semicolon < 0 ? media : media[..semicolon]).Trim();
        return media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    static RefusedException Refuse(Code code, string? detail = null) => new(new(code, detail));
}
