using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using System.Globalization;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>What was asked, and everything that all of the questions look at.</summary>
/// <param name="Event">What could have let the contact in.</param>
/// <param name="Entered">The enrollment that this event made, or else the contact's last one.</param>
sealed record Asked(
    Stored<Workflow> Workflow, Definition? Definition, Practice Practice, Stored<Contact> Contact, StoredEvent? Event, StoredEnrollment? Entered, DateTimeOffset Now)
{
    public required string PracticeId { get; init; }

    public bool EnteredByEvent => Event is not null && Entered?.Enrollment.EventId == Event.Event.Id;

    /// <summary>When it happened, as far as entry is concerned; now when nothing has.</summary>
    public DateTimeOffset At => Event is null ? Now : Ids.MomentOf(Event.Event.Id);

    /// <summary>As the wall clock of the practice shows it.</summary>
    public string Clock(DateTimeOffset at) => Zones.ToLocal(at, Practice.TimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
