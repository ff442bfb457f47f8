using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Scheduling;

/// <summary>An invoice that is not paid when its due day ends where the practice is becomes overdue, once for that due date, and
/// tells of it. Looked at once on every day of the practice; a host that was away makes up for all of it.</summary>
/// <remarks>The status and its event are one commit, refused when somebody has changed the invoice meanwhile: so it comes once
/// however many look, and what was paid in between comes not at all. One whose day was over for more than a week is marked, and
/// nobody is told: hundreds of old invoices that were imported would else text everybody in one night.</remarks>
public sealed class OverdueInvoices(IStore store, PracticeBook practices, IIdSource ids)
{
    const int PageSize = 200;
    // Up to nine rows each on Table storage, which takes a hundred at once; an invoice must not be cut off from its event.
    const int Together = 10;
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (DateOnly Day, string Zone)> _seen = new();

    /// <returns>When there may be something to do again.</returns>
    public async Task<DateTimeOffset> Look(string practice, DateTimeOffset now, CancellationToken ct = default)
    {
        var zone = (await practices.Of(practice, ct)).TimeZone;
        var today = Zones.DateOf(now, zone);
        if (!_seen.TryGetValue(practice, out var seen) || seen != (today, zone))
        {
            if (!await Scan(practice, today, zone, ct)) return now + LookAgain;
            _seen[practice] = (today, zone);
        }
        return Zones.At(today.AddDays(1), TimeOnly.MinValue, zone);
    }

    /// <returns>False: some were in other hands just now.</returns>
    async Task<bool> Scan(string practice, DateOnly today, string zone, CancellationToken ct)
    {
        var (all, cursor) = (true, (string?)null);
        do
        {
            var page = await store.List(Kinds.Invoice, practice, new Listing(PageSize, cursor, "open", "yes"), ct);
            foreach (var some in page.Items.Where(invoice => IsDue(invoice.Body, today, zone)).Chunk(Together))
                if (!(await store.Commit(Overdue(practice, some, today, zone), ct)).Ok)
                    foreach (var one in some) all &= await Alone(practice, one.Id, today, zone, ct);
            cursor = page.Next;
        } while (cursor is not null);
        return all;
    }

    async Task<bool> Alone(string practice, string id, DateOnly today, string zone, CancellationToken ct) =>
        await store.Find(Kinds.Invoice, practice, id, ct) is not { } invoice || !IsDue(invoice.Body, today, zone) || (await store.Commit(Overdue(practice, [invoice], today, zone), ct)).Ok;

    static bool IsDue(Invoice invoice, DateOnly today, string zone) => invoice.IsAwaited && InvoiceDay.IsOver(invoice, today, zone);

    ChangeSet Overdue(string practice, IReadOnlyList<Stored<Invoice>> invoices, DateOnly today, string zone)
    {
        var changes = new ChangeSet(practice);
        foreach (var (id, revision, invoice) in invoices)
        {
            var due = invoice.DueAt!.Value;
            var after = invoice with { Status = InvoiceStatus.Overdue, OverdueFor = due };
            var source = $"invoice.overdue/{id}/{due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
            changes.Put(Kinds.Invoice, id, after, revision);
            if (InvoiceDay.IsLongOver(due, today, zone)) continue;
            changes.Add(new Change.Accept(new PracticeEvent(ids.New("evt"), practice, "dates", source, "invoice.changed", InvoiceDay.Ends(due, zone).ToUniversalTime(),
                invoice.ContactId, JsonSerializer.SerializeToElement(new { invoice = PaperFacts.Of(id, after) }))));
        }
        return changes;
    }
}
