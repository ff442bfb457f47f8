using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Api.Problems;

/// <summary>RFC 9457 problem details, as every failure is answered.</summary>
public sealed record Problem(
    string Type, string Title, int Status, string Code, string? Detail, string Instance, string TraceId,
    IReadOnlyList<FieldError> Errors, IReadOnlyList<Finding>? Findings = null)
{
    public const string MediaType = "application/problem+json";

    public static Task Write(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Code.Status;
        http.Response.ContentType = MediaType;
        if (refusal.Code.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var problem = new Problem(
            $"/docs/codes#{refusal.Code.Name}", refusal.Code.Meaning, refusal.Code.Status, refusal.Code.Name, refusal.Detail,
            http.Request.Path, TraceOf(http), refusal.Errors ?? [], refusal.Findings);
        return JsonSerializer.SerializeAsync(http.Response.Body, problem, ApiJson.Options, http.RequestAborted);
    }

    public static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}

/// <summary>A refusal as a handler's result.</summary>
public sealed class ProblemResult(Refusal refusal) : IResult
{
    public Refusal Refusal { get; } = refusal;

    public Task ExecuteAsync(HttpContext httpContext) => Problem.Write(httpContext, Refusal);

    public static ProblemResult Of(Code code, string? detail = null) => new(new Refusal(code, detail));
}
