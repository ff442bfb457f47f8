using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AesthetixWorkflows.Functions.Storage;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>The storage emulator, started once for all tests of this process and gone with it. Every test has tables of its own.</summary>
static class Azurite
{
    // The emulator's account and key are the same everywhere, and public.
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    static readonly Lazy<Task<int>> Port = new(Start);
    // Held, because its input is closed when nobody holds it.
    static Process? _process;

    public static async Task<string> Connection() =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{await Port.Value}/{Account}";

    public static async Task<TableServiceClient> Service(Action<TableClientOptions>? set = null)
    {
        var options = TablesClient.Options();
        set?.Invoke(options);
        return new(await Connection(), options);
    }

    public static string NewTable() => $"t{Guid.NewGuid():N}";

    static async Task<int> Start()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Functions.Tests", "Azurite");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "azurite")))
            throw new InvalidOperationException("The storage emulator is not installed. Run: npm ci --prefix tests/Functions.Tests/Azurite");
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            // It watches its input, which ends with this process.
            var process = _process = Process.Start(new ProcessStartInfo("node")
            {
                WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
                ArgumentList = { "table.js", "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck" },
            }) ?? throw new InvalidOperationException("node could not be started.");
            var said = new List<string>();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line);
                if (!line.Contains("successfully started", StringComparison.Ordinal)) continue;
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return port;
            }
            // Somebody else took the port in between.
            if (attempt == 3) throw new InvalidOperationException($"Azurite did not start: {string.Join(' ', said)} {await process.StandardError.ReadToEndAsync()}");
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
