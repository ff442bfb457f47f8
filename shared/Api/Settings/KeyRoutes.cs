using System.Collections.Immutable;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>A key as it is shown: never its hash.</summary>
/// <param name="Secret">Only in the answer that made it.</param>
public sealed record KeyView(string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, string? Secret = null)
{
    public static KeyView Of(string id, ApiKey key, string? secret = null) => new(id, key.Name, key.Scopes, key.CreatedAt, key.RevokedAt, secret);
}

/// <summary>A key to make.</summary>
public sealed record NewKey(string? Name = null, ImmutableArray<string>? Scopes = null);

/// <summary>API keys of the practice.</summary>
static class KeyRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/keys").WithTags("Keys");
        routes.MapGet("", List).Needs(Scopes.SettingsWrite).Answers<Listed<KeyView>>();
        routes.MapPost("", Create).Needs(Scopes.SettingsWrite).Answers<KeyView>(StatusCodes.Status201Created);
        routes.MapGet("/{id}", Find).Needs(Scopes.SettingsWrite).Answers<KeyView>();
        routes.MapDelete("/{id}", Revoke).Needs(Scopes.SettingsWrite).AnswersNothing();
    }

    static async Task<IResult> List(Caller caller, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        var page = await store.ListShared(Kinds.Key, caller.Practice, paging.Count(), Cursor.Unwrap(paging.Cursor), ct);
        return TypedResults.Ok(new Listed<KeyView>([.. page.Items.Select(k => KeyView.Of(SharedRecords.Split(k.Id).Id, k.Body))], Cursor.Wrap(page.Next)));
    }

    static async Task<IResult> Create(HttpContext http, Caller caller, Body<NewKey> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Name)) return new ProblemResult(Refusal.Required("name"));
        if (body.Value.Scopes is not { Length: > 0 } scopes) return new ProblemResult(Refusal.Required("scopes"));
        if (scopes.FirstOrDefault(s => !Scopes.All.Contains(s)) is not null) return new ProblemResult(Refusal.Invalid("scopes", $"Of {string.Join(", ", Scopes.All)}."));
        if (scopes.FirstOrDefault(s => !caller.Scopes.Contains(s)) is { } beyond) return ProblemResult.Of(Codes.ScopeBeyond, beyond);
        var (by, secret, id) = (caller.At(clock), KeyRing.NewSecret(), ids.New(Kinds.Key.Prefix));
        var key = new ApiKey(body.Value.Name.Trim(), KeyRing.HashOf(secret), [.. scopes.Distinct()], by.Now);
        await store.Commit(new ChangeSet(caller.Practice).PutShared(Kinds.Key, id, key, 0).Audited(ids, by, "key.created", id, string.Join(' ', key.Scopes)), ct);
        return Answer.Created(http, $"/api/keys/{id}", 1, KeyView.Of(id, key, secret));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct) =>
        await store.FindShared(Kinds.Key, caller.Practice, id, ct) is { } stored ? Answer.Tagged(http, stored.Revision, KeyView.Of(id, stored.Body)) : Answer.NotFound;

    // Revoked and kept: the audit log names it.
    static async Task<IResult> Revoke(Caller caller, string id, IfMatch match, IStore store, IIdSource ids, KeyRing keys, TimeProvider clock, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Key, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        if (!match.Fits(stored.Revision)) return Answer.Stale;
        var by = caller.At(clock);
        var changes = new ChangeSet(caller.Practice).PutShared(Kinds.Key, id, stored.Body with { RevokedAt = stored.Body.RevokedAt ?? by.Now }, stored.Revision)
            .Audited(ids, by, "key.revoked", id, stored.Body.Name);
        if (!(await store.Commit(changes, ct)).Ok) return Answer.Stale;
        keys.Forget(stored.Body.Hash);
        return TypedResults.NoContent();
    }
}
