using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AesthetixWorkflows.Functions.Recovering;

/// <summary>For the day on which a task hub was lost, changed or purged: gives every live enrollment of the caller's practice
/// an orchestration again. Those that have one keep it, so it may be called at any time and as often as one likes.</summary>
sealed class CarryAgain : IEndpointMap
{
    const int PageSize = 100;
    static readonly EnrollmentStatus[] Live = [EnrollmentStatus.Active, EnrollmentStatus.Waiting, EnrollmentStatus.Scheduled, EnrollmentStatus.Paused];

    public void Map(IEndpointRouteBuilder root) =>
        root.MapPost("/api/enrollments/carry-again", Handle).WithMetadata(new Needs(Scopes.Operate)).WithTags("Operating")
            .WithSummary("Gives live enrollments an orchestration again, a page at a time: call it with the answer's next until there is none.");

    /// <param name="cursor">From the answer before; without one it begins, and beginning anew does no harm.</param>
    static async Task<IResult> Handle(Caller caller, IStore store, EnrollmentStarter starter, CancellationToken ct, string? cursor = null) =>
        await Page(caller.Practice, store, starter, cursor, ct) is { } page ? Results.Ok(page)
            : throw new StoreUnavailableException("Durable Functions did not take them all; ask again with the same cursor.");

    /// <returns>Null: some have none still.</returns>
    internal static async Task<CarriedAgain?> Page(string practice, IStore store, EnrollmentStarter starter, string? cursor, CancellationToken ct)
    {
        var (part, within) = Read(cursor);
        var page = await store.ListEnrollments(practice, new(Status: Live[part], Limit: PageSize, Cursor: within), ct);
        foreach (var item in page.Items)
            if (!await starter.Start(item.Enrollment, ct)) return null;
        // Whoever changes from one status to another meanwhile is being carried, or could not.
        return new(page.Items.Count, page.Next is { } more ? $"{part}.{more}" : part + 1 < Live.Length ? $"{part + 1}." : null);
    }

    static (int Part, string? Within) Read(string? cursor) =>
        cursor is { Length: > 1 } && cursor[1] == '.' && cursor[0] - '0' is >= 0 and var part && part < Live.Length ? (part, cursor.Length > 2 ? cursor[2..] : null) : (0, null);
}

/// <param name="Looked">How many enrollments have an orchestration now.</param>
/// <param name="Next">The cursor to go on with; null: all are done.</param>
public sealed record CarriedAgain(int Looked, string? Next);
