using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>A JSON body, read strictly. <see cref="Has"/> tells an absent field from one that is null.</summary>
sealed class Body<T>(T value, JsonElement raw) : IEndpointParameterMetadataProvider where T : class
{
    public T Value { get; } = value;
    public JsonElement Raw { get; } = raw;

    public bool Has(string field) => Raw.TryGetProperty(field, out _);

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var raw = await JsonBody.ReadObject(context, optional: context.GetEndpoint()?.Metadata.GetMetadata<BodyOptional>() is not null);
        return new(JsonBody.As<T>(raw), raw);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new Reads(typeof(T)));
}

/// <summary>What a route reads, for its description. Not the framework's own metadata: that one takes part in routing and
/// answers a wrong or absent Content-Type with a bare 415.</summary>
sealed record Reads(Type Type, params string[] OtherMedia);

/// <summary>Marks a route whose body may be left out.</summary>
sealed record BodyOptional;

/// <summary>A body that is kept as it was sent: any JSON object.</summary>
sealed class ObjectBody(JsonElement value) : IEndpointParameterMetadataProvider
{
    public JsonElement Value { get; } = value;

    public static async ValueTask<ObjectBody?> BindAsync(HttpContext context, ParameterInfo parameter) => new(await JsonBody.ReadObject(context, optional: false));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new Reads(typeof(JsonElement)));
}
