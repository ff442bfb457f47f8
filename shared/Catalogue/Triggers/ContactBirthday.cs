using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A birthday is near, today or just over.</summary>
static class ContactBirthday
{
    public static readonly TriggerDescriptor Descriptor = new("contact.birthday", "Birthday", "Contacts",
        "Starts some days before or after a contact's birthday, or on the day. In years without 29 February, that birthday is on 28 February.",
        Config: DayFields.Config,
        Filters: ContactFilters.And(
            new("birthday.month", "Month", "number"), new("birthday.day", "Day of the month", "number"), new("birthday.age", "Age on that day", "number")),
        MergeFields: 
        [
            new("birthday.date", "Birthday this time", "date"), new("birthday.day", "Birthday: day of the month", "number"), new("birthday.month", "Birthday: month", "number"),
            new("birthday.age", "Age on that day", "number", Sensitive: true),
        ]);
}
