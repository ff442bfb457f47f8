using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Assembling;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>The steps of a draft as they are kept, with the changes that people ask for. Whatever is not touched stays as it is.</summary>
sealed class DraftGraph(JsonObject draft)
{
    public JsonObject Draft { get; } = draft;
    public JsonObject Steps { get; } = draft["steps"] as JsonObject ?? [];

    /// <summary>The step that was spoken of last: what "after it" means.</summary>
    public string? Mentioned { get; set; }

    public JsonObject? Step(string id) => Steps[id] as JsonObject;
    public string TypeOf(string id) => Text(Step(id)?["type"]);
    public string NameOf(string id) => Text(Step(id)?["name"]) is { Length: > 0 } name ? name : TypeOf(id);

    static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>In the order in which a contact meets them; what nothing leads to comes last.</summary>
    public IReadOnlyList<string> InOrder()
    {
        var seen = new List<string>();
        Visit(Text(Draft["start"]));
        foreach (var trigger in Triggers) Visit(Text(trigger["start"]));
        foreach (var (id, _) in Steps) if (!seen.Contains(id)) seen.Add(id);
        return seen;

        void Visit(string id)
        {
            var open = new Stack<string>([id]);
            while (open.TryPop(out var at))
            {
                if (Step(at) is not { } step || seen.Contains(at)) continue;
                seen.Add(at);
                foreach (var (holder, name) in Ways(step).Reverse()) open.Push(Text(holder[name]));
            }
        }
    }

    public IEnumerable<JsonObject> Triggers => (Draft["triggers"] as JsonArray ?? []).OfType<JsonObject>();

    public void InsertAfter(string id, IReadOnlyList<Piece> pieces)
    {
        var step = Step(id)!;
        var after = Text(step["next"]) is { Length: > 0 } next ? next : null;
        step["next"] = Weaver.Weave(pieces, Steps, after);
    }

    public void InsertBefore(string id, IReadOnlyList<Piece> pieces)
    {
        var leading = All().Where(way => Text(way.Holder[way.Name]) == id).ToList();
        var first = Weaver.Weave(pieces, Steps, id);
        foreach (var (holder, name) in leading) holder[name] = first;
    }

    /// <summary>At the end of the way that most people go; before the goal that stands there.</summary>
    public void Append(IReadOnlyList<Piece> pieces)
    {
        var (at, seen) = (Text(Draft["start"]), new HashSet<string>());
        if (Step(at) is null)
        {
            Draft["start"] = Weaver.Weave(pieces, Steps);
            return;
        }
        var holder = (Draft, "start");
        while (Step(at) is { } step && seen.Add(at))
        {
            if (TypeOf(at) == "goal" && Text(step["next"]).Length == 0 && pieces[0].Step["type"]?.ToString() != "goal")
            {
                InsertBefore(at, pieces);
                return;
            }
            holder = MainWay(step);
            at = Text(holder.Item1[holder.Item2]);
        }
        holder.Item1[holder.Item2] = Weaver.Weave(pieces, Steps);
    }

    /// <summary>One way in, one way on: such a step can stand anywhere.</summary>
    public bool IsPlain(string id) => TypeOf(id) is not ("if" or "split" or "goto" or "end" or "goal") && Step(id) is { } step && step["timeout"] is null && !step.ContainsKey("branches");

    public void Move(string id, string target, bool after)
    {
        var step = Step(id)!;
        var next = step["next"]?.DeepClone();
        foreach (var (holder, name) in All().Where(way => Text(way.Holder[way.Name]) == id).ToList()) holder[name] = next?.DeepClone();
        if (after)
        {
            step["next"] = Step(target)!["next"]?.DeepClone();
            Step(target)!["next"] = id;
            return;
        }
        foreach (var (holder, name) in All().Where(way => Text(way.Holder[way.Name]) == target).ToList()) holder[name] = id;
        step["next"] = target;
    }

    /// <summary>Each stands where the other one stood.</summary>
    public void Swap(string one, string other)
    {
        foreach (var (holder, name) in All().Where(way => Text(way.Holder[way.Name]) is { } to && (to == one || to == other)).ToList()) holder[name] = Text(holder[name]) == one ? other : one;
        var (first, second) = (Step(one)!, Step(other)!);
        var next = first["next"]?.DeepClone();
        first["next"] = second["next"]?.DeepClone();
        second["next"] = next;
    }

    /// <summary>Who came here goes on to what followed.</summary>
    public void Remove(string id)
    {
        var (holder, name) = MainWay(Step(id)!);
        var next = Text(holder[name]) is { Length: > 0 } after && after != id ? after : null;
        foreach (var way in All().Where(way => Text(way.Holder[way.Name]) == id).ToList()) way.Holder[way.Name] = next;
        Steps.Remove(id);
        (Draft["layout"] as JsonObject)?.Remove(id);
    }

    static (JsonObject, string) MainWay(JsonObject step) => Text(step["type"]) switch
    {
        "if" => (Part(step, "none"), "next"),
        "split" when step["shares"] is JsonArray { Count: > 0 } shares && shares[0] is JsonObject share => (share, "next"),
        "wait.reply" or "wait.link" or "wait.email" when Text(step["next"]).Length == 0 && step["timeout"] is JsonObject timeout => (timeout, "next"),
        _ => (step, "next"),
    };

    static JsonObject Part(JsonObject step, string name)
    {
        if (step[name] is not JsonObject part) step[name] = part = [];
        return part;
    }

    /// <summary>Every place that may name a step.</summary>
    IEnumerable<(JsonObject Holder, string Name)> All() =>
        Steps.Select(pair => pair.Value).OfType<JsonObject>().SelectMany(Ways).Concat(Triggers.Select(trigger => (trigger, "start"))).Append((Draft, "start"));

    static IEnumerable<(JsonObject Holder, string Name)> Ways(JsonObject step)
    {
        yield return (step, "next");
        foreach (var list in new[] { "branches", "shares" })
            foreach (var item in (step[list] as JsonArray ?? []).OfType<JsonObject>()) yield return (item, "next");
        foreach (var part in new[] { "none", "timeout", "onError" })
            if (step[part] is JsonObject below) yield return (below, "next");
        if (step["config"] is not JsonObject config) yield break;
        foreach (var name in new[] { "step", "pastStep", "paidStep" })
            if (config.ContainsKey(name)) yield return (config, name);
        if (config["timeout"] is JsonObject timeout) yield return (timeout, "next");
    }
}
