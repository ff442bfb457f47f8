using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>Holds a definition against the events that were kept: whom would it have enrolled, and why not the others?
/// Reads only.</summary>
public sealed class Backtester(IStore store, Simulator simulator, PracticeBook practices, ProductCatalogue catalogue)
{
    static readonly string[] Assumes =
    [
        "Contacts are taken as they are now, not as they were then.",
        "How long a contact stayed is simulated as if nothing else had happened to them.",
    ];

    readonly PrivateFields _private = new(catalogue);

    public async Task<BacktestReport> Run(BacktestRequest request, CancellationToken ct = default)
    {
        var (definition, tally, entries) = (request.Definition, new Tally(request.Definition, request.Examples), new Entries(store, simulator, request));
        var practice = await practices.Of(request.Practice, ct);
        var (events, cutOffAt) = await KeptEvents.Read(store, request.Practice, [.. definition.Triggers.Select(t => t.Type).Distinct()], request.From, request.To, request.Most, ct);
        var contacts = new Dictionary<string, Stored<Contact>?>();
        foreach (var stored in events)
        {
            ct.ThrowIfCancellationRequested();
            var e = stored.Event;
            tally.Saw(e);
            if (WhyNobody(stored.Result) is { } nobody)
            {
                tally.Not(e, nobody);
                continue;
            }
            if (e.ContactId is { } id && !contacts.ContainsKey(id)) contacts[id] = await store.Find(Kinds.Contact, request.Practice, id, ct);
            await Try(request, e, practice, e.ContactId is null ? null : contacts[e.ContactId], entries, tally, ct);
        }
        return tally.Report(request.From, request.To, cutOffAt, Assumes);
    }

    async Task Try(BacktestRequest request, PracticeEvent e, Practice practice, Stored<Contact>? contact, Entries entries, Tally tally, CancellationToken ct)
    {
        var at = Ids.MomentOf(e.Id);
        if (e.ContactId is not null && contact is null)
        {
            tally.Not(e, "contact.deleted");
            return;
        }
        var setting = new Setting(FactLoader.Of(e.Practice, practice, contact, e), at, ContactClock.Of(contact?.Body, practice));
        var verdicts = TriggerReport.Of(request.WorkflowId, request.Definition, e.Type, setting);
        if (verdicts.FirstOrDefault(v => v.Holds) is not { } matched)
        {
            foreach (var verdict in verdicts.Where(v => v.Code is not TriggerReport.OtherType)) tally.Not(e, verdict.Code, verdict.Id, request.Revealed ? verdict.Rows : _private.Hide(verdict.Rows));
            return;
        }
        tally.Matched(matched.Id);
        if (await entries.Refuse(e, at, ct) is { } refused) tally.Not(e, refused);
        else tally.Enrolled(e, matched.Id);
    }

    /// <summary>The router found nobody the event could be about, or knew better already; no workflow gets to see such an event.</summary>
    static string? WhyNobody(string? result) =>
        result is null ? "unrouted" : result is "stale" || result.StartsWith("unmatched:", StringComparison.Ordinal) ? result : null;
}
