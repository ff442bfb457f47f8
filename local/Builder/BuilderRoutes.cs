using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Local.SignIn;

namespace AesthetixWorkflows.Local.Builder;

/// <summary>Serves the builder at every address that nothing else has.</summary>
static class BuilderRoutes
{
    // Whatever is under these is never a page of the app, so that a wrong address there is a plain 404.
    static readonly string[] Others = ["/api", "/hooks", "/health", "/docs", "/openapi.json", "/session", "/u", "/l", "/b", "/resume", "/demo", "/assets"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        // What the app's address may end with: a page of its own is never called like a file.
        routes.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve).WithOrder(int.MaxValue).ExcludeFromDescription();
    }

    static IResult Serve(HttpContext http, Bundle bundle, SignInLinks links, Sessions sessions, string? path = null)
    {
        path ??= "";
        if (path.Length == 0 && HttpMethods.IsGet(http.Request.Method) && http.Request.Query[SignInLinks.Parameter] is [{ Length: > 16 } token]) return SignIn(http, token, links, sessions);
        if (bundle.Find(path) is { } file) return new BundleAnswer(file);
        if (Others.Any(other => http.Request.Path.StartsWithSegments(other)) || Path.HasExtension(path)) return Results.NotFound();
        return bundle.App is { } app ? new BundleAnswer(app) : NoBuilder.Page(http);
    }

    /// <summary>The token goes out of the address bar and out of the history at once.</summary>
    static IResult SignIn(HttpContext http, string token, SignInLinks links, Sessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (links.Use(token) is { } keyHash)
        {
            SessionCookie.Write(http, sessions.Open(keyHash));
            return Results.Redirect("/");
        }
        // Opened again by somebody who is signed in: nothing to complain about.
        var known = SessionCookie.Read(http.Request) is { } secret && sessions.Find(secret) is not null;
        return Results.Redirect(known ? "/" : $"/?{SignInLinks.Parameter}=over");
    }
}
