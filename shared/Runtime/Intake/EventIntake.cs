using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Intake;

/// <summary>Keeps what arrives, once. When this returns, the events are durable and will be routed.</summary>
public sealed class EventIntake(IStore store, IIdSource ids) : IEventDoor
{
    public async Task<string> Admit(string practice, IncomingEvent e, CancellationToken ct) => (await Accept(practice, [e], ct)).Ids[0];

    /// <exception cref="StoreUnavailableException">Nothing was kept; the sender must be told to try again.</exception>
    public async Task<Acceptance> Accept(string practice, IReadOnlyList<IncomingEvent> events, CancellationToken ct = default)
    {
        var changes = new ChangeSet(practice);
        var kept = new List<string>(events.Count);
        foreach (var e in events)
        {
            var id = e.Id ?? ids.New("evt");
            kept.Add(id);
            changes.Add(new Change.Accept(new PracticeEvent(id, practice, e.Source, e.SourceId, e.Type, e.At, e.ContactId, e.Data)));
        }
        var committed = await store.Commit(changes, ct);
        return new([.. kept.Where(id => !committed.Duplicates.ContainsKey(id))], committed.Duplicates.Count, [.. kept.Select(id => committed.Duplicates.GetValueOrDefault(id, id))]);
    }
}
