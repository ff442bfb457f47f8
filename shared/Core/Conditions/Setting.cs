using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition together with what it is asked of: the facts, the moment and the zone for words like "today".</summary>
public sealed record Setting(IFacts Facts, DateTimeOffset Now, string Zone)
{
    /// <summary>For texts: how dates are written.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>One fact. Fields under <c>now.</c> come from <see cref="Now"/> and <see cref="Zone"/>, whatever the facts say.</summary>
    public Fact Find(string field) => NowFacts.Owns(field) ? NowFacts.Find(field, Now, Zone) : Facts.Find(field);

    /// <summary>The clock by which a text tells this field. A visit's is that of the place where it is, whoever reads of it: "at 1 pm"
    /// by the clock of a patient's home elsewhere would be an hour late. Everything else goes by <see cref="Zone"/>.</summary>
    public string ZoneOf(string field) =>
        field.StartsWith("appointment.", StringComparison.Ordinal) ? Known("appointment.timeZone") ?? Known("practice.timeZone") ?? Zone
        : field.StartsWith("visits.", StringComparison.Ordinal) ? Known("practice.timeZone") ?? Zone : Zone;

    string? Known(string field) => Find(field) is Fact.Text { Value: var zone } && Zones.IsKnown(zone) ? zone : null;
}
