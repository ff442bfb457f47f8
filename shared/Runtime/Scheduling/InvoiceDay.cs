using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Scheduling;

/// <summary>The day on which an invoice is due, where the practice is, and what it means for the status when an invoice is written.</summary>
public static class InvoiceDay
{
    /// <summary>Of an invoice whose day was over for longer when it was first looked at nobody is told any more: it was brought here
    /// from elsewhere, and whoever wanted to remind of it has done so long ago.</summary>
    const int DaysToTell = 7;

    public static DateTimeOffset Ends(DateTimeOffset due, string zone) => Zones.At(Zones.DateOf(due, zone).AddDays(1), TimeOnly.MinValue, zone);

    public static bool IsOver(Invoice invoice, DateOnly today, string zone) => invoice.DueAt is { } due && Zones.DateOf(due, zone) < today;

    public static bool IsLongOver(DateTimeOffset due, DateOnly today, string zone) => today.DayNumber - Zones.DateOf(due, zone).DayNumber > DaysToTell;

    /// <summary>One that is overdue and gets more time, and of which nothing else is said, is awaited again. That it was overdue for
    /// the old day stays known.</summary>
    public static Invoice Extended(Invoice before, Invoice after, DateOnly today, string zone) =>
        (before.Status, after.Status) is (InvoiceStatus.Overdue, InvoiceStatus.Overdue) && after.DueAt != before.DueAt && !IsOver(after, today, zone)
            ? after with { Status = after.Paid > 0 ? InvoiceStatus.PartiallyPaid : InvoiceStatus.Sent } : after;

    /// <summary>Written so that nobody hears of it, with its day over: then nobody hears later that it is overdue, either.</summary>
    public static Invoice Quietly(Invoice? before, Invoice after, DateOnly today, string zone) =>
        after.IsAwaited && IsOver(after, today, zone) && (before is null || !before.IsAwaited || before.DueAt != after.DueAt)
            ? after with { Status = InvoiceStatus.Overdue, OverdueFor = after.DueAt } : after;
}
