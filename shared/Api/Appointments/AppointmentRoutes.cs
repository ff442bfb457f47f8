using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Desk;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>What a caller may set on an appointment.</summary>
public sealed record AppointmentFields(
    string? ContactId = null, string? CalendarId = null, string? UserId = null, string? Title = null, string? Service = null, string? Location = null,
    string? Notes = null, string? ExternalId = null, DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null, AppointmentStatus? Status = null,
    ImmutableArray<string>? Services = null, string? Category = null, bool? Recurring = null);

/// <summary>Appointments. The record and its event are kept in one commit, so the answer is 201 with the record, and
/// workflows hear of it all the same.</summary>
static class AppointmentRoutes
{
    public static void Map(IEndpointRouteBuilder api) => RecordRoutes.Map<Appointment, AppointmentFields>(api, new()
    {
        Path = "/appointments",
        Tag = "Appointments",
        Kind = Kinds.Appointment,
        Read = Scopes.ContactsRead,
        Write = Scopes.ContactsWrite,
        Required = ["contactId", "startsAt"],
        Given = now => new JsonObject { ["createdAt"] = now },
        Settle = (before, after, _) => after with
        {
            ModifiedBy = "api", ModifiedById = null, Service = after.Service ?? VisitServices.Named(after.Services),
            Rescheduled = after.Rescheduled || (before is not null && before.StartsAt != after.StartsAt),
        },
        Refuse = Refuse,
        Events = Events,
        ContactOf = appointment => appointment.ContactId,
        Taken = Codes.AppointmentTaken,
        Filter = request => Filter(
            Query.Choice<AppointmentStatus>("status", request.Query["status"]),
            Query.Moment("from", request.Query["from"]), Query.Moment("to", request.Query["to"])),
    });

    static Func<Appointment, bool>? Filter(AppointmentStatus? status, DateTimeOffset? from, DateTimeOffset? to) =>
        status is null && from is null && to is null ? null
        : a => (status is null || a.Status == status) && (from is null || a.StartsAt >= from) && (to is null || a.StartsAt < to);

    static async Task<Refusal?> Refuse(IStore store, string practice, Appointment appointment, CancellationToken ct) =>
        appointment.EndsAt < appointment.StartsAt
            ? Refusal.Invalid("endsAt", "It ends before it starts.")
            : await store.Missing(Kinds.Contact, practice, "contactId", appointment.ContactId, ct)
              ?? await store.Missing(Kinds.Calendar, practice, "calendarId", appointment.CalendarId, ct)
              ?? await store.Missing(Kinds.User, practice, "userId", appointment.UserId, ct);

    static IEnumerable<Happening> Events(string id, Appointment? before, Appointment after)
    {
        var appointment = Facts.Of(id, after);
        if (before is null) yield return new("appointment.booked", new { appointment });
        else
        {
            if (before.StartsAt != after.StartsAt) yield return new("appointment.rescheduled", new { appointment = Was(appointment, "fromStartsAt", before.StartsAt) });
            if (before.Status != after.Status) yield return new("appointment.status.changed", new { appointment = Was(appointment, "fromStatus", before.Status) });
        }
    }

    static JsonObject Was(JsonObject appointment, string field, object before)
    {
        var more = appointment.DeepClone().AsObject();
        more[field] = JsonSerializer.SerializeToNode(before, ApiJson.Options);
        return more;
    }
}
