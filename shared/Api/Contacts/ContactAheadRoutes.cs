using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Simulating.Ahead;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>What a contact will get next, and when, if nothing else happens.</summary>
static class ContactAheadRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/contacts/{id}").WithTags("Contacts").MapGet("/ahead", Look).Needs(Scopes.ContactsRead).Answers<ContactAhead>();

    static async Task<IResult> Look(Caller caller, string id, Lookahead lookahead, Unmasking unmasking, CancellationToken ct)
    {
        if (!caller.Scopes.Contains(Scopes.EnrollmentsRead)) return ProblemResult.Of(Codes.ScopeMissing, $"The key needs {Scopes.EnrollmentsRead} too.");
        if (await lookahead.Of(caller.Practice, id, ct) is not { } ahead) return Answer.NotFound;
        // What the contact will read is for whoever may read what it has read.
        var whole = ahead.Items.Count == 0 || await unmasking.Reads(caller, id, ct);
        return TypedResults.Json(whole ? ahead : ahead with { Items = [.. ahead.Items.Select(Hide)] }, ApiJson.Options);
    }

    /// <summary>As messages and tasks are masked: of a message everything, of a task what is to be said.</summary>
    static AheadItem Hide(AheadItem item) => item with
    {
        Title = item.Kind is AheadKind.Text or AheadKind.Email ? Hidden(item.Title) : item.Title,
        Text = Hidden(item.Text),
    };

    static string? Hidden(string? text) => string.IsNullOrEmpty(text) ? text : Masked.Dots;
}
