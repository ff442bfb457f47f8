using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>A line that a person wrote down from a prompt, before there was a drafter: a type (or several, by <c>|</c>) and the values that matter
/// (<c>key=value</c>, or <c>key~part</c>; <c>before=</c> stands for whatever the birthday trigger has for it).</summary>
static partial class Expected
{
    public static bool Fits(string expected, Outline.Line actual)
    {
        var depth = expected.Length - expected.TrimStart().Length;
        if (depth != actual.Depth * 2) return false;
        var text = expected.Trim();
        var starts = Keys().Matches(text).ToList();
        var types = (starts.Count > 0 ? text[..starts[0].Index] : text).Trim();
        if (!TypeFits(types, actual.Type)) return false;
        for (var i = 0; i < starts.Count; i++)
        {
            var value = text[(starts[i].Index + starts[i].Length)..(i + 1 < starts.Count ? starts[i + 1].Index : text.Length)].Trim();
            if (!ValueFits(starts[i].Groups["key"].Value, starts[i].Groups["op"].Value, value, actual)) return false;
        }
        return true;
    }

    static bool TypeFits(string types, string actual)
    {
        // "on form.submitted|contact.created; …": the alternatives are of the event, the rows go for each.
        if (!types.StartsWith("on ", StringComparison.Ordinal)) return types.Split('|').Contains(actual);
        var (events, rows) = types.IndexOf(';', StringComparison.Ordinal) is var at and >= 0 ? (types[3..at], types[at..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : (types[3..], []);
        var had = actual[3..].Split(';', StringSplitOptions.TrimEntries);
        return events.Split('|').Contains(had[0]) && rows.Order().SequenceEqual(had.Skip(1).Order());
    }

    static bool ValueFits(string key, string op, string value, Outline.Line actual)
    {
        if (key == "before") return actual.Values.Values.Any(given => given is "7" or "P7D" or "-P7D");
        if (!actual.Values.TryGetValue(key, out var found)) return false;
        return op == "~" ? found.Contains(value, StringComparison.OrdinalIgnoreCase) : value.Split('|').Contains(found) || value == found;
    }

    [GeneratedRegex(@"(?<=^|\s)(?<key>[A-Za-z][A-Za-z.]*)(?<op>[=~])")]
    private static partial Regex Keys();
}
