using AesthetixWorkflows.Api.Contacts;
using AesthetixWorkflows.Core.Records;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AesthetixWorkflows.Api.Docs;

/// <summary>The description of this surface, generated from the routes themselves.</summary>
static class OpenApi
{
    public const string Document = "v1";

    // These go out with their id beside their own fields.
    static readonly HashSet<Type> WithId =
    [
        typeof(Practice), typeof(Contact), typeof(Appointment), typeof(Opportunity), typeof(Pipeline), typeof(Message), typeof(WorkTask),
        typeof(Note), typeof(User), typeof(BookingCalendar), typeof(AuditEntry), typeof(Delivery),
        typeof(BookingLink), typeof(MessageTemplate), typeof(TrackedLink), typeof(CustomValue), typeof(CustomField), typeof(Invoice), typeof(Document), typeof(ConversationState),
        typeof(DeletedContact),
    ];

    public static void Add(IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Aesthetix Workflows", Version = "1" };
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key of the practice." };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Conventions);
        options.AddSchemaTransformer(async (schema, context, ct) =>
        {
            if (WithId.Contains(context.JsonTypeInfo.Type)) schema.Properties?.TryAdd("id", new OpenApiSchema { Type = JsonSchemaType.String });
            if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(Bodies.OrDayAttribute), false) is true) (schema.Format, schema.Description) = (null, Bodies.OrDayAttribute.Description);
            if (context.JsonTypeInfo.Type == typeof(Contact)) schema.Properties?.TryAdd(ContactWhereabouts.Name, await context.GetOrCreateSchemaAsync(typeof(ContactWhereabouts), null, ct));
        });
    });

    static async Task Conventions(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Access.Public>().Any()) operation.Security = [];
        if (metadata.OfType<Access.Needs>().LastOrDefault() is { Scope: { } scope }) operation.Description = $"Needs the scope `{scope}`.";
        if (context.Description.HttpMethod is "PUT" or "PATCH" or "DELETE" && !metadata.OfType<Access.Public>().Any()) Header(operation, "If-Match", required: true);
        if (context.Description.HttpMethod is "POST" && !metadata.OfType<Access.Public>().Any()) Header(operation, "Idempotency-Key", required: false);
        if (metadata.OfType<Bodies.Reads>().LastOrDefault() is not { } reads) return;
        var schema = await context.GetOrCreateSchemaAsync(reads.Type, null, ct);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = !metadata.OfType<Bodies.BodyOptional>().Any(),
            Content = reads.OtherMedia.Prepend("application/json").ToDictionary(media => media, _ => (OpenApiMediaType)new() { Schema = schema }),
        };
    }

    static void Header(OpenApiOperation operation, string name, bool required)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }
}
