using Microsoft.Net.Http.Headers;

namespace AesthetixWorkflows.Local.Builder;

/// <summary>Sends a file of the builder: compressed where the browser can, and not at all where it has it already.</summary>
sealed class BundleAnswer(BundleFile file) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        var (bytes, encoding, tag) = file.As(Wanted(http.Request));
        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = file.Hashed ? "public, max-age=31536000, immutable" : "no-cache";
        if (PagePolicy.Of(file.Path) is { } policy) headers.ContentSecurityPolicy = policy;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag || known.Tag == "*"))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        if (encoding is not null) headers.ContentEncoding = encoding;
        http.Response.ContentType = file.Type;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    static string? Wanted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
    }
}
