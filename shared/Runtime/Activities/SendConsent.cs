using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>May this contact be messaged, this way, for this purpose, now? Asked at the moment of sending and never before.</summary>
public static class SendConsent
{
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <returns>Null: yes. Otherwise why not, or until when to wait.</returns>
    public static Outcome? Refuse(Practice practice, Contact contact, string channel, string? purpose, DateTimeOffset now)
    {
        // The kill switch holds rather than drops: what is still fresh goes out when it is lifted.
        if (practice.SendingPaused) return new Outcome.Held("sending.paused", now + LookAgain);
        if (contact.Dnd.Any(d => d.Channel == channel || d.Channel == "all")) return new Outcome.Skipped($"consent.dnd.{channel}");
        if (purpose != "marketing") return null;

        var last = contact.Consents.LastOrDefault(c => c.Purpose == "marketing" && c.Channel == channel);
        return last switch
        {
            { Granted: false } => new Outcome.Skipped($"consent.refused.{channel}"),
            // Advertising by text needs a yes that was given (TCPA); by email it needs only the absence of a no (CAN-SPAM).
            null when channel == "sms" => new Outcome.Skipped("consent.missing.sms"),
            _ => null,
        };
    }
}
