using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>Which rules of the whole workflow changed.</summary>
static class SettingDifferences
{
    static readonly Dictionary<string, string> Labels = new()
    {
        ["reentry"] = "Entering again", ["scope"] = "What one enrollment is about", ["stopOnReply"] = "Stop when the contact replies", ["timeZone"] = "Time zone",
        ["window"] = "Hours for messages", ["pauseDates"] = "Pause dates", ["sender"] = "Sender", ["onNewVersion"] = "Contacts inside when a version is published",
        ["allowPrivate"] = "Where private information may go",
    };

    static readonly Dictionary<string, string> Choices = new()
    {
        ["once"] = "once only", ["afterFinish"] = "after finishing", ["always"] = "always", ["stay"] = "stay on their version", ["move"] = "move to the new one", ["end"] = "end",
    };

    /// <param name="was">In normal form.</param>
    public static IEnumerable<Difference> Between(JsonObject was, JsonObject now)
    {
        foreach (var name in now.Select(p => p.Key))
        {
            if (JsonNode.DeepEquals(was[name], now[name])) continue;
            var (had, has) = (Told(name, was[name]), Told(name, now[name]));
            yield return new("changed", "settings", null, name, had, has, $"{Labels.GetValueOrDefault(name, name)}: now {has ?? "not set"} (before: {had ?? "not set"}).");
        }
    }

    static string? Told(string name, JsonNode? value) => (name, value) switch
    {
        ("pauseDates", JsonArray { Count: > 0 } dates) => string.Join(", ", dates.Select(d => $"{d!["from"]} to {d["to"]}{(d["yearly"]?.GetValue<bool>() == true ? " every year" : "")}")),
        ("sender", JsonObject { Count: 0 }) => null,
        ("sender", JsonObject sender) => string.Join(", ", sender.Select(p => p.Value!.ToString())),
        (_, JsonValue text) when text.TryGetValue(out string? word) => Choices.GetValueOrDefault(word, word),
        _ => ValueWords.Of(value),
    };
}
