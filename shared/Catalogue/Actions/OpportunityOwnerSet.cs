using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Gives an opportunity an owner or takes it away, and says who follows it.</summary>
sealed class OpportunityOwnerSet : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("opportunity.owner.set", "Set opportunity owner", "Opportunities", "Gives the opportunity to a member of the team, evenly or by weight with several; or takes it away from its owner.",
        Config:
        [
            Opportunities.Which,
            new("users", FieldKind.ManyReferences, "Members of the team", Of: "user"),
            new("weights", FieldKind.Map, "Weights", Help: "User and number: 2 gets twice as many as 1. Left empty: 1."),
            new("onlyIfUnassigned", FieldKind.Flag, "Only if nobody owns it yet"),
            new("remove", FieldKind.Flag, "Take it away from its owner"),
            new("followers", FieldKind.ManyReferences, "Also followed by", Of: "user"),
            new("unfollow", FieldKind.ManyReferences, "No longer followed by", Of: "user"),
        ],
        Outputs: [new("id", "Opportunity id"), new("userId", "Owner's id")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        if (await Opportunities.OfEnrollment(call, ct) is not { } stored) return new Outcome.Skipped("opportunity.none");
        var (config, before) = (call.Config, stored.Body);
        var (users, remove) = (config.Many("users"), config.Flag("remove"));
        var keep = users.Count == 0 && !remove || config.Flag("onlyIfUnassigned") && before.AssignedTo is not null;
        var weights = new Config(config.Object("weights") ?? []);
        var owner = keep ? before.AssignedTo : remove ? null : FairShare.Pick(call.EffectId, users, id => weights.Number(id) ?? 1);
        string[] followers = [.. before.Followers.Except(config.Many("unfollow")).Union(config.Many("followers"))];
        call.Give(new JsonObject { ["id"] = stored.Id, ["userId"] = owner });
        if (owner == before.AssignedTo && before.Followers.SequenceEqual(followers)) return keep && users.Count > 0 ? new Outcome.Skipped("opportunity.assigned") : Outcome.Done.Plain;
        var after = before with { AssignedTo = owner, Followers = [.. followers], ChangedAt = call.Now };
        call.Changes.Put(Kinds.Opportunity, stored.Id, after, stored.Revision);
        Opportunities.RaiseChanges(call, stored.Id, before, after);
        return new Outcome.Done(stored.Id);
    }
}
