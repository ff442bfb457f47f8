using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static AesthetixWorkflows.Runtime.Hooks.HookBody;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Form fields as one JSON object: a repeated name is a list, <c>q3_name[first]</c> an object in it.</summary>
static class FormTree
{
    const int MostFields = 1000, DeepestBrackets = 8;

    public static HookBody Of(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var root = new JsonObject();
        var count = 0;
        foreach (var (name, value) in fields)
        {
            if (++count > MostFields) return new Unreadable(HookCodes.TooMany, "", $"The form has more than {MostFields} fields.");
            // A name that another name contradicts (a=1, a[b]=2; or the other way round) is kept beside it.
            if (name.Length > 0 && !Put(root, Path(name), value) && !Put(root, [name], value)) Put(root, [name + "[]"], value);
        }
        ReadRawRequest(root);
        return new Read(JsonSerializer.SerializeToElement(root));
    }

    static bool Put(JsonObject at, List<string> path, string value)
    {
        // "a[]" is a list even with one value in it.
        var isList = path.Count > 1 && path[^1].Length == 0;
        var names = isList ? path[..^1] : path;
        foreach (var name in names[..^1])
        {
            if (at[name] is null) at[name] = new JsonObject();
            if (at[name] is not JsonObject inner) return false;
            at = inner;
        }
        var last = names[^1];
        switch (at[last])
        {
            case null: at[last] = isList ? new JsonArray(value) : value; return true;
            case JsonArray list: list.Add(value); return true;
            case JsonValue before: at[last] = new JsonArray(before.DeepClone(), value); return true;
            default: return false;
        }
    }

    // q3_name[first] → q3_name, first;  tags[] → tags, "". What does not read so is a plain name.
    static List<string> Path(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !name.EndsWith(']')) return [name];
        var inner = name[(open + 1)..^1].Split("][");
        var isPlain = inner.Length > DeepestBrackets || inner.Any(part => part.Contains('[') || part.Contains(']')) || inner.SkipLast(1).Any(part => part.Length == 0);
        return isPlain ? [name] : [name[..open], .. inner];
    }

    // Jotform posts its answers a second time, properly nested, as JSON in a field.
    static void ReadRawRequest(JsonObject root)
    {
        if (root["rawRequest"] is JsonValue value && value.GetValue<string>() is var text && text.StartsWith('{')
            && JsonBody.ReadObject(Encoding.UTF8.GetBytes(text)) is Read inner)
            root["rawRequest"] = JsonObject.Create(inner.Value);
    }
}
