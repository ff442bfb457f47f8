using System.Collections.Immutable;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Auditing;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Settings;

/// <summary>A practice's settings as they are written: the whole of them.</summary>
/// <param name="TextHours">Local hours in which texts may arrive; null: 09:00 to 20:00.</param>
/// <param name="SendingPaused">The kill switch: while true no message leaves.</param>
public sealed record PracticeSettings(
    string? Name = null, string? TimeZone = null, string? Phone = null, string? Email = null, string? Address = null, string? Website = null,
    string? SenderName = null, string? SenderEmail = null, string? SenderPhone = null, OpenHours? TextHours = null,
    ImmutableArray<string>? AllowedHosts = null, bool SendingPaused = false, PublicPages? Pages = null);

/// <summary>The practice's settings. Any key may read them: the builder needs the time zone and the hours.</summary>
static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/settings").WithTags("Settings");
        routes.MapGet("", Find).AnyKey().Answers<Practice>();
        routes.MapPut("", Save).Needs(Scopes.SettingsWrite).Answers<Practice>();
    }

    static async Task<IResult> Find(HttpContext http, Caller caller, IStore store, CancellationToken ct) =>
        Answer.Found(http, await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct));

    static async Task<IResult> Save(HttpContext http, Caller caller, IfMatch match, Body<PracticeSettings> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (string.IsNullOrWhiteSpace(wish.Name)) return new ProblemResult(Refusal.Required("name"));
        if (wish.TimeZone is null) return new ProblemResult(Refusal.Required("timeZone"));
        if (!Zones.IsKnown(wish.TimeZone)) return new ProblemResult(Refusal.Invalid("timeZone", "This is not an IANA time zone."));
        foreach (var (name, page) in new[] { ("invoice", wish.Pages?.Invoice), ("document", wish.Pages?.Document), ("review", wish.Pages?.Review), ("feedback", wish.Pages?.Feedback) })
            if (page is not null && !WebPage.Is(page)) return new ProblemResult(Refusal.Invalid("pages/" + name, WebPage.Expected));
        if (await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct) is not { } before) return Answer.NotFound;
        if (!match.Fits(before.Revision)) return Answer.Stale;
        var after = new Practice
        {
            Name = wish.Name.Trim(), TimeZone = wish.TimeZone, Phone = wish.Phone, Email = wish.Email, Address = wish.Address, Website = wish.Website,
            SenderName = wish.SenderName, SenderEmail = wish.SenderEmail, SenderPhone = wish.SenderPhone, TextHours = wish.TextHours,
            AllowedHosts = wish.AllowedHosts ?? [], SendingPaused = wish.SendingPaused, Pages = wish.Pages,
            // Whether it is a demonstration is the host's to say.
            Demo = before.Body.Demo,
        };
        var changed = Differing.Of(before.Body, after);
        var changes = new ChangeSet(caller.Practice).Put(Kinds.Practice, caller.Practice, after, before.Revision).Audited(ids, caller.At(clock), "settings.changed", caller.Practice, changed.Fields, changed.Before, changed.After);
        return (await store.Commit(changes, ct)).Ok ? Answer.Found(http, before with { Revision = before.Revision + 1, Body = after }) : Answer.Stale;
    }
}
