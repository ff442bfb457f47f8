using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Core.Tests.Lint;

/// <summary>Just enough of a catalogue: one way to write, one thing to do, three ways in.</summary>
sealed class SmallCatalogue : ILintCatalogue
{
    public IReadOnlyCollection<string> TriggerTypes => ["form.submitted", "appointment.booked", "payment.received", "schedule.due"];
    public IReadOnlyCollection<string> ActionTypes => ["email.send", "sms.send", "task.add", "review.request", "contact.find", "contact.delete", "value.set", "invoice.send"];
    public string? ChannelOf(string actionType, JsonElement config) => actionType switch { "email.send" => "email", "sms.send" => "sms", _ => null };
    public bool AsksForReview(string actionType) => actionType == "review.request";
    public bool IsOpenToOthers(string actionType) => actionType == "sms.send";
    public bool NeedsContact(string actionType) => actionType is not ("task.add" or "contact.find" or "value.set");
    public bool BringsContact(string actionType) => actionType == "contact.find";
    public bool DeletesContact(string actionType) => actionType == "contact.delete";
    public bool IsAboutContact(string triggerType) => triggerType != "schedule.due";
    public bool IsFrequent(string triggerType) => triggerType == "payment.received";
    public IEnumerable<ConfigProblem> CheckAction(string actionType, JsonElement config) => [];
    public IEnumerable<ConfigProblem> CheckTrigger(string triggerType, JsonElement config) => [];

    public IEnumerable<ConfigText> TextsOf(string actionType, JsonElement config) =>
        config.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).Select(property => new ConfigText("/" + property.Name, property.Name, property.Value.GetString()!));

    public ImmutableArray<KnownField> CommonFields => [.. EventFields, new("visits.nextAt"), new("user.name")];
    public ImmutableArray<KnownField> EventFields => [new("contact.firstName"), new("contact.city"), new("contact.tags", Many: true), new("contact.fields.*")];

    public ImmutableArray<KnownField> FieldsOf(string triggerType) => triggerType switch
    {
        "form.submitted" => [new("form.id"), new("form.fields.*", Sensitive: true)],
        "appointment.booked" => [new("appointment.startsAt"), new("appointment.calendarId"), new("appointment.service", Sensitive: true)],
        _ => [],
    };

    public ImmutableArray<KnownField> OutputsOf(string actionType) => actionType switch { "task.add" => [new("id")], "value.set" => [new("value")], "invoice.send" => [new("amount", Sensitive: true)], _ => [] };

    public bool Retells(string actionType) => actionType == "value.set";
}
