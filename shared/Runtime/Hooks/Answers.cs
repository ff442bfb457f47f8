using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>One thing a body says: a value under a bare name, and the name of what it stands in.</summary>
sealed record Answer(string Name, string Parent, JsonElement Value);

/// <summary>Everything a body says, shallowest first, whether it is a plain object or a list of questions and answers.</summary>
/// <remarks>Lists of pairs as seen at Calendly (question, answer), Typeform (field.ref, text/email/…), Google lead forms
/// (column_id, string_value) and Facebook lead ads (name, values).</remarks>
static class Answers
{
    const int Deepest = 6, Most = 2000;

    static readonly string[] Labels = ["question", "label", "column_id", "title", "key"];
    static readonly string[] Values =
        ["answer", "value", "string_value", "text", "email", "phone_number", "number", "boolean", "date", "choice", "values", "choices"];

    public static IReadOnlyList<Answer> Of(JsonElement body)
    {
        var found = new List<Answer>();
        var waiting = new Queue<(JsonElement Value, string Name, string Parent, int Depth, bool InList)>();
        waiting.Enqueue((body, "", "", 0, false));
        while (found.Count < Most && waiting.TryDequeue(out var at))
        {
            if (at.Value.ValueKind == JsonValueKind.Object && at.InList && Pair(at.Value) is { } pair)
            {
                found.Add(new(Slug(pair.Label), at.Name, pair.Value));
                // Typeform says by the value's own name what it is: {"type":"email","email":"…"}.
                if (pair.ValueName is "email" or "phone_number") found.Add(new(pair.ValueName, at.Name, pair.Value));
            }
            else if (at.Value.ValueKind == JsonValueKind.Object && at.Depth < Deepest)
                foreach (var member in at.Value.EnumerateObject()) waiting.Enqueue((member.Value, Bare(member.Name), at.Name, at.Depth + 1, false));
            else if (at.Value.ValueKind == JsonValueKind.Array && at.Value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object))
                foreach (var item in at.Value.EnumerateArray()) waiting.Enqueue((item, at.Name, at.Parent, at.Depth + 1, true));
            else if (at.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object) && at.Name.Length > 0)
                found.Add(new(at.Name, at.Parent, at.Value));
        }
        return found;
    }

    static (string Label, string ValueName, JsonElement Value)? Pair(JsonElement item)
    {
        var label = Labels.Select(name => Text(item, name)).FirstOrDefault(text => text is not null)
            ?? (item.TryGetProperty("field", out var field) ? Text(field, "title") ?? Text(field, "ref") : null);
        var names = Values.AsEnumerable();
        // "name" labels a value only where there is nothing but the two: anywhere else it is somebody's name.
        if (label is null && item.GetPropertyCount() == 2) (label, names) = (Text(item, "name"), ["value", "values"]);
        if (label is null) return null;
        foreach (var name in names)
            if (item.TryGetProperty(name, out var value)) return (label, name, Single(value));
        return null;
    }

    // A choice is {"label": "Botox"}; Facebook's values are a list of one.
    static JsonElement Single(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0]
        : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("label", out var label) ? label
        : value;

    static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
        && found.GetString() is { Length: > 0 } text ? text : null;

    // Jotform puts the question's number before its name: q3_name.
    static string Bare(string name)
    {
        var digits = name.Length > 1 && name[0] == 'q' ? name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') : -1;
        return digits > 0 && name[digits + 1] == '_' && name.Length > digits + 2 ? name[(digits + 2)..] : name;
    }

    // A question as the name of a field: "What treatment?" → What_treatment.
    static string Slug(string question) =>
        string.Join('_', new string([.. question.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } slug
            ? slug[..Math.Min(slug.Length, 64)]
            : "_";
}
