using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    readonly Account _account;

    // For the null the package's mocking constructor leaves.
    protected TableServiceClient() => _account = null!;

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var (endpoint, credential) = ConnectionText.Read(connectionString);
        _account = new(endpoint, new SharedKeyPolicy(credential), options ?? new());
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _account = new(endpoint, new Azure.Core.Pipeline.BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"), options ?? new());

    public virtual TableClient GetTableClient(string tableName) => new(_account, tableName);

    /// <summary>Status 409 when the table was there already.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await _account.Send(RequestMethod.Post, "Tables", $$"""{"TableName":"{{tableName}}"}""", cancellationToken);
        return Response.FromValue(new TableItem(tableName), response.Status == 409 ? response : Account.Insist(response));
    }
}
