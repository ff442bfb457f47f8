using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Asking;

/// <summary>The questions that an aesthetic practice asks most, in the order in which a builder offers them.</summary>
public static class ReadyConditions
{
    public static readonly ImmutableArray<ReadyCondition> All =
    [
        Of("tag.has", "Has a tag", "Patient", "The contact carries the tag now.",
            """{ "all": [{ "field": "contact.tags", "op": "contains", "value": "" }] }""",
            Ask("/all/0/value", new("tag", FieldKind.Reference, "Tag", Required: true, Of: "tag"))),
        Of("patient.new", "New patient", "Patient", "Has not had a visit yet; one that is booked does not count.",
            """{ "all": [{ "field": "visits.count", "op": "lt", "value": 1 }] }"""),
        Of("patient.returning", "Returning patient", "Patient", "Has been here before: at least one visit that was not called off or missed.",
            """{ "all": [{ "field": "visits.count", "op": "gte", "value": 1 }] }"""),
        Of("patient.away", "Has been away for a while", "Patient", "Was here, but not lately, and has nothing booked.",
            """{ "all": [{ "field": "visits.count", "op": "gte", "value": 1 }, { "field": "visits.lastAt", "op": "notInLast", "value": "P180D" }, { "field": "visits.nextAt", "op": "empty" }] }""",
            Ask("/all/1/value", new("away", FieldKind.Duration, "Away for at least", Required: true))),
        Of("birthday.month", "Birthday this month", "Patient", "The month of birth is the current month.",
            """{ "all": [{ "field": "contact.birthMonth", "op": "is", "value": "{{now.month}}" }] }"""),
        Of("offers.sms", "Agreed to offers by text", "Patient", "Said yes to offers by text, and has not asked for no texts since.",
            """{ "all": [{ "field": "contact.marketingConsent", "op": "contains", "value": "sms" }, { "field": "contact.dnd", "op": "noneOf", "value": ["sms", "all"] }] }"""),
        Of("offers.email", "Agreed to offers by email", "Patient", "Said yes to offers by email, and has not asked for no emails since.",
            """{ "all": [{ "field": "contact.marketingConsent", "op": "contains", "value": "email" }, { "field": "contact.dnd", "op": "noneOf", "value": ["email", "all"] }] }"""),

        Of("visit.upcoming", "Has a visit ahead", "Visits", "Any visit that is booked and not called off.",
            """{ "all": [{ "field": "visits.nextAt", "op": "notEmpty" }] }"""),
        Of("visit.soon", "Has a visit soon", "Visits", "The next visit is within the time.",
            """{ "all": [{ "field": "visits.nextAt", "op": "inNext", "value": "P7D" }] }""",
            Ask("/all/0/value", new("within", FieldKind.Duration, "Within", Required: true))),
        Of("visit.confirmed", "Visit is confirmed", "Visits", "The visit that this is about.",
            """{ "all": [{ "field": "appointment.status", "op": "is", "value": "confirmed" }] }"""),
        Of("visit.off", "Visit was missed or called off", "Visits", "The visit that this is about.",
            """{ "all": [{ "field": "appointment.status", "op": "anyOf", "value": ["cancelled", "noshow"] }] }"""),
        Of("visit.treatment", "Visit is for a treatment", "Visits", "One of the visit's treatments has this in its name.",
            """{ "all": [{ "field": "appointment.service", "op": "contains", "value": "" }] }""",
            Ask("/all/0/value", new("treatment", FieldKind.Text, "Treatment", Required: true))),

        Of("reply.confirmed", "Said yes", "Reply", "The reply confirms: yes, C, 1, see you then.",
            """{ "all": [{ "field": "reply.intent", "op": "is", "value": "confirm" }] }"""),
        Of("reply.moves", "Wants another time", "Reply", "The reply asks to move the visit.",
            """{ "all": [{ "field": "reply.intent", "op": "is", "value": "reschedule" }] }"""),
        Of("reply.any", "Answered anything", "Reply", "There was a reply, whatever it says.",
            """{ "all": [{ "field": "reply.at", "op": "notEmpty" }] }"""),

        Of("opportunity.won", "Opportunity is won", "Sales", "The opportunity that this is about.",
            """{ "all": [{ "field": "opportunity.status", "op": "is", "value": "won" }] }"""),
        Of("opportunity.stage", "Opportunity is at a stage", "Sales", "The opportunity that this is about.",
            """{ "all": [{ "field": "opportunity.stageId", "op": "is", "value": "" }] }""",
            Ask("/all/0/value", new("stage", FieldKind.Reference, "Stage", Required: true, Of: "stage"))),
        Of("invoice.paid", "Invoice is paid", "Sales", "The invoice that this is about, in full.",
            """{ "all": [{ "field": "invoice.status", "op": "is", "value": "paid" }] }"""),

        Of("now.weekday", "It is a weekday", "Now", "Monday to Friday, by the workflow's clock.",
            """{ "all": [{ "field": "now.weekday", "op": "anyOf", "value": ["mon", "tue", "wed", "thu", "fri"] }] }"""),
        Of("now.office", "It is office hours", "Now", "Monday to Friday between two times, by the workflow's clock.",
            """{ "all": [{ "field": "now.weekday", "op": "anyOf", "value": ["mon", "tue", "wed", "thu", "fri"] }, { "field": "now.time", "op": "between", "value": ["09:00", "17:00"] }] }""",
            Ask("/all/1/value/0", new("from", FieldKind.Text, "From", Required: true)),
            Ask("/all/1/value/1", new("to", FieldKind.Text, "To", Required: true))),
    ];

    static ReadyCondition Of(string key, string name, string category, string help, string condition, params ReadOnlySpan<ReadyBlank> asks) =>
        new(key, name, help, category, JsonElement.Parse(condition), [.. asks]);

    static ReadyBlank Ask(string pointer, Field field) => new(pointer, field);
}
