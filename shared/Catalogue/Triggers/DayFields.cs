using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>How a trigger that looks at dates is set up: how many days before or after, and at what time of day.</summary>
static class DayFields
{
    public static readonly Field When = new("when", FieldKind.Choice, "When", Required: true,
        Options: [new("before", "Days before"), new("on", "On the day"), new("after", "Days after")]);

    public static readonly Field Days = new("days", FieldKind.Number, "Days", Min: 0, Max: 365, Help: "How many days before or after; not needed on the day.");

    public static readonly Field At = new("at", FieldKind.Text, "At", MaxLength: 5, Help: "Local time at the practice, like 09:30. Left empty: 08:00.");

    public static readonly ImmutableArray<Field> Config = [When, Days, At];
}
