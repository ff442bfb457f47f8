using System.Globalization;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Editing;

/// <summary>Results for things that have a revision.</summary>
static class Answer
{
    /// <summary>200 with the ETag, or 304 when the caller has it already.</summary>
    public static IResult Tagged<T>(HttpContext http, long revision, T body)
    {
        var tag = Tag(http, revision);
        foreach (var known in http.Request.Headers.IfNoneMatch)
            if (HttpMethods.IsGet(http.Request.Method) && known is not null && known.Split(',').Any(t => t.Trim() is "*" || t.Trim() == tag))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(body);
    }

    public static IResult Found<T>(HttpContext http, Stored<T>? stored) where T : class =>
        stored is null ? NotFound : Tagged(http, stored.Revision, stored);

    public static IResult Created<T>(HttpContext http, string address, long revision, T body)
    {
        Tag(http, revision);
        return TypedResults.Created(address, body);
    }

    public static readonly IResult NotFound = ProblemResult.Of(Codes.NotFound);
    public static readonly IResult Stale = ProblemResult.Of(Codes.Stale);

    static string Tag(HttpContext http, long revision)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
        http.Response.Headers.ETag = tag;
        return tag;
    }
}
