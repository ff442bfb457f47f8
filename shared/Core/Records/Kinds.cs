using System.Globalization;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Records;

/// <summary>Every kind of record. The stored names are for ever.</summary>
public static class Kinds
{
    public static readonly Kind<Practice> Practice = new("practice", "prac", Shapes.Default.Practice, _ => []);
    public static readonly Kind<Contact> Contact = new("contact", "con", Shapes.Default.Contact, c => ContactLookups(c));
    public static readonly Kind<Appointment> Appointment = new("appointment", "apt", Shapes.Default.Appointment, a => AppointmentLookups(a));
    public static readonly Kind<Opportunity> Opportunity = new("opportunity", "opp", Shapes.Default.Opportunity, o =>
        o.Status is OpportunityStatus.Open ? [ByContact(o.ContactId), Open] : [ByContact(o.ContactId)]);
    public static readonly Kind<Pipeline> Pipeline = new("pipeline", "pipe", Shapes.Default.Pipeline, _ => []);
    public static readonly Kind<Message> Message = new("message", "msg", Shapes.Default.Message, m =>
        m.ContactId is null ? [] : [ByContact(m.ContactId)]);
    public static readonly Kind<WorkTask> Task = new("task", "tsk", Shapes.Default.WorkTask, t => TaskLookups(t));
    public static readonly Kind<Note> Note = new("note", "note", Shapes.Default.Note, n => [ByContact(n.ContactId)]);
    public static readonly Kind<User> User = new("user", "usr", Shapes.Default.User, _ => []);
    public static readonly Kind<BookingCalendar> Calendar = new("calendar", "cal", Shapes.Default.BookingCalendar, _ => []);
    public static readonly Kind<Workflow> Workflow = new("workflow", "wf", Shapes.Default.Workflow, _ => []);
    public static readonly Kind<WorkflowVersion> Version = new("version", "ver", Shapes.Default.WorkflowVersion, v => [new("workflow", v.WorkflowId)]);
    /// <summary>Keys and hooks live under the practice <c>*</c>: they are what tells the practice. Their id is <c>{practice}.{id}</c>.</summary>
    public static readonly Kind<ApiKey> Key = new("key", "key", Shapes.Default.ApiKey, k => [new("hash", k.Hash, Unique: true)]);
    public static readonly Kind<Hook> Hook = new("hook", "hook", Shapes.Default.Hook, h => [new("key", h.Key, Unique: true)]);
    public static readonly Kind<AuditEntry> Audit = new("audit", "aud", Shapes.Default.AuditEntry, _ => []);
    public static readonly Kind<Delivery> Delivery = new("delivery", "dlv", Shapes.Default.Delivery, d => d.EnrollmentId is null ? [] : [new("enrollment", d.EnrollmentId)]);
    public static readonly Kind<StepOutput> Output = new("output", "out", Shapes.Default.StepOutput, _ => []);
    public static readonly Kind<SplitSide> Side = new("side", "side", Shapes.Default.SplitSide, _ => []);

    public static readonly Kind<BookingMark> BookingMark = new("bookingMark", "bkm", Shapes.Default.BookingMark, _ => []);
    public static readonly Kind<BookingLink> BookingLink = new("bookingLink", "bkl", Shapes.Default.BookingLink, l => [ByContact(l.ContactId)]);
    public static readonly Kind<Callback> Callback = new("callback", "cbk", Shapes.Default.Callback, _ => []);
    public static readonly Kind<MessageTemplate> Template = new("template", "tpl", Shapes.Default.MessageTemplate, _ => []);
    public static readonly Kind<TrackedLink> Link = new("link", "lnk", Shapes.Default.TrackedLink, l => l.Key is null ? [] : [new("key", l.Key, Unique: true)]);
    public static readonly Kind<CustomValue> CustomValue = new("customValue", "cval", Shapes.Default.CustomValue, v => [new("key", v.Key, Unique: true)]);
    public static readonly Kind<CustomField> CustomField = new("customField", "cfld", Shapes.Default.CustomField, f => [new("key", f.Key, Unique: true)]);
    public static readonly Kind<Invoice> Invoice = new("invoice", "inv", Shapes.Default.Invoice, i =>
        i.IsAwaited ? PaperLookups(i.ContactId, i.ExternalId).Append(Open) : PaperLookups(i.ContactId, i.ExternalId));
    public static readonly Kind<Document> Document = new("document", "doc", Shapes.Default.Document, d => PaperLookups(d.ContactId, d.ExternalId));
    public static readonly Kind<Gone> Gone = new("gone", "gone", Shapes.Default.Gone, _ => []);
    public static readonly Kind<WorkflowReview> Review = new("workflowReview", "wf", Shapes.Default.WorkflowReview, _ => []);
    public static readonly Kind<ReviewNotice> ReviewNotice = new("reviewNotice", "prac", Shapes.Default.ReviewNotice, _ => []);
    public static readonly Kind<Secret> Secret = new("secret", "sec", Shapes.Default.Secret, _ => []);
    public static readonly Kind<EarlyVisit> EarlyVisit = new("earlyVisit", "apt", Shapes.Default.EarlyVisit, _ => []);
    public static readonly Kind<ConversationState> Conversation = new("conversation", "con", Shapes.Default.ConversationState, c => ConversationLookups(c));
    public static readonly Kind<DeletedContact> DeletedContact = new("deletedContact", "con", Shapes.Default.DeletedContact, _ => []);

