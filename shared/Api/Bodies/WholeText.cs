using System.Text.Json;
using System.Text.Unicode;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>JSON lets half a surrogate pair and broken UTF-8 through the parser; whoever reads such a text later meets an
/// exception. So it is refused at the door.</summary>
static class WholeText
{
    public static bool In(ReadOnlySpan<byte> bytes, JsonElement root) => Utf8.IsValid(bytes) && (bytes.IndexOf("\\u"u8) < 0 || In(root));

    static bool In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(p => Reads(() => p.Name) && In(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(In),
        JsonValueKind.String => Reads(element.GetString),
        _ => true,
    };

    static bool Reads(Func<string?> text)
    {
        try
        {
            _ = text();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
