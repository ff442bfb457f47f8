using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>A transaction as the service wants it: a multipart body with one change set, whose parts are requests.</summary>
sealed class BatchText
{
    readonly string _batch = $"batch_{Guid.NewGuid()}";

    public BatchText(Uri endpoint, string table, IEnumerable<TableTransactionAction> actions)
    {
        var changes = $"changeset_{Guid.NewGuid()}";
        var text = new StringBuilder($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            text.Append($"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(text, endpoint, table, action);
        }
        Text = text.Append($"--{changes}--\r\n--{_batch}--\r\n").ToString();
    }

    public string Text { get; }

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    static void Append(StringBuilder text, Uri endpoint, string table, TableTransactionAction action)
    {
        var (verb, conditional) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", false),
            TableTransactionActionType.UpdateMerge => ("PATCH", true),
            TableTransactionActionType.UpdateReplace => ("PUT", true),
            TableTransactionActionType.Delete => ("DELETE", true),
            TableTransactionActionType.UpsertMerge => ("PATCH", false),
            TableTransactionActionType.UpsertReplace => ("PUT", false),
            _ => throw new NotSupportedException(action.ActionType.ToString()),
        };
        var path = verb == "POST" ? table : Account.PathOf(table, action.Entity.PartitionKey, action.Entity.RowKey);
        text.Append($"{verb} {endpoint}/{path} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (verb == "POST") text.Append("Prefer: return-no-content\r\n");
        if (conditional) text.Append($"If-Match: {action.ETag}\r\n");
        if (verb != "DELETE") text.Append($"Content-Type: application/json;odata=nometadata\r\n\r\n{EntityJson.Write((TableEntity)action.Entity)}");
        text.Append("\r\n\r\n");
    }
}
