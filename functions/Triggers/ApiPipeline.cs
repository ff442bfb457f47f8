using AesthetixWorkflows.Api;
using AesthetixWorkflows.Functions.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>The shared HTTP surface behind the HTTP functions, built once: it does its own routing, so that both hosts serve
/// the same routes from one table.</summary>
public sealed class ApiPipeline
{
    readonly RequestDelegate _run;
    readonly string _scheme;
    readonly HostString _host;

    public ApiPipeline(IServiceProvider services, AzureSettings settings)
    {
        (_scheme, _host) = (settings.PublicUrl.Scheme, new HostString(settings.PublicUrl.Authority));
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(routes =>
        {
            AestheticApi.Map(routes);
            Routes = [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        });
        _run = app.Build();
    }

    public IReadOnlyList<RouteEndpoint> Routes { get; private set; } = [];

    public Task Run(HttpContext http)
    {
        // The function's own catch-all route got the request here; from now on the table of routes decides.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        // The Functions host passes requests on to a port of its own; senders sign the address that they called.
        (http.Request.Scheme, http.Request.Host) = (_scheme, _host);
        // The builder is a page of another site there, and edits by the ETag that it read.
        if (http.Request.Headers.Origin.Count > 0) http.Response.Headers.AccessControlExposeHeaders = "ETag, Location, Retry-After";
        return _run(http);
    }
}
