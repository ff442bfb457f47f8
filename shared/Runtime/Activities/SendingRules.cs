using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Everything that may keep a step from messaging a contact now, in one order: who receives it, permission, hours,
/// what it would tell, how much there was already.</summary>
public sealed class SendingRules(IStore store, ProductCatalogue catalogue, FrequencyCaps caps)
{
    readonly PrivateFields _private = new(catalogue);

    public async Task<Leave> Ask(
        Definition definition, Enrollment e, Effect.RunAction effect, Step.Act step, ActionDescriptor descriptor, Known known, DateTimeOffset now, CancellationToken ct)
    {
        var channel = descriptor.ChannelFor(step.Config);
        var way = channel ?? descriptor.Consent;
        var recipient = known.Contact;
        if (way is not null && known.Contact!.Body.GuardianId is not null)
        {
            if (await Recipient(store, e.Practice, known.Contact, ct) is not { } found) return Leave.No(new Outcome.Skipped("guardian.unknown"));
            recipient = found;
        }
        if (way is not null && Permission(known.Practice, known.Contact!.Body, recipient!.Body, way, step.Purpose, now) is { } refused)
            return refused is Outcome.Held { Code: SendConsent.Paused }
                ? new(refused, recipient, new ChangeSet(e.Practice).Put(Kinds.HeldSend, e.Id, new HeldSend(effect.EffectId, now)))
                : Leave.No(refused);

        var due = e with { FreshUntil = Timing.FreshUntil(e, step.Config, now) };
        if (Timing.Refuse(definition.Settings, known.Practice, due, channel, step.Purpose, step.Config, recipient?.Body, now) is { } notNow) return Leave.No(notNow);
        if (Private(definition, step, descriptor, channel, known.Practice) is { } field) return Leave.No(new Outcome.Failed($"private.field:{field}", false));
        if (channel is null || step.Purpose != "marketing") return new(null, recipient, null);
        var verdict = await caps.Look(known.Practice, e.Practice, known.Contact!.Id, channel, ContactClock.Of(recipient?.Body, known.Practice), effect.EffectId, now, ct);
        return new(verdict.Refused, recipient, verdict.Also);
    }

    /// <returns>The first field that this step must not tell on this channel; null: none.</returns>
    public string? Private(Definition definition, Step.Act step, ActionDescriptor descriptor, string? channel, Practice practice) => _private.Refuse(definition, step, descriptor, channel, practice);

    /// <summary>Who reads what is written to this contact: its guardian, if it has one.</summary>
    /// <returns>Null: a child is not written to because its parent's record is gone.</returns>
    internal static async Task<Stored<Contact>?> Recipient(IRecords records, string practice, Stored<Contact> contact, CancellationToken ct) =>
        contact.Body.GuardianId is { } guardian ? await records.Find(Kinds.Contact, practice, guardian, ct) : contact;

    /// <summary>Asked of whoever receives it; the patient's own "not like this" counts besides.</summary>
    internal static Outcome? Permission(Practice practice, Contact patient, Contact recipient, string way, string? purpose, DateTimeOffset now) =>
        SendConsent.Refuse(practice, recipient, way, purpose, now)
        ?? (ReferenceEquals(recipient, patient) ? null : SendConsent.Disturbs(patient, way));
}

/// <summary>What the rules say.</summary>
/// <param name="Refused">Why not, or not yet; null: it may go.</param>
/// <param name="Changes">To be written with the refusal; or, when it may go, with the claim.</param>
public sealed record Leave(Outcome? Refused, Stored<Contact>? Recipient, ChangeSet? Changes)
{
    public static Leave No(Outcome refused) => new(refused, null, null);
}
