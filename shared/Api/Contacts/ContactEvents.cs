using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>What a change to a contact means to workflows.</summary>
static class ContactEvents
{
    // These have events of their own.
    static readonly string[] Apart = ["tags", "dnd", "consents", "createdAt", "score"];

    public static IEnumerable<Happening> Between(string id, Contact? before, Contact after)
    {
        if (before is null) yield return new("contact.created", new { contact = Facts.Of(id, after) });
        var had = before?.Tags ?? [];
        foreach (var tag in after.Tags.Except(had)) yield return new("contact.tag.added", new { contact = Facts.Of(id, after), tag = new { name = tag } });
        foreach (var tag in had.Except(after.Tags)) yield return new("contact.tag.removed", new { contact = Facts.Of(id, after), tag = new { name = tag } });
        if (before is null) yield break;
        foreach (var dnd in Disturbances(before, after))
            yield return new("contact.dnd.changed", new { contact = Facts.Of(id, after), dnd });
        if (before.Score != after.Score)
            yield return new("contact.score.changed", new { contact = Facts.Of(id, after), score = ScoreFacts.Of(before.Score, after.Score) });
        if (Facts.Change(before, after, Apart) is { } change) yield return new("contact.changed", new { contact = Facts.Of(id, after), change });
    }

    static IEnumerable<object> Disturbances(Contact before, Contact after)
    {
        foreach (var on in after.Dnd.ExceptBy(before.Dnd.Select(d => d.Channel), d => d.Channel)) yield return new { channel = on.Channel, enabled = true, reason = on.Reason };
        foreach (var off in before.Dnd.ExceptBy(after.Dnd.Select(d => d.Channel), d => d.Channel)) yield return new { channel = off.Channel, enabled = false, reason = off.Reason };
    }
}
