using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>The practice's settings. Any key may read them: the builder needs the time zone and the hours.</summary>
static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/settings").WithTags("Settings");
        routes.MapGet("", Find).AnyKey().Answers<Practice>();
        routes.MapPut("", Save).Needs(Scopes.SettingsWrite).Answers<Practice>();
        routes.MapPatch("", Change).Needs(Scopes.SettingsWrite).Answers<Practice>();
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, IStore store, CancellationToken ct) =>
        Answer.Found(http, await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct));

    static Task<IResult> Save(HttpContext http, Caller caller, IfMatch match, Body<PracticeSettings> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct) =>
        Write(http, caller, match, _ => body.Value, store, ids, clock, ct);

    static Task<IResult> Change(HttpContext http, Caller caller, IfMatch match, Body<PracticeSettings> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct) =>
        Write(http, caller, match, before => Overlay.Onto(PracticeSettings.Of(before), body), store, ids, clock, ct);

    static async Task<IResult> Write(
        HttpContext http, Caller caller, IfMatch match, Func<Practice, PracticeSettings> wanted, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct) is not { } before) return Answer.NotFound;
        var wish = wanted(before.Body);
        if (SettingsCheck.Of(wish) is { } refusal) return new ProblemResult(refusal);
        if (!match.Fits(before.Revision)) return Answer.Stale;
        // Whether it is a demonstration is the host's to say, and stays.
        var after = wish.Onto(before.Body);
        var changed = string.Join(", ", Events.Facts.Change(before.Body, after)?["fields"]?.AsArray().Select(f => f!.ToString()) ?? []);
        var changes = new ChangeSet(caller.Practice).Put(Kinds.Practice, caller.Practice, after, before.Revision).Audited(ids, caller.At(clock), "settings.changed", caller.Practice, changed);
        return (await store.Commit(changes, ct)).Ok ? Answer.Found(http, before with { Revision = before.Revision + 1, Body = after }) : Answer.Stale;
    }
}
