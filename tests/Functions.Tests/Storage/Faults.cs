using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>How a request goes wrong.</summary>
enum Fault
{
    /// <summary>Nothing reaches the service.</summary>
    Before,
    /// <summary>The service does it, and its answer is lost.</summary>
    After,
    /// <summary>The service says that it is busy, or that we may not.</summary>
    Refused,
}

/// <summary>The network between store and emulator: breaks when told to.</summary>
sealed class Faults : HttpPipelineTransport
{
    readonly HttpPipelineTransport _network = HttpClientTransport.Shared;
    int _times;
    Fault _fault;
    int _status;
    Func<Request, bool> _which = _ => true;

    /// <summary>Requests that were broken.</summary>
    public int Broken { get; private set; }

    /// <summary>The next so many requests of a kind go wrong, their repetitions among them.</summary>
    public void Break(Fault fault, int times = 1, Func<Request, bool>? which = null) => (_fault, _times, _which, Broken) = (fault, times, which ?? IsTransaction, 0);

    /// <summary>The next so many requests get this answer.</summary>
    public void Refuse(int status, int times)
    {
        _status = status;
        Break(Fault.Refused, times, _ => true);
    }

    public static bool IsTransaction(Request request) => request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal);

    /// <summary>With waits between tries that a test can afford.</summary>
    public void Set(TableClientOptions options)
    {
        options.Transport = this;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
    }

    public override Request CreateRequest() => _network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything here is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isBroken = _which(message.Request) && Interlocked.Decrement(ref _times) >= 0;
        if (isBroken) Broken++;
        if (isBroken && _fault == Fault.Refused)
        {
            message.Response = new Refusal(_status);
            return;
        }
        if (isBroken && _fault == Fault.Before) throw new IOException("The connection was reset.");
        await _network.ProcessAsync(message);
        if (isBroken) throw new IOException("The connection was reset.");
    }
}
