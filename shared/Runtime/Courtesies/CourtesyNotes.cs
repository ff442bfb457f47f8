using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Courtesies;

/// <summary>Notes that a STOP, START or HELP is to be answered, in the commit that obeys it. The same is answered once in a
/// while, however often it is said.</summary>
public sealed class CourtesyNotes(IStore store, PracticeBook practices)
{
    /// <summary>Within this time a second one of a kind gets no second answer.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(24);

    public async Task Note(PracticeEvent e, Stored<Contact> contact, string kind, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var to = FactLoader.TextIn(e.Data, "message", "from") ?? contact.Body.Phone;
        // Somebody who wants no texts gets none that explains them.
        if (to is null || kind == CourtesyKind.Help && contact.Body.Dnd.Any(d => d.Channel is "sms" or "all")) return;
        if (CourtesyWords.Of(await practices.Of(e.Practice, ct), kind) is not { } text) return;
        var id = $"{contact.Id}.{kind}";
        var earlier = await store.Find(Kinds.Courtesy, e.Practice, id, ct);
        if (earlier is not null && earlier.Body.At > now - Period) return;
        changes.Put(Kinds.Courtesy, id, new Courtesy(contact.Id, kind, e.Id, to, text, now), earlier?.Revision ?? 0);
    }
}
