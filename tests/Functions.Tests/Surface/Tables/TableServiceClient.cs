using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    readonly Account _account;

    // For the null the package's mocking constructor leaves.
    protected TableServiceClient() => _account = null!;

    public TableServiceClient(string connectionString) : this(connectionString, null) { }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var (endpoint, credential) = ConnectionText.Read(connectionString);
        _account = new(endpoint, new SharedKeyPolicy(credential), options ?? new());
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential) : this(endpoint, credential, new()) { }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _account = new(endpoint, new SharedKeyPolicy(credential), options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _account = new(endpoint, new Azure.Core.Pipeline.BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"), options ?? new());

    public virtual Uri Uri => _account.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_account, tableName);

    /// <summary>Null within the response's place when the table was there already, as in the package.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await _account.Send(RequestMethod.Post, "Tables", $$"""{"TableName":"{{tableName}}"}""", cancellationToken);
        if (response.Status == 409) return null!;
        return Response.FromValue(new TableItem(tableName), Account.Insist(response));
    }

    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await _account.Send(RequestMethod.Delete, $"Tables('{tableName}')", null, cancellationToken);
        return response.Status == 404 ? response : Account.Insist(response);
    }
}
