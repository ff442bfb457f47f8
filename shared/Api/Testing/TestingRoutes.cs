using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Api.Testing;

/// <summary>What would happen: tries a workflow on somebody, or on what has happened already. Nothing is kept, sent or called.</summary>
static class TestingRoutes
{
    const int DefaultExamples = 5, MostExamples = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows/{id}").WithTags("Testing");
        // Both tell of contacts, so a key that may not read those may not ask.
        routes.MapPost("/simulate", Simulate).Needs(Scopes.WorkflowsRead).Answers<SimulationTrace>();
        routes.MapPost("/backtest", Backtest).Needs(Scopes.WorkflowsRead).Answers<BacktestReport>();
    }

    static async Task<IResult> Simulate(Caller caller, string id, Body<SimulationWish> body, IStore store, Simulator simulator, TimeProvider clock, CancellationToken ct)
    {
        var (definition, json) = await Tried(caller, id, body.Value.Version, store, ct);
        var request = SimulationReading.Read(body.Value, caller.Practice, id, definition, json, clock.GetUtcNow());
        if (request.ContactId is { } contact && await store.Find(Kinds.Contact, caller.Practice, contact, ct) is null)
            return new ProblemResult(Refusal.OfField(Codes.ContactUnknown, "/contactId", "There is no such contact."));
        return TypedResults.Json(await simulator.Run(request, ct), ApiJson.Options);
    }

    static async Task<IResult> Backtest(Caller caller, string id, Body<BacktestWish> body, IStore store, Backtester backtester, Unmasking unmasking, TimeProvider clock, string? reveal, CancellationToken ct)
    {
        var wish = body.Value;
        var (definition, json) = await Tried(caller, id, wish.Version, store, ct);
        if (wish.From is not { } from) return new ProblemResult(Refusal.Required("from"));
        var to = wish.To ?? clock.GetUtcNow();
        if (to <= from) return new ProblemResult(Refusal.Invalid("to", "Later than from."));
        if (wish.Examples is < 0 or > MostExamples) return new ProblemResult(Refusal.Invalid("examples", string.Create(CultureInfo.InvariantCulture, $"0 to {MostExamples}.")));
        var revealed = await unmasking.Asked(caller, reveal, id, "backtest", ct);
        return TypedResults.Json(await backtester.Run(new(caller.Practice, id, definition, json, from, to, wish.Examples ?? DefaultExamples, Revealed: revealed), ct), ApiJson.Options);
    }

    /// <summary>The draft, or the version that was asked for, when it can be read without an error.</summary>
    static async Task<(Definition, JsonElement)> Tried(Caller caller, string id, int? version, IStore store, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) throw new RefusedException(new(Codes.NotFound));
        if (!caller.Scopes.Contains(Scopes.ContactsRead)) throw new RefusedException(new(Codes.ScopeMissing, $"The key needs {Scopes.ContactsRead} too."));
        if (version is { } number && await store.Find(Kinds.Version, caller.Practice, string.Create(CultureInfo.InvariantCulture, $"{id}.{number}"), ct) is { } kept)
            return Read(kept.Body.Definition);
        return version is null ? Read(workflow.Body.Draft) : throw new RefusedException(Refusal.OfField(Codes.ReferenceUnknown, "/version", "There is no such version."));
    }

    static (Definition, JsonElement) Read(JsonElement json)
    {
        var (definition, findings) = DefinitionReader.Read(json);
        return definition is not null && findings.All(f => f.Severity is not Severity.Error) ? (definition, json)
            : throw new RefusedException(new(Codes.WorkflowFaulty, "It cannot be read, so it cannot be tried.", [.. findings.Select(f => new FieldError(f.Pointer, f.Code, f.Message))], findings));
    }
}
