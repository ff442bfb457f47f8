using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Judges what a model wrote. Whatever was in the prompt or in a name, an answer can only be a draft: known steps,
/// no secret, and no address that the person did not give.</summary>
sealed partial class DraftGuard(IDefinitionCheck check)
{
    /// <returns>What is wrong, in words that a model can repair by; empty when it may be shown to a person.</returns>
    public IReadOnlyList<string> Problems(JsonObject definition, DraftWish wish)
    {
        var draft = wish.Current is { ValueKind: JsonValueKind.Object } current ? JsonNode.Parse(current.GetRawText()) as JsonObject : null;
        var wrong = KeptSecrets.Restore(definition, draft).Select(place => $"{place}: leave this field out.").ToList();
        var given = wish.Prompt + wish.Current?.GetRawText();
        foreach (var text in Texts(definition))
            foreach (Match address in Address().Matches(text))
                if (!given.Contains(address.Value.TrimEnd('.', ',', ')', '/'), StringComparison.OrdinalIgnoreCase)) wrong.Add($"“{Short(address.Value)}” is an address that the prompt does not have; use merge fields such as {{{{practice.website}}}}.");
        var result = check.Check("", "", JsonSerializer.SerializeToElement(definition));
        if (result.Definition is null) wrong.Add("It cannot be read as a definition.");
        wrong.AddRange(result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Code} {finding.Pointer}: {finding.Message}"));
        return [.. wrong.Distinct().Take(40)];
    }

    static string Short(string text) => text.Length > 100 ? text[..100] : text;

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject many => many.SelectMany(pair => Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    /// <summary>Web addresses, host names with a path, email addresses, and phone numbers.</summary>
    [GeneratedRegex(@"(?:https?:)?//[^\s""<>]+|\b[\w.+-]+@[\w-]+\.[\w.-]+\b|\bwww\.[^\s""<>]+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|app|dev|ru|cn|xyz|info|biz|ly)(?:/[^\s""<>]*)?\b|(?:javascript|data):[^\s""<>]+|\+\d[\d ()-]{7,}\d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
