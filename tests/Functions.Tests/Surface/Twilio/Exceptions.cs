// A double of the Twilio package's exceptions.
namespace Twilio.Exceptions;

public class TwilioException(string message, Exception? exception = null) : Exception(message, exception);

public class ApiConnectionException(string message, Exception? exception = null) : TwilioException(message, exception);

public class ApiException : TwilioException
{
    public ApiException(string message, Exception? exception = null) : base(message, exception) { }

    public ApiException(int code, int status, string message, string? moreInfo, Dictionary<string, object>? details = null, Exception? exception = null)
        : base(message, exception) => (Code, Status, MoreInfo, Details) = (code, status, moreInfo, details);

    public int Code { get; }
    public int Status { get; }
    public string? MoreInfo { get; }
    public Dictionary<string, object>? Details { get; }
}
