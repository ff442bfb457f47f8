using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Turns the serializer's complaint into one that a caller can use: a pointer and plain words, no type names.</summary>
static partial class JsonFault
{
    public static Refusal Explain(JsonException fault)
    {
        var pointer = Pointer(fault.Path);
        if (Unmapped().Match(fault.Message) is { Success: true } unknown)
            return Refusal.OfField(Codes.FieldUnknown, Under(pointer, unknown.Groups[1].Value), "This field is not known here.");
        if (Missing().Match(fault.Message) is { Success: true } missing)
            return Refusal.OfField(Codes.FieldRequired, Under(pointer, missing.Groups[1].Value), "This field is required.");
        if (Place(fault) is { } hole) return Refusal.OfField(Codes.FieldInvalid, JsonPointer.Below(pointer[..Math.Max(0, pointer.LastIndexOf('/'))], hole), "This must not be null.");
        return Refusal.OfField(Codes.FieldInvalid, pointer, "This value has the wrong type or form.");
    }

    /// <summary>Where in its list or map the null stands; the path's last part is where the reading had come to.</summary>
    static string? Place(JsonException fault) =>
        fault.Message.StartsWith(Holes.Mark, StringComparison.Ordinal) ? fault.Message[Holes.Mark.Length..] : null;

    /// <summary><c>$.tags[0]['a.b']</c> → <c>/tags/0/a.b</c>.</summary>
    internal static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        foreach (Match part in Parts().Matches(path ?? ""))
        {
            var name = part.Groups.Values.Skip(1).First(g => g.Success).Value;
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        return pointer.ToString();
    }

    // The serializer's path ends at the object or at the field, depending on how far it got.
    static string Under(string pointer, string name) =>
        pointer.EndsWith("/" + name, StringComparison.Ordinal) ? pointer : $"{pointer}/{name}";

    [GeneratedRegex(@"^The JSON property '(.+?)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: '(.+?)'")]
    private static partial Regex Missing();

    [GeneratedRegex(@"\.([^.\[\]]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]")]
    private static partial Regex Parts();
}
