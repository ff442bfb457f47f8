using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A date kept on a contact is near, today or just over.</summary>
static class ContactDate
{
    public static readonly TriggerDescriptor Descriptor = new("contact.date", "Date of a contact", "Contacts",
        "Starts some days before or after a date that is kept on a contact, or on the day: the end of a membership, the last treatment.",
        Config: 
        [
            new("field", FieldKind.Text, "Date", Required: true, MaxLength: 60, Help: "The key of a custom field with dates, or createdAt, or dateOfBirth."),
            .. DayFields.Config,
            new("yearly", FieldKind.Flag, "Every year, whatever the year of the date"),
        ],
        Filters: ContactFilters.And(
            new("date.field", "Which date", "text"), new("date.month", "Month", "number"), new("date.day", "Day of the month", "number"), new("date.value", "The date", "date")),
        MergeFields: [new("date.field", "Which date"), new("date.value", "The date", "date"), new("date.day", "The date: day of the month", "number"), new("date.month", "The date: month", "number")]);
}
