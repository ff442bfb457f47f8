namespace AesthetixWorkflows.Api.Routing;

/// <summary>Routes that are there only when something is configured. Registered as a service, mapped with all the others,
/// and kept to the same rules: each says who may call it.</summary>
public interface IEndpointMap
{
    /// <param name="root">The root of the whole surface.</param>
    void Map(IEndpointRouteBuilder root);
}
