using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Assigns the contact to one of several users, in turn by weight.</summary>
sealed class ContactAssign : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.assign", "Assign to user", "Contacts", "Assigns the contact to a member of the team; with several, evenly or by weight.",
        Config:
        [
            new("users", FieldKind.ManyReferences, "Members of the team", Required: true, Of: "user", Unless: "followers"),
            new("weights", FieldKind.Map, "Weights", Help: "User and number: 2 gets twice as many as 1. Left empty: 1."),
            new("onlyIfUnassigned", FieldKind.Flag, "Only if nobody is assigned yet"),
            new("followers", FieldKind.ManyReferences, "Also followed by", Of: "user"),
        ],
        Outputs: [new("userId", "Assigned user's id")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (users, followers) = (call.Config.Many("users"), call.Config.Many("followers"));
        if (users.Count == 0 && followers.Count == 0) throw new MissingConfigException("users");
        var taken = call.Config.Flag("onlyIfUnassigned") && call.Contact!.Body.AssignedTo is not null;
        var weights = new Config(call.Config.Object("weights") ?? []);
        var user = users.Count == 0 || taken ? call.Contact!.Body.AssignedTo : FairShare.Pick(call.EffectId, users, id => weights.Number(id) ?? 1);
        var change = Followers.Change(ContactFields.Apply(call.Contact!.Body, [new("assignedTo", user)]), followers, _ => false);
        if (taken && change.Changed.IsEmpty) return new Outcome.Skipped("contact.assigned");
        call.Give(new JsonObject { ["userId"] = user });
        return await ContactWriting.Save(call, call.Contact!, change, ct);
    }
}
