using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A point in time that comes again and again; it is about no contact.</summary>
static class ScheduleDue
{
    public static readonly TriggerDescriptor Descriptor = new("schedule.due", "Scheduler", "Events",
        "Starts on a schedule and without a contact: steps that need one are passed over.",
        Config: 
        [
            new("name", FieldKind.Text, "Name", Required: true, MaxLength: 100, Help: "What this schedule is called; filters and texts may use it."),
            new("every", FieldKind.Choice, "Repeats", Required: true, Options:
                [new("day", "Every day"), new("week", "Every week"), new("month", "Every month"), new("once", "Once"), new("cron", "Cron expression")]),
            new("at", FieldKind.Text, "At", MaxLength: 5, Help: "Local time at the practice, like 09:30."),
            new("days", FieldKind.ManyChoices, "On these weekdays", Options:
                [new("mon", "Monday"), new("tue", "Tuesday"), new("wed", "Wednesday"), new("thu", "Thursday"), new("fri", "Friday"), new("sat", "Saturday"), new("sun", "Sunday")]),
            new("dayOfMonth", FieldKind.Number, "On this day of the month", Min: 1, Max: 31, Help: "In a shorter month, its last day."),
            new("date", FieldKind.Date, "On this date", Help: "For a schedule that comes once."),
            new("cron", FieldKind.Text, "Cron expression", MaxLength: 100, Help: "Five fields; at most once an hour."),
            new("skipWeekends", FieldKind.Flag, "Not at weekends"),
            new("until", FieldKind.Date, "Stops after"),
        ],
        Filters: [new("schedule.name", "Schedule", "text")],
        MergeFields: [new("schedule.name", "Schedule")],
        NeedsContact: false);
}
