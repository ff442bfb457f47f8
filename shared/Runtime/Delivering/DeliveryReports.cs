using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Delivering;

/// <summary>Takes in what providers report: the message moves on, and what workflows can wait for becomes an event, in one
/// commit. Repeated and out of order they change nothing that is true already.</summary>
/// <remarks>Do-not-disturb is set when that event is routed, which happens once: a report that is repeated after the contact
/// has written START must not silence them again.</remarks>
/// <param name="patience">How long a report waits for the message's own sending to be written down: reports can be
/// quicker than our checkpoint, which would then write "sent" over "delivered".</param>
public sealed class DeliveryReports(IStore store, IIdSource ids, TimeSpan patience, WorkflowBook? workflows = null)
{
    const int SideBySide = 8, MostAttempts = 8;
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(25);

    public DeliveryReports(IStore store, IIdSource ids, WorkflowBook? workflows = null) : this(store, ids, TimeSpan.FromSeconds(3), workflows) { }

    /// <exception cref="StoreUnavailableException">Not all were kept; the provider must send them again.</exception>
    public async Task<ReportsTaken> Take(IReadOnlyList<DeliveryReport> reports, CancellationToken ct = default)
    {
        var taken = 0;
        var until = DateTime.UtcNow + patience;
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct };
        await Parallel.ForEachAsync(reports.GroupBy(r => (r.Practice, r.MessageId)), options, async (about, ct) =>
        {
            foreach (var report in about)
                if (await Take(report, until, ct)) Interlocked.Increment(ref taken);
        });
        return new(taken, reports.Count - taken);
    }

    async Task<bool> Take(DeliveryReport report, DateTime until, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Settled(report, until, ct) is not { Body.Direction: Direction.Out } message) return false;
            var changes = new ChangeSet(report.Practice);
            var after = MessageProgress.After(message.Body, report);
            if (after != message.Body) changes.Put(Kinds.Message, message.Id, after, message.Revision);
            if (DeliveryNews.Of(report, message, await WantsArrivals(report, ct)) is { } news)
                changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), report.Practice, report.Source, report.EventId, news.Type, report.At,
                    message.Body.ContactId, news.Data)));
            if (changes.IsEmpty || (await store.Commit(changes, ct)).Ok) return true;
            if (attempt == MostAttempts) throw new InvalidOperationException($"The message {report.MessageId} keeps conflicting.");
        }
    }

    /// <summary>Every email arrives, so an event of each would double what there is to route.</summary>
    async Task<bool> WantsArrivals(DeliveryReport report, CancellationToken ct) =>
        report.Event is DeliveryEvent.Delivered && workflows is not null && (await workflows.Triggers(report.Practice, ct)).OfTypes(_ => true)
            .Any(entry => entry.Trigger.Type == "email.event" || entry.Definition.Steps.Values.Any(step => step is Step.Goal goal && goal.Events.Any(e => e.Type == "email.event")));

    async Task<Stored<Message>?> Settled(DeliveryReport report, DateTime until, CancellationToken ct)
    {
        while (true)
        {
            var message = await store.Find(Kinds.Message, report.Practice, report.MessageId, ct);
            if (message is not { Body.Status: MessageStatus.Sending } || DateTime.UtcNow >= until) return message;
            await Task.Delay(LookAgain, ct);
        }
    }
}
