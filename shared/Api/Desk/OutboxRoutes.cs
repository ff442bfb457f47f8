using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Redelivering;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What went out and came in: messages, and deliveries of outgoing webhooks. To be read, with
/// <c>reveal=true</c> as it was; a delivery can be made again.</summary>
static class OutboxRoutes
{
    static readonly TimeSpan LongestTried = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages");
        messages.MapGet("", Messages).Needs(Scopes.ContactsRead).Answers<Listed<Message>>();
        messages.MapGet("/{id}", Message).Needs(Scopes.ContactsRead).Answers<Message>();
        var deliveries = api.MapGroup("/deliveries").WithTags("Deliveries");
        deliveries.MapGet("", Deliveries).Needs(Scopes.EnrollmentsRead).Answers<Listed<Delivery>>();
        deliveries.MapGet("/{id}", Delivery).Needs(Scopes.EnrollmentsRead).Answers<Delivery>();
        deliveries.MapPost("/{id}/redeliver", Redeliver).Needs(Scopes.Operate).Answers<Delivery>(StatusCodes.Status201Created);
    }

    /// <param name="from">Only what went or came since; how far back is looked for what is seldom.</param>
    static async Task<IResult> Messages(
        Caller caller, IStore store, Unmasking unmasking, string? contactId, string? channel, string? direction, string? status, string? from, string? reveal, [AsParameters] Paging paging, CancellationToken ct)
    {
        var (way, state, since) = (Query.Choice<Direction>("direction", direction), Query.Choice<MessageStatus>("status", status), Query.Moment("from", from));
        var index = contactId is null ? null : "contact";
        var list = await Lists.Where(Read, paging, m =>
            (channel is null || m.Channel == channel) && (way is null || m.Direction == way) && (state is null || m.Status == state) && (since is null || m.At >= since));
        return TypedResults.Ok(await unmasking.Asked(caller, reveal, "messages", contactId, ct) ? list : list with { Items = [.. list.Items.Select(Masked.Of)] });

        // Ids tell when they were made. A message that was tried again went later than that, by a day at the utmost.
        async Task<Page<Message>> Read(int limit, string? cursor) =>
            await store.List(Kinds.Message, caller.Practice, new(limit, cursor, index, contactId), ct) is var page
            && since is not null && page.Items is [.., var last] && Ids.MomentOf(last.Id) < since - LongestTried ? page with { Next = null } : page;
    }

    static async Task<IResult> Message(HttpContext http, Caller caller, string id, IStore store, Unmasking unmasking, string? reveal, CancellationToken ct) =>
        await store.Find(Kinds.Message, caller.Practice, id, ct) is not { } found ? Answer.NotFound
        : Answer.Found(http, await unmasking.Asked(caller, reveal, id, null, ct) ? found : Masked.Of(found));

    static async Task<IResult> Deliveries(Caller caller, IStore store, Unmasking unmasking, string? enrollmentId, string? reveal, [AsParameters] Paging paging, CancellationToken ct)
    {
        var list = await store.All(Kinds.Delivery, caller.Practice, paging, ct, enrollmentId is null ? null : "enrollment", enrollmentId);
        return TypedResults.Ok(await unmasking.Asked(caller, reveal, "deliveries", enrollmentId, ct) ? list : list with { Items = [.. list.Items.Select(Masked.Of)] });
    }

    static async Task<IResult> Redeliver(Caller caller, string id, IStore store, Redelivery redelivery, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Delivery, caller.Practice, id, ct) is not { } delivery) return Answer.NotFound;
        var (made, outcome) = await redelivery.Do(caller.At(clock), delivery, ct);
        if (made is not null && await store.Find(Kinds.Delivery, caller.Practice, made, ct) is { } again) return TypedResults.Created($"/api/deliveries/{made}", Masked.Of(again));
        return Why(outcome) is { } why ? ProblemResult.Of(Codes.DeliveryRefused, CodeWords.Of(why)) : ProblemResult.Of(Codes.DeliveryUnrepeatable);
    }

    static string? Why(Outcome? outcome) => outcome switch
    {
        Outcome.Skipped skipped => skipped.Code,
        Outcome.Failed failed => failed.Code,
        Outcome.Held held => held.Code,
        _ => null,
    };

    static async Task<IResult> Delivery(HttpContext http, Caller caller, string id, IStore store, Unmasking unmasking, string? reveal, CancellationToken ct) =>
        await store.Find(Kinds.Delivery, caller.Practice, id, ct) is not { } found ? Answer.NotFound
        : Answer.Found(http, await unmasking.Asked(caller, reveal, id, null, ct) ? found : Masked.Of(found));
}
