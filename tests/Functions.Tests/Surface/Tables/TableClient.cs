using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableClient
{
    readonly Account _account;

    // For the null the package's mocking constructor leaves.
    protected TableClient() => (_account, Name) = (null!, "");

    internal TableClient(Account account, string name) => (_account, Name) = (account, name);

    public virtual string Name { get; }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity
    {
        var query = select is null ? "" : $"?$select={Uri.EscapeDataString(string.Join(',', select))}";
        var response = await _account.Send(RequestMethod.Get, Account.PathOf(Name, partitionKey, rowKey) + query, null, cancellationToken);
        if (response.Status == 404) return new Nothing<T>(response);
        return Response.FromValue((T)(ITableEntity)EntityJson.ReadOne(Account.Insist(response).Content), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity =>
        new Pages<T>(_account, Name, filter, maxPerPage, select is null ? null : string.Join(',', select), cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var batch = new BatchText(_account.Endpoint, Name, transactionActions);
        var response = Account.Insist(await _account.Send(RequestMethod.Post, "$batch", batch.Text, cancellationToken, batch.ContentType));
        var parts = BatchAnswer.Read(response.Content.ToString());
        if (parts.FirstOrDefault(p => p.Status >= 400) is { } failed) throw new TableTransactionFailedException(BatchAnswer.Failure(failed));
        return Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }
}
