using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>A folder and what is in it. One is there as long as a workflow is in it.</summary>
/// <param name="Name">Null: the workflows in no folder.</param>
public sealed record FolderLine(string? Name, int Workflows, int Published, int NeedsReview);

/// <summary>The folders of the list of workflows.</summary>
static class FolderRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/folders", List).Needs(Scopes.WorkflowsRead).WithTags("Workflows").Answers<Listed<FolderLine>>();

    static async Task<IResult> List(Caller caller, WorkflowBook book, WorkflowFigures figures, CancellationToken ct)
    {
        var marked = await figures.Marked(caller.Practice, ct);
        var folders = (await book.All(caller.Practice, ct)).Where(workflow => workflow.Body.DeletedAt is null).GroupBy(workflow => workflow.Body.Folder)
            .Select(folder => new FolderLine(folder.Key, folder.Count(), folder.Count(workflow => workflow.Body.Status is WorkflowStatus.Published), folder.Count(workflow => marked.Contains(workflow.Id))));
        return TypedResults.Ok(new Listed<FolderLine>([.. folders.OrderBy(folder => folder.Name is not null).ThenBy(folder => folder.Name, StringComparer.OrdinalIgnoreCase)], null));
    }
}
