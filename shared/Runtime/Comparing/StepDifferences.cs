using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>What a step that is in both does differently, its ways out aside.</summary>
/// <param name="was">In normal form.</param>
sealed class StepDifferences(Titles titles, Step before, Step after, JsonObject was, JsonObject now)
{
    readonly List<Difference> _found = [];
    readonly string _title = titles.Of(after);

    public IReadOnlyList<Difference> Find()
    {
        if (before.Name != after.Name) Add("renamed", "name", before.Name, after.Name, after.Name is { Length: > 0 } ? $"{titles.Of(before)} is now called “{after.Name}”." : $"{titles.Of(before)} has no name of its own any more.");
        if (before.Enabled != after.Enabled) Add("changed", "enabled", before.Enabled ? "on" : "off", after.Enabled ? "on" : "off", $"{_title} is switched {(after.Enabled ? "on" : "off")}.");
        if (before.Type != after.Type)
        {
            Add("changed", "type", titles.LabelOf(before.Type), titles.LabelOf(after.Type), $"{_title} was “{titles.LabelOf(before.Type)}” and is now “{titles.LabelOf(after.Type)}”.");
            return _found;
        }
        Config();
        Branches();
        Shares();
        Timeout();
        OnError();
        return _found;
    }

    void Config()
    {
        var (old, given) = (was["config"] as JsonObject ?? [], now["config"] as JsonObject ?? []);
        foreach (var name in old.Select(p => p.Key).Union(given.Select(p => p.Key)))
        {
            if (JsonNode.DeepEquals(old[name], given[name]) || Way.Of(after).Any(w => w.Key == $"config.{name}")) continue;
            var field = titles.FieldOf(after.Type, name);
            Field($"config.{name}", field, field?.Label ?? name, ValueWords.Of(old[name], field), ValueWords.Of(given[name], field));
        }
    }

    void Field(string path, Field? field, string label, string? old, string? given) => Add("changed", path, old, given, (field?.Kind, old, given) switch
    {
        (FieldKind.LongText or FieldKind.Html, _, not null) => $"{_title} now says {given}{(old is null ? "" : $" (before: {old})")}.",
        (FieldKind.Duration, not null, not null) => $"{_title} changed from {old} to {given}.",
        (_, _, null) => $"{_title}: {label} is no longer set (before: {old}).",
        (_, null, _) => $"{_title}: {label} is now {given}.",
        _ when old == given => $"{_title}: {label} was changed.",
        _ => $"{_title}: {label} is now {given} (before: {old}).",
    });

    void Branches()
    {
        if ((before, after) is not (Step.If old, Step.If given)) return;
        var (olds, news) = (Parts("branches", was), Parts("branches", now));
        foreach (var branch in old.Branches.Where(b => !news.ContainsKey(b.Id)))
            Add("changed", $"branches.{branch.Id}", branch.Name ?? branch.Id, null, $"{_title} has no branch “{branch.Name ?? branch.Id}” any more.");
        foreach (var branch in given.Branches)
        {
            var (name, asks) = (branch.Name ?? branch.Id, ValueWords.Condition(news[branch.Id]["when"]));
            if (!olds.TryGetValue(branch.Id, out var known))
            {
                Add("changed", $"branches.{branch.Id}", null, name, $"{_title} has a new branch “{name}”: {asks}.");
                continue;
            }
            if (known["name"]?.ToString() is var called && called != branch.Name)
                Add("changed", $"branches.{branch.Id}.name", called, branch.Name, $"The branch “{called ?? branch.Id}” of {_title} is now called “{name}”.");
            if (!JsonNode.DeepEquals(known["when"], news[branch.Id]["when"]))
                Add("changed", $"branches.{branch.Id}.when", ValueWords.Condition(known["when"]), asks, $"The branch “{name}” of {_title} now asks: {asks} (before: {ValueWords.Condition(known["when"])}).");
        }
        if (old.None.Name != given.None.Name) Add("changed", "none.name", old.None.Name, given.None.Name, $"The None branch of {_title} is now called “{given.None.Name ?? "None"}”.");
        if (!given.Branches.Select(b => b.Id).Where(olds.ContainsKey).SequenceEqual(old.Branches.Select(b => b.Id).Where(news.ContainsKey)))
            Add("changed", "branches", null, null, $"{_title} asks its branches in another order.");
    }

    void Shares()
    {
        if ((before, after) is not (Step.Split old, Step.Split given)) return;
        if (old.Shares.Select(Told).SequenceEqual(given.Shares.Select(Told))) return;
        var (had, has) = (string.Join(", ", old.Shares.Select(Told)), string.Join(", ", given.Shares.Select(Told)));
        Add("changed", "shares", had, has, $"{_title} now divides into {has} (before: {had}).");

        static string Told(Share share) => $"{share.Name ?? share.Id} {share.Percent} %";
    }

    void Timeout()
    {
        var (old, given) = (was["timeout"]?["after"]?.ToString(), now["timeout"]?["after"]?.ToString());
        if (old == given) return;
        var (had, has) = (old is null ? null : ValueWords.Duration(old), given is null ? null : ValueWords.Duration(given));
        Add("changed", "timeout", had, has, has is null ? $"{_title} now waits without a limit (before: {had})." : $"{_title} now waits at most {has}{(had is null ? "" : $" (before: {had})")}.");
    }

    void OnError()
    {
        if ((before, after) is not (Step.Act old, Step.Act given)) return;
        if (old.OnError.Then != given.OnError.Then)
            Add("changed", "onError.then", Then(old), Then(given), $"When {_title} fails, the workflow now {Then(given)} (before: it {Then(old)}).");
        if (old.OnError.MaxAttempts != given.OnError.MaxAttempts)
            Add("changed", "onError.maxAttempts", $"{old.OnError.MaxAttempts}", $"{given.OnError.MaxAttempts}", $"{_title} is now tried up to {given.OnError.MaxAttempts} times (before: {old.OnError.MaxAttempts}).");

        static string Then(Step.Act act) => act.OnError.Then switch { OnErrorThen.Stop => "stops", OnErrorThen.Branch => "takes another way", _ => "goes on" };
    }

    static Dictionary<string, JsonNode> Parts(string name, JsonObject step)
    {
        var parts = new Dictionary<string, JsonNode>();
        foreach (var part in step[name] as JsonArray ?? [])
            if (part?["id"]?.ToString() is { } id) parts[id] = part;
        return parts;
    }

    void Add(string kind, string field, string? old, string? given, string words) => _found.Add(new(kind, "step", after.Id, field, old, given, words));
}
