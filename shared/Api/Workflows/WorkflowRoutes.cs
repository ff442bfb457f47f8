using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>Workflows as a whole.</summary>
static class WorkflowRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows").WithTags("Workflows");
        routes.MapGet("", List).Needs(Scopes.WorkflowsRead).Answers<Listed<WorkflowView>>();
        routes.MapPost("", Create).Needs(Scopes.WorkflowsWrite).Answers<WorkflowView>(StatusCodes.Status201Created);
        routes.MapGet("/{id}", Find).Needs(Scopes.WorkflowsRead).Answers<WorkflowView>();
        routes.MapPatch("/{id}", Change).Needs(Scopes.WorkflowsWrite).Answers<WorkflowView>();
        routes.MapDelete("/{id}", Delete).Needs(Scopes.WorkflowsWrite).AnswersNothing();
        routes.MapPost("/{id}/restore", Restore).Needs(Scopes.WorkflowsWrite).Answers<WorkflowView>();
        routes.MapPost("/{id}/duplicate", Duplicate).Needs(Scopes.WorkflowsWrite).BodyMayBeAbsent().Answers<WorkflowView>(StatusCodes.Status201Created);
    }

    /// <param name="folder">Empty: those in no folder.</param>
    /// <param name="needsReview">Only those that name something which is gone.</param>
    static async Task<IResult> List(
        Caller caller, IStore store, WorkflowFigures figures, string? status, string? folder, string? search, string? deleted, string? needsReview, [AsParameters] Paging paging, CancellationToken ct)
    {
        var wanted = Query.Choice<WorkflowStatus>("status", status);
        var gone = Query.Flag("deleted", deleted);
        bool Keeps(Workflow w) =>
            (w.DeletedAt is not null) == gone
            && (wanted is null || w.Status == wanted)
            && (folder is null || (w.Folder ?? "") == folder)
            && (search is null || w.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
        var list = Query.Flag("needsReview", needsReview)
            ? new([.. (await Marked(caller, store, figures, ct)).Where(w => Keeps(w.Body))], null)
            : await store.Where(Kinds.Workflow, caller.Practice, paging, Keeps, ct);
        return TypedResults.Ok(new Listed<WorkflowView>(await figures.Of(caller.Practice, list.Items, ct), list.Next));
    }

    /// <summary>Few, so they are answered at once.</summary>
    static async Task<IReadOnlyList<Stored<Workflow>>> Marked(Caller caller, IStore store, WorkflowFigures figures, CancellationToken ct)
    {
        var marked = new List<Stored<Workflow>>();
        foreach (var id in (await figures.Marked(caller.Practice, ct)).OrderDescending(StringComparer.Ordinal))
            if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is { } workflow) marked.Add(workflow);
        return marked;
    }

    static async Task<IResult> Create(HttpContext http, Caller caller, Body<NewWorkflow> body, Drafts drafts, RecipeMaking making, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (wish.Definition is { ValueKind: not JsonValueKind.Object }) return new ProblemResult(Refusal.Invalid("definition", "A definition is an object."));
        if (wish.Recipe is null && wish.Parameters is not null) return new ProblemResult(Refusal.Invalid("parameters", "They are a recipe's: name one."));
        if (wish.Recipe is not null) return await OfRecipe(http, caller, wish, drafts, making, clock, ct);
        if (string.IsNullOrWhiteSpace(wish.Name)) return new ProblemResult(Refusal.Required("name"));
        var made = await drafts.Create(caller.At(clock), wish.Name.Trim(), wish.Folder, wish.Definition, ct);
        return Answer.Created(http, $"/api/workflows/{made.Id}", made.Revision, WorkflowView.Of(made));
    }

    static async Task<IResult> OfRecipe(HttpContext http, Caller caller, NewWorkflow wish, Drafts drafts, RecipeMaking making, TimeProvider clock, CancellationToken ct)
    {
        if (wish.Definition is not null) return new ProblemResult(Refusal.Invalid("definition", "Either a recipe or a definition."));
        if (wish.Parameters is { ValueKind: not JsonValueKind.Object }) return new ProblemResult(Refusal.Invalid("parameters", "An object: values by the parameters' keys."));
        if (RecipeBook.Find(wish.Recipe!) is not { } recipe) return new ProblemResult(Refusal.OfField(Codes.ReferenceUnknown, "/recipe", "There is no such recipe."));
        var filled = await making.Make(caller.Practice, recipe, wish.Parameters, ct);
        if (filled.Problems is [var first, ..])
            return new ProblemResult(new(Codes.Named(first.Code), Errors: [.. filled.Problems.Select(problem => new FieldError(problem.Pointer, problem.Code, problem.Message))]));
        var name = string.IsNullOrWhiteSpace(wish.Name) ? recipe.Name : wish.Name.Trim();
        var made = await drafts.Create(caller.At(clock), name, wish.Folder, filled.Definition, ct);
        return Answer.Created(http, $"/api/workflows/{made.Id}", made.Revision, WorkflowView.Of(made) with { Missing = filled.Missing });
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, WorkflowFigures figures, CancellationToken ct) =>
        await store.Find(Kinds.Workflow, caller.Practice, id, ct) is { } stored
            ? Answer.Tagged(http, stored.Revision, (await figures.Of(caller.Practice, [stored], ct))[0])
            : Answer.NotFound;

    static async Task<IResult> Change(HttpContext http, Caller caller, string id, IfMatch match, Body<WorkflowChange> body, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct)
    {
        if (body.Has("name") && string.IsNullOrWhiteSpace(body.Value.Name)) return new ProblemResult(Refusal.Required("name"));
        var deed = await lifecycle.Rename(caller.At(clock), id, w => w with
        {
            Name = body.Value.Name?.Trim() ?? w.Name,
            Folder = body.Has("folder") ? body.Value.Folder : w.Folder,
        }, match.Revision, ct);
        return DeedAnswer.View(http, deed);
    }

    static async Task<IResult> Delete(HttpContext http, Caller caller, string id, IfMatch match, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct) =>
        await lifecycle.Delete(caller.At(clock), id, match.Revision, ct) is var deed && deed is WorkflowDeed.Done ? TypedResults.NoContent() : DeedAnswer.View(http, deed);

    static async Task<IResult> Restore(HttpContext http, Caller caller, string id, Lifecycle lifecycle, TimeProvider clock, CancellationToken ct) =>
        DeedAnswer.View(http, await lifecycle.Restore(caller.At(clock), id, ct));

    static async Task<IResult> Duplicate(HttpContext http, Caller caller, string id, Body<WorkflowCopy> body, Drafts drafts, TimeProvider clock, CancellationToken ct) =>
        await drafts.Duplicate(caller.At(clock), id, body.Value.Name, ct) is { } made
            ? Answer.Created(http, $"/api/workflows/{made.Id}", made.Revision, WorkflowView.Of(made))
            : Answer.NotFound;
}
