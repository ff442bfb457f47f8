using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Lets a model choose one of several branches, and takes the default one whenever it cannot. An If/Else behind it
/// tests <c>steps.&lt;id&gt;.branch</c>.</summary>
sealed class AiDecide : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("ai.decide", "Decide", "Decisions", "Chooses one of the branches as you describe it. Without a model, or if it cannot say, it is the default branch.",
        Config:
        [
            new("instructions", FieldKind.LongText, "What to decide", Required: true, MaxLength: 5000, Merge: true),
            new("context", FieldKind.LongText, "What is known", MaxLength: 10_000, Merge: true, MayBeEmpty: true),
            new("branches", FieldKind.Rows, "Branches", Required: true, Columns:
            [
                new("id", FieldKind.Text, "Name", Required: true, MaxLength: 60),
                new("description", FieldKind.Text, "When to choose it", MaxLength: 500),
            ]),
            new("default", FieldKind.Text, "Default branch", Required: true, MaxLength: 60),
        ],
        Outputs: [new("branch", "Branch"), new("reason", "Why"), new("by", "Who decided")], Outside: true, NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var config = call.Config;
        ImmutableArray<DecisionBranch> branches =
            [.. (config.Array("branches") ?? []).OfType<JsonObject>().Select(row => new Config(row)).Where(row => row.Text("id") is not null).Select(row => new DecisionBranch(row.Need("id"), row.Text("description")))];
        var fallback = config.Need("default");
        if (call.Decider is not { } decider) return Take(call, fallback, "default", "model.none");
        var decided = await decider.Decide(new DecisionAsked(config.Need("instructions"), config.Text("context"), branches), ct);
        if (decided?.Branch is not { } chosen) return Take(call, fallback, "default", decided?.Reason ?? "model.noAnswer");
        return branches.Any(branch => branch.Id == chosen) || chosen == fallback
            ? Take(call, chosen, "model", decided.Reason)
            : Take(call, fallback, "default", "model.unknownBranch");
    }

    /// <summary>The history gets the branch and who chose it; a model's own words may be about the patient and stay with the step's output.</summary>
    static Outcome.Done Take(ActionCall call, string branch, string by, string? reason)
    {
        call.Give(new JsonObject { ["branch"] = branch, ["reason"] = reason, ["by"] = by });
        return new Outcome.Done(by == "model" ? "decided:model" : $"decided:default:{reason}");
    }
}
