using Azure.Core;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>How the table service is spoken to: a busy or absent one is asked again, later each time, before the store gives up.</summary>
public static class TablesClient
{
    public static TableClientOptions Options()
    {
        var options = new TableClientOptions();
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        // The service itself gives up after 30 seconds.
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(35);
        return options;
    }

    public static TableServiceClient At(Uri endpoint, TokenCredential credential) => new(endpoint, credential, Options());

    public static TableServiceClient At(string connectionString) => new(connectionString, Options());
}
