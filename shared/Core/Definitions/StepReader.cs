using System.Collections.Immutable;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Reads one step. Whatever is no control step is an action, whether the catalogue knows it or not.</summary>
internal static class StepReader
{
    const int DefaultJumps = 10;

    public static Step Read(string id, JsonElement json, string pointer, List<Finding> findings)
    {
        var part = new JsonPart(json, pointer, $"The step “{id}”", id, findings);
        if ((part.Peek("name") ?? part.Peek("type")) is { } spoken) part.Speaker = $"The step “{spoken}”";
        var (type, name, enabled, next) = (json.ValueKind == JsonValueKind.Object ? part.NeedText("type") : "", part.Text("name"), part.Flag("enabled", true), part.Text("next"));
        var step = type switch
        {
            "if" => new Step.If(Branches(part), None(part)) { Id = id, Type = type },
            "split" => new Step.Split(Shares(part)) { Id = id, Type = type },
            "goto" => GoTo(part, id),
            "goal" => Goal(part, id),
            "drip" => Drip(part, id),
            "end" => End(part, id),
            _ => WaitReader.Read(part, id, type) ?? Act(part, id, type),
        };
        part.RestIsUnknown();
        return step with { Name = name, Enabled = enabled, Next = next };
    }

    /// <summary>The config of a control step; reads like an empty one when there is none.</summary>
    public static JsonPart Config(JsonPart part) => part.Object("config") ?? part.Below(DefinitionReader.Empty, JsonPointer.Below(part.Pointer, "config"));

    /// <summary>Timeouts belong beside config, next to the other ways out; inside it is understood as well.</summary>
    public static Timeout? Timeout(JsonPart part, JsonPart config)
    {
        var inside = config.Object("timeout");
        if ((part.Object("timeout") ?? inside) is not { } json) return null;
        if (json.Raw("after") is null) json.Report(ReadingCodes.Missing, "after", "has a timeout that does not say after how long.");
        var timeout = new Timeout(json.Duration("after") ?? "", json.Text("next"));
        json.RestIsUnknown();
        return timeout.After.Length == 0 ? null : timeout;
    }

    static ImmutableArray<Branch> Branches(JsonPart part) =>
        [.. part.Items("branches").Select(item =>
        {
            if (item.Raw("when") is null) item.Report(ReadingCodes.Missing, "when", "has a branch without a condition.");
            var branch = new Branch(item.Id(), item.Text("name"), item.Condition("when"), item.Text("next"));
            item.RestIsUnknown();
            return branch;
        })];

    static NoneBranch None(JsonPart part)
    {
        if (part.Object("none") is not { } json) return new(null, null);
        var none = new NoneBranch(json.Text("name"), json.Text("next"));
        json.RestIsUnknown();
        return none;
    }

    static ImmutableArray<Share> Shares(JsonPart part) =>
        [.. part.Items("shares").Select(item =>
        {
            if (item.Raw("percent") is null) item.Report(ReadingCodes.Missing, "percent", "has a share without a percentage.");
            var share = new Share(item.Id(), item.Text("name"), item.Whole("percent", 0, 100) ?? 0, item.Text("next"));
            item.RestIsUnknown();
            return share;
        })];

    static Step.GoTo GoTo(JsonPart part, string id)
    {
        var config = Config(part);
        var step = new Step.GoTo(config.NeedText("step"), config.Whole("max", 1, 1000) ?? DefaultJumps) { Id = id, Type = "goto" };
        config.RestIsUnknown();
        return step;
    }

    static Step.Goal Goal(JsonPart part, string id)
    {
        var config = Config(part);
        var events = config.Items("events").Select(item =>
        {
            var goal = new GoalEvent(item.NeedText("type"), item.Condition("filters"));
            item.RestIsUnknown();
            return goal;
        });
        var step = new Step.Goal([.. events], config.Word("whenUnmet", Words.WhenUnmet, WhenUnmet.Continue), Timeout(part, config)) { Id = id, Type = "goal" };
        config.RestIsUnknown();
        return step;
    }

    static Step.Drip Drip(JsonPart part, string id)
    {
        var config = Config(part);
        if (config.Raw("batch") is null) config.Report(ReadingCodes.Missing, "batch", "needs to know how many contacts go on at a time (“batch”).");
        if (config.Raw("every") is null) config.Report(ReadingCodes.Missing, "every", "needs to know how often contacts go on (“every”).");
        var step = new Step.Drip(config.Whole("batch", 1, 10_000) ?? 1, config.Duration("every") ?? "PT10M") { Id = id, Type = "drip" };
        config.RestIsUnknown();
        return step;
    }

    static Step.End End(JsonPart part, string id)
    {
        Config(part).RestIsUnknown();
        return new Step.End { Id = id, Type = "end" };
    }

    static Step.Act Act(JsonPart part, string id, string type)
    {
        var config = DefinitionReader.ConfigOf(part);
        var purpose = config.TryGetProperty("purpose", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new Step.Act(config, purpose, OnError(part)) { Id = id, Type = type };
    }

    /// <summary>When nothing is said, a failed action is tried five times and then the contact goes on.</summary>
    static OnError OnError(JsonPart part)
    {
        if (part.Object("onError") is not { } json) return new(OnErrorThen.Continue, null, 5);
        var onError = new OnError(json.Word("then", Words.OnErrorThen, OnErrorThen.Continue), json.Text("next"), json.Whole("maxAttempts", 1, 10) ?? 5);
        json.RestIsUnknown();
        return onError;
    }
}
