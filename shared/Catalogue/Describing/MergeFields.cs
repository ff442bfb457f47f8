using System.Collections.Immutable;

namespace AesthetixWorkflows.Catalogue.Describing;

/// <summary>The values that texts may use whatever the trigger. What a trigger brings stands with the trigger, what a step
/// puts out with the action (<c>{{steps.s1.status}}</c>).</summary>
public static class MergeFields
{
    public static readonly ImmutableArray<MergeField> Contact =
    [
        new("contact.id", "Contact id"), new("contact.name", "Full name"), new("contact.firstName", "First name"), new("contact.lastName", "Last name"),
        new("contact.email", "Email"), new("contact.phone", "Phone"), new("contact.dateOfBirth", "Date of birth", "date", Sensitive: true),
        new("contact.birthMonth", "Month of birth", "number", Sensitive: true),
        new("contact.type", "Contact type"), new("contact.source", "Source"), new("contact.company", "Company"), new("contact.address", "Street"),
        new("contact.city", "City"), new("contact.state", "State"), new("contact.postalCode", "Postal code"), new("contact.country", "Country"),
        new("contact.timeZone", "Time zone"), new("contact.assignedTo", "Assigned user's id"), new("contact.tags", "Tags", "list"), new("contact.followers", "Followers' ids", "list"),
        new("contact.score", "Engagement score", "number"),
        new("contact.dnd", "Do not disturb: channels", "list"), new("contact.marketingConsent", "Agreed to offers by", "list"), new("contact.createdAt", "Contact since", "date"),
        new("contact.fields.*", "Custom field"),
    ];

    public static readonly ImmutableArray<MergeField> Practice =
    [
        new("practice.name", "Practice name"), new("practice.phone", "Practice phone"), new("practice.email", "Practice email"),
        new("practice.address", "Practice address"), new("practice.website", "Practice website"), new("practice.timeZone", "Practice time zone"),
        new("practice.reviewUrl", "Page for public reviews"), new("practice.feedbackUrl", "Page for private feedback"),
    ];

    /// <summary>The member of the team who looks after the contact.</summary>
    public static readonly ImmutableArray<MergeField> User =
    [
        new("user.name", "Assigned user's name"), new("user.email", "Assigned user's email"), new("user.phone", "Assigned user's phone"),
        new("user.bookingUrl", "Assigned user's booking page"),
    ];

    public static readonly ImmutableArray<MergeField> Now =
    [
        new("now.date", "Today", "date"), new("now.time", "Time of day"), new("now.weekday", "Weekday"), new("now.dayOfMonth", "Day of the month", "number"),
        new("now.month", "Month", "number"), new("now.year", "Year", "number"), new("now.hour", "Hour", "number"),
    ];

    public static readonly ImmutableArray<MergeField> Workflow =
    [
        new("workflow.id", "Workflow id"), new("workflow.triggerId", "Trigger that let the contact in"),
        new("anchor.at", "Date that a step has set", "date"), new("custom.*", "The practice's own value"),
        new("appointment.rescheduleUrl", "Page to move the visit on"), new("appointment.cancelUrl", "Page to call the visit off on"),
        new("link.*", "Tracked link"), new("unsubscribe.url", "Page to unsubscribe on (emails)"),
    ];

    /// <summary>What the contact answered to the latest wait for a reply.</summary>
    public static readonly ImmutableArray<MergeField> Reply =
    [
        new("reply.text", "Reply", Sensitive: true), new("reply.channel", "Reply: channel"), new("reply.intent", "Reply: meaning"),
        new("reply.number", "Reply: number", "number"), new("reply.at", "Reply: when", "date"),
    ];

    /// <summary>The contact that a step before has found.</summary>
    public static readonly ImmutableArray<MergeField> Found = [.. Contact.Select(field => field with { Name = "found" + field.Name["contact".Length..], Label = "Found: " + field.Label })];

    /// <summary>All of the contact's visits together, as they stand when they are asked about.</summary>
    public static readonly ImmutableArray<MergeField> Visits =
    [
        new("visits.nextAt", "Next visit", "date"), new("visits.lastAt", "Latest visit", "date"), new("visits.count", "Visits so far", "number"),
    ];

    /// <summary>What is there when an event is judged, before anybody is enrolled and besides what the event brings: filters of
    /// triggers and goals may ask about these and no others.</summary>
    public static readonly ImmutableArray<MergeField> AtTheEvent = [.. Contact, .. Practice, .. Now];

    public static readonly ImmutableArray<MergeField> Common = [.. Contact, .. Visits, .. Practice, .. User, .. Now, .. Workflow, .. Reply, .. Found];
}
