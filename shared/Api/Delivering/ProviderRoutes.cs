using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Api.Delivering;

/// <summary>Where providers say what became of messages. The provider's signature is the key.</summary>
sealed class ProviderRoutes(ProviderHooks hooks) : IEndpointMap
{
    // SendGrid posts up to 768 kB at a time.
    const int MostEventBytes = 2 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder root)
    {
        if (hooks.SendGridKey is { } key)
            root.MapPost(ProviderHooks.SendGridPath, (HttpContext http, DeliveryReports reports, CancellationToken ct) => SendGrid(http, key, reports, ct))
                .Open().WithTags("Providers").Answers<ReportsTaken>();
        if (hooks.TwilioToken is { } token)
            root.MapPost(ProviderHooks.TwilioPath, (HttpContext http, DeliveryReports reports, TimeProvider clock, CancellationToken ct) => Twilio(http, token, reports, clock, ct))
                .Open().WithTags("Providers").Answers<ReportsTaken>();
    }

    async Task<IResult> SendGrid(HttpContext http, string key, DeliveryReports reports, CancellationToken ct)
    {
        var call = await Read(http, MostEventBytes, ct);
        if (!IsFrom(new HookKind.SendGrid(), key, call)) return Unverified;
        if (SendGridEvents.Read(call.Body) is not { } events) return ProblemResult.Of(Codes.BodyNotJson, "A list of events is wanted.");
        var taken = await reports.Take(events.Reports, ct);
        return TypedResults.Ok(taken with { Ignored = taken.Ignored + events.Foreign });
    }

    async Task<IResult> Twilio(HttpContext http, string token, DeliveryReports reports, TimeProvider clock, CancellationToken ct)
    {
        var call = await Read(http, RawBody.Limit, ct);
        if (!IsFrom(new HookKind.Twilio(), token, call) && !IsFrom(new HookKind.Twilio(), token, With(call, TwilioStatus.Persistence))) return Unverified;
        if (HookBody.Of(call) is not HookBody.Read form) return ProblemResult.Of(Codes.RequestInvalid, "A form is wanted.");
        if (TwilioStatus.Read(call.Query, form.Value, clock.GetUtcNow()) is not { } report) return TypedResults.Ok(new ReportsTaken(0, 1));
        return TypedResults.Ok(await reports.Take([report], ct));
    }

    async Task<HookCall> Read(HttpContext http, int most, CancellationToken ct)
    {
        var request = http.Request;
        var body = await RawBody.Read(request, ct, most);
        return new(request.Method, new(hooks.Address($"{request.Path}{request.QueryString}")),
            request.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v ?? ""))), body);
    }

    // How to try again stands behind a # in the address that we gave; nobody says whether the signature counts it.
    static HookCall With(HookCall call, string fragment) => new(call.Method, new(call.Url.OriginalString + fragment),
        call.HeaderNames.Select(name => KeyValuePair.Create(name, call.Header(name) ?? "")), call.Body);

    // The real time: providers sign with it, whatever a demonstration clock says.
    static bool IsFrom(HookKind kind, string secret, HookCall call) =>
        HookVerification.Check(kind, [secret], call, TimeProvider.System.GetUtcNow()) is HookVerdict.Ok;

    static readonly IResult Unverified = ProblemResult.Of(Codes.HookUnverified);
}
