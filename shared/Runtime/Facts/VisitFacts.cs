using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>All of a contact's visits as facts: the next one, the latest one, and how many there were. One that nobody called off
/// or reported missed counts as kept, since many booking systems never say that somebody came.</summary>
sealed class VisitFacts : IFacts
{
    /// <summary>Nobody has more; what lies beyond is not worth the reading.</summary>
    const int Most = 1000;

    DateTimeOffset? next, last;
    int count;

    public Fact Find(string field) => field switch
    {
        "nextAt" => At(next),
        "lastAt" => At(last),
        "count" => new Fact.Number(count),
        _ => Fact.None,
    };

    public static async Task<VisitFacts> Load(IRecords records, string practice, string contactId, DateTimeOffset now, CancellationToken ct)
    {
        var facts = new VisitFacts();
        string? cursor = null;
        for (var read = 0; read < Most; read += 200)
        {
            var page = await records.List(Kinds.Appointment, practice, new Listing(200, cursor, "contact", contactId), ct);
            foreach (var visit in page.Items) facts.Take(visit.Body, now);
            if ((cursor = page.Next) is null) break;
        }
        return facts;
    }

    void Take(Appointment visit, DateTimeOffset now)
    {
        if (visit.Status is AppointmentStatus.Cancelled or AppointmentStatus.NoShow or AppointmentStatus.Invalid) return;
        if (visit.StartsAt > now)
        {
            next = next < visit.StartsAt ? next : visit.StartsAt;
            return;
        }
        count++;
        last = last > visit.StartsAt ? last : visit.StartsAt;
    }

    static Fact At(DateTimeOffset? at) => at is { } known ? new Fact.Instant(known) : Fact.None;
}
