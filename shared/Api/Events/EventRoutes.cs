using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Api.Events;

/// <summary>What became of the events that were sent.</summary>
/// <param name="Accepted">Ids of the events that are kept now, in the order sent.</param>
/// <param name="Duplicates">How many were there already.</param>
public sealed record EventsAccepted(IReadOnlyList<string> Accepted, int Duplicates);

/// <summary>Events from systems that speak CloudEvents.</summary>
static class EventRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events", Accept).Needs(Scopes.EventsWrite).WithTags("Events")
            .WithMetadata(new Reads(typeof(CloudEvent), "application/cloudevents+json", "application/cloudevents-batch+json"))
            .Answers<EventsAccepted>(StatusCodes.Status202Accepted);

    static async Task<IResult> Accept(HttpContext http, Caller caller, IEventReader reader, EventIntake intake, CancellationToken ct)
    {
        var body = await RawBody.Of(http);
        var reading = reader.Read(http.Request, body.Bytes);
        if (reading.MediaTypeUnknown) return ProblemResult.Of(Codes.MediaType, reading.Fault);
        if (reading.Fault is { } fault) return new ProblemResult(Refusal.OfField(Codes.EventInvalid, reading.Pointer, fault));
        var (accepted, duplicates, _) = await intake.Accept(caller.Practice, reading.Events, ct);
        return TypedResults.Json(new EventsAccepted(accepted, duplicates), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}

/// <summary>A CloudEvent as JSON, for the description of this surface.</summary>
public sealed record CloudEvent(string SpecVersion, string Id, string Source, string Type, DateTimeOffset? Time, string? Subject, System.Text.Json.JsonElement Data);
