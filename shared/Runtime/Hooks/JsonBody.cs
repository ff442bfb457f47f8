using System.Text.Json;
using static AesthetixWorkflows.Runtime.Hooks.HookBody;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>JSON from outside, checked so far that nothing further in can trip over it.</summary>
static class JsonBody
{
    public static HookBody ReadObject(ReadOnlyMemory<byte> bytes) => ReadAny(bytes) switch
    {
        Read { Value.ValueKind: not JsonValueKind.Object } it => new Unreadable(HookCodes.NotAnObject, "", $"The body is {Kind(it.Value)}; an object is wanted."),
        var any => any,
    };

    public static HookBody ReadAny(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            if (Flaw(bytes.Span) is { } flaw) return flaw;
            // Two values under one name mean different things to different readers, so they are refused.
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return new Read(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" near line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            return new Unreadable(HookCodes.NotJson, "", $"The body is not JSON{place}, or has one name twice in an object.");
        }
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    static Unreadable? Flaw(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostBytes });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= Deepest && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                return new(HookCodes.TooDeep, "", $"The body is nested deeper than {Deepest}.");
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
                return new(HookCodes.NotText, "", $"The body holds text that is not Unicode, near byte {reader.TokenStartIndex + 1}.");
        }
        return null;
    }

    // The parser itself lets broken UTF-8 and halves of surrogate pairs through, and whoever asks for the text later
    // gets an exception.
    static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
