using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's table service, spoken to in OData JSON through the same pipeline as the package uses.</summary>
sealed class Account(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
{
    readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(options, authentication);

    public Uri Endpoint { get; } = new(endpoint.ToString().TrimEnd('/'));

    public async Task<Response> Send(RequestMethod method, string path, string? body, CancellationToken ct, string contentType = "application/json")
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new($"{Endpoint}/{path}"));
        request.Headers.Add("x-ms-version", options.VersionText);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", contentType.StartsWith("multipart", StringComparison.Ordinal) ? "application/json" : "application/json;odata=minimalmetadata");
        if (method == RequestMethod.Delete) request.Headers.Add("If-Match", "*");
        if (body is not null)
        {
            request.Headers.Add("Content-Type", contentType);
            request.Content = RequestContent.Create(new BinaryData(body));
        }
        await _pipeline.SendAsync(message, ct);
        return message.Response;
    }

    public static Response Insist(Response response) => response.IsError ? throw new RequestFailedException(response) : response;

    public static string PathOf(string table, string partitionKey, string rowKey) => $"{table}(PartitionKey='{Quoted(partitionKey)}',RowKey='{Quoted(rowKey)}')";

    static string Quoted(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
