namespace Azure.Data.Tables;

/// <summary>Nothing of the transaction was written. The service names the action at fault at the start of its message.</summary>
public class TableTransactionFailedException(RequestFailedException requestFailedException)
    : RequestFailedException(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
{
    public int? FailedTransactionActionIndex { get; } =
        int.TryParse(requestFailedException.Message.Split(':')[0], out var index) ? index : null;
}
