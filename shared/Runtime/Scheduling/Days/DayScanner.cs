using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>Looks through the records for one trigger on one day, page by page. How far it has come is written
/// with the last of a page's events, so a crash costs a page and leaves nobody out; what is found twice is kept once.</summary>
sealed class DayScanner(IStore store, IIdSource ids)
{
    const string Source = "dates";
    // Five rows each on Table storage, which takes a hundred at once; what does not fit is cut there, and how far a look has
    // come would be written first.
    const int Together = 15;

    /// <param name="pages">How many may still be read in this look.</param>
    /// <returns>How many are left, and whether this day is through.</returns>
    public async Task<(int Pages, bool Done)> Go(string practice, DayTrigger trigger, DateOnly day, DateTimeOffset at, string zone, int pages, CancellationToken ct)
    {
        var id = $"{trigger.WorkflowId}/{trigger.TriggerId}";
        var finds = new DayFinds(trigger, trigger.Rule.About(day), day, zone);
        while (true)
        {
            var kept = await store.Find(Kinds.DayScan, practice, id, ct);
            // A clock that was set back does not go through a day again.
            if (kept is { Body: var known } && (known.At > at || known.At == at && known.Done)) return (pages, true);
            if (pages-- <= 0) return (0, false);
            var cursor = kept?.Body.At == at ? kept.Body.Cursor : null;
            var (found, next) = await Page(practice, trigger.Type, finds, cursor, ct);
            var changes = new ChangeSet(practice);
            foreach (var find in found)
            {
                changes.Add(new Change.Accept(Event(practice, trigger, find, at)));
                if (changes.Changes.Count < Together) continue;
                await store.Commit(changes, ct);
                changes = new(practice);
            }
            changes.Put(Kinds.DayScan, id, new DayScan(at, next, next is null), kept?.Revision ?? 0);
            // In a conflict another worker was quicker: it goes on from there.
            await store.Commit(changes, ct);
        }
    }

    async Task<(IReadOnlyList<DayFind> Found, string? Next)> Page(string practice, string type, DayFinds finds, string? cursor, CancellationToken ct)
    {
        return type switch
        {
            DayTrigger.Task => await Read(Kinds.Task, "open", finds.In),
            DayTrigger.Stale => await Read(Kinds.Opportunity, "open", finds.In),
            _ => await Read(Kinds.Contact, null, finds.In),
        };

        async Task<(IReadOnlyList<DayFind>, string?)> Read<T>(Kind<T> kind, string? index, Func<Stored<T>, DayFind?> find) where T : class
        {
            var page = await store.List(kind, practice, new Listing(DueDays.PageSize, cursor, index, index is null ? null : "yes"), ct);
            return ([.. page.Items.Select(find).OfType<DayFind>()], page.Next);
        }
    }

    PracticeEvent Event(string practice, DayTrigger trigger, DayFind find, DateTimeOffset at)
    {
        find.Data[Occasions.Root] = new JsonObject
        {
            ["workflowId"] = trigger.WorkflowId, ["triggerId"] = trigger.TriggerId, ["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        // Without the number of days: who changes 7 to 3 does not want everybody between them twice.
        var side = trigger.Rule.Side.ToString().ToLowerInvariant();
        return new(ids.New("evt"), practice, Source, $"{trigger.WorkflowId}/{trigger.TriggerId}/{trigger.Type}/{side}/{find.RecordId}/{find.Occurrence}", trigger.Type, at.ToUniversalTime(),
            find.ContactId, JsonSerializer.SerializeToElement(find.Data));
    }
}
