using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Adds points to the contact's engagement score, or takes them away.</summary>
sealed class ContactScoreAdd : ActionType
{
    const decimal Most = 1_000_000;

    public override ActionDescriptor Descriptor { get; } = new("contact.score.add", "Change engagement score", "Contacts", "Adds points to the contact's engagement score; a negative number takes points away.",
        Config: [new("points", FieldKind.Number, "Points", Required: true, Min: -Most, Max: Most, Merge: true)],
        Outputs: [new("score", "Score now", "number")]);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => Task.FromResult(Execute(call));

    static Outcome Execute(ActionCall call)
    {
        call.Config.Need("points");
        if (call.Config.Number("points") is not { } points || Math.Abs(points) > Most) return new Outcome.Failed("score.invalid", Retryable: false);
        var (contact, before) = (call.Contact!, call.Contact!.Body.Score);
        var after = Math.Clamp(before + points, -1000 * Most, 1000 * Most);
        call.Give(new JsonObject { ["score"] = after });
        if (after == before) return Outcome.Done.Plain;
        call.Changes.Put(Kinds.Contact, contact.Id, contact.Body with { Score = after }, contact.Revision);
        call.Raise("contact.score.changed", ContactWriting.About(contact.Id, ("score", ScoreFacts.Of(before, after))));
        return new Outcome.Done(contact.Id);
    }
}
