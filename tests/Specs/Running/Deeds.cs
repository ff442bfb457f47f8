using AesthetixWorkflows.Runtime.Sweeping;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What patients and the systems around a clinic do, in their own words.</summary>
public static class Deeds
{
    public static Task<string> Form(this Clinic clinic, string contact, string? sourceId = null) =>
        clinic.Happens("form.submitted", contact, new { form = new { id = "consultation" } }, sourceId);

    public static Task<string> Reply(this Clinic clinic, string contact, string text = "Yes please", string channel = "sms", string? sourceId = null) =>
        clinic.Happens("message.received", contact, new { message = new { channel, body = text } }, sourceId);

    /// <summary>What the host does for the practice every minute.</summary>
    public static async Task Sweep(this Clinic clinic)
    {
        await clinic.Get<PracticeSweep>().CarryOn(Clinic.Id);
        await clinic.Quiet();
    }

    public static Task<string> Click(this Clinic clinic, string contact, string link, string? sourceId = null) =>
        clinic.Happens("link.clicked", contact, new { link = new { id = link } }, sourceId);

    public static Task<string> Mail(this Clinic clinic, string contact, string step, string what, string? sourceId = null) =>
        clinic.Happens("email.event", contact, new { email = new { @event = what, stepId = step } }, sourceId);

    public static async Task<string> Tagged(this Clinic clinic, string contact, string tag, string? sourceId = null)
    {
        await clinic.Change(contact, c => c with { Tags = [.. c.Tags.Remove(tag), tag] });
        return await clinic.Happens("contact.tag.added", contact, new { tag = new { name = tag } }, sourceId);
    }

    public static Task<string> Books(this Clinic clinic, string contact, string visit, DateTimeOffset at, string? sourceId = null) =>
        clinic.Happens("appointment.booked", contact, new { appointment = new { externalId = visit, startsAt = at, title = "Consultation" } }, sourceId);

    public static Task<string> Moves(this Clinic clinic, string contact, string visit, DateTimeOffset at, string? sourceId = null) =>
        clinic.Happens("appointment.rescheduled", contact, new { appointment = new { externalId = visit, startsAt = at } }, sourceId);

    public static Task<string> Turns(this Clinic clinic, string contact, string visit, string status, string? sourceId = null) =>
        clinic.Happens("appointment.status.changed", contact, new { appointment = new { externalId = visit, status } }, sourceId);
}
