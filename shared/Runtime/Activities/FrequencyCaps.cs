using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>How much advertising one contact may get, counted from the messages that went, back from the moment of sending.
/// Care messages are free and do not count.</summary>
/// <remarks>The last place is taken once: whoever claims a message under a cap writes the contact's gate with it, at the
/// revision at which the messages were counted. Of two workflows at the same moment one is refused and counts again.</remarks>
public sealed class FrequencyCaps(IStore store)
{
    const int Page = 100, MostPages = 5;

    public async Task<CapVerdict> Look(Practice practice, string practiceId, string contactId, string channel, string zone, string effectId, DateTimeOffset now, CancellationToken ct)
    {
        var caps = practice.Caps.Where(cap => cap.Channel is null || cap.Channel == channel).ToList();
        if (caps.Count == 0) return CapVerdict.Free;
        // Read before the messages are counted: whoever takes a place after that changes it.
        var gate = await store.Find(Kinds.SendGate, practiceId, contactId, ct);
        var since = caps.Min(cap => Back(now, cap, zone));
        var sent = await Sent(practiceId, contactId, effectId, since, ct);
        Outcome? refused = null;
        foreach (var cap in caps)
        {
            var times = sent.Where(m => m.At > Back(now, cap, zone) && (cap.Channel is null || m.Channel == cap.Channel)).Select(m => m.At).OrderDescending().ToList();
            if (times.Count < cap.Count) continue;
            if (cap.Over != "hold") return new(new Outcome.Skipped($"cap.{channel}"), null);
            // A place is free again when the oldest of those that fill it is out of sight.
            var until = cap.Count == 0 ? now + TimeSpan.FromDays(1) : Durations.Add(times[cap.Count - 1], cap.Per, zone);
            if (until <= now) until = now.AddMinutes(1);
            if (refused is not Outcome.Held held || held.Until < until) refused = new Outcome.Held($"cap.{channel}", until);
        }
        return refused is not null ? new(refused, null)
            : new(null, new ChangeSet(practiceId).Put(Kinds.SendGate, contactId, new SendGate(effectId, now), gate?.Revision ?? 0));
    }

    static DateTimeOffset Back(DateTimeOffset now, FrequencyCap cap, string zone) => Durations.Add(now, "-" + cap.Per, zone);

    /// <summary>Advertising to the contact that went or may be going, newest first, back to a moment and no further.</summary>
    async Task<List<Message>> Sent(string practice, string contactId, string effectId, DateTimeOffset since, CancellationToken ct)
    {
        var (found, cursor) = (new List<Message>(), (string?)null);
        for (var page = 0; page < MostPages; page++)
        {
            var messages = await store.List(Kinds.Message, practice, new Listing(Page, cursor, "contact", contactId), ct);
            found.AddRange(messages.Items.Select(item => item.Body).Where(m => m is { Direction: Direction.Out, Purpose: "marketing", Status: not MessageStatus.Failed } && m.At > since && m.EffectId != effectId));
            cursor = messages.Next;
            // Ids carry the moment at which they were made.
            if (cursor is null || messages.Items.Count == 0 || Ids.MomentOf(messages.Items[^1].Id) < since) break;
        }
        return found;
    }
}

/// <param name="Refused">Why not, or not yet; null: it may go.</param>
/// <param name="Also">To be written with the claim.</param>
public sealed record CapVerdict(Outcome? Refused, ChangeSet? Also)
{
    public static readonly CapVerdict Free = new(null, null);
}
