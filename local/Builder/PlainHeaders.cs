namespace AesthetixWorkflows.Local.Builder;

/// <summary>What every answer says to a browser, whoever made it.</summary>
static class PlainHeaders
{
    public static Task Add(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Answers of the API are about patients; no browser is to keep them.
        if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/session")) headers.CacheControl = "no-store";
        return next(http);
    }
}
