using System.Collections.Immutable;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>May this contact be messaged, this way, for this purpose, now? Asked at the moment of sending and never before.</summary>
public static class SendConsent
{
    /// <summary>What is held is woken when sending is allowed again; this is only in case that nobody came to wake it.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromHours(12);
    public const string Paused = "sending.paused";

    // Advertising by text needs a yes that was given (TCPA); by email it needs only the absence of a no (CAN-SPAM).
    static readonly ImmutableArray<string> NeedsYes = ["sms"];

    /// <param name="contact">Who would receive it.</param>
    /// <returns>Null: yes. Otherwise why not, or until when to wait.</returns>
    public static Outcome? Refuse(Practice practice, Contact contact, string channel, string? purpose, DateTimeOffset now)
    {
        // The kill switch holds rather than drops: what is still fresh goes out when it is lifted.
        if (practice.SendingPaused) return new Outcome.Held(Paused, now + LookAgain);
        if (Disturbs(contact, channel) is { } disturbed) return disturbed;
        if (purpose != "marketing") return null;

        var last = contact.Consents.LastOrDefault(c => c.Purpose == "marketing" && c.Channel == channel);
        return last switch
        {
            { Granted: false } => new Outcome.Skipped($"consent.refused.{channel}"),
            null when (practice.MarketingConsent ?? NeedsYes).Contains(channel) => new Outcome.Skipped($"consent.missing.{channel}"),
            _ => null,
        };
    }

    public static Outcome? Disturbs(Contact contact, string channel) =>
        contact.Dnd.Any(d => d.Channel == channel || d.Channel == "all") ? new Outcome.Skipped($"consent.dnd.{channel}") : null;
}
