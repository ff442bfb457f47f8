using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Capturing;
using AesthetixWorkflows.Runtime.Simulating.Overlay;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Runtime.Telemetry;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>What a contact will get next: the engine that runs its enrollments for real goes on from where they stand, under
/// a virtual clock. Writes no record, sends no message and calls nobody.</summary>
/// <param name="store">Only read.</param>
public sealed class Lookahead(IStore store, ProductCatalogue catalogue, WorkflowBook workflows, PracticeBook practices, TimeProvider clock, PageAddresses? pages = null, IDecider? decider = null)
{
    static readonly string[] Assumes =
    [
        "Nobody answers, clicks, books or pays, and nobody on the team changes anything.",
        "Every message is delivered, and every other system takes what it is sent.",
        "Only the workflows that the contact is in now, and those they lead to; not one that a date will start.",
    ];

    /// <summary>How long one look may take. What it may tell and move ends it long before, but for a machine that is busy.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <returns>Null: there is no such contact.</returns>
    public async Task<ContactAhead?> Of(string practice, string contactId, CancellationToken ct = default)
    {
        Muted.FromHere();
        if (await store.Find(Kinds.Contact, practice, contactId, ct) is not { Body: var contact }) return null;
        var (virtually, captured, limits) = (new VirtualClock(clock.GetUtcNow()), new Captured(), new AheadLimits(Longest));
        var (start, end) = (virtually.Now, virtually.Now + AheadLimits.Horizon);
        var overlay = new OverlayStore(store, virtually);
        var standing = await Standing(practice, contactId, limits, ct);
        await using var engine = new Engine(overlay, virtually, captured, catalogue, workflows, pages?.ForTrying());
        var told = new AheadWriter(overlay, workflows, captured, new AheadWords(catalogue, engine, virtually, contact), () => new AheadNotes(catalogue, decider is not null));
        await new LookingAhead(practice, contactId, overlay, virtually, engine, told, limits).Run(standing, end, ct);

        var before = standing.ToDictionary(one => one.Stored.Enrollment.Id, one => one.Stored.Enrollment);
        var enrollments = new List<AheadEnrollment>();
        foreach (var e in overlay.Enrollments.All.Where(e => e.ContactId == contactId)) enrollments.Add(await Tell(e, before.GetValueOrDefault(e.Id), told, start, end, ct));
        return new(start, end, (await practices.Of(practice, ct)).TimeZone, [.. told.Items.Take(AheadLimits.Items).Select(item => before.ContainsKey(item.EnrollmentId!) ? item : item with { EnrollmentId = null })], enrollments, limits.Code is { } code ? CodeWords.Reason(code) : null, Assumes);
    }

    /// <summary>Those that go on soonest, when there are too many.</summary>
    async Task<List<(StoredEnrollment Stored, IReadOnlyList<InboxRow> Inbox)>> Standing(string practice, string contactId, AheadLimits limits, CancellationToken ct)
    {
        var live = await store.LiveOf(practice, contactId, ct);
        limits.TooMany = live.Count > AheadLimits.Enrollments;
        var standing = new List<(StoredEnrollment, IReadOnlyList<InboxRow>)>();
        foreach (var stored in live.OrderBy(one => one.Enrollment.Pending.DueAt ?? DateTimeOffset.MaxValue).Take(AheadLimits.Enrollments))
            standing.Add((stored, await store.Inbox(practice, stored.Enrollment.Id, ct)));
        return standing;
    }

    async Task<AheadEnrollment> Tell(Enrollment e, Enrollment? before, AheadWriter told, DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        var definition = await workflows.Version(e.Practice, e.WorkflowId, e.Version, ct);
        var name = (await workflows.Workflow(e.Practice, e.WorkflowId, ct))?.Body.Name ?? e.WorkflowId;
        var startsAt = before is null ? e.EnrolledAt : (before.Pending as Pending.Timer) is { For: Waits.Start, Until: var until } ? until : null;
        return new(before is null ? null : e.Id, e.WorkflowId, name, before?.Status ?? EnrollmentStatus.Scheduled, startsAt, AheadStops.Of(e, definition, told.Parked.GetValueOrDefault(e.Id), !ReferenceEquals(e, before), start, end));
    }
}
