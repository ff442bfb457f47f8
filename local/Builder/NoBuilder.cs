namespace AesthetixWorkflows.Local.Builder;

/// <summary>What is served where the builder would be when this build has none.</summary>
static class NoBuilder
{
    public const string Told = "not in this build: install Node.js 20.19 or newer and start again";

    public static IResult Page(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Stream(typeof(NoBuilder).Assembly.GetManifestResourceStream("AesthetixWorkflows.Local.Builder.nobuilder.html")!, "text/html; charset=utf-8");
    }
}
