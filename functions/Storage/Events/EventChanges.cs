using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Events: the row with the body, one that keeps repeats out, one while it is to be routed, and pointers by type,
/// contact and result. The pointers never change; the body is read where they point.</summary>
static class EventChanges
{
    public static void Accept(Workbench bench, PracticeEvent e)
    {
        if (Keep(bench, e, e.ContactId, null) is { } known) bench.Duplicates[e.Id] = known;
        else Mark(bench.At(RowKeys.Unrouted(e.Id)).Add(), e.Id)[Columns.At] = Moment.Of(bench.Now);
    }

    /// <returns>Null, or why not: an event is routed once, whoever is first.</returns>
    public static async ValueTask<string?> Routed(Workbench bench, Change.Routed routed)
    {
        var e = routed.Event;
        var (row, unrouted) = (bench.At(RowKeys.Event(e.Id)), bench.At(RowKeys.Unrouted(e.Id)));
        if (unrouted.Known && unrouted.Current is null)
        {
            // Routed by another one; or never accepted, when the host made it and routed it in the same breath.
            await bench.Look(RowKeys.Event(e.Id));
            if (row.Current is null)
            {
                if (Keep(bench, e, routed.ContactId, routed.Result) is null) Point(bench, e, routed.ContactId, routed.Result);
                return null;
            }
            if (row.Current.GetString(Columns.Result) is { } known and not EventPage.GivenUp) return $"routed: event {e.Id} is {known}";
        }
        var next = row.Merge();
        next[Columns.Result] = routed.Result;
        if (routed.ContactId is not null) next[Columns.Contact] = routed.ContactId;
        if (routed.Rewritten) BodyText.Write(next, Json(e));
        unrouted.Remove();
        Point(bench, e, routed.ContactId, routed.Result);
        return null;
    }

    /// <returns>The id of the one that was there already from the same source with the same source id; null: kept.</returns>
    static string? Keep(Workbench bench, PracticeEvent e, string? contact, string? result)
    {
        var (row, source) = (bench.At(RowKeys.Event(e.Id)), bench.At(RowKeys.Source(e.Source, e.SourceId)));
        if (source.Current?.GetString(Columns.Id) is { } known) return known;
        if (row.Current is not null) return e.Id;
        Mark(source.Add(), e.Id);
        var next = Mark(row.Add(), e.Id);
        next[Columns.Type] = e.Type;
        if (contact is not null) next[Columns.Contact] = contact;
        if (result is not null) next[Columns.Result] = result;
        BodyText.Write(next, Json(e));
        Pointer(bench, RowKeys.EventsOfType(e.Type), e.Id);
        if (contact is not null) Pointer(bench, RowKeys.EventsOfContact(contact), e.Id);
        return null;
    }

    static void Point(Workbench bench, PracticeEvent e, string? contact, string result)
    {
        if (contact is not null) Pointer(bench, RowKeys.EventsOfContact(contact), e.Id);
        Pointer(bench, RowKeys.EventsOfResult(result), e.Id);
    }

    static void Pointer(Workbench bench, string prefix, string id) => Mark(bench.At(prefix + RowKeys.Newest(id)).Put(), id);

    static TableEntity Mark(TableEntity row, string id)
    {
        row[Columns.Id] = id;
        return row;
    }

    static string Json(PracticeEvent e) => JsonSerializer.Serialize(e, Shapes.Default.PracticeEvent);
}
