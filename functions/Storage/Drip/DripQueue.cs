using Azure;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>One step's drip. Its head row says which batch is being filled, and all who come must go through it; so those who
/// ask at once share a transaction, in the order in which they came.</summary>
sealed class DripQueue(Table table, string practice, string workflow, string step)
{
    // A transaction has 100 rows, and one is the head.
    const int Together = 99;

    readonly Lock _gate = new();
    readonly Queue<DripAsk> _waiting = [];
    readonly RowId _headId = new(RowKeys.Practice(practice), RowKeys.Drip(workflow, step));
    bool _busy;

    public Task<DateTimeOffset> Ask(DripAsk ask)
    {
        lock (_gate)
        {
            _waiting.Enqueue(ask);
            if (_busy) return ask.Answer.Task;
            _busy = true;
        }
        _ = Task.Run(Work);
        return ask.Answer.Task;
    }

    async Task Work()
    {
        while (Next() is { Count: > 0 } asks)
        {
            try
            {
                await Seat(asks);
            }
            // Whoever asked is told, and the next are served.
#pragma warning disable CA1031
            catch (Exception e)
#pragma warning restore CA1031
            {
                foreach (var ask in asks) ask.Answer.TrySetException(e);
            }
        }
    }

    List<DripAsk> Next()
    {
        lock (_gate)
        {
            var asks = new List<DripAsk>();
            while (asks.Count < Together && _waiting.TryDequeue(out var ask)) asks.Add(ask);
            _busy = asks.Count > 0;
            return asks;
        }
    }

    async Task Seat(List<DripAsk> asks)
    {
        var waiting = asks.ToLookup(ask => ask.EffectId);
        var effects = waiting.Select(g => g.First()).ToList();
        var head = await table.Find(_headId, CancellationToken.None);
        while (effects.Count > 0)
        {
            var (actions, places) = Plan(effects, head);
            switch (await table.Submit(actions))
            {
                case Submitted.Done:
                    foreach (var (ask, release) in effects.Zip(places)) Tell(waiting[ask.EffectId], release);
                    return;
                case Submitted.Refused { At: 0 }:
                    head = await table.Find(_headId, CancellationToken.None);
                    break;
                case Submitted.Refused refused:
                    // It has a place: from an earlier time, or from this very transaction, whose answer was lost.
                    var seated = effects[refused.At - 1];
                    if (await table.Find(PlaceOf(seated), CancellationToken.None) is not { } place) break;
                    Tell(waiting[seated.EffectId], place.GetInt64(Columns.Release)!.Value);
                    effects.RemoveAt(refused.At - 1);
                    break;
            }
        }
    }

    (List<TableTransactionAction> Actions, List<long> Places) Plan(List<DripAsk> effects, TableEntity? head)
    {
        (long Release, int Taken)? filling = head is null ? null : (head.GetInt64(Columns.Release)!.Value, head.GetInt32(Columns.Taken)!.Value);
        var (rows, places) = (new List<TableTransactionAction>(), new List<long>());
        foreach (var ask in effects)
        {
            filling = ask.After(filling);
            places.Add(filling.Value.Release);
            var place = PlaceOf(ask);
            rows.Add(new(TableTransactionActionType.Add, new TableEntity(place.Partition, place.Key) { [Columns.Release] = filling.Value.Release }));
        }
        var next = new TableEntity(_headId.Partition, _headId.Key) { [Columns.Release] = filling!.Value.Release, [Columns.Taken] = filling.Value.Taken };
        rows.Insert(0, head is null ? new(TableTransactionActionType.Add, next) : new(TableTransactionActionType.UpdateReplace, next, head.ETag));
        return (rows, places);
    }

    RowId PlaceOf(DripAsk ask) => new(_headId.Partition, RowKeys.DripPlace(workflow, step, ask.EffectId));

    static void Tell(IEnumerable<DripAsk> asks, long release)
    {
        foreach (var ask in asks) ask.Answer.TrySetResult(Moment.From(release));
    }
}
