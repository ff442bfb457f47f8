using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Routing;

/// <summary>The words in which the tables of routes are written.</summary>
static class RouteWords
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, string scope) => route.WithMetadata(new Needs(scope));
    public static RouteHandlerBuilder AnyKey(this RouteHandlerBuilder route) => route.WithMetadata(new Needs(null));
    public static RouteHandlerBuilder Open(this RouteHandlerBuilder route) => route.WithMetadata(new Public());
    public static RouteHandlerBuilder BodyMayBeAbsent(this RouteHandlerBuilder route) => route.WithMetadata(new BodyOptional());

    /// <summary>What it answers when all is well; failures are the same everywhere.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status).Produces<Problem>(StatusCodes.Status400BadRequest, Problem.MediaType);

    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status204NoContent).Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);

    public static RouteHandlerBuilder AnswersAccepted(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status202Accepted).Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);
}
