namespace AesthetixWorkflows.Local.Demo;

/// <summary>The page a patient of the demonstration practice would see.</summary>
static class DemoPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demo/consultation", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            return Results.Stream(typeof(DemoPages).Assembly.GetManifestResourceStream("AesthetixWorkflows.Local.Demo.consultation.html")!, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
