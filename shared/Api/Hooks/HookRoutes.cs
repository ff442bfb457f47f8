using System.Collections.Immutable;
using System.Text;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>The addresses that other systems post to.</summary>
static class HookRoutes
{
    // The one before stays valid, so that the sender can be changed over without losing a call.
    const int SecretsKept = 2;

    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/hooks").WithTags("Hooks");
        routes.MapGet("", List).Needs(Scopes.SettingsWrite).Answers<Listed<HookView>>();
        routes.MapPost("", Create).Needs(Scopes.SettingsWrite).Answers<HookView>(StatusCodes.Status201Created);
        routes.MapGet("/{id}", Find).Needs(Scopes.SettingsWrite).Answers<HookView>();
        routes.MapPatch("/{id}", Change).Needs(Scopes.SettingsWrite).Answers<HookView>();
        routes.MapDelete("/{id}", Delete).Needs(Scopes.SettingsWrite).AnswersNothing();
        routes.MapPost("/{id}/test", Test).Needs(Scopes.SettingsWrite).BodyMayBeAbsent().Answers<HookTrialAnswer>();
        routes.MapPost("/{id}/rotate", Rotate).Needs(Scopes.SettingsWrite).BodyMayBeAbsent().Answers<HookView>();
    }

    static async Task<IResult> List(Caller caller, IStore store, [AsParameters] Paging paging, CancellationToken ct)
    {
        var page = await store.ListShared(Kinds.Hook, caller.Practice, paging.Count(), Cursor.Unwrap(paging.Cursor), ct);
        return TypedResults.Ok(new Listed<HookView>([.. page.Items.Select(h => HookView.Of(SharedRecords.Split(h.Id).Id, h.Body))], Cursor.Wrap(page.Next)));
    }

    static async Task<IResult> Create(HttpContext http, Caller caller, Body<HookFields> body, IStore store, IIdSource ids, Departures departures, ProductCatalogue catalogue, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (string.IsNullOrWhiteSpace(wish.Name)) return new ProblemResult(Refusal.Required("name"));
        if (Wrong(wish, catalogue) is { } wrong) return new ProblemResult(wrong);
        var (by, verification) = (caller.At(clock), wish.Verification ?? "none");
        var secret = verification == "none" ? null : wish.Secret ?? HookSecrets.NewSecret(verification);
        var hook = new Hook(
            wish.Name.Trim(), HookSecrets.NewKey(), verification, secret is null ? [] : [secret], wish.EventType ?? "webhook.received",
            Immutable(wish.Mapping), Immutable(wish.Constants), null, by.Now, wish.Enabled ?? true, 0, wish.SignatureHeader);
        var id = ids.New(Kinds.Hook.Prefix);
        var changes = new ChangeSet(caller.Practice).PutShared(Kinds.Hook, id, hook, 0).Audited(ids, by, "hook.created", id, hook.Name);
        if (FormOf(hook) is { } form) await departures.Return(changes, caller.Practice, "form", form, ct);
        await store.Commit(changes, ct);
        return Answer.Created(http, $"/api/hooks/{id}", 1, HookView.Of(id, hook, wish.Secret is null ? secret : null));
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, Unmasking unmasking, string? reveal, CancellationToken ct) =>
        await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is { } stored
            ? Answer.Tagged(http, stored.Revision, HookView.Of(id, stored.Body, revealed: await unmasking.Asked(caller, reveal, id, null, ct))) : Answer.NotFound;

    static async Task<IResult> Change(
        HttpContext http, Caller caller, string id, IfMatch match, Body<HookFields> body, IStore store, IIdSource ids, HookDirectory directory, ProductCatalogue catalogue, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (Wrong(wish, catalogue) is { } wrong) return new ProblemResult(wrong);
        if (wish.Verification is not null and not "none" && wish.Secret is null && await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is { Body.Secrets.IsEmpty: true })
            return new ProblemResult(Refusal.Required("secret"));
        return await Write(http, caller, id, match.Revision, store, ids, directory, clock, "hook.changed", null, h => h with
        {
            Name = wish.Name?.Trim() ?? h.Name,
            Verification = wish.Verification ?? h.Verification,
            EventType = wish.EventType ?? h.EventType,
            Mapping = wish.Mapping is null ? h.Mapping : Immutable(wish.Mapping),
            Constants = wish.Constants is null ? h.Constants : Immutable(wish.Constants),
            SignatureHeader = body.Has("signatureHeader") ? wish.SignatureHeader : h.SignatureHeader,
            Enabled = wish.Enabled ?? h.Enabled,
            Secrets = wish.Secret is null ? h.Secrets : [wish.Secret],
        }, ct);
    }

    static async Task<IResult> Rotate(
        HttpContext http, Caller caller, string id, Body<RotateWish> body, IStore store, IIdSource ids, HookDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        var made = body.Value.Secret is null ? HookSecrets.NewSecret(stored.Body.Verification) : null;
        return await Write(http, caller, id, null, store, ids, directory, clock, "hook.rotated", made, h =>
            h with { Secrets = [body.Value.Secret ?? made!, .. h.Secrets.Take(SecretsKept - 1)] }, ct);
    }

    /// <summary>The answer tells of contacts, so a key that may not read those may not ask.</summary>
    static async Task<IResult> Test(Caller caller, string id, Body<HookTrialWish> body, IStore store, HookTrial trial, Unmasking unmasking, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is not { Body: var hook }) return Answer.NotFound;
        if (!caller.Scopes.Contains(Scopes.ContactsRead)) return new ProblemResult(new(Codes.ScopeMissing, $"The key needs {Scopes.ContactsRead} too."));
        var wish = body.Value;
        if (wish is { Body: not null, Form: not null }) return new ProblemResult(Refusal.Invalid("form", "Either a body or a form."));
        if (wish is { Body: null, Form: null })
            return hook.LastSample is not { } sample ? new ProblemResult(Refusal.Required("body"))
                : await trial.Run(caller.Practice, hook, sample, ct) is var told && await unmasking.May(caller, id, "sample", ct) ? TypedResults.Json(told, ApiJson.Options)
                // The caller did not bring it: somebody sent it, and its words are masked here as they are with the hook.
                : TypedResults.Json(told.Masked(), ApiJson.Options);
        var (bytes, media) = wish.Form is { } form ? (Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded") : (Encoding.UTF8.GetBytes(wish.Body!.Value.GetRawText()), "application/json");
        var call = new Runtime.Hooks.HookCall("POST", new("https://localhost"), [KeyValuePair.Create("Content-Type", media)], bytes);
        return HookBody.Of(call, HookBody.Most(hook.EventType)) switch
        {
            HookBody.Read read => TypedResults.Json(await trial.Run(caller.Practice, hook, read.Value, ct), ApiJson.Options),
            HookBody.Unreadable why => new ProblemResult(Refusal.OfField(Codes.FieldInvalid, "/body" + why.Pointer, why.Message)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    static async Task<IResult> Delete(
        Caller caller, string id, IfMatch match, IStore store, IIdSource ids, Departures departures, HookDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        if (!match.Fits(stored.Revision)) return Answer.Stale;
        var changes = new ChangeSet(caller.Practice).DeleteShared(Kinds.Hook, id, stored.Revision).Audited(ids, caller.At(clock), "hook.deleted", id, stored.Body.Name);
        if (FormOf(stored.Body) is { } form && !await IsElsewhere(store, caller.Practice, id, form, ct)) await departures.Leave(changes, caller.At(clock), new("form", form, form), ct);
        if (!(await store.Commit(changes, ct)).Ok) return Answer.Stale;
        directory.Forget(stored.Body.Key);
        return TypedResults.NoContent();
    }

    static async Task<IResult> Write(
        HttpContext http, Caller caller, string id, long? expected, IStore store, IIdSource ids, HookDirectory directory, TimeProvider clock,
        string action, string? secret, Func<Hook, Hook> change, CancellationToken ct)
    {
        if (await store.FindShared(Kinds.Hook, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        if (!new IfMatch(expected).Fits(stored.Revision)) return Answer.Stale;
        var after = change(stored.Body);
        var changes = new ChangeSet(caller.Practice).PutShared(Kinds.Hook, id, after, stored.Revision).Audited(ids, caller.At(clock), action, id, after.Name);
        if (!(await store.Commit(changes, ct)).Ok) return Answer.Stale;
        directory.Forget(after.Key);
        return Answer.Tagged(http, stored.Revision + 1, HookView.Of(id, after, secret));
    }

    /// <summary>The form or survey whose answers this hook takes in, when it takes in those of one.</summary>
    static string? FormOf(Hook hook) => hook.Constants.GetValueOrDefault("form.id") ?? hook.Constants.GetValueOrDefault("survey.id");

    static async Task<bool> IsElsewhere(IStore store, string practice, string id, string form, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = await store.ListShared(Kinds.Hook, practice, 200, cursor, ct);
            if (page.Items.Any(hook => SharedRecords.Split(hook.Id).Id != id && string.Equals(FormOf(hook.Body), form, StringComparison.OrdinalIgnoreCase))) return true;
            cursor = page.Next;
        } while (cursor is not null);
        return false;
    }

    static Refusal? Wrong(HookFields wish, ProductCatalogue catalogue) =>
        wish.Verification is not null && !HookSecrets.Verifications.Contains(wish.Verification) ? Refusal.Invalid("verification", $"One of {string.Join(", ", HookSecrets.Verifications)}.")
        : wish.EventType is not null && !catalogue.Triggers.ContainsKey(wish.EventType) ? Refusal.Invalid("eventType", "This is not the stored name of a trigger.")
        : wish.Name is { } name && string.IsNullOrWhiteSpace(name) ? Refusal.Required("name")
        : wish is { Secret: "" } ? Refusal.Invalid("secret", "A secret is not empty.")
        : null;

    static ImmutableDictionary<string, string> Immutable(IReadOnlyDictionary<string, string>? map) => map?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty;
}
