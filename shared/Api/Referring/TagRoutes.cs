using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Referring;

/// <summary>A tag by its name.</summary>
/// <param name="ReplaceWith">When it is deleted: the tag that takes its place in drafts; a rename is just that.</param>
public sealed record TagNamed(string? Tag = null, string? ReplaceWith = null);

/// <summary>A tag that contacts have or workflows name, or that was deleted.</summary>
/// <param name="Workflows">How many workflows name it.</param>
public sealed record TagLine(string Name, int Workflows, bool Deleted);

/// <summary>All tags that are known, by name.</summary>
/// <param name="Cut">There are so many contacts that only the newest were looked at: older ones may have tags that are not here.</param>
public sealed record TagList(IReadOnlyList<TagLine> Items, string? Next, bool Cut);

/// <summary>Tags are words on contacts and need no record. To delete one is to say that workflows should not name it any more.</summary>
static class TagRoutes
{
    const int Longest = 100, Tries = 5;

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/tags").WithTags("Tags");
        routes.MapGet("", List).Needs(Scopes.WorkflowsRead).Answers<TagList>();
        routes.MapPost("/delete", Delete).Needs(Scopes.SettingsWrite).Answers<TagLine>();
        routes.MapPost("/restore", Restore).Needs(Scopes.SettingsWrite).Answers<TagLine>();
    }

    static async Task<IResult> List(Caller caller, IStore store, UseFinder finder, TagsInUse inUse, CancellationToken ct)
    {
        // What contacts have is for who may read contacts.
        var given = caller.Scopes.Contains(Scopes.ContactsRead) ? await inUse.Of(caller.Practice, ct) : new(new HashSet<string>(), false);
        var used = (await finder.All(caller.Practice, "tag", ct)).GroupBy(use => use.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Select(use => use.WorkflowId).Distinct().Count(), StringComparer.OrdinalIgnoreCase);
        var gone = (await store.Where(Kinds.Gone, caller.Practice, new("200", null), record => record.Kind == "tag", ct)).Items.Select(record => record.Body.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return TypedResults.Ok(new TagList([.. used.Keys.Union(given.Tags, StringComparer.OrdinalIgnoreCase).Union(gone, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
            .Select(tag => new TagLine(tag, used.GetValueOrDefault(tag), gone.Contains(tag)))], null, given.Cut));
    }

    static async Task<IResult> Delete(Caller caller, Body<TagNamed> body, IStore store, IIdSource ids, UseFinder finder, Departures departures, Replacing replacing, TimeProvider clock, CancellationToken ct)
    {
        var (tag, with) = (Read(body.Value.Tag, "tag") ?? throw new RefusedException(Refusal.Required("tag")), Read(body.Value.ReplaceWith, "replaceWith"));
        if (string.Equals(tag, with, StringComparison.OrdinalIgnoreCase)) return new ProblemResult(Refusal.Invalid("replaceWith", "Another tag than the deleted one."));
        var by = caller.At(clock);
        if (!await Commit(store, by.Practice, async changes =>
            {
                await departures.Leave(changes, by, new("tag", tag, tag), ct);
                changes.Audited(ids, by, with is null ? "tag.deleted" : "tag.renamed", tag, null, tag, with);
            }, ct)) return ProblemResult.Of(Codes.Conflict);
        if (with is not null) await replacing.InDrafts(by, "tag", tag, with, ct);
        return TypedResults.Ok(new TagLine(tag, (await finder.Find(caller.Practice, "tag", tag, null, ct)).Select(use => use.WorkflowId).Distinct().Count(), true));
    }

    static async Task<IResult> Restore(Caller caller, Body<TagNamed> body, IStore store, IIdSource ids, UseFinder finder, Departures departures, TimeProvider clock, CancellationToken ct)
    {
        var tag = Read(body.Value.Tag, "tag") ?? throw new RefusedException(Refusal.Required("tag"));
        var by = caller.At(clock);
        if (!await Commit(store, by.Practice, async changes =>
            {
                await departures.Return(changes, by.Practice, "tag", tag, ct);
                if (!changes.IsEmpty) changes.Audited(ids, by, "tag.restored", tag);
            }, ct)) return ProblemResult.Of(Codes.Conflict);
        return TypedResults.Ok(new TagLine(tag, (await finder.Find(caller.Practice, "tag", tag, null, ct)).Select(use => use.WorkflowId).Distinct().Count(), false));
    }

    static async Task<bool> Commit(IStore store, string practice, Func<ChangeSet, Task> prepare, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var changes = new ChangeSet(practice);
            await prepare(changes);
            if (changes.IsEmpty || (await store.Commit(changes, ct)).Ok) return true;
        }
        return false;
    }

    static string? Read(string? tag, string field) =>
        string.IsNullOrWhiteSpace(tag) ? null
        : tag.Trim() is { Length: <= Longest } text ? text
        : throw new RefusedException(Refusal.Invalid(field, $"At most {Longest} characters."));
}
