using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Assigns the contact to one of several users, in turn by weight.</summary>
sealed class ContactAssign : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("contact.assign", "Assign to user", "Contacts", "Assigns the contact to a member of the team; with several, evenly or by weight.",
        Config:
        [
            new("users", FieldKind.ManyReferences, "Members of the team", Required: true, Of: "user"),
            new("weights", FieldKind.Map, "Weights", Help: "User and number: 2 gets twice as many as 1. Left out: 1."),
            new("onlyIfUnassigned", FieldKind.Flag, "Only if nobody is assigned yet"),
        ],
        Outputs: [new("userId", "Assigned user's id")]);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        if (call.Config.Flag("onlyIfUnassigned") && call.Contact!.Body.AssignedTo is not null) return Task.FromResult<Outcome>(new Outcome.Skipped("contact.assigned"));
        var users = call.Config.Many("users");
        if (users.Count == 0) throw new MissingConfigException("users");
        var weights = new Config(call.Config.Object("weights") ?? []);
        var user = FairShare.Pick(call.EffectId, users, id => weights.Number(id) ?? 1);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["userId"] = user }));
        return ContactWriting.Save(call, call.Contact!, ContactFields.Apply(call.Contact!.Body, [new("assignedTo", user)]), ct);
    }
}
