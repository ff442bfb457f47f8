using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Routing;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>A body to try a hook with.</summary>
/// <param name="Body">JSON, as the sender would send it. With neither this nor <paramref name="Form"/>: the last sample.</param>
/// <param name="Form">A form's fields, as a browser writes them: <c>firstName=Ada&amp;phone=…</c>.</param>
public sealed record HookTrialWish(JsonElement? Body = null, string? Form = null);

/// <summary>What a call with this body would mean now. Nothing of it was kept.</summary>
/// <param name="Event">The event that it would be.</param>
/// <param name="Contact">Whose it would be.</param>
/// <param name="Workflows">Those whose triggers match.</param>
public sealed record HookTrialAnswer(TrialEvent Event, TrialContact Contact, IReadOnlyList<TrialStart> Workflows)
{
    internal HookTrialAnswer Masked() => this with { Event = Event with { Data = Revealing.Masked.Of(Event.Data) }, Contact = Contact.Outcome == "new" ? Contact.Masked() : Contact };
}

public sealed record TrialEvent(string Type, JsonElement Data);

/// <param name="Outcome"><c>known</c>, <c>new</c>, or <c>none</c>.</param>
/// <param name="Code">Why there is none.</param>
public sealed record TrialContact(string Outcome, string? Id, string? FirstName, string? LastName, string? Email, string? Phone, string? Code)
{
    internal TrialContact Masked() => this with { FirstName = Dots(FirstName), LastName = Dots(LastName), Email = Dots(Email), Phone = Dots(Phone) };

    static string? Dots(string? text) => text is null ? null : Revealing.Masked.Dots;
}

/// <param name="Starts">Whether the contact would be enrolled.</param>
/// <param name="Code">Why not.</param>
public sealed record TrialStart(string WorkflowId, string? Name, string TriggerId, bool Starts, string? Code);

/// <summary>Goes the way of an event up to where it would be written, with what it would write thrown away.</summary>
sealed class HookTrial(ContactMatching matching, RecordKeeping records, Spelling spelling, PracticeBook practices, WorkflowBook workflows, Enroller enroller, IIdSource ids, TimeProvider clock)
{
    public async Task<HookTrialAnswer> Run(string practiceId, Hook hook, JsonElement body, CancellationToken ct)
    {
        var (now, thrownAway) = (clock.GetUtcNow(), new ChangeSet(practiceId));
        var id = ids.New("evt");
        var e = spelling.Mend(new PracticeEvent(id, practiceId, "trial", id, hook.EventType, now, null, HookFacts.Of(hook, body).Data));
        var match = await matching.Find(e, now, thrownAway, ct);
        var isNew = match.Contact is not null && thrownAway.Changes.OfType<Change.Put>().Any(put => put.Kind == Kinds.Contact.Name && put.ExpectedRevision == 0);
        if (match.Unmatched is { } why) return new(new(e.Type, e.Data), Who(null, false, why), []);
        var (kept, contact) = await records.Apply(e with { ContactId = match.Contact?.Id }, match.Contact, answered: null, now, thrownAway, ct);
        return kept.Event is { } known
            ? new(new(known.Type, known.Data), Who(contact, isNew, null), await Starts(known, contact, now, thrownAway, ct))
            : new(new(e.Type, e.Data), Who(contact, isNew, kept.Why), []);
    }

    async Task<IReadOnlyList<TrialStart>> Starts(PracticeEvent e, Stored<Contact>? contact, DateTimeOffset now, ChangeSet thrownAway, CancellationToken ct)
    {
        var practice = await practices.Of(e.Practice, ct);
        var setting = new Setting(FactLoader.Of(e.Practice, practice, contact, e), now, ContactClock.Of(contact?.Body, practice));
        var starts = new List<TrialStart>();
        foreach (var match in (await workflows.Triggers(e.Practice, ct)).Match(e.Type, setting))
        {
            var refused = (await enroller.Prepare(new(e.Practice, match.WorkflowId, contact?.Id, e, match.Trigger.Id, match.Trigger.Start, null, "trial"), contact?.Body, thrownAway, ct)).Refused;
            starts.Add(new(match.WorkflowId, (await workflows.Workflow(e.Practice, match.WorkflowId, ct))?.Body.Name, match.Trigger.Id, refused is null, refused));
        }
        return starts;
    }

    static TrialContact Who(Stored<Contact>? contact, bool isNew, string? code) =>
        new(contact is null ? "none" : isNew ? "new" : "known", isNew ? null : contact?.Id, contact?.Body.FirstName, contact?.Body.LastName, contact?.Body.Email, contact?.Body.Phone, code);
}
