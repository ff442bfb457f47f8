using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>A text or email that came to nothing before it was one: a value was missing, a template gone. The enrollment goes on,
/// so a message without words is kept as failed, where whoever is on call looks for messages.</summary>
/// <remarks>What was left out on purpose (consent, caps, hours) or for want of an address is not kept: that is as the practice wants
/// it, and the step's figures count it.</remarks>
static class Unsent
{
    static readonly string[] channels = ["sms", "email"];

    public static async Task<Acted> Kept(IStore store, Acted acted, Enrollment e, Effect.RunAction effect, Step.Act step, ActionDescriptor action, DateTimeOffset now, CancellationToken ct)
    {
        if (action.ChannelFor(step.Config) is not { } channel || !channels.Contains(channel) || CodeOf(acted.Outcome) is not { } code) return acted;
        // It was one: its own record says what became of it.
        if (acted.Changes.Changes.Any(change => change is Change.Settle or Change.Put { Kind: "message" })) return acted;
        var row = await store.FindLedger(e.Practice, effect.EffectId, ct);
        var earlier = row is { Ref: { } made } ? await store.Find(Kinds.Message, e.Practice, made, ct) : null;
        var changes = new ChangeSet(e.Practice);
        changes.AddAll(acted.Changes);
        if (earlier is null)
        {
            var id = row?.Ref ?? Ids.From(Kinds.Message.Prefix, now, $"{effect.EffectId}/unsent");
            changes.Put(Kinds.Message, id, New(channel, code), 0);
            // Whoever fills in what was missing and presses Retry sends this message, and there is not another one beside it.
            if (row is null) changes.Add(new Change.Claim(effect.EffectId, now, id)).Add(new Change.Settle(effect.EffectId, now, new Outcome.Failed(code, false)));
        }
        // Tried before, and now there is not even a message to try: it stays one message.
        else if (earlier.Body.Status is MessageStatus.Failed) changes.Put(Kinds.Message, earlier.Id, earlier.Body with { Code = code }, earlier.Revision);
        return acted with { Changes = changes };

        Message New(string by, string why) => new()
        {
            ContactId = e.ContactId, Channel = by, Direction = Direction.Out, Status = MessageStatus.Failed, Purpose = step.Purpose, Code = why,
            EnrollmentId = e.Id, WorkflowId = e.WorkflowId, StepId = effect.StepId, EffectId = effect.EffectId, At = now,
        };
    }

    /// <returns>Null: nothing that anybody should look for.</returns>
    static string? CodeOf(Outcome outcome) => outcome switch
    {
        Outcome.Failed { Retryable: false, Code: var code } => code,
        Outcome.Skipped { Code: "message.empty" or "guardian.unknown" } skipped => skipped.Code,
        _ => null,
    };
}
