using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>Which triggers came, went or let in somebody else.</summary>
sealed class TriggerDifferences(Titles titles, Definition before, Definition after)
{
    public IEnumerable<Difference> Find()
    {
        var (old, given) = (ById(before), ById(after));
        foreach (var trigger in before.Triggers.Where(t => !given.ContainsKey(t.Id)))
            yield return new("removed", "trigger", trigger.Id, null, titles.Of(trigger), null, $"{titles.Of(trigger)} was removed.");
        foreach (var trigger in after.Triggers)
        {
            if (!old.TryGetValue(trigger.Id, out var was))
            {
                var asks = Asks(trigger);
                yield return new("added", "trigger", trigger.Id, null, null, asks, $"{titles.Of(trigger)} was added: {asks}.");
                continue;
            }
            foreach (var difference in Between(was, trigger)) yield return difference;
        }
    }

    IEnumerable<Difference> Between(TriggerDefinition was, TriggerDefinition now)
    {
        var title = titles.Of(now);
        Difference Changed(string field, string? old, string? given, string words, string kind = "changed") => new(kind, "trigger", now.Id, field, old, given, words);
        if (was.Name != now.Name) yield return Changed("name", was.Name, now.Name, $"{titles.Of(was)} is now called “{now.Name ?? titles.LabelOf(now.Type)}”.", "renamed");
        if (was.Enabled != now.Enabled) yield return Changed("enabled", was.Enabled ? "on" : "off", now.Enabled ? "on" : "off", $"{title} is switched {(now.Enabled ? "on" : "off")}.");
        if (was.Type != now.Type) yield return Changed("type", titles.LabelOf(was.Type), titles.LabelOf(now.Type), $"{title} was for “{titles.LabelOf(was.Type)}” and is now for “{titles.LabelOf(now.Type)}”.");
        if (!Same(ConditionJson.Write(was.Filters), ConditionJson.Write(now.Filters)))
            yield return Changed("filters", Asks(was), Asks(now), $"{title} now asks: {Asks(now)} (before: {Asks(was)}).");
        if (was.Start != now.Start)
            yield return Changed("start", was.Start, now.Start, $"{title} now begins {Begins(after, now.Start)} (before: {Begins(before, was.Start)}).");
        if (Same(was.Config, now.Config)) yield break;
        var (old, given) = (JsonObject.Create(was.Config) ?? [], JsonObject.Create(now.Config) ?? []);
        foreach (var name in old.Select(p => p.Key).Union(given.Select(p => p.Key)).Where(name => !JsonNode.DeepEquals(old[name], given[name])))
        {
            var field = titles.FieldOf(now.Type, name);
            var (had, has) = (ValueWords.Of(old[name], field), ValueWords.Of(given[name], field));
            yield return Changed($"config.{name}", had, has, $"{title}: {field?.Label ?? name} is now {has ?? "not set"} (before: {had ?? "not set"}).");
        }
    }

    string Asks(TriggerDefinition trigger) => trigger.Filters is Condition.All { Items.IsDefaultOrEmpty: true } ? "everything lets in" : Narration.Of(trigger.Filters, field => titles.FilterLabel(trigger.Type, field));

    string Begins(Definition definition, string? start) => start is null ? "at the workflow's beginning" : $"at {titles.Of(definition, start)}";

    static bool Same(JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b);

    static Dictionary<string, TriggerDefinition> ById(Definition definition)
    {
        var byId = new Dictionary<string, TriggerDefinition>();
        foreach (var trigger in definition.Triggers) byId.TryAdd(trigger.Id, trigger);
        return byId;
    }
}
