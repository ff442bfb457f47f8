namespace AesthetixWorkflows.Api.Pages;

/// <summary>What patients and outside systems meet without a key; the token in the address is their right.</summary>
static class PublicRoutes
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var pages = root.MapGroup("").AddEndpointFilter<RouteGroupBuilder, PageGuard>();
        UnsubscribeRoutes.Map(pages);
        LinkRoutes.Map(pages);
        BookingRoutes.Map(pages);
        ResumeRoutes.Map(root);
    }

    public static RouteHandlerBuilder ShowsPage(this RouteHandlerBuilder route) =>
        route.WithTags("Pages").Produces(StatusCodes.Status200OK, null, "text/html").Produces(StatusCodes.Status404NotFound, null, "text/html");
}
