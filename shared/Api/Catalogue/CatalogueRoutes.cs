using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Asking;
using AesthetixWorkflows.Catalogue.Control;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Api.Catalogue;

/// <summary>Everything the builder draws its forms from.</summary>
static class CatalogueRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/catalogue").WithTags("Catalogue");
        routes.MapGet("/triggers", (ProductCatalogue catalogue) => Whole(catalogue.Triggers.Values.OrderBy(t => t.Type, StringComparer.Ordinal)))
            .AnyKey().Answers<Listed<TriggerDescriptor>>();
        routes.MapGet("/actions", (ProductCatalogue catalogue) => Whole(catalogue.Actions.Values.Select(a => a.Descriptor).OrderBy(a => a.Type, StringComparer.Ordinal)))
            .AnyKey().Answers<Listed<ActionDescriptor>>();
        routes.MapGet("/waits", (ICatalogueParts parts) => TypedResults.Ok(parts.Waits)).AnyKey().Answers<IReadOnlyList<ControlDescriptor>>();
        routes.MapGet("/merge-fields", (ICatalogueParts parts) => TypedResults.Ok(parts.MergeFields)).AnyKey().Answers<IReadOnlyList<MergeField>>();
        routes.MapGet("/operators", (ICatalogueParts parts) => TypedResults.Ok(parts.Operators)).AnyKey().Answers<IReadOnlyList<Operator>>();
        routes.MapGet("/conditions", (ICatalogueParts parts) => TypedResults.Ok(parts.Conditions)).AnyKey().Answers<IReadOnlyList<ReadyCondition>>();
        routes.MapGet("/definition.schema.json", (ICatalogueParts parts) => TypedResults.Ok(parts.DefinitionSchema)).AnyKey().Answers<JsonElement>();
    }

    static Microsoft.AspNetCore.Http.HttpResults.Ok<Listed<T>> Whole<T>(IEnumerable<T> items) => TypedResults.Ok(new Listed<T>([.. items], null));
}
