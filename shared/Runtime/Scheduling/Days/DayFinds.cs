using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>A record whose date has its turn.</summary>
/// <param name="Occurrence">Which of its dates: the same one never comes twice for a trigger.</param>
sealed record DayFind(string RecordId, string? ContactId, string Occurrence, JsonObject Data);

/// <summary>What a trigger finds in a record on a day; null when it is not its turn.</summary>
/// <param name="about">The date that has its turn.</param>
sealed class DayFinds(DayTrigger trigger, DateOnly about, DateOnly today, string zone)
{
    public DayFind? In(Stored<Contact> contact) => trigger.Type == DayTrigger.Birthday ? Birthday(contact) : Date(contact);

    public DayFind? In(Stored<WorkTask> task) =>
        task.Body is { CompletedAt: null, DueAt: { } due } && Zones.DateOf(due, zone) == about
            ? new(task.Id, task.Body.ContactId, Text(about), new() { ["task"] = TaskFacts.Of(task.Id, task.Body) }) : null;

    public DayFind? In(Stored<Opportunity> opportunity)
    {
        if (opportunity.Body.Status is not OpportunityStatus.Open || Zones.DateOf(opportunity.Body.ChangedAt, zone) != about) return null;
        var facts = System.Text.Json.JsonSerializer.SerializeToNode(opportunity.Body, Kinds.Opportunity.Json)!.AsObject();
        facts["id"] = opportunity.Id;
        facts["idleDays"] = today.DayNumber - about.DayNumber;
        return new(opportunity.Id, opportunity.Body.ContactId, Text(about), new() { ["opportunity"] = facts });
    }

    DayFind? Birthday(Stored<Contact> contact) => DayDates.AgeOn(contact.Body, about) is not { } age ? null
        : new(contact.Id, contact.Id, Text(about), new() { ["birthday"] = new JsonObject { ["date"] = Text(about), ["day"] = about.Day, ["month"] = about.Month, ["age"] = age } });

    DayFind? Date(Stored<Contact> contact) =>
        DayDates.Of(contact.Body, trigger.Field, zone) is not { } date || !DayDates.HasItsTurn(date, about, trigger.Yearly) ? null
            : new(contact.Id, contact.Id, $"{trigger.Field}/{Text(about)}", new()
            {
                ["date"] = new JsonObject { ["field"] = trigger.Field, ["value"] = Text(date), ["day"] = date.Day, ["month"] = date.Month },
            });

    static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
