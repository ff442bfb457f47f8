using System.Diagnostics;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Courtesies;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Replies;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Takes one kept event to everything it means, in one commit: the records it changes, the enrollments it concerns,
/// the workflows it starts. Routed twice (a crash in between) it changes nothing the second time.</summary>
public sealed class EventRouter(
    IStore store, WorkflowBook workflows, PracticeBook practices, Enroller enroller, ContactMatching matching, RecordKeeping records, Spelling spelling,
    ReplyMatch replies, CourtesySender courtesies, EarlyVisits early, StartingOver again, TimeProvider clock)
{
    const int MostConflicts = 8;
    /// <summary>In milliseconds.</summary>
    const int LongestPause = 500;

    /// <returns>What became of it, as stored: <c>enrolled:1 signalled:2</c>, <c>unmatched:…</c>, <c>ignored</c>.</returns>
    /// <exception cref="KeepsConflictingException">Nothing was written; it may be tried again.</exception>
    public Task<string> Route(PracticeEvent e, CancellationToken ct = default) => Route(e, default, ct);

    /// <param name="from">The trace that the event came with over a queue.</param>
    /// <inheritdoc cref="Route(PracticeEvent, CancellationToken)"/>
    public async Task<string> Route(PracticeEvent e, ActivityContext from, CancellationToken ct)
    {
        using var span = Spans.Route(e.Practice, e.Id, from);
        for (var attempt = 0; ; attempt++)
        {
            // A crash after the commit, a queue that delivers twice: what it meant has happened already.
            // One that was given up (a bug, a newer definition that this code cannot read) is routed when it is sent again.
            if ((await store.FindEvent(e.Practice, e.Id, ct))?.Result is { } known and not EventPage.GivenUp) return known;
            var changes = new ChangeSet(e.Practice);
            var result = await Prepare(e, changes, ct);
            var committed = await store.Commit(changes, ct);
            if (committed.Ok)
            {
                Tally.EventRouted(result);
                Tally.Committed(changes);
                await Answer(changes, ct);
                return result;
            }
            // Somebody changed the same contact, or enrolled it, this very moment: look again.
            if (attempt == MostConflicts) throw new KeepsConflictingException(e.Id, committed.Conflict);
            await Task.Delay(Pause(e.Id, attempt), clock, ct);
        }
    }

    /// <summary>Longer each time, and not the same for two events that are in each other's way: two that look again at the same
    /// moment meet again.</summary>
    static TimeSpan Pause(string eventId, int attempt)
    {
        var most = Math.Min(LongestPause, 10 << attempt);
        return TimeSpan.FromMilliseconds(most / 2 + (uint)HashCode.Combine(eventId, attempt) % (most / 2));
    }

    async Task Answer(ChangeSet committed, CancellationToken ct)
    {
        try
        {
            await courtesies.Sent(committed, ct);
        }
#pragma warning disable CA1031 // The event has been routed; what could not be answered now, the sweep answers.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Tally.Sending("sms", new Outcome.Failed("courtesy.putOff", true));
        }
    }

    async Task<string> Prepare(PracticeEvent came, ChangeSet changes, CancellationToken ct)
    {
        var e = spelling.Mend(came);
        var now = clock.GetUtcNow();
        var match = await matching.Find(e, now, changes, ct);
        if (match.Unmatched is { } why)
        {
            await early.Keep(e, now, changes, ct);
            return Done(e, null, why, changes);
        }

        var practice = await practices.Of(e.Practice, ct);
        var asked = e.Type == "message.received" ? await Concerned(e, match.Contact?.Id, ct) : null;
        var answered = asked is not null && match.Contact is { } writer ? await replies.Of(e, writer.Id, asked, practice.MoreStopWords, ct) : null;
        var (taken, contact) = await records.Apply(e with { ContactId = match.Contact?.Id ?? e.ContactId }, match.Contact, answered, now, changes, ct);
        if (taken.Event is not { } kept)
        {
            if (taken.Why == AppointmentKeeping.Unknown) await early.Keep(e, now, changes, ct);
            return Done(e, contact?.Id, taken.Why!, changes);
        }
        await early.Release(kept, now, changes, ct);
        // After the record was read: whoever starts something about the same visit or invoice in between writes that record, and
        // then this one is refused and looks again.
        var concerned = asked ?? await Concerned(e, match.Contact?.Id, ct);
        if (taken.Over) return await End(kept, concerned, changes, ct);
        var setting = new Setting(FactLoader.Of(e.Practice, practice, contact, kept), now, ContactClock.Of(contact?.Body, practice));

        var signalled = await Signal(kept, concerned, answered, setting, changes, ct);
        var (enrolled, refused) = await Enroll(kept, contact, setting, changes, ct);
        var result = (enrolled, signalled, refused) switch
        {
            (0, 0, null) => "ignored",
            (0, 0, _) => $"refused:{refused}",
            _ => string.Join(' ', new[] { enrolled > 0 ? $"enrolled:{enrolled}" : "", signalled > 0 ? $"signalled:{signalled}" : "" }.Where(x => x != "")),
        };
        var mended = !ReferenceEquals(kept, came) && !JsonElement.DeepEquals(kept.Data, came.Data);
        return Done(kept, contact?.Id, result, changes, rewritten: mended || answered is not null || kept.Type.StartsWith("appointment.", StringComparison.Ordinal));
    }

    /// <summary>The visit was called off before its booking was routed, or while it was: what the booking has started all the same ends.</summary>
    async Task<string> End(PracticeEvent e, IReadOnlyList<StoredEnrollment> concerned, ChangeSet changes, CancellationToken ct)
    {
        var setting = new Setting(CombinedFacts.Empty, clock.GetUtcNow(), "UTC");
        var signalled = await Signal(e, [.. concerned.Where(live => e.SourceId == $"{live.Enrollment.EventId}/status")], null, setting, changes, ct);
        return Done(e, e.ContactId, signalled > 0 ? $"signalled:{signalled}" : "stale", changes, rewritten: true);
    }

    static string Done(PracticeEvent e, string? contactId, string result, ChangeSet changes, bool rewritten = false)
    {
        changes.Add(new Change.Routed(e, contactId, result, rewritten));
        return result;
    }

    async Task<int> Signal(PracticeEvent e, IReadOnlyList<StoredEnrollment> concerned, Answered? answered, Setting setting, ChangeSet changes, CancellationToken ct)
    {
        var count = 0;
        foreach (var live in concerned)
        {
            if (await workflows.Version(e.Practice, live.Enrollment.WorkflowId, live.Enrollment.Version, ct) is not { } definition) continue;
            foreach (var signal in Signals.For(definition, live.Enrollment, e, answered, setting))
            {
                changes.Add(new Change.Send(live.Enrollment.Id, $"{signal.Id}/{signal.Kind}/{signal.Detail}", new Input.Signalled(signal)));
                if (signal.Kind is not SignalKind.FactsChanged) count++;
            }
        }
        return count;
    }

    /// <summary>Those of the contact; without one, only an enrollment that the event names itself.</summary>
    async Task<IReadOnlyList<StoredEnrollment>> Concerned(PracticeEvent e, string? contactId, CancellationToken ct) =>
        contactId is not null ? e.Type == "message.received" ? await OfThemAndTheirs(e.Practice, contactId, ct) : await store.LiveOf(e.Practice, contactId, ct)
        : FactLoader.TextIn(e.Data, "task", "enrollmentId") is { } id && await store.FindEnrollment(e.Practice, id, ct) is { Enrollment.IsLive: true } named ? [named] : [];

    /// <summary>A guardian answers for those whose messages they receive.</summary>
    async Task<IReadOnlyList<StoredEnrollment>> OfThemAndTheirs(string practice, string contactId, CancellationToken ct)
    {
        var own = await store.LiveOf(practice, contactId, ct);
        var wards = await store.List(Kinds.Contact, practice, new Listing(MostWards, Index: "guardian", Value: contactId), ct);
        if (wards.Items.Count == 0) return own;
        var all = new List<StoredEnrollment>(own);
        foreach (var ward in wards.Items) all.AddRange(await store.LiveOf(practice, ward.Id, ct));
        return all;
    }

    const int MostWards = 20;

    async Task<(int Enrolled, string? Refused)> Enroll(PracticeEvent e, Stored<Contact>? contact, Setting setting, ChangeSet changes, CancellationToken ct)
    {
        var (enrolled, refused) = (0, (string?)null);
        var matches = (await workflows.Triggers(e.Practice, ct)).Match(e.Type, setting);
        foreach (var match in matches)
        {
            var result = await enroller.Prepare(new EnrollRequest(e.Practice, match.WorkflowId, contact?.Id, e, match.Trigger.Id, match.Trigger.Start,
                null, "trigger", e.Depth), contact?.Body, changes, ct);
            if (result.Refused is null) enrolled++; else refused ??= result.Refused;
        }
        if (e.Type == "appointment.rescheduled" && contact is not null) enrolled += await again.All(e, contact, [.. matches.Select(match => match.WorkflowId)], changes, ct);
        return (enrolled, refused);
    }
}