    /// <summary>Those still to go are found by a lookup of their own.</summary>
    public static readonly Kind<Courtesy> Courtesy = new("courtesy", "con", Shapes.Default.Courtesy, c => c.SettledAt is null ? [new("open", "yes")] : []);
    public static readonly Kind<EntryGate> EntryGate = new("entryGate", "enr", Shapes.Default.EntryGate, _ => []);
    public static readonly Kind<SendGate> SendGate = new("sendGate", "con", Shapes.Default.SendGate, _ => []);
    public static readonly Kind<HeldSend> HeldSend = new("heldSend", "enr", Shapes.Default.HeldSend, _ => []);

    /// <summary>The value of an appointment's <c>day</c> lookup: what takes time on a calendar, by the UTC day on which it begins.</summary>
    public static string CalendarDay(string calendarId, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{calendarId}/{at.UtcDateTime:yyyy-MM-dd}");
    /// <summary>Those under way are found by a lookup of their own.</summary>
    public static readonly Kind<Job> Job = new("job", "job", Shapes.Default.Job, j => j.Status is JobStatus.Running ? [new("running", "yes")] : []);
    public static readonly Kind<JobList> JobList = new("jobList", "job", Shapes.Default.JobList, _ => []);
    public static readonly Kind<JobResult> JobResult = new("jobResult", "res", Shapes.Default.JobResult, r => [new("job", r.JobId)]);

    public static readonly Kind<DayScan> DayScan = new("dayScan", "scan", Shapes.Default.DayScan, _ => []);

    static Lookup ByContact(string id) => new("contact", id);

    /// <summary>Tasks nobody has done, opportunities nobody has decided, invoices that may become overdue: few among many.</summary>
    static Lookup Open => new("open", "yes");

    static IEnumerable<Lookup> TaskLookups(WorkTask task)
    {
        if (task.ContactId is not null) yield return ByContact(task.ContactId);
        if (task.ExternalId is not null) yield return new("external", task.ExternalId, Unique: true);
        if (task.CompletedAt is null) yield return Open;
    }

    /// <summary>What nobody has read yet and what was put away: few among many. In the archive nothing waits to be read.</summary>
    static IEnumerable<Lookup> ConversationLookups(ConversationState conversation) =>
        conversation.Archived ? [new("archived", "yes")] : conversation.Unread ? [new("unread", "yes")] : [];

    static IEnumerable<Lookup> PaperLookups(string contactId, string? externalId) =>
        externalId is null ? [ByContact(contactId)] : [ByContact(contactId), new("external", externalId, Unique: true)];

    static IEnumerable<Lookup> AppointmentLookups(Appointment appointment)
    {
        yield return ByContact(appointment.ContactId);
        if (appointment.ExternalId is not null) yield return new("external", appointment.ExternalId, Unique: true);
        if (appointment is { CalendarId: { } calendar, Status: not (AppointmentStatus.Cancelled or AppointmentStatus.Invalid) })
            yield return new("day", CalendarDay(calendar, appointment.StartsAt));
    }

    static IEnumerable<Lookup> ContactLookups(Contact contact)
    {
        if (contact.Email is not null) yield return new("email", contact.Email, Unique: true);
        if (contact.Phone is not null) yield return new("phone", contact.Phone, Unique: true);
        if (contact.GuardianId is not null) yield return new("guardian", contact.GuardianId);
    }
}

/// <summary>The JSON shapes of everything stored, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Practice)), JsonSerializable(typeof(Contact)), JsonSerializable(typeof(Appointment)), JsonSerializable(typeof(Opportunity))]
[JsonSerializable(typeof(Pipeline)), JsonSerializable(typeof(Message)), JsonSerializable(typeof(WorkTask)), JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(User)), JsonSerializable(typeof(BookingCalendar)), JsonSerializable(typeof(Workflow)), JsonSerializable(typeof(WorkflowVersion))]
[JsonSerializable(typeof(ApiKey)), JsonSerializable(typeof(Hook)), JsonSerializable(typeof(AuditEntry)), JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(StepOutput)), JsonSerializable(typeof(SplitSide))]
[JsonSerializable(typeof(BookingMark)), JsonSerializable(typeof(BookingLink)), JsonSerializable(typeof(Callback)), JsonSerializable(typeof(MessageTemplate)), JsonSerializable(typeof(TrackedLink))]
[JsonSerializable(typeof(CustomValue)), JsonSerializable(typeof(CustomField)), JsonSerializable(typeof(Invoice)), JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(ConversationState)), JsonSerializable(typeof(DeletedContact))]
[JsonSerializable(typeof(Gone)), JsonSerializable(typeof(WorkflowReview)), JsonSerializable(typeof(ReviewNotice)), JsonSerializable(typeof(Secret)), JsonSerializable(typeof(EarlyVisit))]
[JsonSerializable(typeof(Courtesy)), JsonSerializable(typeof(SendGate)), JsonSerializable(typeof(EntryGate)), JsonSerializable(typeof(HeldSend))]
[JsonSerializable(typeof(Job)), JsonSerializable(typeof(JobList)), JsonSerializable(typeof(JobResult)), JsonSerializable(typeof(DayScan))]
[JsonSerializable(typeof(Enrollment)), JsonSerializable(typeof(Input)), JsonSerializable(typeof(Outcome)), JsonSerializable(typeof(PracticeEvent)), JsonSerializable(typeof(LogEntry))]
public sealed partial class Shapes : JsonSerializerContext;
